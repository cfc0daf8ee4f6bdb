// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/xlsxbook.h"

#include "core/report/plaintext.h"

#include <QFile>
#include <QRegularExpression>

#include <xlsxwriter.h>

#include <algorithm>
#include <clocale>
#include <cmath>

namespace pdsi {

namespace {

constexpr qsizetype longestCell = 32'767;
constexpr lxw_color_t headerGrey = 0xD9D9D9;
constexpr lxw_color_t inputYellow = 0xFFF9E5;

/// The library prints numbers in the locale of the thread; a decimal comma would break the file.
class PlainNumbers
{
public:
    PlainNumbers() : m_plain(::newlocale(LC_NUMERIC_MASK, "C", nullptr)), m_before(::uselocale(m_plain)) {}
    ~PlainNumbers()
    {
        ::uselocale(m_before);
        ::freelocale(m_plain);
    }
    Q_DISABLE_COPY_MOVE(PlainNumbers)

private:
    locale_t m_plain, m_before;
};

/// In headers of printed pages `&` begins a code; they take 255 characters.
QByteArray pageHeader(const QString &headline)
{
    QString text = elided(plainText(headline), 100);
    text.replace(QLatin1Char('&'), QLatin1String("&&"));
    return ("&L" + text.toUtf8() + "&R&A");
}

lxw_format *cellFormat(lxw_workbook *book, bool wrapped)
{
    lxw_format *format = workbook_add_format(book);
    format_set_num_format(format, "@"); // text stays text when somebody edits the cell
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_indent(format, 1); // away from the number before it
    if (wrapped)
        format_set_text_wrap(format);
    return format;
}

lxw_format *inputFormat(lxw_workbook *book, const char *numbers)
{
    lxw_format *format = cellFormat(book, true);
    format_set_num_format(format, numbers);
    format_set_bg_color(format, inputYellow);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_unlocked(format);
    return format;
}

bool isInput(const XlsxColumn &column)
{
    return column.kind >= XlsxColumnKind::Input;
}

} // namespace

XlsxCell XlsxCell::link(const QString &address)
{
    XlsxCell cell(address);
    cell.isLink = !address.isEmpty();
    return cell;
}

XlsxCell XlsxCell::room()
{
    XlsxCell cell;
    cell.isRoom = true;
    return cell;
}

QString xlsxText(const QString &text)
{
    // Spreadsheets read _x000D_ as a carriage return.
    static const QRegularExpression escape(QStringLiteral("_(?=x[0-9A-Fa-f]{4}_)"));
    QString plain = plainText(text).replace(escape, QStringLiteral("_x005F_"));
    if (plain.size() <= longestCell)
        return plain;
    const QString note = QStringLiteral(" [cut: %1 characters; the JSON report holds them all]").arg(text.size());
    return elided(plain, longestCell - note.size() - 1) + note;
}

XlsxBook::XlsxBook(const XlsxProperties &properties) : m_header(pageHeader(properties.headline))
{
    m_path = QFile::encodeName(m_folder.filePath(QStringLiteral("book.xlsx")));
    m_tmp = QFile::encodeName(m_folder.path());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = m_tmp.data();
    m_book = m_folder.isValid() ? workbook_new_opt(m_path.constData(), &options) : nullptr;
    m_failed = !m_book;
    if (m_failed)
        return;
    QByteArray title = plainText(properties.title).toUtf8(), author = plainText(properties.author).toUtf8();
    lxw_doc_properties about{};
    about.title = title.data();
    about.author = author.data();
    about.created = static_cast<time_t>(properties.created.toSecsSinceEpoch());
    workbook_set_properties(m_book, &about);
    m_head = workbook_add_format(m_book);
    format_set_bold(m_head);
    format_set_bg_color(m_head, headerGrey);
    format_set_text_wrap(m_head);
    format_set_align(m_head, LXW_ALIGN_VERTICAL_TOP);
    format_set_border(m_head, LXW_BORDER_THIN);
    m_plain = cellFormat(m_book, false);
    m_wrapped = cellFormat(m_book, true);
    m_input = inputFormat(m_book, "@");
    m_date = inputFormat(m_book, "yyyy-mm-dd");
    m_number = workbook_add_format(m_book);
    format_set_align(m_number, LXW_ALIGN_VERTICAL_TOP);
    m_lead = cellFormat(m_book, false);
    format_set_bold(m_lead);
}

XlsxBook::~XlsxBook()
{
    if (m_book)
        (void)finish();
}

std::optional<QByteArray> XlsxBook::finish()
{
    if (!m_book)
        return std::nullopt;
    const PlainNumbers plain;
    const lxw_error error = workbook_close(m_book);
    m_book = nullptr;
    QFile file(QFile::decodeName(m_path));
    if (m_failed || error != LXW_NO_ERROR || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

lxw_worksheet *XlsxBook::addSheet(const QString &name)
{
    lxw_worksheet *sheet = m_book ? workbook_add_worksheet(m_book, name.toUtf8().constData()) : nullptr;
    m_failed = m_failed || !sheet;
    if (!sheet)
        return nullptr;
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9); // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.5, 0.5, 0.8, 0.7);
    worksheet_set_header(sheet, m_header.constData());
    worksheet_set_footer(sheet, "&LTimes are UTC&CPage &P of &N");
    return sheet;
}

XlsxTable::XlsxTable(XlsxBook &book, const QString &name, const QList<XlsxColumn> &columns, const QList<QStringList> &lead,
                     int printed, qint64 rowLimit)
    : m_book(book), m_name(name), m_columns(columns), m_lead(lead)
    , m_printed(printed > 0 ? printed : int(columns.size())), m_rowLimit(rowLimit)
{
    open();
}

XlsxTable::~XlsxTable()
{
    close();
}

void XlsxTable::open()
{
    ++m_sheets;
    m_row = 0;
    m_sheet = m_book.addSheet(m_sheets == 1 ? m_name : QStringLiteral("%1 %2").arg(m_name).arg(m_sheets));
    if (!m_sheet)
        return;
    const PlainNumbers plain;
    for (int c = 0; c < m_columns.size(); ++c)
        worksheet_set_column(m_sheet, lxw_col_t(c), lxw_col_t(c), m_columns.at(c).width, nullptr);
    for (const QStringList &line : m_lead) {
        for (int c = 0; c < line.size(); ++c)
            write(c, line.at(c), c == 0 ? m_book.m_lead : m_book.m_plain);
        ++m_row;
    }
    m_headerRow = m_row;
    QStringList titles;
    for (const XlsxColumn &column : m_columns)
        titles << column.title;
    setHeight(titles);
    for (int c = 0; c < m_columns.size(); ++c)
        write(c, m_columns.at(c).title, m_book.m_head);
    ++m_row;
}

void XlsxTable::close()
{
    if (!m_sheet)
        return;
    const auto last = lxw_row_t(std::max(m_row - 1, m_headerRow));
    const auto width = lxw_col_t(m_columns.size() - 1);
    worksheet_freeze_panes(m_sheet, lxw_row_t(m_headerRow + 1), 0);
    const bool isTable = std::none_of(m_columns.begin(), m_columns.end(), [](const XlsxColumn &c) { return c.title.isEmpty(); });
    if (isTable)
        worksheet_autofilter(m_sheet, lxw_row_t(m_headerRow), 0, last, width);
    worksheet_repeat_rows(m_sheet, lxw_row_t(m_headerRow), lxw_row_t(m_headerRow));
    worksheet_print_area(m_sheet, 0, 0, last, lxw_col_t(m_printed - 1));
    worksheet_ignore_errors(m_sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    for (int c = 0; c < m_columns.size(); ++c) {
        if (isInput(m_columns.at(c)) && m_row > m_headerRow + 1)
            guardInputs(c, m_headerRow + 1, m_row - 1);
    }
    m_sheet = nullptr;
}

void XlsxTable::guardInputs(int column, qint64 first, qint64 last)
{
    const XlsxColumn &its = m_columns.at(column);
    lxw_data_validation rule{};
    QByteArrayList texts;
    QList<const char *> list;
    for (const QString &choice : its.choices)
        texts << choice.toUtf8();
    for (const QByteArray &text : texts)
        list << text.constData();
    list << nullptr;
    rule.ignore_blank = LXW_VALIDATION_ON;
    rule.show_error = LXW_VALIDATION_ON;
    if (its.kind == XlsxColumnKind::ChoiceInput) {
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = const_cast<decltype(rule.value_list)>(list.data()); // never written to, in newer versions const
    } else if (its.kind == XlsxColumnKind::DateInput) {
        rule.validate = LXW_VALIDATION_TYPE_DATE;
        rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        rule.value_datetime = {2000, 1, 1, 0, 0, 0};
    } else {
        rule.validate = LXW_VALIDATION_TYPE_LENGTH;
        rule.criteria = LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
        rule.value_number = 2'000;
    }
    const lxw_error error = worksheet_data_validation_range(m_sheet, lxw_row_t(first), lxw_col_t(column), lxw_row_t(last),
                                                            lxw_col_t(column), &rule);
    m_book.m_failed = m_book.m_failed || error != LXW_NO_ERROR;
}

/// Not every program fits rows to wrapped text by itself. Only what is printed counts.
void XlsxTable::setHeight(const QStringList &texts)
{
    constexpr int mostLines = 20;
    int lines = 1;
    for (int c = 0; c < std::min<int>(m_printed, int(texts.size())); ++c) {
        const double perLine = m_columns.at(c).width * 1.1; // letters are narrower than digits, words do not fill a line
        lines = std::max(lines, int(std::min<double>(mostLines, std::ceil(double(texts.at(c).size()) / perLine))));
    }
    if (lines > 1)
        worksheet_set_row(m_sheet, lxw_row_t(m_row), lines * LXW_DEF_ROW_HEIGHT, nullptr);
}

lxw_format *XlsxTable::formatOf(const XlsxColumn &column) const
{
    switch (column.kind) {
    case XlsxColumnKind::Plain: return m_book.m_plain;
    case XlsxColumnKind::Wrapped: return m_book.m_wrapped;
    case XlsxColumnKind::DateInput: return m_book.m_date;
    case XlsxColumnKind::Input:
    case XlsxColumnKind::ChoiceInput: break;
    }
    return m_book.m_input;
}

void XlsxTable::write(int column, const XlsxCell &cell, lxw_format *format)
{
    const auto row = lxw_row_t(m_row);
    const auto col = lxw_col_t(column);
    lxw_error error = LXW_NO_ERROR;
    if (cell.number) {
        error = worksheet_write_number(m_sheet, row, col, *cell.number, m_book.m_number);
    } else if (cell.isRoom) {
        error = worksheet_write_blank(m_sheet, row, col, m_book.m_input);
    } else {
        const QByteArray text = xlsxText(cell.text).toUtf8();
        // An address too long for a link, or one link too many, is still an address.
        const bool linked = cell.isLink
            && worksheet_write_url_opt(m_sheet, row, col, text.constData(), format, nullptr, nullptr) == LXW_NO_ERROR;
        if (!linked)
            error = worksheet_write_string(m_sheet, row, col, text.constData(), format);
    }
    m_book.m_failed = m_book.m_failed || error != LXW_NO_ERROR;
}

void XlsxTable::addRow(const QList<XlsxCell> &cells)
{
    if (m_row >= m_rowLimit) {
        close();
        open();
    }
    if (!m_sheet)
        return;
    const PlainNumbers plain;
    qsizetype next = 0;
    QStringList wrapped;
    for (const XlsxColumn &column : m_columns) {
        const bool counts = column.kind == XlsxColumnKind::Wrapped && next < cells.size();
        wrapped << (counts ? cells.at(next).text : QString());
        next += isInput(column) ? 0 : 1;
    }
    setHeight(wrapped);
    next = 0;
    for (int c = 0; c < m_columns.size(); ++c) {
        if (isInput(m_columns.at(c)))
            worksheet_write_blank(m_sheet, lxw_row_t(m_row), lxw_col_t(c), formatOf(m_columns.at(c)));
        else if (next < cells.size())
            write(c, cells.at(next++), formatOf(m_columns.at(c)));
    }
    ++m_row;
}

} // namespace pdsi

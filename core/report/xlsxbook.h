// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <optional>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace pdsi {

/// One cell: text that is never calculated, a number, an https address to follow, or room to write by hand.
struct XlsxCell {
    QString text;
    std::optional<double> number;
    bool isLink = false;
    bool isRoom = false;

    XlsxCell() = default;
    XlsxCell(const QString &words) : text(words) {}
    XlsxCell(qint64 count) : number(double(count)) {}
    XlsxCell(int count) : number(count) {}
    static XlsxCell link(const QString &address);
    static XlsxCell room();
};

enum class XlsxColumnKind : quint8 {
    Plain, Wrapped,
    Input, DateInput, ChoiceInput, ///< empty, for those who work with the paper
};

struct XlsxColumn {
    QString title;
    double width = 10;             ///< in digits
    XlsxColumnKind kind = XlsxColumnKind::Plain;
    QStringList choices;           ///< of a ChoiceInput
};

/// The text a cell can take: harmless, no control characters, not longer than 32,767 (with a note where it was cut).
QString xlsxText(const QString &text);

/// What the file says about itself.
struct XlsxProperties {
    QString title, author, headline; ///< the headline stands above every printed page
    QDateTime created;
};

/// A workbook on its way to disk, row by row in little memory. The same calls give the same bytes.
class XlsxBook
{
public:
    explicit XlsxBook(const XlsxProperties &properties);
    ~XlsxBook();
    Q_DISABLE_COPY_MOVE(XlsxBook)

    /// The finished file; nullopt when it could not be written. Nothing may be added afterwards.
    std::optional<QByteArray> finish();

private:
    friend class XlsxTable;
    lxw_worksheet *addSheet(const QString &name);

    QTemporaryDir m_folder;
    QByteArray m_path, m_tmp, m_header;
    lxw_workbook *m_book = nullptr;
    lxw_format *m_head = nullptr, *m_plain = nullptr, *m_wrapped = nullptr, *m_input = nullptr, *m_date = nullptr;
    lxw_format *m_lead = nullptr, *m_number = nullptr;
    bool m_failed = false;
};

/// A sheet with lead lines, a frozen header, filters and print set-up. What does not fit on one sheet goes on on another.
class XlsxTable
{
public:
    static constexpr qint64 mostRows = 1'048'576;

    /// `lead` are lines above the header, `printed` the number of columns on paper (0 = all). Columns without a title
    /// make it no table: it has no filters.
    XlsxTable(XlsxBook &book, const QString &name, const QList<XlsxColumn> &columns, const QList<QStringList> &lead = {},
              int printed = 0, qint64 rowLimit = mostRows);
    ~XlsxTable();
    Q_DISABLE_COPY_MOVE(XlsxTable)

    /// Cells of the columns before the inputs and after them; inputs stay empty and are skipped.
    void addRow(const QList<XlsxCell> &cells);
    int sheets() const { return m_sheets; }

private:
    void open();
    void close();
    void guardInputs(int column, qint64 first, qint64 last);
    void setHeight(const QStringList &texts);
    void write(int column, const XlsxCell &cell, lxw_format *format);
    lxw_format *formatOf(const XlsxColumn &column) const;

    XlsxBook &m_book;
    QString m_name;
    QList<XlsxColumn> m_columns;
    QList<QStringList> m_lead;
    int m_printed;
    qint64 m_rowLimit;
    lxw_worksheet *m_sheet = nullptr;
    qint64 m_row = 0, m_headerRow = 0;
    int m_sheets = 0;
};

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdfflow.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr double tallestFigure = 0.62; ///< of the space
constexpr double captionHeight = 140;

/// What a row may hold at most, so that none is higher than a page.
int mostLines(double space, double lineHeight, std::size_t texts)
{
    return std::max(1, int(space * 0.8 / lineHeight / double(std::max<std::size_t>(texts, 1))));
}

} // namespace

double pdfCellInset(const PdfRow &row)
{
    return row.head || row.ground != PdfGround::None ? 35 : 0;
}

double pdfFigureScale(const Figure &figure, QSizeF space)
{
    if (figure.size.isEmpty())
        return 0;
    const double whole = std::min(space.width() / figure.size.width(),
                                  (space.height() * tallestFigure - captionHeight) / figure.size.height());
    return std::min(whole, pdfUnitsPerPoint);
}

PdfFlow::PdfFlow(const PdfSections &sections, const PdfTypesetter &typesetter, QSizeF space, PdfPosition from)
    : m_sections(sections), m_typesetter(typesetter), m_space(space), m_next(from), m_skip(from.row)
{
    m_next.row = 0;
}

/// Loads pieces until so many rows wait; false when there are not so many.
bool PdfFlow::ensure(std::size_t count)
{
    while (m_waiting.size() < count && m_next.section < m_sections.size()) {
        const PdfSection &section = m_sections[m_next.section];
        if (m_next.piece >= section.pieces) {
            m_next = {m_next.section + 1, 0, 0};
            continue;
        }
        PdfRows rows;
        section.write(m_next.piece, rows);
        for (std::size_t i = m_skip; i < rows.size(); ++i)
            m_waiting.push_back({{m_next.section, m_next.piece, i}, std::make_shared<const PdfRow>(std::move(rows[i])), {}, -1});
        m_skip = 0;
        ++m_next.piece;
    }
    return m_waiting.size() >= count;
}

bool PdfFlow::atEnd()
{
    return !ensure(1);
}

void PdfFlow::measure(Waiting &waiting) const
{
    if (waiting.height >= 0)
        return;
    const PdfRow &row = *waiting.row;
    if (row.figure) {
        waiting.height = row.figure->size.height() * pdfFigureScale(*row.figure, m_space) + captionHeight;
        return;
    }
    const double inset = pdfCellInset(row);
    double tallest = 0;
    waiting.lines.resize(row.cells.size());
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const PdfCell &cell = row.cells[c];
        const double width = (cell.right - cell.left) * m_space.width() - 2 * inset;
        double height = 0;
        for (const PdfText &text : cell.texts) {
            const double line = m_typesetter.lineHeight(text.style);
            waiting.lines[c].push_back(
                m_typesetter.lines(text.text, text.style, width, mostLines(m_space.height(), line, cell.texts.size())));
            height += line * double(waiting.lines[c].back().size());
        }
        tallest = std::max(tallest, height);
    }
    waiting.height = tallest + 2 * row.padding;
}

double PdfFlow::measureHead(const std::shared_ptr<const PdfRow> &head)
{
    if (m_head.row != head) {
        m_head = {{}, head, {}, -1};
        measure(m_head);
    }
    return m_head.height;
}

/// How many of the waiting rows belong together: a heading and what it heads.
std::size_t PdfFlow::unitSize()
{
    std::size_t count = 1;
    while (ensure(count) && m_waiting[count - 1].row->keepWithNext && ensure(count + 1)
           && !m_waiting[count].row->startsPage)
        ++count;
    return count;
}

double PdfFlow::unitHeight(std::size_t count, double y, const PdfRow *head)
{
    double height = 0;
    for (std::size_t i = 0; i < count; ++i) {
        Waiting &waiting = m_waiting[i];
        measure(waiting);
        if (waiting.row->head && waiting.row->head.get() != head)
            height += (y + height > 0 ? waiting.row->head->before : 0) + measureHead(waiting.row->head);
        else if (y + height > 0)
            height += waiting.row->before;
        head = waiting.row->head.get();
        height += waiting.height;
    }
    return height;
}

/// Places the first of the waiting rows, with the head of its table where that is not yet on the page.
double PdfFlow::place(PdfPage &page, double y)
{
    Waiting waiting = std::move(m_waiting.front());
    m_waiting.pop_front();
    measure(waiting);
    const auto &head = waiting.row->head;
    if (head && head.get() != m_shownHead) {
        const double height = measureHead(head);
        y += y > 0 ? head->before : 0;
        page.rows.push_back({head, m_head.lines, y, height});
        y += height;
    } else if (y > 0) {
        y += waiting.row->before;
    }
    m_shownHead = head.get();
    page.rows.push_back({waiting.row, std::move(waiting.lines), y, waiting.height});
    return y + waiting.height;
}

PdfPage PdfFlow::nextPage()
{
    PdfPage page;
    m_shownHead = nullptr;
    double y = 0;
    while (ensure(1)) {
        if (page.rows.empty())
            page.start = m_waiting.front().position;
        else if (m_waiting.front().row->startsPage)
            break;
        std::size_t count = unitSize();
        // What belongs together but is more than a page is not kept together.
        if (y == 0 && unitHeight(count, y, nullptr) > m_space.height())
            count = 1;
        if (!page.rows.empty() && y + unitHeight(count, y, m_shownHead) > m_space.height())
            break;
        for (std::size_t i = 0; i < count; ++i)
            y = place(page, y);
    }
    return page;
}

PdfPagination paginate(const PdfSections &sections, const PdfTypesetter &typesetter, QSizeF space,
                       const std::function<bool(int)> &onPage)
{
    PdfPagination pagination;
    PdfFlow flow(sections, typesetter, space);
    while (!flow.atEnd()) {
        const PdfPage page = flow.nextPage();
        for (const PdfPlacedRow &placed : page.rows) {
            if (!placed.row->anchor.isEmpty() && !pagination.anchors.contains(placed.row->anchor))
                pagination.anchors.insert(placed.row->anchor, {int(pagination.starts.size()), placed.y});
        }
        pagination.starts.push_back(page.start);
        if (onPage && !onPage(int(pagination.starts.size())))
            return {};
    }
    return pagination;
}

} // namespace pdsi

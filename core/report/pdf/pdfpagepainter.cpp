// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdfpagepainter.h"

#include "core/report/pdf/figurepainter.h"

#include <QPainter>

namespace pdsi {

namespace {

constexpr double sideMargin = 480;
constexpr double topMargin = 620;
constexpr double bottomMargin = 600;
constexpr double headLine = 460;
constexpr double footLine = 360; ///< above the lower edge

void drawFurniture(QPainter &painter, const PdfFrame &frame, int number, const PdfTypesetter &typesetter)
{
    const double left = sideMargin, right = frame.paper.width() - sideMargin, low = frame.paper.height() - footLine;
    const auto put = [&](const QString &text, double y, bool toTheRight, double share) {
        const auto lines = typesetter.lines(text, PdfStyle::SmallSoft, (right - left) * share, 1);
        const double x = toTheRight ? right - lines.front().width : left;
        typesetter.draw(painter, {x, y}, lines.front(), PdfStyle::SmallSoft);
    };
    painter.setPen(pdfInk(PdfStyle::SmallSoft));
    put(frame.headLeft, headLine, false, 0.6);
    put(frame.headRight, headLine, true, 0.38);
    put(frame.footLeft, low, false, 0.8);
    put(QStringLiteral("Page %1 of %2").arg(number + 1).arg(frame.pages), low, true, 0.18);
    painter.setPen(QPen(pdfRuleColor(), 5));
    painter.drawLine(QPointF(left, headLine + 45), QPointF(right, headLine + 45));
    painter.drawLine(QPointF(left, low - 110), QPointF(right, low - 110));
}

class PagePainting
{
public:
    PagePainting(QPainter &painter, const PdfFrame &frame, const PdfTypesetter &typesetter)
        : m_painter(painter), m_space(frame.space()), m_origin(frame.origin()), m_typesetter(typesetter)
    {
    }

    void paint(const PdfPlacedRow &placed)
    {
        const PdfRow &row = *placed.row;
        const QRectF rect(m_origin + QPointF(0, placed.y), QSizeF(m_space.width(), placed.height));
        if (row.ground != PdfGround::None)
            m_painter.fillRect(rect, pdfGroundColor(row.ground));
        if (row.figure)
            paintFigureRow(*row.figure, rect);
        for (std::size_t c = 0; c < placed.lines.size(); ++c)
            paintCell(row, row.cells[c], placed.lines[c], rect);
        if (row.ruled) {
            setPen(m_rule);
            m_painter.drawLine(rect.bottomLeft(), rect.bottomRight());
        }
    }

    std::vector<PdfLink> takeLinks() { return std::move(m_links); }

private:
    /// Each change of the pen is written into the page, and most texts have that of the one before.
    void setPen(const QPen &pen)
    {
        if (m_pen != &pen)
            m_painter.setPen(pen);
        m_pen = &pen;
    }

    void paintFigureRow(const Figure &figure, const QRectF &rect)
    {
        setPen(m_ink);
        const auto title = m_typesetter.lines(figure.title, PdfStyle::Bold, rect.width(), 1);
        m_typesetter.draw(m_painter, rect.topLeft() + QPointF(0, m_typesetter.ascent(PdfStyle::Bold)), title.front(),
                          PdfStyle::Bold);
        m_painter.save();
        m_painter.translate(rect.topLeft() + QPointF(0, 140));
        paintFigure(m_painter, figure, pdfFigureScale(figure, m_space), m_typesetter);
        m_painter.restore();
    }

    void paintCell(const PdfRow &row, const PdfCell &cell, const std::vector<std::vector<PdfLine>> &lines, const QRectF &rect)
    {
        const double inset = pdfCellInset(row);
        const double left = rect.left() + cell.left * rect.width() + inset;
        const double right = rect.left() + cell.right * rect.width() - inset;
        double y = rect.top() + row.padding;
        for (std::size_t t = 0; t < lines.size(); ++t) {
            const PdfText &text = cell.texts[t];
            setPen(text.link.isEmpty() ? (pdfLook(text.style).soft ? m_soft : m_ink) : m_link);
            for (const PdfLine &line : lines[t]) {
                const double x = cell.toTheRight ? right - line.width : left;
                m_typesetter.draw(m_painter, {x, y + m_typesetter.ascent(text.style)}, line, text.style);
                if (!text.link.isEmpty() && line.width > 0)
                    m_links.push_back({QRectF(x, y, line.width, m_typesetter.lineHeight(text.style)), text.link});
                y += m_typesetter.lineHeight(text.style);
            }
        }
    }

    QPainter &m_painter;
    QSizeF m_space;
    QPointF m_origin;
    const PdfTypesetter &m_typesetter;
    std::vector<PdfLink> m_links;
    const QPen m_ink{pdfInk(PdfStyle::Body)}, m_soft{pdfInk(PdfStyle::Soft)}, m_link{pdfLinkColor()}, m_rule{pdfRuleColor(), 3};
    const QPen *m_pen = nullptr;     ///< that the painter has
};

} // namespace

QSizeF PdfFrame::space() const
{
    return {paper.width() - 2 * sideMargin, paper.height() - topMargin - bottomMargin};
}

QPointF PdfFrame::origin() const
{
    return {sideMargin, topMargin};
}

std::vector<PdfLink> paintPage(QPainter &painter, const PdfFrame &frame, const PdfPage &page, int number,
                               const PdfTypesetter &typesetter)
{
    drawFurniture(painter, frame, number, typesetter);
    PagePainting painting(painter, frame, typesetter);
    for (const PdfPlacedRow &placed : page.rows)
        painting.paint(placed);
    return painting.takeLinks();
}

} // namespace pdsi

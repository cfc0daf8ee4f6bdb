// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/dashboardsheet.h"

#include "ui/dashboard/sectionchart.h"
#include "ui/theme/palettes.h"

#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QPainter>

namespace pdsi {

namespace {

constexpr qreal sheetWidth = 1000;
constexpr qreal sheetMargin = 24;
constexpr qreal gutter = 24;
constexpr qreal cellWidth = (sheetWidth - 2 * sheetMargin - gutter) / 2;
constexpr qreal headHeight = 58;
constexpr qreal lineHeight = 18;
constexpr qreal numberWidth = 66;

/// Sized in the sheet's own units, so that any device paints the same page.
QFont sheetFont(int pixels, bool bold = false)
{
    QFont font;
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

qreal wrappedHeight(const QString &text)
{
    const QRectF room(0, 0, cellWidth, 10'000);
    return QFontMetricsF(sheetFont(12)).boundingRect(room, Qt::TextWordWrap, text).height();
}

/// Room for a header whose words stand below each other.
qreal tableHeadHeight(const DashboardSection &section)
{
    const bool twoLines = std::any_of(section.columns.begin(), section.columns.end(),
                                      [](const QString &column) { return column.contains(QLatin1Char(' ')); });
    return twoLines ? 2 * lineHeight - 4 : lineHeight;
}

QRectF numberColumn(const DashboardSection &section, int column, const QRectF &line)
{
    const qreal right = line.right() - (section.columns.size() - 1 - column) * numberWidth;
    return {right - numberWidth, line.top(), numberWidth, line.height()};
}

} // namespace

DashboardSheet::DashboardSheet(const QString &title, const QString &subtitle, const QList<DashboardSection> &sections, bool linesOnly)
    : m_title(title)
    , m_subtitle(subtitle)
    , m_sections(sections)
    , m_look(ChartLook::of(Theme::palette(false)))
{
    m_look.linesOnly = linesOnly;
    placeCells();
}

DashboardSheet::Cell DashboardSheet::measure(const DashboardSection &section, qreal left, qreal top) const
{
    Cell cell;
    cell.chartTop = top + lineHeight + 4 + wrappedHeight(section.summary) + 6;
    cell.tableTop = cell.chartTop + SectionChart::heightFor(section) + 6;
    const qreal table = section.marks.isEmpty() ? 0 : tableHeadHeight(section) + section.rows.size() * lineHeight;
    cell.area = {left, top, cellWidth, cell.tableTop + table - top};
    return cell;
}

void DashboardSheet::placeCells()
{
    qreal top = sheetMargin + headHeight;
    for (qsizetype i = 0; i < m_sections.size(); i += 2) {
        m_cells << measure(m_sections.at(i), sheetMargin, top);
        qreal height = m_cells.last().area.height();
        if (i + 1 < m_sections.size()) {
            m_cells << measure(m_sections.at(i + 1), sheetMargin + cellWidth + gutter, top);
            height = qMax(height, m_cells.last().area.height());
        }
        top += height + gutter;
    }
    m_size = {sheetWidth, top - gutter + sheetMargin};
}

void DashboardSheet::paint(QPainter &painter, const QRectF &target) const
{
    const qreal scale = qMin(target.width() / m_size.width(), target.height() / m_size.height());
    painter.save();
    painter.translate(target.left() + (target.width() - scale * m_size.width()) / 2, target.top());
    painter.scale(scale, scale);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), m_size), m_look.base);
    paintHead(painter);
    for (qsizetype i = 0; i < m_sections.size(); ++i)
        paintSection(painter, m_sections.at(i), m_cells.at(i));
    painter.restore();
}

void DashboardSheet::paintHead(QPainter &painter) const
{
    const QRectF head(sheetMargin, sheetMargin, sheetWidth - 2 * sheetMargin, headHeight);
    painter.setPen(m_look.text);
    painter.setFont(sheetFont(22, true));
    painter.drawText(head, Qt::AlignLeft | Qt::AlignTop,
                     QFontMetricsF(painter.font()).elidedText(m_title, Qt::ElideRight, head.width()));
    painter.setFont(sheetFont(12));
    painter.drawText(head.adjusted(0, 28, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                     QFontMetricsF(painter.font()).elidedText(m_subtitle, Qt::ElideRight, head.width()));
}

void DashboardSheet::paintSection(QPainter &painter, const DashboardSection &section, const Cell &cell) const
{
    painter.setPen(m_look.text);
    painter.setFont(sheetFont(14, true));
    painter.drawText(cell.area, Qt::AlignLeft | Qt::AlignTop, section.title);
    painter.setFont(sheetFont(12));
    painter.drawText(cell.area.adjusted(0, lineHeight + 4, 0, 0), Qt::TextWordWrap, section.summary);
    if (section.marks.isEmpty())
        return;
    paintChart(painter, section, cell);
    paintTable(painter, section, cell);
}

void DashboardSheet::paintChart(QPainter &painter, const DashboardSection &section, const Cell &cell) const
{
    QGraphicsScene scene;
    auto *chart = new SectionChart(section, m_look);
    scene.addItem(chart);
    const QRectF source(0, 0, cellWidth, SectionChart::heightFor(section));
    chart->resize(source.size());
    chart->layout()->activate(); // no event loop turns between here and the painting
    scene.render(&painter, source.translated(cell.area.left(), cell.chartTop), source);
}

void DashboardSheet::paintTable(QPainter &painter, const DashboardSection &section, const Cell &cell) const
{
    const QRectF head(cell.area.left(), cell.tableTop, cellWidth, tableHeadHeight(section));
    painter.setFont(sheetFont(11, true));
    painter.setPen(m_look.text);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignBottom, section.rowHeader);
    painter.setFont(sheetFont(10, true));
    for (int column = 0; column < section.columns.size(); ++column) {
        painter.drawText(numberColumn(section, column, head), Qt::AlignRight | Qt::AlignBottom,
                         QString(section.columns.at(column)).replace(QLatin1Char(' '), QLatin1Char('\n')));
    }
    painter.setPen(QPen(m_look.grid, 1));
    painter.drawLine(head.bottomLeft(), head.bottomRight());
    for (int row = 0; row < section.rows.size(); ++row)
        paintRow(painter, section, row, {head.left(), head.bottom() + row * lineHeight, cellWidth, lineHeight});
}

void DashboardSheet::paintRow(QPainter &painter, const DashboardSection &section, int row, const QRectF &line) const
{
    painter.setFont(sheetFont(12));
    painter.setPen(m_look.text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, section.rows.at(row).label);
    for (int column = 0; column < section.columns.size(); ++column) {
        const QRectF place = numberColumn(section, column, line);
        const DashboardMark *mark = section.mark(row, column);
        painter.setPen(m_look.text);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, QString::number(mark ? mark->count : 0));
        if (!mark)
            continue;
        painter.setPen(QPen(m_look.ink(mark->meaning).color, 1));
        painter.setBrush(m_look.brush(mark->meaning));
        painter.drawRect(QRectF(place.right() - 44, place.top() + 3, 12, 12));
    }
}

} // namespace pdsi

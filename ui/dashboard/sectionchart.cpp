// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/sectionchart.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QHorizontalStackedBarSeries>
#include <QPieSeries>
#include <QValueAxis>

#include <cmath>

namespace pdsi {

namespace {

constexpr int donutHeight = 150;
constexpr int barHeight = 27; // lower ones lose their labels
constexpr int axisHeight = 44;

/// 1, 2, 5, 10, 20, ...: so that at most five steps reach `most`.
int stepFor(int most)
{
    int step = 1;
    for (int i = 0; step * 5 < most; ++i)
        step = (i % 3 == 1) ? step / 2 * 5 : step * 2;
    return step;
}

} // namespace

SectionChart::SectionChart(const DashboardSection &section, const ChartLook &look, QGraphicsItem *parent)
    : QChart(parent)
    , m_section(section)
    , m_look(look)
{
    setAnimationOptions(look.animated ? QChart::SeriesAnimations : QChart::NoAnimation);
    setBackgroundBrush(look.base);
    setBackgroundPen(Qt::NoPen);
    setBackgroundRoundness(0);
    setMargins({0, 0, 0, 0});
    layout()->setContentsMargins(0, 0, 0, 0);
    legend()->hide();
    if (section.shape == DashboardSection::Shape::Donut)
        drawDonut();
    else if (!section.marks.isEmpty())
        drawBars();
}

int SectionChart::heightFor(const DashboardSection &section)
{
    if (section.marks.isEmpty())
        return 0;
    return section.shape == DashboardSection::Shape::Donut ? donutHeight : int(section.rows.size()) * barHeight + axisHeight;
}

void SectionChart::drawDonut()
{
    auto *series = new QPieSeries;
    series->setHoleSize(0.6);
    series->setPieSize(0.9);
    for (qsizetype i = 0; i < m_section.marks.size(); ++i) {
        const DashboardMark &mark = m_section.marks.at(i);
        QPieSlice *slice = series->append(m_section.rows.at(mark.row).label, mark.size);
        slice->setBrush(m_look.brush(mark.meaning));
        slice->setPen(QPen(m_look.outline(mark.meaning), 2));
        slice->setExplodeDistanceFactor(0.06);
        connect(slice, &QPieSlice::clicked, this, [this, i] { Q_EMIT chosen(int(i)); });
        connect(slice, &QPieSlice::hovered, this, [this, i](bool on) { Q_EMIT hovered(on ? int(i) : -1); });
        m_slices << slice;
    }
    addSeries(series);
    m_center = new QGraphicsSimpleTextItem(m_section.center, this);
    m_center->setBrush(m_look.text);
    QFont font = this->font();
    font.setPixelSize(20);
    font.setBold(true);
    m_center->setFont(font);
    m_center->setZValue(10);
    connect(this, &QChart::plotAreaChanged, this, &SectionChart::placeCenter);
    placeCenter();
}

void SectionChart::placeCenter()
{
    m_center->setPos(plotArea().center() - m_center->boundingRect().center());
}

int SectionChart::markAt(int position, int column) const
{
    // Categories are counted from below.
    const DashboardMark *mark = m_section.mark(int(m_section.rows.size()) - 1 - position, column);
    return mark ? int(mark - m_section.marks.constData()) : -1;
}

void SectionChart::connectSet(QBarSet *set, int column)
{
    connect(set, &QBarSet::clicked, this, [this, column](int position) {
        if (const int mark = markAt(position, column); mark >= 0)
            Q_EMIT chosen(mark);
    });
    connect(set, &QBarSet::hovered, this, [this, column](bool on, int position) {
        Q_EMIT hovered(on ? markAt(position, column) : -1);
    });
}

QBarSet *SectionChart::barSet(const DashboardMark &mark)
{
    auto *set = new QBarSet(m_section.columns.at(mark.column));
    for (qsizetype row = m_section.rows.size() - 1; row >= 0; --row) {
        const DashboardMark *there = m_section.mark(int(row), mark.column);
        set->append(there && there->meaning == mark.meaning ? there->size : 0.0);
    }
    set->setBrush(m_look.brush(mark.meaning));
    set->setPen(QPen(m_look.outline(mark.meaning), 1));
    connectSet(set, mark.column);
    return set;
}

void SectionChart::drawBars()
{
    auto *series = new QHorizontalStackedBarSeries;
    series->setBarWidth(0.7);
    QList<std::pair<int, ChartMeaning>> made;
    // One set for each ink, stacked in the order of the columns.
    for (int column = 0; column < m_section.columns.size(); ++column) {
        for (const DashboardMark &mark : std::as_const(m_section.marks)) {
            if (mark.column != column || made.contains(std::pair(column, mark.meaning)))
                continue;
            made << std::pair(column, mark.meaning);
            series->append(barSet(mark));
        }
    }
    addSeries(series);
    addAxes(series);
}

void SectionChart::addAxes(QAbstractSeries *series)
{
    QFont font = this->font();
    font.setPixelSize(12);
    QStringList labels;
    int most = 1;
    for (int row = int(m_section.rows.size()) - 1; row >= 0; --row) {
        labels << m_section.rows.at(row).label;
        double sum = 0;
        for (const DashboardMark &mark : std::as_const(m_section.marks))
            sum += mark.row == row ? mark.size : 0;
        most = std::max(most, int(std::ceil(sum)));
    }
    auto *rows = new QBarCategoryAxis;
    rows->append(labels);
    rows->setGridLineVisible(false);
    auto *numbers = new QValueAxis;
    const int step = stepFor(most);
    const int steps = (most + step - 1) / step;
    numbers->setRange(0, steps * step);
    numbers->setTickCount(steps + 1);
    numbers->setLabelFormat(QStringLiteral("%d"));
    addAxis(rows, Qt::AlignLeft);
    addAxis(numbers, Qt::AlignBottom);
    for (QAbstractAxis *axis : QList<QAbstractAxis *>{rows, numbers}) {
        axis->setLabelsFont(font);
        axis->setLabelsBrush(m_look.text);
        axis->setLinePen(QPen(m_look.grid, 1));
        axis->setGridLinePen(QPen(m_look.grid, 1));
        series->attachAxis(axis);
    }
}

void SectionChart::highlight(int mark)
{
    for (qsizetype i = 0; i < m_slices.size(); ++i)
        m_slices.at(i)->setExploded(i == mark);
}

} // namespace pdsi

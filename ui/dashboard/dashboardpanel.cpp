// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/dashboardpanel.h"

#include "ui/dashboard/markdelegate.h"
#include "ui/dashboard/sectionchart.h"

#include <QChartView>
#include <QCursor>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QToolTip>
#include <QVBoxLayout>

namespace pdsi {

namespace {
constexpr int widePanel = 480;
} // namespace

DashboardPanel::DashboardPanel(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel)
    , m_summary(new QLabel)
    , m_body(new QBoxLayout(QBoxLayout::TopToBottom))
    , m_view(new QChartView)
    , m_table(new QTableView)
    , m_model(new DashboardSectionModel(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    for (QLabel *label : {m_title, m_summary}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setFocusPolicy(Qt::NoFocus); // the table is where the keyboard goes
    m_view->viewport()->setFocusPolicy(Qt::NoFocus);
    createTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_summary);
    m_body->setSpacing(4);
    m_body->addWidget(m_view, 1, Qt::AlignTop);
    m_body->addWidget(m_table, 1, Qt::AlignTop);
    layout->addLayout(m_body);
    layout->addStretch(1);
}

void DashboardPanel::createTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new MarkDelegate(this));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 6);
    QFont small = m_table->font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    m_table->horizontalHeader()->setFont(small);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignBottom);
    m_table->horizontalHeader()->setMinimumSectionSize(20);
    connect(m_table, &QTableView::clicked, this, &DashboardPanel::choose);
    connect(m_table, &QTableView::activated, this, &DashboardPanel::choose);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (m_chart)
            m_chart->highlight(current.isValid() ? current.data(DashboardSectionModel::MarkRole).toInt() : -1);
    });
}

void DashboardPanel::choose(const QModelIndex &index)
{
    if (const auto facets = index.data(DashboardSectionModel::FacetsRole).value<Facets>(); !facets.isEmpty())
        Q_EMIT chosen(facets);
}

void DashboardPanel::setSection(const DashboardSection &section)
{
    m_section = section;
    setObjectName(QStringLiteral("dashboard.") + section.key);
    m_title->setText(section.title);
    m_summary->setText(section.summary);
    m_view->setAccessibleName(tr("Chart: %1").arg(section.title));
    m_view->setAccessibleDescription(tr("The table below it has the same numbers."));
    m_table->setAccessibleName(section.title);
    m_table->setAccessibleDescription(section.summary);
    m_model->setSection(section);
    m_table->setVisible(!section.marks.isEmpty());
    m_view->setVisible(!section.marks.isEmpty());
    arrange();
    drawChart();
}

/// Beside each other where there is room; a table that is too wide all the same scrolls.
void DashboardPanel::arrange()
{
    const bool wide = width() >= widePanel;
    m_body->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    QHeaderView *header = m_table->horizontalHeader();
    const QAbstractItemView *cells = m_table;
    int needed = 0;
    for (int column = 0; column < m_model->columnCount(); ++column)
        needed += qMax(header->sectionSizeHint(column), cells->sizeHintForColumn(column));
    const int inside = width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
    const int room = wide ? (inside - m_body->spacing()) / 2 : inside;
    for (int column = 0; column < m_model->columnCount(); ++column)
        header->setSectionResizeMode(column, column == 0 && needed <= room ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    const int scrollBar = needed > room ? m_table->horizontalScrollBar()->sizeHint().height() : 0;
    m_table->setFixedHeight(header->sizeHint().height() + m_table->verticalHeader()->length() + 2 + scrollBar);
}

void DashboardPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void DashboardPanel::setAnimated(bool animated)
{
    m_animated = animated;
    drawChart();
}

void DashboardPanel::drawChart()
{
    ChartLook look = ChartLook::of(palette());
    look.animated = m_animated;
    auto *chart = new SectionChart(m_section, look);
    QChart *old = m_view->chart();
    m_view->setChart(chart);
    m_view->setBackgroundBrush(look.base);
    delete old;
    m_chart = chart;
    m_view->setFixedHeight(qMax(1, SectionChart::heightFor(m_section)));
    connect(chart, &SectionChart::hovered, this, &DashboardPanel::showToolTip);
    connect(chart, &SectionChart::chosen, this, [this](int mark) { Q_EMIT chosen(m_section.marks.at(mark).facets); });
}

void DashboardPanel::showToolTip(int mark)
{
    if (mark < 0) {
        QToolTip::hideText();
        return;
    }
    const DashboardMark &its = m_section.marks.at(mark);
    const QModelIndex cell = m_model->index(its.row, its.column + 1);
    QToolTip::showText(QCursor::pos(), cell.data(Qt::ToolTipRole).toString(), m_view);
}

void DashboardPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawChart();
    if (event->type() == QEvent::FontChange)
        arrange();
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/differencespane.h"

#include "ui/coverage/coveragetable.h"
#include "ui/models/coveragesource.h"
#include "ui/shell/selection.h"

#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace pdsi {

DifferencesPane::DifferencesPane(Selection &selection, CoverageSource &source, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_source(source)
    , m_differences(new ScheduleDifferences(this))
    , m_model(new DifferencesModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_summary(new QLabel)
    , m_progress(new QProgressBar)
    , m_table(new CoverageTable(QStringLiteral("differencesTable"), tr("Differences between rendered and recomputed schedules")))
{
    m_summary->setObjectName(QStringLiteral("differencesSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setMargin(4);
    m_progress->setAccessibleName(tr("Schedules recomputed"));
    makeTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_summary);
    layout->addWidget(m_progress);
    layout->addWidget(m_table, 1);
    connect(&source, &CoverageSource::coverageChanged, this, &DifferencesPane::forget);
    connect(m_differences, &ScheduleDifferences::comparedChanged, this, &DifferencesPane::showCompared);
    connect(m_differences, &ScheduleDifferences::progress, this, [this](int done, int total) {
        m_progress->setMaximum(total);
        m_progress->setValue(done);
    });
    showCompared();
}

void DifferencesPane::makeTable()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(DifferencesModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_table->setModel(m_sorted);
    m_table->horizontalHeader()->setSortIndicator(DifferencesModel::ResultColumn, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_table->setColumnLetters({20, 32, 32, 14, 22});
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DifferencesPane::pointAt);
}

void DifferencesPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    compareIfSeen();
}

void DifferencesPane::forget()
{
    m_asked = false;
    m_differences->compare(nullptr, {});
    compareIfSeen();
}

void DifferencesPane::compareIfSeen()
{
    if (m_asked || !m_source.coverage() || !isVisible())
        return;
    m_asked = true;
    m_differences->compare(m_source.inventory(), m_source.coverage()->window());
}

void DifferencesPane::showCompared()
{
    const auto &coverage = m_source.coverage();
    m_model->setCompared(m_differences->compared(), coverage ? CoverageZones(*coverage) : CoverageZones());
    m_progress->setVisible(m_differences->isComparing());
    if (!coverage)
        m_summary->setText(m_source.isComputing() ? tr("Working out who is on call...") : tr("No snapshot is open."));
    else if (!m_differences->compared())
        m_summary->setText(tr("Recomputing %1 schedules...").arg(coverage->schedules.size()));
    else
        m_summary->setText(tr("Of %1 schedules, recomputed from their layers and overrides, %2 agree with what PagerDuty "
                              "rendered, %3 differ, %4 were not recomputed.")
                               .arg(coverage->schedules.size())
                               .arg(m_model->agreeing())
                               .arg(m_model->differing())
                               .arg(m_model->notRecomputed()));
}

void DifferencesPane::pointAt(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const int row = m_sorted->mapToSource(index).row();
    const std::optional<Interval> when = m_model->intervalOf(row);
    m_selection.selectResource(QStringLiteral("schedule"), m_model->scheduleOf(row).id);
    if (!when)
        return;
    m_selection.setRange(when);
    m_selection.setInstant(when->start);
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/controlresultsview.h"

#include "ui/findings/statusdelegate.h"
#include "ui/models/words.h"

#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace pdsi {

namespace {

QString countsText(const StatusCounts &counts)
{
    QStringList parts;
    for (const OutcomeStatus status : {OutcomeStatus::Error, OutcomeStatus::Fail, OutcomeStatus::NotDetermined,
                                       OutcomeStatus::Manual, OutcomeStatus::Pass, OutcomeStatus::NotApplicable}) {
        if (const int n = counts.of(status); n > 0)
            parts << QStringLiteral("%1 %2").arg(n).arg(wordFor(status).toLower());
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

ControlResultsView::ControlResultsView(QWidget *parent)
    : QDockWidget(tr("Control results"), parent)
    , m_model(new ControlResultModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new QTableView)
    , m_counts(new QLabel)
{
    setObjectName(QStringLiteral("controlResults"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(ControlResultModel::SortRole);
    m_table->setModel(m_sorted);
    m_table->setObjectName(QStringLiteral("controlResultsTable"));
    m_table->setAccessibleName(tr("Controls and their status"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSortingEnabled(true);
    m_table->setTabKeyNavigation(false);
    m_table->sortByColumn(ControlResultModel::StatusColumn, Qt::AscendingOrder);
    m_table->setItemDelegateForColumn(ControlResultModel::StatusColumn, new StatusDelegate(this));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 10); // all 25 fit 800 pixels
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ControlResultModel::TitleColumn, QHeaderView::Stretch);
    m_counts->setTextFormat(Qt::PlainText);
    m_counts->setWordWrap(true);
    m_counts->setMargin(6);

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_counts);
    layout->addWidget(m_table);
    setWidget(content);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        Q_EMIT controlSelected(current.isValid() ? m_sorted->mapToSource(current).row() : -1);
    });
}

void ControlResultsView::setAssessment(std::shared_ptr<const Assessment> assessment)
{
    m_model->setAssessment(assessment);
    m_counts->setText(assessment ? countsText(assessment->controlCounts())
                                 : tr("No snapshot is open. Open one, or the sample account, from the File menu."));
    if (assessment && m_sorted->rowCount() > 0)
        m_table->setCurrentIndex(m_sorted->index(0, 0));
    else
        Q_EMIT controlSelected(-1);
}

} // namespace pdsi

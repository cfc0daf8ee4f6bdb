// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/peoplepane.h"

#include "ui/coverage/coveragetable.h"
#include "ui/coverage/pagebrowser.h"
#include "ui/coverage/personpage.h"
#include "ui/models/coveragesource.h"
#include "ui/shell/selection.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QVBoxLayout>

namespace pdsi {

namespace {
constexpr int wideEnough = 640; // pixels for table and detail side by side
} // namespace

PeoplePane::PeoplePane(Selection &selection, CoverageSource &source, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_source(source)
    , m_model(new PeopleLoadModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_text(new QLineEdit)
    , m_table(new CoverageTable(QStringLiteral("peopleTable"), tr("People on call")))
    , m_detail(new PageBrowser(selection))
    , m_splitter(new QSplitter)
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(PeopleLoadModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_text->setObjectName(QStringLiteral("peopleText"));
    m_text->setPlaceholderText(tr("Name of a person"));
    m_text->setAccessibleName(tr("Filter the people by name"));
    m_text->setClearButtonEnabled(true);
    m_detail->setObjectName(QStringLiteral("personDetail"));
    m_detail->setAccessibleName(tr("Time on call of the selected person"));
    makeTable();
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 0);
    layout->setSpacing(4);
    layout->addWidget(m_text);
    layout->addWidget(m_splitter, 1);
    connect(m_text, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    connect(&source, &CoverageSource::coverageChanged, this, &PeoplePane::coverageChanged);
    connect(&source, &CoverageSource::computingChanged, this, &PeoplePane::showDetail);
    connect(&selection, &Selection::placeChanged, this, &PeoplePane::followPlace);
    coverageChanged();
}

void PeoplePane::makeTable()
{
    m_table->setModel(m_sorted);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // the model's own order: worst first
    m_table->setSortingEnabled(true);
    m_table->setColumnLetters({22, 11, 14, 10, 15, 13});
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        showDetail();
        if (!current.isValid() || m_following)
            return;
        const int person = current.data(PeopleLoadModel::PersonRole).toInt();
        m_selection.selectResource(QStringLiteral("user"), m_model->coverage()->people[static_cast<size_t>(person)].id);
    });
}

void PeoplePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_splitter->setOrientation(width() < wideEnough ? Qt::Vertical : Qt::Horizontal);
}

void PeoplePane::coverageChanged()
{
    m_zones = m_source.coverage() ? CoverageZones(*m_source.coverage()) : CoverageZones();
    m_model->setCoverage(m_source.coverage());
    followPlace();
    showDetail();
}

void PeoplePane::followPlace()
{
    const Place &place = m_selection.place();
    const int row = place.resourceKind == QLatin1String("user") ? m_model->rowOf(place.resourceId) : -1;
    const QModelIndex index = row < 0 ? QModelIndex() : m_sorted->mapFromSource(m_model->index(row, 0));
    if (!index.isValid() || index.row() == m_table->currentIndex().row())
        return;
    const QScopedValueRollback following(m_following, true);
    m_table->showRow(index.row());
}

void PeoplePane::showDetail()
{
    const QModelIndex current = m_table->currentIndex();
    TextPage page;
    if (m_model->coverage() && current.isValid()) {
        page = personPage(*m_model->coverage(), m_zones, current.data(PeopleLoadModel::PersonRole).toInt());
    } else if (!m_model->coverage()) {
        page.line().add(m_source.isComputing() ? tr("Working out who is on call...") : tr("No snapshot is open."));
    } else {
        page.line().add(m_model->rowCount() == 0
                            ? tr("Nobody is known to be on call within the window.")
                            : tr("Choose a person to see what the account loses when this person is away, and overlaps."));
    }
    m_detail->setPage(std::move(page));
}

} // namespace pdsi

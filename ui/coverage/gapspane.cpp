// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/gapspane.h"

#include "ui/coverage/coveragetable.h"
#include "ui/coverage/gapdelegate.h"
#include "ui/coverage/narrowbar.h"
#include "ui/models/coveragesource.h"
#include "ui/models/coveragewords.h"
#include "ui/models/gapsummary.h"
#include "ui/parts/plainlabel.h"
#include "ui/shell/selection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pdsi {

namespace {

constexpr int labelMargin = 4;
const QString scheduleKind = QStringLiteral("schedule");
const QString serviceKind = QStringLiteral("service");

QComboBox *combo(const QString &name, const QString &accessibleName)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return box;
}

} // namespace

GapsPane::GapsPane(Selection &selection, CoverageSource &source, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_source(source)
    , m_model(new GapListModel(this))
    , m_file(new GapCsvFile(this))
    , m_text(new QLineEdit)
    , m_kind(combo(QStringLiteral("gapsKind"), tr("Kind of gap")))
    , m_subject(combo(QStringLiteral("gapsSubject"), tr("Gaps of schedules or services")))
    , m_counted(new QCheckBox(tr("Only what &counts")))
    , m_zone(combo(QStringLiteral("gapsZone"), tr("Time zone of start and end")))
    , m_summary(plainLabel(QStringLiteral("gapsSummary"), labelMargin))
    , m_table(new CoverageTable(QStringLiteral("gapsTable"), tr("Gaps in on-call coverage")))
    , m_empty(plainLabel(QStringLiteral("gapsEmpty"), labelMargin))
    , m_stack(new QStackedWidget)
{
    m_empty->setAlignment(Qt::AlignCenter);
    m_subject->setMinimumContentsLength(18); // "Schedules and services" is what it says at first
    makeTable();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_summary);
    layout->addWidget(m_stack, 1);
    connect(&source, &CoverageSource::coverageChanged, this, &GapsPane::coverageChanged);
    connect(&source, &CoverageSource::computingChanged, this, &GapsPane::showSummary);
    connect(&selection, &Selection::placeChanged, this, &GapsPane::followSelection);
    connect(&selection, &Selection::rangeChanged, this, &GapsPane::followSelection);
    connect(m_file, &GapCsvFile::written, this, &GapsPane::exported);
    coverageChanged();
}

QWidget *GapsPane::makeBar()
{
    m_text->setObjectName(QStringLiteral("gapsText"));
    m_text->setPlaceholderText(tr("Name, policy or kind"));
    m_text->setAccessibleName(tr("Filter the gaps by name, policy or kind"));
    m_text->setClearButtonEnabled(true);
    m_kind->addItem(tr("All kinds"), -1);
    for (int kind = 0; kind <= static_cast<int>(GapKind::Disabled); ++kind)
        m_kind->addItem(wordFor(static_cast<GapKind>(kind)), kind);
    m_subject->addItem(tr("Schedules and services"), -1);
    m_subject->addItem(tr("Schedules"), static_cast<int>(GapSubject::Schedule));
    m_subject->addItem(tr("Services"), static_cast<int>(GapSubject::Service));
    m_zone->addItem(tr("UTC"), static_cast<int>(ZoneChoice::Utc));
    m_zone->addItem(tr("Schedule's time"), static_cast<int>(ZoneChoice::Schedule));
    m_zone->addItem(tr("My time"), static_cast<int>(ZoneChoice::Mine));
    auto *bar = new NarrowBar;
    bar->addToFirst(m_text, 1);
    bar->addToFirst(m_counted);
    bar->addToSecond(m_kind, 1);
    bar->addToSecond(m_subject, 1);
    bar->addToSecond(m_zone, 1);
    connect(m_text, &QLineEdit::textChanged, this, &GapsPane::takeFilter);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &GapsPane::takeFilter);
    connect(m_subject, &QComboBox::currentIndexChanged, this, &GapsPane::takeFilter);
    connect(m_counted, &QCheckBox::toggled, this, &GapsPane::takeFilter);
    connect(m_zone, &QComboBox::currentIndexChanged, this,
            [this] { m_model->setZone(static_cast<ZoneChoice>(m_zone->currentData().toInt())); });
    return bar;
}

void GapsPane::makeTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(GapListModel::KindColumn, new GapDelegate(this));
    m_table->sortByColumn(GapListModel::KindColumn, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_table->setColumnLetters({26, 28, 21, 21, 14, 33, 24, 28, 12});
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid() && !m_following)
            pointAt(current.row());
    });
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) { pointAt(index.row()); });
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        pointAt(index.row());
        Q_EMIT m_selection.detailRequested();
    });
}

void GapsPane::takeFilter()
{
    GapFilter filter;
    filter.text = m_text->text();
    filter.countedOnly = m_counted->isChecked();
    if (const int kind = m_kind->currentData().toInt(); kind >= 0)
        filter.kind = static_cast<GapKind>(kind);
    if (const int subject = m_subject->currentData().toInt(); subject >= 0)
        filter.subject = static_cast<GapSubject>(subject);
    m_model->setFilter(filter);
    showSummary();
    followSelection();
}

void GapsPane::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void GapsPane::clearFilter()
{
    m_text->clear();
    m_kind->setCurrentIndex(0);
    m_subject->setCurrentIndex(0);
    m_counted->setChecked(false);
}

void GapsPane::coverageChanged()
{
    m_model->setCoverage(m_source.coverage());
    showSummary();
    followSelection();
}

void GapsPane::showSummary()
{
    const auto &coverage = m_source.coverage();
    QString summary;
    if (!coverage)
        summary = m_source.isComputing() ? tr("Working out who is on call...") : tr("No snapshot is open.");
    else
        summary = gapSummaryWords(gapSummary(*m_source.inventory(), *coverage, m_model->allEntries()), *coverage);
    const bool any = m_model->rowCount() > 0, filtered = coverage && !m_model->allEntries().empty();
    m_summary->setVisible(any || filtered);
    m_summary->setText(summary);
    if (filtered && !m_model->filter().isEmpty())
        m_summary->setText(tr("%1 listed. %2").arg(m_model->rowCount()).arg(summary));
    m_empty->setText(filtered ? tr("No gap passes the filter.") : summary);
    m_stack->setCurrentWidget(any ? static_cast<QWidget *>(m_table) : m_empty);
}

void GapsPane::pointAt(int row)
{
    const GapListEntry entry = m_model->entry(row);
    const AccountCoverage &coverage = *m_model->coverage();
    const auto index = static_cast<size_t>(entry.index);
    const bool isSchedule = entry.subject == GapSubject::Schedule;
    const QScopedValueRollback pointing(m_pointing, true);
    m_selection.selectResource(isSchedule ? scheduleKind : serviceKind,
                               isSchedule ? coverage.schedules[index].id : coverage.services[index].id);
    m_selection.setRange(Interval{entry.start, entry.end});
    m_selection.setInstant(entry.start);
}

int GapsPane::rowPointedAt() const
{
    const Place &place = m_selection.place();
    const bool isSchedule = place.resourceKind == scheduleKind;
    if (!m_model->coverage() || (!isSchedule && place.resourceKind != serviceKind))
        return -1;
    const GapSubject subject = isSchedule ? GapSubject::Schedule : GapSubject::Service;
    const int index = isSchedule ? m_model->coverage()->scheduleIndex(place.resourceId)
                                 : m_model->coverage()->serviceIndex(place.resourceId);
    const int exact = m_selection.range() ? m_model->rowOf(subject, index, *m_selection.range()) : -1;
    return exact >= 0 ? exact : m_model->firstRowOf(subject, index);
}

void GapsPane::followSelection()
{
    if (m_pointing)
        return;
    const QScopedValueRollback following(m_following, true);
    m_table->showRow(rowPointedAt());
}

std::vector<GapListEntry> GapsPane::chosenEntries() const
{
    std::vector<GapListEntry> entries;
    const QList<int> rows = m_table->chosenRows();
    for (const int row : rows)
        entries.push_back(m_model->entry(row));
    return entries;
}

void GapsPane::exportTo(const QString &path)
{
    if (!m_model->coverage())
        return;
    std::vector<GapListEntry> entries;
    for (int row = 0; row < m_model->rowCount(); ++row)
        entries.push_back(m_model->entry(row));
    m_file->write(path, m_model->coverage(), std::move(entries));
}

} // namespace pdsi

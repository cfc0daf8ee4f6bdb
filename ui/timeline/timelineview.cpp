// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineview.h"

#include "core/report/plaintext.h"
#include "ui/models/whatifwords.h"
#include "ui/parts/whatifbanner.h"
#include "ui/timeline/recomputedschedules.h"
#include "ui/timeline/timelinecanvas.h"
#include "ui/timeline/timelinetips.h"
#include "ui/timeline/timelinewords.h"

#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QUndoStack>
#include <QVBoxLayout>

namespace pdsi {

namespace {
constexpr int everyMinute = 60'000;
} // namespace

TimelineView::TimelineView(Selection &selection, CoverageSource &source, QWidget *parent)
    : QDockWidget(tr("On-call timeline"), parent)
    , m_selection(selection)
    , m_source(source)
    , m_clock(&Clock::system())
    , m_canvas(new TimelineCanvas)
    , m_search(new QLineEdit)
    , m_position(new QLabel)
    , m_detail(new QLabel)
    , m_groupButton(new QToolButton)
    , m_zoneButton(new QToolButton)
    , m_undo(new QUndoStack(this))
{
    setObjectName(QStringLiteral("timeline"));
    m_canvas->setObjectName(QStringLiteral("timelineCanvas"));
    m_canvas->setAccessibleName(tr("On-call timeline"));
    m_canvas->setAccessibleDescription(tr("Arrow keys move between shifts, gaps and rows; N and P jump between gaps; Enter selects."));
    createActions();
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(toolBar());
    layout->addWidget(new WhatIfBanner(m_source));
    layout->addWidget(m_canvas, 1);
    layout->addWidget(m_detail);
    setWidget(content);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setContentsMargins(6, 2, 6, 2);
    m_detail->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // long words never widen the dock
    m_detail->setObjectName(QStringLiteral("timelineDetail"));
    connectAll();
    m_minute.start(everyMinute);
    coverageArrived();
}

TimelineView::~TimelineView() = default;

void TimelineView::connectAll()
{
    connect(&m_source, &CoverageSource::coverageChanged, this, &TimelineView::coverageArrived);
    connect(&m_source, &CoverageSource::computingChanged, this, [this] {
        if (!m_data)
            rebuildRows();
    });
    connect(&m_selection, &Selection::placeChanged, this, [this] { follow(false); });
    connect(&m_selection, &Selection::rangeChanged, this, [this] { follow(true); });
    connect(&m_selection, &Selection::instantChanged, this, &TimelineView::followInstant);
    connect(m_canvas, &TimelineCanvas::itemChosen, this, &TimelineView::itemChosen);
    connect(m_canvas, &TimelineCanvas::currentChanged, this, [this] {
        updateZone();
        updateWords();
    });
    connect(m_canvas, &TimelineCanvas::headerWidthChanged, this, [this] { m_state.headerWidth = m_canvas->headerWidth(); });
    connect(m_canvas, &TimelineCanvas::detailWanted, &m_selection, &Selection::detailRequested);
    connect(m_canvas, &TimelineCanvas::instantChosen, this, [this](Instant instant) {
        const QScopedValueRollback leading(m_leading, true);
        m_selection.setInstant(instant);
    });
    connect(m_canvas, &TimelineCanvas::rangeChosen, this, [this](Interval range) {
        const QScopedValueRollback leading(m_leading, true);
        m_selection.setRange(range);
    });
    connect(&m_minute, &QTimer::timeout, this, &TimelineView::updateNow);
}

void TimelineView::setClock(const Clock &clock)
{
    m_clock = &clock;
    updateNow();
}

QString TimelineView::emptyText() const
{
    if (m_source.isComputing())
        return tr("Working out who is on call...");
    if (!m_data)
        return tr("No snapshot is open. Open one, or the sample account, from the File menu.");
    if (m_state.rows.onlyWithGaps)
        return tr("No row has a gap.");
    return tr("The account has no schedules, policies or services to show.");
}

void TimelineView::coverageArrived()
{
    m_data = m_source.coverage() ? std::make_shared<const TimelineData>(m_source.coverage(), m_source.inventory()) : nullptr;
    rebuildRows();
    updateZone();
    updateNow();
    follow(true);
}

void TimelineView::rebuildRows()
{
    m_canvas->setRows(m_data, m_data ? timelineRows(*m_data, m_state.rows) : std::vector<TimelineRow>(), emptyText());
    updateWords();
}

void TimelineView::updateNow()
{
    if (!m_data)
        return m_canvas->setInstants({}, {});
    const Interval window = m_data->coverage().window();
    const Instant now = m_clock->nowUtc().toSecsSinceEpoch();
    const bool within = now >= window.start && now < window.end;
    const auto &assessment = m_selection.audit().assessment;
    m_canvas->setInstants(assessment ? std::optional(assessment->asOf) : std::nullopt, within ? std::optional(now) : std::nullopt);
}

int TimelineView::currentSchedule() const
{
    const int index = m_canvas->current().row;
    if (index < 0)
        return -1;
    const TimelineLayout &layout = m_canvas->timelineLayout();
    // A heading speaks for its first schedule.
    for (int row = index; row < layout.rowCount() && (row == index || layout.row(row).group == index); ++row) {
        if (layout.row(row).kind == TimelineRowKind::Schedule)
            return layout.row(row).index;
    }
    return -1;
}

void TimelineView::updateZone()
{
    QTimeZone zone = QTimeZone::utc();
    switch (m_state.zone) {
    case TimelineZone::Utc: break;
    case TimelineZone::Mine: zone = QTimeZone::systemTimeZone(); break;
    case TimelineZone::Schedule:
    case TimelineZone::Account:
        if (m_data)
            zone = m_data->accountZone();
        if (const int schedule = currentSchedule(); m_state.zone == TimelineZone::Schedule && schedule >= 0 && m_data->zoneOf(schedule).isValid())
            zone = m_data->zoneOf(schedule);
        break;
    }
    if (zone != m_canvas->zone())
        m_canvas->setZone(zone);
}

void TimelineView::updateWords()
{
    const TimelineItem &current = m_canvas->current();
    const GapSequence &gaps = m_canvas->gaps();
    const std::optional<int> position = gaps.positionOf(current);
    m_position->setText(!m_data ? QString()
                        : position ? tr("Gap %1 of %2").arg(*position + 1).arg(gaps.size())
                        : gaps.size() == 1 ? tr("1 gap") : tr("%1 gaps").arg(gaps.size()));
    m_position->setToolTip(tr("%1 of them without anybody on any level").arg(gaps.sizeOfWorst()));
    if (const TimelineSearch &search = m_canvas->search(); search.isActive()) {
        m_detail->setText(search.rowsFound() == 1 ? tr("1 row found.") : tr("%1 rows found. Enter goes to the next one.").arg(search.rowsFound()));
        return;
    }
    if (current.kind == TimelineItem::Kind::None) {
        m_detail->setText(m_data ? tr("Click a bar or a gap, or use the arrow keys, to see who, until when and why.") : QString());
        return;
    }
    const TimelineTips tips(m_canvas->timelineLayout(), m_canvas->zone(), m_canvas->recomputed());
    m_detail->setText(tips.forItem(current, m_canvas->timelineLayout().extent(current).start).join(QStringLiteral("  \u00b7  ")));
}

/// Row of the place, or of what stands for it in this grouping.
int TimelineView::rowFor(const Place &place) const
{
    const TimelineLayout &layout = m_canvas->timelineLayout();
    const AccountCoverage &coverage = m_data->coverage();
    int row = layout.rowOf(place.resourceKind, place.resourceId);
    int policy = -1;
    if (row < 0 && place.resourceKind == kindOf(TimelineRowKind::Service)) {
        if (const int service = coverage.serviceIndex(place.resourceId); service >= 0)
            policy = coverage.services[size_t(service)].policy;
        if (policy >= 0)
            row = layout.rowOf(kindOf(TimelineRowKind::Policy), coverage.policies[size_t(policy)].id);
    } else if (row < 0 && place.resourceKind == kindOf(TimelineRowKind::Policy)) {
        policy = coverage.policyIndex(place.resourceId);
    }
    std::vector<int> schedules;
    if (row < 0 && policy >= 0) {
        for (const CoveredLevel &level : coverage.policies[size_t(policy)].levels)
            schedules.insert(schedules.end(), level.schedules.begin(), level.schedules.end());
    } else if (const int person = coverage.personIndex(place.resourceId); row < 0 && person >= 0 && place.resourceKind == kindOf(TimelineRowKind::Person)) {
        schedules = coverage.people[size_t(person)].schedules;
    }
    for (size_t i = 0; i < schedules.size() && row < 0; ++i)
        row = layout.rowOf(kindOf(TimelineRowKind::Schedule), coverage.schedules[size_t(schedules[i])].id);
    return row;
}

void TimelineView::follow(bool withRange)
{
    const std::optional<Interval> range = m_selection.range();
    m_canvas->setRange(range);
    if (m_leading || !m_data || m_canvas->timelineLayout().isEmpty())
        return;
    const int row = rowFor(m_selection.place());
    if (row >= 0) {
        const std::span<const CoverageGap> gaps = m_canvas->timelineLayout().gaps(row);
        const auto found = std::find_if(gaps.begin(), gaps.end(), [&](const CoverageGap &gap) {
            return range && gap.start == range->start && gap.end == range->end;
        });
        if (found != gaps.end())
            return m_canvas->setCurrent({TimelineItem::Kind::Gap, row, int(found - gaps.begin())}, TimelineCanvas::Reveal::Zoom);
        m_canvas->setCurrent({TimelineItem::Kind::Row, row, -1}, TimelineCanvas::Reveal::Pan);
    }
    constexpr double worthSeeing = 14;
    if (withRange && range)
        m_canvas->setScale(m_canvas->scale().revealing(*range, worthSeeing));
}

void TimelineView::followInstant()
{
    const std::optional<Instant> instant = m_selection.instant();
    m_canvas->setCursorInstant(instant);
    if (instant && !m_leading)
        m_canvas->setScale(m_canvas->scale().reaching({*instant, *instant}));
}

void TimelineView::itemChosen(const TimelineItem &item)
{
    const TimelineLayout &layout = m_canvas->timelineLayout();
    const TimelineRow &row = layout.row(item.row);
    const QScopedValueRollback leading(m_leading, true);
    if (const QString id = idOf(layout.data(), row); !id.isEmpty())
        m_selection.selectResource(kindOf(row.kind), id);
    m_selection.setRange(item.kind == TimelineItem::Kind::Gap ? std::optional(layout.extent(item)) : std::nullopt);
}

QString TimelineView::pictureTitle() const
{
    const auto &assessment = m_selection.audit().assessment;
    const QString account = !assessment ? QString()
        : assessment->subdomain.isEmpty() ? assessment->snapshot.account.baseUrl : assessment->subdomain;
    const QString title = tr("On-call coverage of %1").arg(plainText(account));
    const QString supposed = m_data ? whatIfWords(*m_source.inventory(), m_data->coverage().options.whatIf) : QString();
    return supposed.isEmpty() ? title : title + QLatin1Char('\n') + supposed;
}

} // namespace pdsi

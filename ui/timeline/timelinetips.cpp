// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinetips.h"

#include "core/coverage/gaplist.h"
#include "core/coverage/zonedtime.h"
#include "core/report/plaintext.h"
#include "ui/models/translate.h"
#include "ui/timeline/recomputedschedules.h"
#include "ui/timeline/timelinewords.h"

namespace pdsi {

namespace {

QString userName(const TimelineData &data, const QString &id)
{
    if (id.isEmpty())
        return tr("nobody");
    const int person = data.coverage().personIndex(id);
    return person < 0 ? plainText(id) : personName(data, person);
}

bool isSupposedAway(const TimelineData &data, int person)
{
    const AccountCoverage &coverage = data.coverage();
    return person >= 0 && coverage.options.whatIf.awayPeople.contains(coverage.people[size_t(person)].id);
}

QString livenessWords(const TimelineData &data, const CoverageBar &bar)
{
    switch (bar.liveness) {
    case Liveness::Unknown: return tr("Not known whether this person can be paged.");
    case Liveness::Nobody:
        return isSupposedAway(data, bar.person) ? tr("Away in this what-if: nobody is paged.")
                                                : tr("This user is gone: nobody is paged.");
    case Liveness::Live: break;
    }
    return {};
}

} // namespace

/// By the clocks of the person, when they are known and show something else.
QStringList TimelineTips::localTimes(const CoverageBar &bar) const
{
    const User *user = m_layout.data().inventory().user(m_layout.data().coverage().people[size_t(bar.person)].id);
    const QTimeZone zone = user ? zoneNamed(user->timeZone) : QTimeZone();
    if (!zone.isValid() || zone == m_zone)
        return {};
    return {tr("For this person: %1").arg(timelineStretch({bar.start, bar.end}, zone))};
}

QString TimelineTips::sourceWords(int row, const CoverageBar &bar) const
{
    const TimelineRow &one = m_layout.row(row);
    if (one.kind == TimelineRowKind::Person)
        return tr("Direct target of level %1: always on call").arg(one.level + 1);
    if (bar.source == EntrySource::Override)
        return tr("Override");
    if (bar.source == EntrySource::CustomShift)
        return tr("Custom shift");
    const Schedule &schedule = m_layout.data().inventory().schedules[size_t(one.index)];
    qint16 layer = bar.layer;
    if (layer < 0 && schedule.generation == ScheduleGeneration::LayerBased) {
        const QString userId = m_layout.data().coverage().people[size_t(bar.person)].id;
        for (const RecomputedEntry &entry : m_recomputed.of(one.index).entries) {
            if (entry.start > bar.start || entry.end <= bar.start || entry.userId != userId)
                continue;
            if (entry.layer < 0)
                return tr("Override");
            layer = entry.layer;
        }
    }
    if (layer >= 0 && size_t(layer) < schedule.layers.size()) {
        const QString name = plainText(schedule.layers[size_t(layer)].name);
        return name.isEmpty() ? tr("Layer %1").arg(layer + 1) : tr("Layer: %1").arg(name);
    }
    return bar.source == EntrySource::Rotation ? tr("Rotation") : QString();
}

QStringList TimelineTips::differenceAt(int row, Instant at) const
{
    const TimelineRow &one = m_layout.row(row);
    if (one.kind != TimelineRowKind::Schedule)
        return {};
    for (const RenderingDifference &difference : m_recomputed.of(one.index).differences) {
        if (difference.start <= at && at < difference.end)
            return {tr("PagerDuty rendered %1; by the schedule's rules it is %2.")
                        .arg(userName(m_layout.data(), difference.renderedUserId), userName(m_layout.data(), difference.recomputedUserId))};
    }
    return {};
}

QStringList TimelineTips::forBar(const TimelineItem &item, Instant at) const
{
    const CoverageBar &bar = m_layout.bars(item.row)[size_t(item.index)];
    const TimelineRow &row = m_layout.row(item.row);
    QStringList lines{personName(m_layout.data(), bar.person)};
    if (row.kind == TimelineRowKind::Schedule)
        lines << rowName(m_layout.data(), row);
    lines << timelineStretch({bar.start, bar.end}, m_zone) << timelineDuration(bar.end - bar.start);
    lines << localTimes(bar) << sourceWords(item.row, bar) << livenessWords(m_layout.data(), bar);
    return lines << differenceAt(item.row, at);
}

/// What becomes of a gap of a schedule, policy by policy: "Payments: level 2 answers, nobody for 1 h".
QStringList TimelineTips::caughtWords(const TimelineRow &row, const CoverageGap &gap) const
{
    constexpr size_t most = 4;
    const AccountCoverage &coverage = m_layout.data().coverage();
    std::vector<int> policies = coverage.schedules[size_t(row.index)].policies;
    if (row.policy >= 0)
        policies = {row.policy};
    QStringList lines;
    for (size_t i = 0; i < std::min(most, policies.size()); ++i) {
        const CoveredPolicy &policy = coverage.policies[size_t(policies[i])];
        const PolicyCatch caught = caughtBy(policy, policies[i], {gap.start, gap.end});
        QStringList parts;
        for (const qint8 level : caught.levels)
            parts << tr("level %1 answers").arg(level + 1);
        if (caught.nobodySeconds > 0)
            parts << tr("nobody for %1").arg(timelineDuration(caught.nobodySeconds));
        if (caught.unknownSeconds > 0)
            parts << tr("not known for %1").arg(timelineDuration(caught.unknownSeconds));
        lines << QStringLiteral("%1: %2").arg(plainText(policy.name), parts.join(QStringLiteral(", ")));
    }
    if (policies.size() > most)
        lines << tr("and %1 more policies").arg(policies.size() - most);
    return lines;
}

QStringList TimelineTips::forGap(const TimelineItem &item) const
{
    const CoverageGap &gap = m_layout.gaps(item.row)[size_t(item.index)];
    const TimelineRow &row = m_layout.row(item.row);
    QStringList lines{gapLabels(gap).first(), rowName(m_layout.data(), row), timelineStretch({gap.start, gap.end}, m_zone),
                      gapMeaning(gap, row.kind)};
    if (!gap.counted && (gap.kind == GapKind::Nobody || gap.kind == GapKind::CaughtByLevel))
        lines << tr("Shorter than what counts as a gap.");
    if (row.kind == TimelineRowKind::Schedule)
        lines << caughtWords(row, gap);
    const IndexRange range = m_layout.barsIn(item.row, {gap.start, gap.end});
    for (int i = range.first; i < range.last; ++i) {
        const CoverageBar &bar = m_layout.bars(item.row)[size_t(i)];
        if (bar.person >= 0 && bar.liveness == Liveness::Nobody) {
            lines << (isSupposedAway(m_layout.data(), bar.person) ? tr("The schedule names %1, who is away in this what-if.")
                                                                  : tr("The schedule names %1, who is gone."))
                         .arg(personName(m_layout.data(), bar.person));
            break;
        }
    }
    return lines << differenceAt(item.row, gap.start);
}

QStringList TimelineTips::forRow(const TimelineItem &item) const
{
    const TimelineRow &row = m_layout.row(item.row);
    QStringList lines{rowName(m_layout.data(), row), rowKindWord(row.kind)};
    if (row.level >= 0)
        lines << tr("Level %1").arg(row.level + 1);
    if (row.kind == TimelineRowKind::Team || row.kind == TimelineRowKind::Person)
        return lines;
    lines << summaryWords(row.summary);
    if (row.kind != TimelineRowKind::Schedule)
        return lines;
    const CoveredSchedule &schedule = m_layout.data().coverage().schedules[size_t(row.index)];
    lines << tr("Time zone: %1").arg(plainText(schedule.zone));
    if (!schedule.inUse)
        lines << tr("No active service uses this schedule.");
    const RecomputedSchedule &recomputed = m_recomputed.of(row.index);
    if (!recomputed.differences.empty())
        lines << tr("For %1 PagerDuty rendered something else than the schedule's rules give.").arg(timelineDuration(recomputed.differingSeconds()));
    return lines;
}

QStringList TimelineTips::forItem(const TimelineItem &item, Instant at) const
{
    QStringList lines;
    switch (item.kind) {
    case TimelineItem::Kind::None: break;
    case TimelineItem::Kind::Row: lines = forRow(item); break;
    case TimelineItem::Kind::Bar: lines = forBar(item, at); break;
    case TimelineItem::Kind::Gap: lines = forGap(item); break;
    }
    lines.removeAll(QString());
    return lines;
}

int TimelineTips::handoffAt(int row, Instant at, qint64 reach) const
{
    const IndexRange range = m_layout.barsIn(row, {at - reach, at + reach + 1});
    for (int i = range.first; i < range.last; ++i) {
        if (std::abs(m_layout.bars(row)[size_t(i)].start - at) <= reach && !forHandoff(row, i).isEmpty())
            return i;
    }
    return -1;
}

QStringList TimelineTips::forHandoff(int row, int bar) const
{
    constexpr int lanes = 4; // who goes is among those who began a little earlier
    const std::span<const CoverageBar> bars = m_layout.bars(row);
    const CoverageBar &to = bars[size_t(bar)];
    for (int before = bar - 1; to.person >= 0 && before >= std::max(0, bar - lanes); --before) {
        const CoverageBar &from = bars[size_t(before)];
        if (from.end == to.start && from.person != to.person && from.person >= 0)
            return {tr("Handoff"), timelineInstant(to.start, m_zone),
                    tr("From %1 to %2").arg(personName(m_layout.data(), from.person), personName(m_layout.data(), to.person)),
                    rowName(m_layout.data(), m_layout.row(row))};
    }
    return {};
}

QString TimelineTips::asHtml(const QStringList &lines)
{
    QStringList escaped;
    for (const QString &line : lines)
        escaped << line.toHtmlEscaped();
    if (!escaped.isEmpty())
        escaped.first() = QStringLiteral("<b>%1</b>").arg(escaped.first());
    return escaped.join(QStringLiteral("<br>"));
}

} // namespace pdsi

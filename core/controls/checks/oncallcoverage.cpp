// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/gapcover.h"
#include "core/controls/usage.h"

#include <algorithm>

namespace pdsi {

namespace {

/// "1 d 2 h 3 min 4 s", without the parts that are zero.
QString durationText(qint64 seconds)
{
    QStringList parts;
    const auto add = [&](qint64 n, const char *unit) {
        if (n > 0)
            parts.append(QString::number(n) + QLatin1Char(' ') + QLatin1String(unit));
    };
    add(seconds / 86'400, "d");
    add(seconds / 3'600 % 24, "h");
    add(seconds / 60 % 60, "min");
    add(seconds % 60, "s");
    return parts.join(QLatin1Char(' '));
}

bool isFinding(const IntervalSet &gaps, qint64 leastSeconds)
{
    return std::any_of(gaps.intervals().begin(), gaps.intervals().end(),
                       [&](const Interval &gap) { return gap.seconds() >= leastSeconds; });
}

QList<Evidence> evidenceOf(const Schedule &schedule, const ScheduleFacts &facts)
{
    QList<Evidence> evidence;
    if (schedule.finalSource.requestId > 0)
        evidence.append(evidenceAt(schedule.finalSource));
    else
        evidence.append(evidenceAt(schedule.source, "/final_schedule"));
    for (const SourceRef &more : schedule.moreFinalSources)
        evidence.append(evidenceAt(more));
    for (const ScheduleUse &use : facts.uses)
        evidence.append(evidenceAt(use.policy->source, use.target->pointer, ""));
    return evidence;
}

Outcome withGaps(const EvaluationContext &context, const Schedule &schedule, const IntervalSet &gaps)
{
    const GapCover cover(context.facts(), schedule);
    QList<Gap> listedGaps;
    qint64 longest = 0;
    qsizetype nobody = 0;
    for (const Interval &gap : gaps.intervals()) {
        listedGaps.append({gap.start, gap.end, cover.coveredBy(gap)});
        longest = std::max(longest, gap.seconds());
        nobody += listedGaps.back().coveredBy.isEmpty() ? 1 : 0;
    }
    const Interval first = gaps.intervals().front();
    const QString message =
        QStringLiteral("%1 has %2 in the next %3, the longest %4, the first from %5 to %6; %7.")
            .arg(quoted(schedule.name), counted(listedGaps.size(), "gap"),
                 counted(context.parameters.scheduleCoverageDays, "day"), durationText(longest),
                 formatInstant(first.start), formatInstant(first.end),
                 nobody == 0 ? QStringLiteral("another level is on call in all of them")
                             : QStringLiteral("in %1 of them nobody is on call on any level").arg(nobody));
    Outcome failed = outcome(OutcomeStatus::Fail, resourceRef("schedule", schedule), message,
                             evidenceOf(schedule, context.facts().schedule(schedule)));
    failed.gaps = listedGaps;
    return failed;
}

Outcome judgeSchedule(const EvaluationContext &context, const Schedule &schedule)
{
    const SharedFacts &facts = context.facts();
    const ScheduleFacts &known = facts.schedule(schedule);
    const int least = context.parameters.minGapSeconds;
    const IntervalSet certainGaps = known.coverage.possible().complementIn(facts.window);
    if (isFinding(certainGaps, least))
        return withGaps(context, schedule, certainGaps);
    const ResourceRef resource = resourceRef("schedule", schedule);
    const QList<Evidence> evidence = evidenceOf(schedule, known);
    const QString days = counted(context.parameters.scheduleCoverageDays, "day");
    if (isFinding(known.coverage.live.complementIn(facts.window), least))
        return undetermined(
            known.whyUnknown, resource,
            known.rendered ? QStringLiteral("Whether %1 has gaps in the next %2 is not known for all of that time.")
                                 .arg(quoted(schedule.name), days)
                           : QStringLiteral("The final schedule of %1 was not rendered.").arg(quoted(schedule.name)),
            evidence);
    return outcome(OutcomeStatus::Pass, resource,
                   QStringLiteral("%1 has no gap of %2 or more in the next %3.")
                       .arg(quoted(schedule.name), durationText(least), days),
                   evidence);
}

} // namespace

QList<Outcome> onCallCoverage(const Inventory &inventory, const EvaluationContext &context)
{
    QList<Outcome> outcomes;
    for (const Schedule &schedule : inventory.schedules) {
        const auto unused =
            unlessInUse(context.facts().schedule(schedule).inUse, resourceRef("schedule", schedule), schedule.source);
        outcomes.append(unused ? *unused : judgeSchedule(context, schedule));
    }
    return outcomes;
}

} // namespace pdsi

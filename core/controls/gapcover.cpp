// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/gapcover.h"

#include <QStringList>

namespace pdsi {

namespace {

/// The lowest level that covers the whole gap, else the levels that do so together; empty when they do not.
QString coveringLevels(const std::vector<IntervalSet> &levels, Interval gap)
{
    IntervalSet together;
    QStringList parts;
    for (size_t i = 0; i < levels.size(); ++i) {
        if (levels[i].covers(gap))
            return QStringLiteral("level %1").arg(i + 1);
        if (!levels[i].touches(gap))
            continue;
        together = together.united(levels[i].intersected(IntervalSet({gap})));
        parts.append(QString::number(i + 1));
    }
    return together.covers(gap) ? QStringLiteral("levels ") + parts.join(QStringLiteral(", ")) : QString();
}

QString coveringLevels(const std::vector<Coverage> &levels, Interval gap)
{
    std::vector<IntervalSet> certain, possible;
    for (const Coverage &level : levels)
        certain.push_back(level.live);
    if (const QString covering = coveringLevels(certain, gap); !covering.isEmpty())
        return covering;
    for (const Coverage &level : levels)
        possible.push_back(level.possible());
    const QString perhaps = coveringLevels(possible, gap);
    return perhaps.isEmpty() ? perhaps : perhaps + QStringLiteral(" (not confirmed)");
}

} // namespace

GapCover::GapCover(const SharedFacts &facts, const Schedule &schedule)
{
    const auto ofOtherTarget = [&](const Reference &target) {
        return isScheduleTarget(target) && target.id == schedule.id ? Coverage() : facts.targetCoverage(target);
    };
    QSet<const EscalationPolicy *> seen;
    for (const ScheduleUse &use : facts.schedule(schedule).uses) {
        if (seen.contains(use.policy))
            continue;
        seen.insert(use.policy);
        m_policies.push_back({use.policy->name, levelCoverages(use.policy->rules, ofOtherTarget)});
    }
}

QString GapCover::coveredBy(Interval gap) const
{
    QStringList answers, withPolicy;
    for (const PolicyCover &policy : m_policies) {
        const QString levels = coveringLevels(policy.levels, gap);
        if (levels.isEmpty())
            return {};
        withPolicy.append(levels + QStringLiteral(" of ") + policy.policyName);
        if (!answers.contains(levels))
            answers.append(levels);
    }
    return answers.size() < 2 ? answers.join(QString()) : withPolicy.join(QStringLiteral(", "));
}

} // namespace pdsi

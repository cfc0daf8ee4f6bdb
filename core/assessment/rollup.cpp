// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/rollup.h"

#include <algorithm>

namespace pdsi {

namespace {

QString wordsOf(OutcomeStatus status)
{
    switch (status) {
    case OutcomeStatus::Error: return QStringLiteral("could not be judged");
    case OutcomeStatus::Fail: return QStringLiteral("failed");
    case OutcomeStatus::NotDetermined: return QStringLiteral("not determined");
    case OutcomeStatus::Manual: return QStringLiteral("to be looked at by a person");
    case OutcomeStatus::Pass: return QStringLiteral("passed");
    case OutcomeStatus::NotApplicable: return QStringLiteral("not applicable");
    }
    return {};
}

/// One sentence with every count that is not zero, worst first.
QString sentence(const ControlResult &result)
{
    QStringList parts;
    for (const OutcomeStatus status :
         {OutcomeStatus::Error, OutcomeStatus::Fail, OutcomeStatus::NotDetermined, OutcomeStatus::Manual,
          OutcomeStatus::Pass, OutcomeStatus::NotApplicable}) {
        if (const int n = result.counts.of(status); n > 0)
            parts << QStringLiteral("%1 %2").arg(n).arg(wordsOf(status));
    }
    if (parts.isEmpty())
        return QStringLiteral("There is nothing in the account that this control applies to.");
    const QString resources = result.population == 1 ? QStringLiteral("1 resource")
                                                     : QStringLiteral("%1 resources").arg(result.population);
    return QStringLiteral("Of %1 looked at: %2.").arg(resources, parts.join(QStringLiteral(", ")));
}

} // namespace

ControlResult rollUp(const ControlInfo &info, std::span<const AssessedOutcome> outcomes)
{
    ControlResult result;
    result.info = info;
    QSet<QString> resources;
    for (const AssessedOutcome &outcome : outcomes) {
        result.counts.add(outcome.status);
        result.status = std::min(result.status, outcome.status);
        if (outcome.waiver)
            ++result.waived;
        if (outcome.resource.id != QLatin1String("*"))
            resources.insert(outcome.resource.kind + QLatin1Char('\n') + outcome.resource.id);
    }
    result.population = int(resources.size());
    const auto unsure = std::find_if(outcomes.begin(), outcomes.end(), [](const AssessedOutcome &outcome) {
        return outcome.status == OutcomeStatus::NotDetermined;
    });
    if (result.status == OutcomeStatus::NotDetermined && unsure != outcomes.end())
        result.reason = unsure->reason;
    // One outcome says more than its count.
    result.message = outcomes.size() == 1 ? outcomes.front().message : sentence(result);
    return result;
}

bool outcomeLess(const AssessedOutcome &a, const AssessedOutcome &b)
{
    return std::tie(a.status, a.resource.name, a.resource.id, a.resource.kind, a.message)
        < std::tie(b.status, b.resource.name, b.resource.id, b.resource.kind, b.message);
}

} // namespace pdsi

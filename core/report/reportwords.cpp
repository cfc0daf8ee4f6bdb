// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportwords.h"

#include <QLocale>

#include <array>

namespace pdsi {

namespace {

/// In the order of ResourceClass.
constexpr std::array classNames{
    "sign-in", "abilities", "users", "contact methods asked for one by one", "notification rules asked for one by one",
    "teams", "team members", "services", "integrations asked for one by one", "escalation policies",
    "layer-based schedules", "shift-based schedules", "on-call entries", "business services",
    "dependencies of business services", "dependencies of services", "webhooks", "extensions", "extension schemas",
    "add-ons", "tags", "vendors", "priorities", "incidents", "log entries", "change events", "incident workflows",
    "workflow triggers", "maintenance windows", "licences", "session limits", "IP allow lists", "standards scores",
    "audit records, latest 31 days", "audit records, probes further back", "audit records of API keys, latest 31 days",
    "audit records of API keys, further back", "OAuth delegations", "analytics",
};
static_assert(classNames.size() == resourceClassCount);

} // namespace

QString statusWords(OutcomeStatus status)
{
    switch (status) {
    case OutcomeStatus::NotDetermined: return QStringLiteral("not determined");
    case OutcomeStatus::NotApplicable: return QStringLiteral("not applicable");
    default: return outcomeStatusName(status);
    }
}

QString statusMeaning(OutcomeStatus status)
{
    switch (status) {
    case OutcomeStatus::Error: return QStringLiteral("this program failed; nothing is concluded.");
    case OutcomeStatus::Fail: return QStringLiteral("the requirement is broken, and the evidence shows it.");
    case OutcomeStatus::NotDetermined: return QStringLiteral("what is needed could not be read; nothing is concluded.");
    case OutcomeStatus::Manual: return QStringLiteral("the API cannot show it; a person looks and attests.");
    case OutcomeStatus::Pass: return QStringLiteral("everything needed was read, and the requirement holds.");
    case OutcomeStatus::NotApplicable: return QStringLiteral("the control does not concern this resource.");
    }
    return {};
}

const QList<OutcomeStatus> &statusesWorstFirst()
{
    static const QList<OutcomeStatus> statuses{OutcomeStatus::Error,  OutcomeStatus::Fail, OutcomeStatus::NotDetermined,
                                               OutcomeStatus::Manual, OutcomeStatus::Pass, OutcomeStatus::NotApplicable};
    return statuses;
}

QString statusCountWords(const StatusCounts &counts)
{
    QStringList parts;
    for (const OutcomeStatus status : statusesWorstFirst()) {
        if (counts.of(status) > 0)
            parts << QStringLiteral("%1 %2").arg(counts.of(status)).arg(statusWords(status));
    }
    return parts.isEmpty() ? QStringLiteral("none") : parts.join(QStringLiteral(", "));
}

QString reasonWords(ReasonCode reason)
{
    switch (reason) {
    case ReasonCode::Permission: return QStringLiteral("The key may not read this, or may not see everything.");
    case ReasonCode::Plan: return QStringLiteral("The account's plan does not include this.");
    case ReasonCode::NotExposed: return QStringLiteral("PagerDuty shows this through no API.");
    case ReasonCode::Partial: return QStringLiteral("Some pages or resources are missing.");
    case ReasonCode::Cap: return QStringLiteral("PagerDuty lists no more than 10,000 of these.");
    case ReasonCode::Failed: return QStringLiteral("PagerDuty did not answer, or not readably.");
    case ReasonCode::NotCollected: return QStringLiteral("This was not asked for.");
    }
    return {};
}

QString reasonLabel(ReasonCode reason)
{
    switch (reason) {
    case ReasonCode::Permission: return QStringLiteral("no permission");
    case ReasonCode::Plan: return QStringLiteral("not in the plan");
    case ReasonCode::NotExposed: return QStringLiteral("no API shows it");
    case ReasonCode::Partial: return QStringLiteral("partly read");
    case ReasonCode::Cap: return QStringLiteral("over 10,000");
    case ReasonCode::Failed: return QStringLiteral("no readable answer");
    case ReasonCode::NotCollected: return QStringLiteral("not asked for");
    }
    return {};
}

QString stateWords(CollectionState state)
{
    return state == CollectionState::NotCollected ? QStringLiteral("not collected") : collectionStateName(state);
}

QString classWords(ResourceClass resourceClass)
{
    return QString::fromLatin1(classNames.at(static_cast<std::size_t>(resourceClass)));
}

QString signInWords(SignInKind kind)
{
    switch (kind) {
    case SignInKind::ApiKey: return QStringLiteral("an API key");
    case SignInKind::OAuth: return QStringLiteral("OAuth");
    case SignInKind::Snapshot: return QStringLiteral("a saved snapshot");
    case SignInKind::Sample: return QStringLiteral("the sample account");
    }
    return {};
}

QString lengthWords(qint64 seconds)
{
    const std::pair<qint64, QString> units[] = {{secondsPerDay, QStringLiteral("d")},
                                                {3'600, QStringLiteral("h")},
                                                {60, QStringLiteral("min")},
                                                {1, QStringLiteral("s")}};
    QStringList parts;
    for (const auto &[length, unit] : units) {
        const qint64 count = seconds / length;
        seconds %= length;
        if (count > 0 && parts.size() < 2)
            parts << QStringLiteral("%1 %2").arg(count).arg(unit);
    }
    return parts.isEmpty() ? QStringLiteral("0 s") : parts.join(QLatin1Char(' '));
}

QString gapKindWords(GapKind kind)
{
    switch (kind) {
    case GapKind::Nobody: return QStringLiteral("nobody on call");
    case GapKind::CaughtByLevel: return QStringLiteral("caught by another level");
    case GapKind::Unknown: return QStringLiteral("not known");
    case GapKind::OffHours: return QStringLiteral("intended off-hours");
    case GapKind::Maintenance: return QStringLiteral("maintenance");
    case GapKind::Disabled: return QStringLiteral("service disabled");
    }
    return {};
}

QString dayWords(Instant instant)
{
    const QDateTime when = QDateTime::fromSecsSinceEpoch(instant, Qt::UTC);
    return QLocale::c().toString(when.date(), QStringLiteral("ddd d MMM yyyy"));
}

} // namespace pdsi

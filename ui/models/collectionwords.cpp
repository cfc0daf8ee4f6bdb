// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/collectionwords.h"

#include "ui/models/translate.h"

#include <array>

namespace pdsi {

namespace {

/// In the order of ResourceClass.
constexpr std::array classWords{
    QT_TRANSLATE_NOOP("pdsi", "Sign-in"),
    QT_TRANSLATE_NOOP("pdsi", "Abilities"),
    QT_TRANSLATE_NOOP("pdsi", "Users"),
    QT_TRANSLATE_NOOP("pdsi", "Contact methods asked for one by one"),
    QT_TRANSLATE_NOOP("pdsi", "Notification rules asked for one by one"),
    QT_TRANSLATE_NOOP("pdsi", "Teams"),
    QT_TRANSLATE_NOOP("pdsi", "Team members"),
    QT_TRANSLATE_NOOP("pdsi", "Services"),
    QT_TRANSLATE_NOOP("pdsi", "Integrations asked for one by one"),
    QT_TRANSLATE_NOOP("pdsi", "Escalation policies"),
    QT_TRANSLATE_NOOP("pdsi", "Layer-based schedules"),
    QT_TRANSLATE_NOOP("pdsi", "Shift-based schedules"),
    QT_TRANSLATE_NOOP("pdsi", "On-call entries"),
    QT_TRANSLATE_NOOP("pdsi", "Business services"),
    QT_TRANSLATE_NOOP("pdsi", "Dependencies of business services"),
    QT_TRANSLATE_NOOP("pdsi", "Dependencies of services"),
    QT_TRANSLATE_NOOP("pdsi", "Webhooks"),
    QT_TRANSLATE_NOOP("pdsi", "Extensions"),
    QT_TRANSLATE_NOOP("pdsi", "Extension schemas"),
    QT_TRANSLATE_NOOP("pdsi", "Add-ons"),
    QT_TRANSLATE_NOOP("pdsi", "Tags"),
    QT_TRANSLATE_NOOP("pdsi", "Vendors"),
    QT_TRANSLATE_NOOP("pdsi", "Priorities"),
    QT_TRANSLATE_NOOP("pdsi", "Incidents"),
    QT_TRANSLATE_NOOP("pdsi", "Log entries"),
    QT_TRANSLATE_NOOP("pdsi", "Change events"),
    QT_TRANSLATE_NOOP("pdsi", "Incident workflows"),
    QT_TRANSLATE_NOOP("pdsi", "Workflow triggers"),
    QT_TRANSLATE_NOOP("pdsi", "Maintenance windows"),
    QT_TRANSLATE_NOOP("pdsi", "Licences"),
    QT_TRANSLATE_NOOP("pdsi", "Session limits"),
    QT_TRANSLATE_NOOP("pdsi", "IP allow lists"),
    QT_TRANSLATE_NOOP("pdsi", "Standards scores"),
    QT_TRANSLATE_NOOP("pdsi", "Audit records, latest 31 days"),
    QT_TRANSLATE_NOOP("pdsi", "Audit records, probes further back"),
    QT_TRANSLATE_NOOP("pdsi", "Audit records of API keys, latest 31 days"),
    QT_TRANSLATE_NOOP("pdsi", "Audit records of API keys, further back"),
    QT_TRANSLATE_NOOP("pdsi", "OAuth delegations"),
    QT_TRANSLATE_NOOP("pdsi", "Analytics"),
};
static_assert(classWords.size() == resourceClassCount);

} // namespace

QString wordFor(CollectionState state)
{
    switch (state) {
    case CollectionState::Complete: return tr("Complete");
    case CollectionState::Partial: return tr("Partial");
    case CollectionState::Denied: return tr("Denied");
    case CollectionState::Unavailable: return tr("Unavailable");
    case CollectionState::Failed: return tr("Failed");
    case CollectionState::NotCollected: return tr("Not collected");
    }
    return {};
}

QString sentenceFor(ReasonCode reason)
{
    switch (reason) {
    case ReasonCode::Permission:
        return tr("The key may not read this, or may not see everything. Collect with a read-only account key.");
    case ReasonCode::Plan: return tr("The account's plan does not include this.");
    case ReasonCode::NotExposed: return tr("PagerDuty shows this through no API. A person has to look and attest.");
    case ReasonCode::Partial: return tr("Some pages or resources are missing. Collect again.");
    case ReasonCode::Cap: return tr("PagerDuty lists no more than 10,000 of these; the rest is out of reach.");
    case ReasonCode::Failed: return tr("PagerDuty did not answer, or not readably. Collect again.");
    case ReasonCode::NotCollected: return tr("This was not asked for when the snapshot was collected.");
    }
    return {};
}

QString classWord(ResourceClass resourceClass) { return tr(classWords.at(static_cast<size_t>(resourceClass))); }

QString reconciliationSentence(const ResourceClassState &state)
{
    QString sentence = tr("%1: %2").arg(classWord(state.resourceClass), wordFor(state.state).toLower());
    if (state.state != CollectionState::NotCollected) {
        sentence += state.reportedTotal
            ? tr(", %1 received of %2 the account reports").arg(state.received).arg(*state.reportedTotal)
            : tr(", %1 received, the account reports no total").arg(state.received);
    }
    if (state.duplicatesDropped > 0)
        sentence += tr(", %1 sent twice and counted once").arg(state.duplicatesDropped);
    sentence += QLatin1Char('.');
    if (state.reason)
        sentence += QLatin1Char(' ') + sentenceFor(*state.reason);
    return sentence;
}

QString durationWords(qint64 seconds)
{
    QStringList parts;
    const auto add = [&](qint64 n, const char *unit) {
        if (n > 0)
            parts << tr(unit).arg(n);
    };
    add(seconds / 86'400, QT_TRANSLATE_NOOP("pdsi", "%1 d"));
    add(seconds / 3'600 % 24, QT_TRANSLATE_NOOP("pdsi", "%1 h"));
    add(seconds / 60 % 60, QT_TRANSLATE_NOOP("pdsi", "%1 min"));
    add(seconds % 60, QT_TRANSLATE_NOOP("pdsi", "%1 s"));
    return parts.isEmpty() ? tr("0 s") : parts.join(QLatin1Char(' '));
}

} // namespace pdsi

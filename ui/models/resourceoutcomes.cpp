// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/resourceoutcomes.h"

#include <algorithm>

namespace pdsi {

ResourceOutcomes::ResourceOutcomes(std::shared_ptr<const Assessment> assessment)
{
    if (!assessment)
        return;
    QHash<int, Severity> severities;
    for (const ControlResult &control : assessment->controls)
        severities.insert(control.info.id, control.info.severity);
    for (qsizetype i = 0; i < assessment->outcomes.size(); ++i) {
        const AssessedOutcome &outcome = assessment->outcomes.at(i);
        Entry &entry = m_entries[key(outcome.resource.kind, outcome.resource.id)];
        entry.outcomes << i;
        if (outcome.isOpenFinding()) {
            const Severity severity = severities.value(outcome.controlId, Severity::Low);
            ++entry.findings.open;
            entry.findings.worst = std::min(entry.findings.worst.value_or(severity), severity);
        } else if (outcome.status == OutcomeStatus::Fail) {
            ++entry.findings.waived;
        }
    }
    const auto weight = [&](qsizetype i) {
        const AssessedOutcome &outcome = assessment->outcomes.at(i);
        return std::pair(outcome.status, severities.value(outcome.controlId, Severity::Low));
    };
    for (Entry &entry : m_entries)
        std::stable_sort(entry.outcomes.begin(), entry.outcomes.end(), [&](qsizetype a, qsizetype b) { return weight(a) < weight(b); });
}

QList<qsizetype> ResourceOutcomes::of(const QString &kind, const QString &id) const
{
    return m_entries.value(key(kind, id)).outcomes;
}

ResourceOutcomes::Findings ResourceOutcomes::findings(const QString &kind, const QString &id) const
{
    const auto found = m_entries.constFind(key(kind, id));
    return found == m_entries.constEnd() ? Findings() : found->findings;
}

} // namespace pdsi

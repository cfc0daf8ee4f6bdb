// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/population.h"

#include "core/report/reportwords.h"

#include <algorithm>

namespace pdsi {

namespace {

QString reconciliationNote(const PopulationRow &row)
{
    if (row.state == CollectionState::NotCollected || row.denied || row.planAbsent)
        return row.reason ? reasonWords(*row.reason) : QString();
    QStringList parts;
    if (row.reportedTotal && *row.reportedTotal != row.received) {
        const qint64 missing = *row.reportedTotal - row.received;
        parts << (missing > 0 ? QStringLiteral("%1 fewer received than the account says.").arg(missing)
                              : QStringLiteral("%1 more received than the account says.").arg(-missing));
    } else if (row.reportedTotal) {
        parts << QStringLiteral("Agrees.");
    } else {
        parts << QStringLiteral("The account gives no total.");
    }
    if (row.reason)
        parts << reasonWords(*row.reason);
    if (row.mayHide)
        parts << QStringLiteral("Some may be invisible to the key.");
    return parts.join(QLatin1Char(' '));
}

} // namespace

QList<PopulationRow> populationRows(const Report &report)
{
    QList<PopulationRow> rows;
    for (const ResourceClassState &state : report.assessment().snapshot.states) {
        PopulationRow row;
        row.resourceClass = state.resourceClass;
        row.name = classWords(state.resourceClass);
        row.state = state.state;
        row.reason = state.reason;
        row.reportedTotal = state.reportedTotal;
        row.received = state.received;
        row.pages = state.pages;
        row.duplicatesDropped = state.duplicatesDropped;
        row.denied = state.state == CollectionState::Denied;
        row.planAbsent = state.reason == ReasonCode::Plan;
        row.capped = state.reason == ReasonCode::Cap;
        row.mayHide = report.assessment().partialView && state.state != CollectionState::NotCollected && !row.denied;
        row.note = reconciliationNote(row);
        rows << row;
    }
    std::stable_partition(rows.begin(), rows.end(),
                          [](const PopulationRow &row) { return row.state != CollectionState::NotCollected; });
    return rows;
}

} // namespace pdsi

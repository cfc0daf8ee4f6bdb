// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/gapsummary.h"

#include "core/coverage/knowledge.h"
#include "ui/models/coveragewords.h"
#include "ui/models/translate.h"

#include <algorithm>

namespace pdsi {

namespace {

/// A class the plan does not have holds nothing.
bool mayHoldMore(const Inventory &inventory, ResourceClass c)
{
    return !inventory.isComplete(c) && inventory.reasonNotComplete(c) != ReasonCode::Plan;
}

QStringList listsNotRead(const Inventory &inventory)
{
    QStringList names;
    if (mayHoldMore(inventory, ResourceClass::Schedules) || mayHoldMore(inventory, ResourceClass::SchedulesV3))
        names << tr("schedules");
    if (mayHoldMore(inventory, ResourceClass::Services))
        names << tr("services");
    if (mayHoldMore(inventory, ResourceClass::EscalationPolicies))
        names << tr("escalation policies");
    if (mayHoldMore(inventory, ResourceClass::Users))
        names << tr("users");
    if (mayHoldMore(inventory, ResourceClass::MaintenanceWindows))
        names << tr("maintenance windows");
    return names;
}

QStringList caveatsOf(const Inventory &inventory, const AccountCoverage &coverage)
{
    qsizetype unread = 0, partly = 0;
    for (size_t i = 0; i < coverage.schedules.size(); ++i) {
        if (!inventory.schedules[i].finalEntries)
            ++unread;
        else if (!coverage.schedules[i].coverage.unknown.isEmpty())
            ++partly;
    }
    QStringList caveats;
    if (unread > 0)
        caveats << (unread == 1 ? tr("1 schedule could not be read") : tr("%1 schedules could not be read").arg(unread));
    if (partly > 0)
        caveats << (partly == 1 ? tr("who is on call on 1 schedule is not known for some of the time")
                                : tr("who is on call on %1 schedules is not known for some of the time").arg(partly));
    if (const QStringList lists = listsNotRead(inventory); !lists.isEmpty())
        caveats << tr("not read completely: %1").arg(lists.join(QStringLiteral(", ")));
    if (limitedSight(inventory))
        caveats << tr("the key may not see the whole account");
    return caveats;
}

} // namespace

GapSummary gapSummary(const Inventory &inventory, const AccountCoverage &coverage, const std::vector<GapListEntry> &gaps)
{
    GapSummary summary;
    summary.gaps = gaps.size();
    summary.counted = static_cast<size_t>(std::count_if(gaps.begin(), gaps.end(), [](const GapListEntry &gap) { return gap.counted; }));
    summary.caveats = caveatsOf(inventory, coverage);
    return summary;
}

QString gapSummaryWords(const GapSummary &summary, const AccountCoverage &coverage)
{
    const QString least = roughDurationWords(coverage.options.minGapSeconds);
    const Interval window = coverage.window();
    const QString when = tr("%1 to %2").arg(clockWords(window.start, QTimeZone::utc()), clockWords(window.end, QTimeZone::utc()));
    QString words;
    if (coverage.schedules.empty() && coverage.services.empty())
        words = tr("No schedules and no services were read");
    else if (summary.gaps == 0)
        words = tr("No gap of at least %1 from %2 UTC").arg(least, when);
    else if (summary.counted == 0)
        words = tr("No gap that counts (of at least %1) from %2 UTC, %3 others").arg(least, when).arg(summary.gaps);
    else
        words = tr("%1 gaps from %2 UTC, of which %3 count").arg(QString::number(summary.gaps), when).arg(summary.counted);
    if (!summary.caveats.isEmpty())
        words += QStringLiteral("; ") + summary.caveats.join(QStringLiteral("; "));
    return words + QLatin1Char('.');
}

} // namespace pdsi

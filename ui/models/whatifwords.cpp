// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/whatifwords.h"

#include "core/report/plaintext.h"
#include "ui/models/translate.h"

#include <QCollator>

#include <algorithm>
#include <functional>

namespace pdsi {

namespace {

constexpr qsizetype mostNamed = 5;

/// Names by the rules of the language; of many the first ones and a number.
QStringList sortedNames(const QSet<QString> &ids, const std::function<QString(const QString &)> &nameOf)
{
    QStringList names;
    for (const QString &id : ids)
        names.append(plainText(nameOf(id)));
    QCollator collator;
    std::sort(names.begin(), names.end(), [&](const QString &a, const QString &b) {
        const int order = collator.compare(a, b);
        return order != 0 ? order < 0 : a < b;
    });
    return names;
}

void addParts(QStringList &parts, const QStringList &names, const QString &one, const QString &more)
{
    for (const QString &name : names.mid(0, mostNamed))
        parts.append(QString(one).replace(QLatin1String("%1"), name)); // a name may hold a place marker of its own
    if (names.size() > mostNamed)
        parts.append(more.arg(names.size() - mostNamed));
}

} // namespace

QString whatIfWords(const Inventory &inventory, const WhatIf &whatIf)
{
    if (whatIf.isEmpty())
        return {};
    QStringList parts;
    const QStringList away = sortedNames(whatIf.awayPeople, [&](const QString &id) {
        const User *user = inventory.user(id);
        return user ? user->name : id;
    });
    const QStringList removed = sortedNames(whatIf.removedSchedules, [&](const QString &id) {
        const Schedule *schedule = inventory.schedule(id);
        return schedule ? schedule->name : id;
    });
    addParts(parts, away, tr("%1 is away"), tr("%1 more people are away"));
    addParts(parts, removed, tr("%1 is removed"), tr("%1 more schedules are removed"));
    return tr("What if: ") + parts.join(QLatin1String(", ")) + tr(". Nothing is changed in PagerDuty.");
}

WhatIf withPersonAway(WhatIf whatIf, const QString &userId, bool away)
{
    if (away)
        whatIf.awayPeople.insert(userId);
    else
        whatIf.awayPeople.remove(userId);
    return whatIf;
}

WhatIf withScheduleRemoved(WhatIf whatIf, const QString &scheduleId, bool removed)
{
    if (removed)
        whatIf.removedSchedules.insert(scheduleId);
    else
        whatIf.removedSchedules.remove(scheduleId);
    return whatIf;
}

} // namespace pdsi

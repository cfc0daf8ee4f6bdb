// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/coveragewords.h"

#include "core/report/plaintext.h"
#include "ui/models/translate.h"

#include <algorithm>
#include <set>

namespace pdsi {

namespace {

constexpr qsizetype mostPolicies = 3;

QString levelWords(const std::set<int> &levels)
{
    QStringList numbers;
    for (const int level : levels)
        numbers << QString::number(level + 1);
    return (levels.size() == 1 ? tr("Level %1") : tr("Levels %1")).arg(numbers.join(QStringLiteral(", ")));
}

QString withoutPolicy(const GapListEntry &entry)
{
    if (entry.subject == GapSubject::Schedule)
        return tr("No policy uses it");
    return entry.kind == GapKind::Unknown ? tr("Policy not readable") : tr("No policy");
}

} // namespace

QString roughDurationWords(qint64 seconds)
{
    struct Unit {
        qint64 seconds;
        QString words;
    };
    const Unit units[] = {{secondsPerDay, tr("%1 d")}, {3'600, tr("%1 h")}, {60, tr("%1 min")}, {1, tr("%1 s")}};
    QStringList parts;
    for (const Unit &unit : units) {
        const qint64 count = seconds / unit.seconds;
        seconds %= unit.seconds;
        if (count > 0 && parts.size() < 2)
            parts << unit.words.arg(count);
    }
    return parts.isEmpty() ? tr("%1 s").arg(0) : parts.join(QLatin1Char(' '));
}

QString afterWords(qint64 seconds)
{
    return seconds <= 0 ? tr("at once") : tr("after %1").arg(roughDurationWords(seconds));
}

QString wordFor(GapKind kind)
{
    switch (kind) {
    case GapKind::Nobody: return tr("Nobody");
    case GapKind::CaughtByLevel: return tr("Caught");
    case GapKind::Unknown: return tr("Unknown");
    case GapKind::OffHours: return tr("Off-hours");
    case GapKind::Maintenance: return tr("Maintenance");
    case GapKind::Disabled: return tr("Disabled");
    }
    return {};
}

QString gapWords(const GapListEntry &entry)
{
    if (entry.kind == GapKind::CaughtByLevel && entry.level >= 0)
        return tr("Caught by level %1").arg(entry.level + 1);
    return wordFor(entry.kind);
}

QString coveredByWords(const AccountCoverage &coverage, const GapListEntry &entry)
{
    if (entry.kind == GapKind::Maintenance || entry.kind == GapKind::Disabled)
        return tr("No incident is created");
    const std::vector<int> policies = policiesAffected(coverage, entry);
    if (policies.empty())
        return withoutPolicy(entry);
    const auto [levels, nobody, unknown] = caughtBy(coverage, policies, {entry.start, entry.end});
    if (levels.empty() && unknown == 0)
        return tr("Nobody");
    if (levels.empty() && nobody == 0)
        return tr("Not known");
    QStringList parts;
    if (!levels.empty())
        parts << levelWords(levels);
    if (nobody > 0)
        parts << tr("nobody for %1").arg(roughDurationWords(nobody));
    if (unknown > 0)
        parts << tr("not known for %1").arg(roughDurationWords(unknown));
    return parts.join(QStringLiteral("; "));
}

QString policyWords(const AccountCoverage &coverage, const GapListEntry &entry)
{
    QStringList names;
    for (const int policy : policiesAffected(coverage, entry))
        names << plainText(coverage.policies[static_cast<size_t>(policy)].name);
    return listWords(names, mostPolicies);
}

QString subjectName(const AccountCoverage &coverage, const GapListEntry &entry)
{
    const auto index = static_cast<size_t>(entry.index);
    return plainText(entry.subject == GapSubject::Schedule ? coverage.schedules[index].name : coverage.services[index].name);
}

QString contactMethodWord(const QString &type)
{
    if (type == QLatin1String("sms_contact_method"))
        return tr("SMS");
    if (type == QLatin1String("phone_contact_method"))
        return tr("Phone");
    if (type == QLatin1String("email_contact_method"))
        return tr("E-mail");
    if (type == QLatin1String("push_notification_contact_method"))
        return tr("Push");
    if (type == QLatin1String("whatsapp_contact_method"))
        return tr("WhatsApp");
    if (type.isEmpty())
        return tr("A contact method that was not found");
    QString word = plainText(type);
    word.remove(QStringLiteral("_contact_method")).replace(QLatin1Char('_'), QLatin1Char(' '));
    return word;
}

QString wordFor(PathUrgency urgency)
{
    switch (urgency) {
    case PathUrgency::High: return tr("high urgency");
    case PathUrgency::Low: return tr("low urgency");
    case PathUrgency::BySeverity: return tr("urgency by the severity of the alert, taken for high");
    case PathUrgency::NotKnown: return tr("urgency not known, taken for high");
    }
    return {};
}

QString wordFor(NotRecomputed reason)
{
    switch (reason) {
    case NotRecomputed::ShiftBased: return tr("Shift-based");
    case NotRecomputed::LayersNotRead: return tr("Layers not read");
    case NotRecomputed::OverridesNotRead: return tr("Overrides not read");
    case NotRecomputed::NotRendered: return tr("Not rendered");
    case NotRecomputed::UnknownZone: return tr("Unknown time zone");
    case NotRecomputed::UnreadableLayer: return tr("Unreadable layer");
    case NotRecomputed::OverlappingOverrides: return tr("Overlapping overrides");
    }
    return {};
}

QString sentenceFor(NotRecomputed reason)
{
    switch (reason) {
    case NotRecomputed::ShiftBased: return tr("Shift-based: the answers lack the overrides and where a rotation began.");
    case NotRecomputed::LayersNotRead: return tr("The layers could not be read.");
    case NotRecomputed::OverridesNotRead: return tr("The overrides could not be read.");
    case NotRecomputed::NotRendered: return tr("Not rendered: there is nothing to compare with.");
    case NotRecomputed::UnknownZone: return tr("The time zone is not known here.");
    case NotRecomputed::UnreadableLayer: return tr("A layer lacks its start, turn length or restrictions.");
    case NotRecomputed::OverlappingOverrides: return tr("Two overrides name different people at the same time.");
    }
    return {};
}

QString listWords(const QStringList &names, qsizetype most)
{
    if (names.size() <= most)
        return names.join(QStringLiteral(", "));
    return tr("%1 and %2 more").arg(names.mid(0, most).join(QStringLiteral(", "))).arg(names.size() - most);
}

} // namespace pdsi

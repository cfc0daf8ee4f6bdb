// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/waiverbook.h"

#include "core/assessment/entryreader.h"

namespace pdsi {

namespace {

Result<Waiver> waiverFrom(const QJsonValue &entry, const QString &where)
{
    EntryReader reader(entry, where);
    Waiver waiver;
    waiver.control = reader.controlId();
    std::tie(waiver.resourceKind, waiver.resourceId) = reader.resource();
    waiver.fingerprint = reader.optionalText(QLatin1String("fingerprint")).toLower();
    waiver.reason = reader.text(QLatin1String("reason"));
    waiver.approver = reader.text(QLatin1String("approver"));
    waiver.ticket = reader.optionalText(QLatin1String("ticket"));
    waiver.expires = reader.lastInstant(QLatin1String("expires"));
    if (const auto read = reader.finish(); !read)
        return read.error();
    return waiver;
}

bool covers(const Waiver &waiver, const AssessedOutcome &finding)
{
    if (waiver.control != finding.controlId)
        return false;
    if (!waiver.fingerprint.isEmpty() && waiver.fingerprint != finding.fingerprint)
        return false;
    return waiver.resourceKind.isEmpty()
        || (waiver.resourceKind == finding.resource.kind && waiver.resourceId == finding.resource.id);
}

} // namespace

Result<WaiverBook> WaiverBook::fromJson(const QByteArray &json)
{
    const auto list = readEntryList(json, QStringLiteral("waivers"));
    if (!list)
        return list.error();
    QList<Waiver> waivers;
    for (qsizetype i = 0; i < list->size(); ++i) {
        const auto waiver = waiverFrom(list->at(i), QStringLiteral("waivers[%1]").arg(i));
        if (!waiver)
            return waiver.error();
        waivers << *waiver;
    }
    return WaiverBook(std::move(waivers));
}

Result<WaiverBook> WaiverBook::fromFile(const QString &path)
{
    const auto content = readWholeFile(path);
    return content ? fromJson(*content) : Result<WaiverBook>(content.error());
}

std::optional<AppliedWaiver> WaiverBook::find(const AssessedOutcome &finding, Instant now) const
{
    for (const Waiver &waiver : m_waivers) {
        if (now < waiver.expires && covers(waiver, finding))
            return AppliedWaiver{waiver.reason, waiver.approver, waiver.ticket,
                                 QDateTime::fromSecsSinceEpoch(waiver.expires, Qt::UTC)};
    }
    return std::nullopt;
}

} // namespace pdsi

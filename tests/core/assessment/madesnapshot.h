// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/controlcatalog.h"
#include "core/snapshot/inventory.h"
#include "core/snapshot/memorybodysource.h"

/// An account of one users page and one denied request, for tests of this folder.
namespace pdsi::made {

constexpr Instant asOf = 1'772'454'600; // 2026-03-02T12:30:00Z

inline RequestRecord request(int id, ResourceClass c, int status, RequestResult result)
{
    RequestRecord record;
    record.id = id;
    record.resourceClass = c;
    record.path = QStringLiteral("/made/%1").arg(id);
    record.sentAt = record.receivedAt = QDateTime::fromSecsSinceEpoch(asOf, Qt::UTC);
    record.status = status;
    record.result = result;
    return record;
}

inline std::shared_ptr<const Inventory> inventory()
{
    SnapshotInfo info;
    info.asOf = asOf;
    info.startedAt = info.finishedAt = QDateTime::fromSecsSinceEpoch(asOf, Qt::UTC);
    for (int c = 0; c < resourceClassCount; ++c)
        info.states << ResourceClassState{static_cast<ResourceClass>(c), CollectionState::Complete, {}, 0, {}, 0, 0};
    const QByteArray users = R"({"users":[{"id":"PU1","type":"user","name":"Ana","role":"admin","a/b":{"m~n":[7,null]},
        "html_url":"https://harbour.pagerduty.com/users/PU1","contact_methods":[],"notification_rules":[],"teams":[]}],
        "more":false})";
    const QList<RequestRecord> requests{request(1, ResourceClass::Users, 200, RequestResult::Answered),
                                        request(2, ResourceClass::AuditRecent, 403, RequestResult::Denied)};
    return Inventory::load(Snapshot(info, requests, {}, std::make_shared<MemoryBodySource>(QHash<int, QByteArray>{{1, users}})));
}

/// A catalogue entry without words.
inline ControlInfo control(int id, Severity severity = Severity::High)
{
    ControlInfo info;
    info.id = id;
    info.slug = QStringLiteral("made-%1").arg(id);
    info.title = QStringLiteral("Made %1").arg(id);
    info.severity = severity;
    info.inSpecification = id <= 100;
    return info;
}

inline Outcome outcome(OutcomeStatus status, const QString &id, const QString &name = {})
{
    Outcome made;
    made.status = status;
    made.resource = {QStringLiteral("user"), id, name.isEmpty() ? id : name, {}};
    made.message = QStringLiteral("Said.");
    return made;
}

} // namespace pdsi::made

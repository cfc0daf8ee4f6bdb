// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/inventory.h"

#include <memory>

namespace pdsi {

/// Puts an Inventory together by hand, without pages. Starts as a fully visible, completely read, empty account
/// that offers single sign-on, teams and urgencies. Rows keep the order they were added in; a reference to a row
/// holds until the next row of its kind is added.
class InventoryBuilder
{
public:
    static constexpr Instant now = 1'772'454'600; // 2026-03-02T12:30:00Z

    InventoryBuilder();

    User &user(const QString &id, const QString &role = QStringLiteral("limited_user"));
    /// Active, always high urgency, acknowledgement and auto-resolve set, no integration; `policyId` empty = none.
    Service &service(const QString &id, const QString &policyId = {});
    /// Rules are given as their targets, e.g. {{"PUSR1", "PSCH1"}, {"PUSR2"}}; ids beginning with PSCH are schedules.
    EscalationPolicy &policy(const QString &id, const QList<QStringList> &rules = {});
    /// One open layer of these users, nobody rendered over the 30 days from now.
    Schedule &schedule(const QString &id, const QStringList &userIds = {});
    /// Appends a final entry, in seconds from now.
    static void entry(Schedule &schedule, Instant from, Instant until, const QString &userId);
    static Integration integration(const QString &id,
                                   const QString &type = QStringLiteral("events_api_v2_inbound_integration"));
    BusinessService &businessService(const QString &id);
    /// `dependent` needs `supporting`; ids beginning with PBS are business services.
    void dependency(const QString &supporting, const QString &dependent);
    WebhookSubscription &webhook(const QString &id, const QString &url);
    Extension &extension(const QString &id, const QString &url, const QString &schemaName = {});
    Priority &priority(const QString &id);
    Incident &incident(const QString &id, Instant age, const QString &priorityId = {});
    ChangeEvent &changeEvent(const QString &id, Instant age, const QStringList &serviceIds);
    IncidentWorkflow &workflow(const QString &id);
    WorkflowTrigger &trigger(const QString &id, const QString &workflowId, const QStringList &serviceIds);
    /// An audit record for one of the four lists.
    AuditRecord &audit(std::vector<AuditRecord> Inventory::*list, Instant age, const QString &actorId = {},
                       const QString &token = {});

    static Reference reference(const QString &id, const QString &type, const QString &pointer = {});
    static ContactMethod contactMethod(const QString &id, const QString &type);

    void setState(ResourceClass c, CollectionState state, ReasonCode reason);
    void setReportedTotal(ResourceClass c, qint64 total);
    /// As setState, and everything read of the class is gone too.
    void lose(ResourceClass c, CollectionState state, ReasonCode reason);
    /// Replaces the log of the class by one request with this answer.
    void answer(ResourceClass c, int status, RequestResult result);
    Inventory &rows() { return m_inventory; }

    std::shared_ptr<const Inventory> build() const;

private:
    template<typename Row>
    Row &add(std::vector<Row> &rows, ResourceClass c, const char *list, const QString &id, const char *type);

    Inventory m_inventory;
};

} // namespace pdsi

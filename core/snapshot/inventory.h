// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/resources.h"
#include "core/snapshot/snapshot.h"

#include <QHash>
#include <QSet>

namespace pdsi {

/// How much of the account the key could see.
enum class KeyScope : quint8 {
    Account,     ///< account-level key (/users/me answered 400), or user key of an owner or admin: full sight
    Limited,     ///< user key below admin, or a restricted one: objects may be hidden silently
    Unknown,     ///< /users/me was not readable; treated like Limited, reason `failed` instead of `permission`
};

/// Typed, immutable read view of one snapshot. Rows keep the order of the request log, duplicates dropped
/// (first seen wins), superseded pages and unreadable rows left out.
class Inventory
{
public:
    /// Reads every judged page. Never fails: what cannot be read turns the class `Partial` or `Failed`
    /// with reason `Failed`, on top of the states sealed in the snapshot.
    static std::shared_ptr<const Inventory> load(const Snapshot &snapshot);

    const SnapshotInfo &info() const { return m_info; }
    const ResourceClassState &state(ResourceClass c) const { return m_states.at(static_cast<int>(c)); }
    bool isComplete(ResourceClass c) const { return state(c).state == CollectionState::Complete; }
    /// Why a class is not complete; nullopt when it is.
    std::optional<ReasonCode> reasonNotComplete(ResourceClass c) const;
    /// Requests of a class, judged ones only, in log order: evidence for "none found" and for denials.
    const QList<int> &requestIds(ResourceClass c) const { return m_requestIds.at(static_cast<int>(c)); }

    KeyScope keyScope = KeyScope::Unknown;
    SourceRef keyScopeSource;     ///< where keyScope was read
    QString subdomain;            ///< host label of the first html_url seen, or empty
    QStringList abilities;        ///< as listed; see state(Abilities)
    SourceRef abilitiesSource;

    std::vector<User> users;
    std::vector<Team> teams;
    std::vector<Service> services;
    std::vector<EscalationPolicy> policies;
    std::vector<Schedule> schedules;              ///< layer-based and shift-based together
    std::vector<BusinessService> businessServices;
    std::vector<ServiceDependency> dependencies;  ///< from both classes, duplicates kept out
    /// Ids of services and business services whose own dependency request was answered.
    QSet<QString> dependenciesReadFor;
    std::vector<WebhookSubscription> webhookSubscriptions;
    std::vector<Extension> extensions;
    QHash<QString, QString> extensionSchemaNames; ///< schema id -> label or summary
    std::vector<Priority> priorities;
    std::vector<Incident> incidents;              ///< newest first
    std::vector<ChangeEvent> changeEvents;        ///< newest first
    std::vector<IncidentWorkflow> workflows;
    std::vector<WorkflowTrigger> triggers;
    std::vector<AuditRecord> auditRecent;         ///< newest first, any method
    std::vector<AuditRecord> auditHistory;        ///< what the probes found
    std::vector<AuditRecord> auditTokensRecent;   ///< method api_token
    std::vector<AuditRecord> auditTokensOld;
    std::vector<SessionConfiguration> sessionConfigurations;
    std::vector<OnCall> onCalls;
    std::vector<MaintenanceWindow> maintenanceWindows; ///< of now and later; listed in `others` too
    std::vector<GenericResource> others;          ///< addons, tags, vendors, licences, ... : listed, not judged

    /// Index lookups; nullptr when absent.
    const User *user(const QString &id) const;
    const Team *team(const QString &id) const;
    const Service *service(const QString &id) const;
    const EscalationPolicy *policy(const QString &id) const;
    const Schedule *schedule(const QString &id) const;

    /// The stored body behind a request (evidence values are read from it, never rebuilt).
    QByteArray body(int requestId) const { return m_snapshot->body(requestId); }
    /// What this is a view of.
    const Snapshot &snapshot() const { return *m_snapshot; }
    /// What was taken out of that body before it was stored.
    QList<RemovedField> removed(int requestId) const { return m_snapshot->removed(requestId); }
    const RequestRecord *request(int requestId) const;
    const QList<RequestRecord> &requests() const { return m_snapshot->requests(); }

private:
    friend class InventoryReader;
    friend class InventoryBuilder; // tests
    /// Makes the lookups answer for the rows as they are now.
    void indexRows();
    SnapshotInfo m_info;
    QList<ResourceClassState> m_states;
    QList<QList<int>> m_requestIds;
    QHash<QString, qsizetype> m_userIndex, m_teamIndex, m_serviceIndex, m_policyIndex, m_scheduleIndex;
    QHash<int, qsizetype> m_requestIndex;
    std::shared_ptr<const Snapshot> m_snapshot;
};

} // namespace pdsi

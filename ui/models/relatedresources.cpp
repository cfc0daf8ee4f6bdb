// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/relatedresources.h"

#include "ui/models/relationreader.h"
#include "ui/models/translate.h"

#include <algorithm>

namespace pdsi {

namespace {

/// Which relations a kind has, and what must have been read whole for "none" to be true.
struct Row {
    const char *kind;
    Relation relation;
    QList<ResourceClass> classes;
};

const std::vector<Row> &table()
{
    using R = Relation;
    using C = ResourceClass;
    static const std::vector<Row> rows{
        {"user", R::Teams, {C::Users}},
        {"user", R::Policies, {C::EscalationPolicies}},
        {"user", R::Schedules, {C::Schedules, C::SchedulesV3}},
        {"user", R::OnCallFor, {C::OnCalls}},
        {"team", R::Members, {C::Users}},
        {"team", R::Services, {C::Services}},
        {"team", R::Policies, {C::EscalationPolicies}},
        {"service", R::Policy, {C::Services}},
        {"service", R::Teams, {C::Services}},
        {"service", R::Integrations, {C::Services}},
        {"service", R::DependsOn, {C::BusinessDependencies, C::ServiceDependencies}},
        {"service", R::NeededBy, {C::BusinessDependencies, C::ServiceDependencies}},
        {"service", R::Triggers, {C::WorkflowTriggers}},
        {"service", R::Incidents, {C::Incidents}},
        {"service", R::ChangeEvents, {C::ChangeEvents}},
        {"integration", R::Service, {C::Services}},
        {"escalation_policy", R::Targets, {C::EscalationPolicies}},
        {"escalation_policy", R::OnCallNow, {C::OnCalls}},
        {"escalation_policy", R::Services, {C::Services}},
        {"escalation_policy", R::Teams, {C::EscalationPolicies}},
        {"schedule", R::Policies, {C::EscalationPolicies}},
        {"schedule", R::Members, {}},
        {"business_service", R::DependsOn, {C::BusinessDependencies}},
        {"business_service", R::NeededBy, {C::BusinessDependencies}},
        {"incident_workflow", R::Triggers, {C::WorkflowTriggers}},
        {"workflow_trigger", R::Workflow, {}},
        {"workflow_trigger", R::Services, {}},
        {"priority", R::Incidents, {C::Incidents}},
        {"incident", R::Service, {}},
        {"incident", R::Priority, {}},
        {"change_event", R::Services, {}},
        {"audit_record", R::Actor, {}},
    };
    return rows;
}

bool sameTarget(const RelatedResource &a, const RelatedResource &b) { return a.kind == b.kind && a.id == b.id; }

/// One entry a resource; what was said about it several times is joined.
QList<RelatedResource> merged(QList<RelatedResource> resources)
{
    std::stable_sort(resources.begin(), resources.end(), [](const RelatedResource &a, const RelatedResource &b) {
        const int byName = a.name.compare(b.name, Qt::CaseInsensitive);
        return byName != 0 ? byName < 0 : std::tie(a.kind, a.id) < std::tie(b.kind, b.id);
    });
    QList<RelatedResource> joined;
    for (const RelatedResource &resource : std::as_const(resources)) {
        if (joined.isEmpty() || !sameTarget(joined.last(), resource)) {
            joined << resource;
            continue;
        }
        joined.last().deleted |= resource.deleted;
        for (const QString &note : resource.notes) {
            if (!joined.last().notes.contains(note))
                joined.last().notes << note;
        }
    }
    return joined;
}

} // namespace

QString relationWords(Relation relation)
{
    switch (relation) {
    case Relation::Teams: return tr("Teams");
    case Relation::Members: return tr("Members");
    case Relation::Policy: return tr("Escalation policy");
    case Relation::Policies: return tr("Escalation policies");
    case Relation::Targets: return tr("Levels and targets");
    case Relation::Schedules: return tr("Schedules");
    case Relation::OnCallNow: return tr("On call when collected");
    case Relation::OnCallFor: return tr("On call when collected, for");
    case Relation::Services: return tr("Services");
    case Relation::Service: return tr("Service");
    case Relation::Integrations: return tr("Integrations");
    case Relation::DependsOn: return tr("Depends on");
    case Relation::NeededBy: return tr("Needed by");
    case Relation::Workflow: return tr("Workflow");
    case Relation::Triggers: return tr("Workflow triggers");
    case Relation::Priority: return tr("Priority");
    case Relation::Incidents: return tr("Incidents of the look-back");
    case Relation::ChangeEvents: return tr("Change events of the look-back");
    case Relation::Actor: return tr("Who did it");
    }
    return {};
}

RelatedResources::RelatedResources(std::shared_ptr<const Inventory> inventory) : m_inventory(std::move(inventory))
{
    if (m_inventory)
        RelationReader(*m_inventory, *this).read();
}

const ResourceRow *RelatedResources::row(const QString &kind, const QString &id) const
{
    return m_rows.value(RelationReader::key(kind, id), nullptr);
}

RelatedResource RelatedResources::resource(const Edge &edge) const
{
    const ResourceRow *known = row(edge.kind, edge.id);
    RelatedResource related{edge.kind, edge.id, known ? known->name : edge.name, {}, known != nullptr, edge.deleted};
    if (related.name.isEmpty())
        related.name = edge.id;
    if (!edge.note.isEmpty())
        related.notes << edge.note;
    return related;
}

/// What the resource itself could not tell comes before what a list could not.
std::optional<ReasonCode> RelatedResources::whyIncomplete(const QString &kind, const QString &id, Relation relation) const
{
    const auto unread = [&](ResourceClass c) { return m_inventory->reasonNotComplete(c).value_or(ReasonCode::Failed); };
    const User *user = kind == QLatin1String("user") ? m_inventory->user(id) : nullptr;
    if (user && relation == Relation::Teams && !user->teamIds)
        return unread(ResourceClass::Users);
    const Service *service = kind == QLatin1String("service") ? m_inventory->service(id) : nullptr;
    if (service && relation == Relation::Integrations && !service->integrations)
        return unread(ResourceClass::Integrations);
    const Schedule *schedule = kind == QLatin1String("schedule") ? m_inventory->schedule(id) : nullptr;
    if (schedule && relation == Relation::Members && !schedule->layersKnown)
        return unread(schedule->generation == ScheduleGeneration::ShiftBased ? ResourceClass::SchedulesV3
                                                                             : ResourceClass::Schedules);
    for (const Row &row : table()) {
        if (row.relation != relation || kind != QLatin1String(row.kind))
            continue;
        for (const ResourceClass c : row.classes) {
            if (const auto reason = m_inventory->reasonNotComplete(c))
                return reason;
        }
        if (!row.classes.isEmpty() && m_inventory->keyScope != KeyScope::Account)
            return ReasonCode::Permission; // a complete list of what this key may see
    }
    return std::nullopt;
}

QList<RelatedGroup> RelatedResources::of(const QString &kind, const QString &id) const
{
    QList<RelatedGroup> groups;
    if (!m_inventory)
        return groups;
    const QList<Edge> edges = m_edges.value(RelationReader::key(kind, id));
    for (const Row &row : table()) {
        if (kind != QLatin1String(row.kind))
            continue;
        RelatedGroup group;
        group.relation = row.relation;
        for (const Edge &edge : edges) {
            if (edge.relation == row.relation)
                group.resources << resource(edge);
        }
        group.resources = merged(std::move(group.resources));
        group.incomplete = whyIncomplete(kind, id, row.relation);
        groups << group;
    }
    return groups;
}

} // namespace pdsi

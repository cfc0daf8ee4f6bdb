// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/outcomes.h"
#include "core/coverage/knowledge.h"

#include <QHash>

namespace pdsi {

namespace {

/// Relationships by the ids of the technical services on either side.
QHash<QString, const ServiceDependency *> edgesByService(const Inventory &inventory)
{
    QHash<QString, const ServiceDependency *> edges;
    const auto add = [&](const QString &id, const QString &type, const ServiceDependency &edge) {
        if (!type.startsWith(QLatin1String("business_service")) && !edges.contains(id))
            edges.insert(id, &edge);
    };
    for (const ServiceDependency &edge : inventory.dependencies) {
        add(edge.supportingId, edge.supportingType, edge);
        add(edge.dependentId, edge.dependentType, edge);
    }
    return edges;
}

/// The answered requests about single services, by service.
QHash<QString, int> requestsByService(const Inventory &inventory)
{
    QHash<QString, int> requests;
    for (const int id : inventory.requestIds(ResourceClass::ServiceDependencies)) {
        const RequestRecord *request = inventory.request(id);
        if (request && request->result == RequestResult::Answered)
            requests.insert(request->subject, id);
    }
    return requests;
}

Outcome judgeUnmapped(const Inventory &inventory, const Service &service, bool businessOnly, int requestId)
{
    const ResourceRef resource = resourceRef("service", service);
    const QString name = quoted(service.name);
    QList<Evidence> evidence{evidenceAt(service.source, "/id")};
    if (requestId > 0)
        evidence.append({requestId, QStringLiteral("/relationships"), {}});
    const bool answered = inventory.dependenciesReadFor.contains(service.id);
    if (answered && inventory.isComplete(ResourceClass::BusinessDependencies))
        return outcome(OutcomeStatus::Fail, resource,
                       QStringLiteral("%1 appears in no dependency%2.").arg(name, sightNote(inventory)), evidence);
    const ReasonCode reason = businessOnly && !answered
        ? ReasonCode::NotCollected
        : reasonOf(
            inventory,
            {ResourceClass::BusinessServices, ResourceClass::BusinessDependencies, ResourceClass::ServiceDependencies});
    return undetermined(
        reason, resource,
        businessOnly ? QStringLiteral("No business service depends on %1, and its own dependencies were not asked for.")
                           .arg(name)
                     : QStringLiteral("The dependencies of %1 could not all be read.").arg(name),
        evidence);
}

} // namespace

QList<Outcome> dependencyMapping(const Inventory &inventory, const EvaluationContext &context)
{
    if (inventory.businessServices.empty() && inventory.isComplete(ResourceClass::BusinessServices))
        return {outcome(
            OutcomeStatus::Fail, accountRef(inventory),
            QStringLiteral("There is no business service, so no dependencies are mapped%1.").arg(sightNote(inventory)),
            requestEvidence(inventory, ResourceClass::BusinessServices))};
    const bool businessOnly = context.parameters.dependencyDepth == QLatin1String("business");
    const auto edges = edgesByService(inventory);
    const auto requests = requestsByService(inventory);
    QList<Outcome> outcomes;
    for (const Service &service : inventory.services) {
        if (!service.isActive())
            continue;
        if (const ServiceDependency *edge = edges.value(service.id))
            outcomes.append(outcome(OutcomeStatus::Pass, resourceRef("service", service),
                                    QStringLiteral("%1 appears in the dependency map.").arg(quoted(service.name)),
                                    {evidenceAt(edge->source)}));
        else
            outcomes.append(judgeUnmapped(inventory, service, businessOnly, requests.value(service.id)));
    }
    if (!businessOnly)
        addClassOutcomes(outcomes, inventory, {ResourceClass::ServiceDependencies});
    return outcomes;
}

} // namespace pdsi

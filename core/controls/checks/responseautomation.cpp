// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/criticalservices.h"
#include "core/controls/outcomes.h"
#include "core/coverage/knowledge.h"

#include <QHash>

namespace pdsi {

namespace {

/// Is the trigger, and the workflow it starts, switched on?
Knowledge isEnabled(const WorkflowTrigger &trigger, const QHash<QString, bool> &workflows, const Inventory &inventory)
{
    if (trigger.disabled.value_or(false))
        return Knowledge::no();
    const auto workflow = workflows.constFind(trigger.workflowId);
    if (workflow != workflows.constEnd())
        return *workflow ? Knowledge::yes() : Knowledge::no();
    if (!inventory.isComplete(ResourceClass::IncidentWorkflows))
        return Knowledge::unknown(reasonOf(inventory, {ResourceClass::IncidentWorkflows}));
    return Knowledge::yes();
}

/// Which triggers start a response for which service.
class TriggerCover
{
public:
    explicit TriggerCover(const Inventory &inventory)
    {
        QHash<QString, bool> workflows;
        for (const IncidentWorkflow &workflow : inventory.workflows)
            workflows.insert(workflow.id, workflow.enabled.value_or(true));
        for (const WorkflowTrigger &trigger : inventory.triggers) {
            const Entry entry{&trigger, isEnabled(trigger, workflows, inventory)};
            if (trigger.allServices)
                better(m_all, entry);
            for (const QString &id : trigger.serviceIds)
                better(m_services[id], entry);
        }
    }

    struct Entry {
        const WorkflowTrigger *trigger = nullptr;
        Knowledge enabled;
    };
    Entry of(const QString &serviceId) const
    {
        Entry best = m_all;
        better(best, m_services.value(serviceId));
        return best;
    }

private:
    static void better(Entry &best, const Entry &other)
    {
        if (other.trigger && (!best.trigger || other.enabled.answer > best.enabled.answer))
            best = other;
    }

    Entry m_all;
    QHash<QString, Entry> m_services;
};

Outcome judgeService(const Inventory &inventory, const Service &service, const TriggerCover &cover)
{
    const ResourceRef resource = resourceRef("service", service);
    const QString name = quoted(service.name);
    QList<Evidence> evidence{evidenceAt(service.source, "/incident_urgency_rule")};
    const TriggerCover::Entry found = cover.of(service.id);
    if (found.trigger)
        evidence.append(evidenceAt(found.trigger->source));
    if (service.hasResponsePlay) {
        evidence.append(evidenceAt(service.source, "/response_play"));
        return outcome(OutcomeStatus::Pass, resource, QStringLiteral("%1 has a response play.").arg(name), evidence);
    }
    if (found.enabled.isYes())
        return outcome(OutcomeStatus::Pass, resource,
                       QStringLiteral("An enabled incident workflow trigger covers %1.").arg(name), evidence);
    if (found.enabled.isUnknown() || !inventory.isComplete(ResourceClass::WorkflowTriggers))
        return undetermined(
            found.enabled.isUnknown() ? found.enabled.reason : reasonOf(inventory, {ResourceClass::WorkflowTriggers}),
            resource, QStringLiteral("Whether an incident workflow starts for %1 could not be read.").arg(name),
            evidence);
    return outcome(OutcomeStatus::Fail, resource,
                   QStringLiteral("No enabled incident workflow trigger and no response play covers %1.").arg(name),
                   evidence + requestEvidence(inventory, ResourceClass::WorkflowTriggers));
}

} // namespace

QList<Outcome> responseAutomation(const Inventory &inventory, const EvaluationContext &context)
{
    QList<Outcome> outcomes;
    const TriggerCover cover(inventory);
    for (const Service *service : criticalServices(inventory, context.parameters))
        outcomes.append(judgeService(inventory, *service, cover));
    bool allRead = inventory.isComplete(ResourceClass::Services);
    if (criticalByBusinessService(context.parameters)) {
        addClassOutcomes(outcomes, inventory, {ResourceClass::BusinessServices, ResourceClass::BusinessDependencies});
        allRead = allRead && inventory.isComplete(ResourceClass::BusinessServices)
            && inventory.isComplete(ResourceClass::BusinessDependencies);
    }
    if (!outcomes.isEmpty() || !allRead) {
        addClassOutcomes(outcomes, inventory, {ResourceClass::WorkflowTriggers, ResourceClass::IncidentWorkflows});
        return outcomes;
    }
    return {outcome(OutcomeStatus::NotApplicable, accountRef(inventory),
                    QStringLiteral("No critical service was found among %1%2.")
                        .arg(counted(static_cast<qsizetype>(inventory.services.size()), "service"), sightNote(inventory)),
                    requestEvidence(inventory, ResourceClass::Services))};
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/outcomes.h"

#include "core/coverage/knowledge.h"

#include <QUrl>

#include <array>

namespace pdsi {

namespace {

struct ClassWords {
    ResourceClass resourceClass;
    const char *kind;
    const char *name;
    const char *answered = "/more"; ///< a small field every answered page of this class has
};

constexpr std::array classWords{
    ClassWords{ResourceClass::Abilities, "ability", "all abilities", "/abilities"},
    ClassWords{ResourceClass::Users, "user", "all users"},
    ClassWords{ResourceClass::TeamMembers, "team", "all team members"},
    ClassWords{ResourceClass::Services, "service", "all services"},
    ClassWords{ResourceClass::Integrations, "integration", "all integrations"},
    ClassWords{ResourceClass::EscalationPolicies, "escalation_policy", "all escalation policies"},
    ClassWords{ResourceClass::Schedules, "schedule", "all layer-based schedules"},
    ClassWords{ResourceClass::SchedulesV3, "schedule", "all shift-based schedules"},
    ClassWords{ResourceClass::BusinessServices, "business_service", "all business services", "/business_services"},
    ClassWords{ResourceClass::BusinessDependencies, "service_dependency", "all dependencies of business services",
               "/relationships"},
    ClassWords{ResourceClass::ServiceDependencies, "service_dependency", "all dependencies of services",
               "/relationships"},
    ClassWords{ResourceClass::WebhookSubscriptions, "webhook_subscription", "all webhook subscriptions"},
    ClassWords{ResourceClass::Extensions, "extension", "all extensions"},
    ClassWords{ResourceClass::ExtensionSchemas, "extension_schema", "all extension schemas"},
    ClassWords{ResourceClass::Priorities, "priority", "all priorities", "/priorities"},
    ClassWords{ResourceClass::Incidents, "incident", "incidents of the look-back"},
    ClassWords{ResourceClass::ChangeEvents, "change_event", "change events of the look-back"},
    ClassWords{ResourceClass::IncidentWorkflows, "incident_workflow", "all incident workflows"},
    ClassWords{ResourceClass::WorkflowTriggers, "workflow_trigger", "all incident workflow triggers", "/limit"},
    ClassWords{ResourceClass::AuditRecent, "audit_record", "audit records of the latest 31 days", "/records"},
    ClassWords{ResourceClass::AuditHistory, "audit_record", "older audit records", "/records"},
    ClassWords{ResourceClass::AuditTokensRecent, "audit_record", "recent audit records of API keys", "/limit"},
    ClassWords{ResourceClass::AuditTokensOld, "audit_record", "older audit records of API keys", "/limit"},
};

const char *answeredField(ResourceClass resourceClass)
{
    for (const ClassWords &words : classWords) {
        if (words.resourceClass == resourceClass)
            return words.answered;
    }
    return "/more";
}

/// What shows that a request got no answer: the account's own words, else the status alone.
QString refusalPointer(RequestResult result)
{
    const bool worded = result != RequestResult::Failed && result != RequestResult::Unreadable;
    return worded ? QStringLiteral("/error") : QString();
}

ResourceRef classRef(ResourceClass resourceClass)
{
    for (const ClassWords &words : classWords) {
        if (words.resourceClass == resourceClass)
            return {QString::fromLatin1(words.kind), QStringLiteral("*"), QString::fromLatin1(words.name), {}};
    }
    const QString name = resourceClassName(resourceClass);
    return {name, QStringLiteral("*"), name, {}};
}

QString whyWords(ReasonCode reason)
{
    switch (reason) {
    case ReasonCode::Permission: return QStringLiteral("access was denied");
    case ReasonCode::Plan: return QStringLiteral("the account's plan does not offer them");
    case ReasonCode::NotExposed: return QStringLiteral("PagerDuty does not show them");
    case ReasonCode::Partial: return QStringLiteral("some pages or rows are missing");
    case ReasonCode::Cap: return QStringLiteral("there are more than PagerDuty hands out");
    case ReasonCode::Failed: return QStringLiteral("the answer failed or was unreadable");
    case ReasonCode::NotCollected: return QStringLiteral("they were not asked for");
    }
    return {};
}

} // namespace

ResourceRef resourceRef(const char *kind, const ResourceRow &row)
{
    return {QString::fromLatin1(kind), row.id, row.name, row.htmlUrl};
}

ResourceRef accountRef(const Inventory &inventory)
{
    const QString kind = QStringLiteral("account");
    if (!inventory.subdomain.isEmpty())
        return {kind, inventory.subdomain, inventory.subdomain, {}};
    const QString host = QUrl(inventory.info().account.baseUrl).host();
    return {kind, kind, host.isEmpty() ? kind : host, {}};
}

Evidence evidenceAt(const SourceRef &source, const char *field)
{
    return {source.requestId, source.pointer + QLatin1String(field), {}};
}

Evidence evidenceAt(const SourceRef &source, const QString &pointer, const char *field)
{
    return {source.requestId, pointer + QLatin1String(field), {}};
}

Outcome outcome(OutcomeStatus status, const ResourceRef &resource, const QString &message,
                const QList<Evidence> &evidence)
{
    Outcome made;
    made.status = status;
    made.resource = resource;
    made.message = message;
    made.evidence = evidence;
    return made;
}

Outcome undetermined(ReasonCode reason, const ResourceRef &resource, const QString &message,
                     const QList<Evidence> &evidence)
{
    Outcome made = outcome(OutcomeStatus::NotDetermined, resource, message, evidence);
    made.reason = reason;
    return made;
}

Outcome classOutcome(const Inventory &inventory, ResourceClass resourceClass)
{
    const ReasonCode reason = inventory.reasonNotComplete(resourceClass).value_or(ReasonCode::Failed);
    const ResourceRef resource = classRef(resourceClass);
    return undetermined(reason, resource,
                        QStringLiteral("Not read completely: %1, because %2.").arg(resource.name, whyWords(reason)),
                        requestEvidence(inventory, resourceClass));
}

Outcome hiddenOutcome(ReasonCode reason, ResourceClass resourceClass)
{
    const QString message = reason == ReasonCode::Permission
        ? QStringLiteral("Objects may be hidden from this key, so what was seen may not be everything.")
        : QStringLiteral("What this key may see could not be read, so objects may be hidden from it.");
    return undetermined(reason, classRef(resourceClass), message);
}

void addClassOutcomes(QList<Outcome> &outcomes, const Inventory &inventory,
                      std::initializer_list<ResourceClass> classes)
{
    for (const ResourceClass c : classes) {
        if (!inventory.isComplete(c))
            outcomes.append(classOutcome(inventory, c));
    }
}

QList<Evidence> requestEvidence(const Inventory &inventory, ResourceClass resourceClass)
{
    constexpr qsizetype most = 3;
    QList<Evidence> refused, answered;
    for (const int id : inventory.requestIds(resourceClass)) {
        const RequestRecord *request = inventory.request(id);
        if (!request || refused.size() == most)
            continue;
        if (request->result != RequestResult::Answered)
            refused.append({id, refusalPointer(request->result), {}});
        else if (answered.size() < most)
            answered.append({id, QLatin1String(answeredField(resourceClass)), {}});
    }
    return refused.isEmpty() ? answered : refused;
}

bool isPlanGated(const Inventory &inventory, ResourceClass resourceClass)
{
    for (const int id : inventory.requestIds(resourceClass)) {
        const RequestRecord *request = inventory.request(id);
        if (request && request->result == RequestResult::PlanGated)
            return true;
    }
    return false;
}

QString counted(qsizetype n, const char *singular, const char *plural)
{
    const QString one = QString::fromLatin1(singular);
    const QString many = plural ? QString::fromLatin1(plural) : one + QLatin1Char('s');
    return QStringLiteral("%1 %2").arg(QString::number(n), n == 1 ? one : many);
}

QString quoted(const QString &name) { return QLatin1Char('"') + name + QLatin1Char('"'); }

QString listed(const QStringList &names)
{
    constexpr qsizetype most = 5;
    QStringList shown;
    for (const QString &name : names.first(qMin(most, names.size())))
        shown.append(quoted(name));
    if (names.size() > most)
        return shown.join(QStringLiteral(", ")) + QStringLiteral(" and %1 more").arg(names.size() - most);
    if (shown.size() < 2)
        return shown.join(QString());
    const QString last = shown.takeLast();
    return shown.join(QStringLiteral(", ")) + QStringLiteral(" and ") + last;
}

QString sightNote(const Inventory &inventory)
{
    return limitedSight(inventory) ? QStringLiteral(" (this key may not see everything)") : QString();
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/inventoryreader.h"

#include "core/base/jsonaccess.h"
#include "core/collector/pageshape.h"

#include <QJsonDocument>

namespace pdsi {

InventoryReader::InventoryReader(const Snapshot &snapshot)
    : m_snapshot(snapshot), m_inventory(std::make_shared<Inventory>())
{
}

std::shared_ptr<const Inventory> InventoryReader::read()
{
    startStates();
    for (const RequestRecord &record : m_snapshot.requests()) {
        if (!record.superseded)
            readPage(record);
    }
    worsenStates();
    m_inventory->schedules = m_schedules.take();
    fillUsers();
    fillIntegrations();
    nameExtensionSchemas();
    sortByTime();
    m_inventory->m_snapshot = std::make_shared<const Snapshot>(m_snapshot);
    m_inventory->indexRows();
    return std::move(m_inventory);
}

/// One state per class in enum order, whatever the snapshot brought; a class it does not name was not collected.
void InventoryReader::startStates()
{
    QList<ResourceClassState> states(resourceClassCount);
    for (int i = 0; i < resourceClassCount; ++i) {
        states[i].resourceClass = static_cast<ResourceClass>(i);
        states[i].reason = ReasonCode::NotCollected;
    }
    for (const ResourceClassState &state : m_snapshot.info().states)
        states[static_cast<int>(state.resourceClass)] = state;
    m_inventory->m_states = std::move(states);
    m_inventory->m_requestIds.resize(resourceClassCount);
    m_inventory->m_info = m_snapshot.info();
}

void InventoryReader::readPage(const RequestRecord &record)
{
    const int c = static_cast<int>(record.resourceClass);
    m_inventory->m_requestIds[c].append(record.id);
    if (record.resourceClass == ResourceClass::SignIn && record.result == RequestResult::Refused)
        readRefusedSignIn(record);
    if (record.result != RequestResult::Answered)
        return;
    Tally &tally = m_tallies[static_cast<size_t>(c)];
    const QJsonObject body = QJsonDocument::fromJson(m_snapshot.body(record.id)).object();
    PageShape shape = checkPageShape(record.resourceClass, !record.subject.isEmpty(), body);
    if (!shape.readable) {
        tally.damaged = true;
        return;
    }
    shape.unreadableRows += record.unreadableRows; // found before secrets were taken out
    Page page{record, {}, shape.unreadableRows.isEmpty()};
    const QList<RemovedField> removed = m_snapshot.removed(record.id);
    for (const RemovedField &field : removed)
        page.digests.insert(field.pointer, field.digest);
    tally.damaged |= !page.whole;
    ++tally.readable;
    notePage(page);
    readRows(page, body, shape.unreadableRows);
}

void InventoryReader::readRows(const Page &page, const QJsonObject &body, const QList<int> &unreadableRows)
{
    const QString key = listKey(page.record.resourceClass, !page.record.subject.isEmpty());
    const QString pointer = pointerTo(QString(), key);
    const QJsonValue rows = body.value(key);
    const QSet<int> skipped(unreadableRows.begin(), unreadableRows.end());
    if (rows.isObject() && !skipped.contains(0))
        readRow(page, rows, {page.record.id, pointer});
    const QJsonArray array = rows.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!skipped.contains(static_cast<int>(i)))
            readRow(page, array.at(i), {page.record.id, pointerTo(pointer, i)});
    }
}

void InventoryReader::notePage(const Page &page)
{
    const QString &subject = page.record.subject;
    switch (page.record.resourceClass) {
    case ResourceClass::Abilities:
        if (m_inventory->abilitiesSource.requestId == 0)
            m_inventory->abilitiesSource = {page.record.id, QStringLiteral("/abilities")};
        break;
    // With a row missing, "this user has no such method" would be a guess: the whole answer is left out.
    case ResourceClass::ContactMethods:
        if (page.whole)
            m_contactMethods[subject];
        break;
    case ResourceClass::NotificationRules:
        if (page.whole)
            m_notificationRules[subject];
        break;
    case ResourceClass::BusinessDependencies:
    case ResourceClass::ServiceDependencies:
        if (page.whole && !subject.isEmpty())
            m_inventory->dependenciesReadFor.insert(subject);
        break;
    default: break;
    }
}

bool InventoryReader::isFirst(ResourceClass resourceClass, const QString &key)
{
    QSet<QString> &seen = m_seen[static_cast<size_t>(resourceClass)];
    const qsizetype before = seen.size();
    seen.insert(key);
    return seen.size() > before;
}

template<typename Row>
void InventoryReader::keep(std::vector<Row> &rows, ResourceClass resourceClass, const QJsonObject &object,
                           const SourceRef &source, Row (*readTyped)(const QJsonObject &, const SourceRef &))
{
    if (isFirst(resourceClass, textAt(object, QLatin1String("id"))))
        rows.push_back(readTyped(object, source));
}

void InventoryReader::readRow(const Page &page, const QJsonValue &value, const SourceRef &source)
{
    const ResourceClass c = page.record.resourceClass;
    const QJsonObject object = value.toObject();
    Inventory &in = *m_inventory;
    if (in.subdomain.isEmpty())
        in.subdomain = subdomainOf(httpsOnly(textAt(object, QLatin1String("html_url"))));
    switch (c) {
    case ResourceClass::SignIn: return readSignInUser(object, source);
    case ResourceClass::Abilities: return readAbility(value.toString());
    case ResourceClass::Users: return keep(in.users, c, object, source, readUser);
    case ResourceClass::Teams: return keep(in.teams, c, object, source, readTeam);
    case ResourceClass::TeamMembers: return readTeamMember(page, object);
    case ResourceClass::Services:
        if (isFirst(c, textAt(object, QLatin1String("id"))))
            in.services.push_back(readService(object, source, page.digests));
        return;
    case ResourceClass::EscalationPolicies: return keep(in.policies, c, object, source, readEscalationPolicy);
    case ResourceClass::Schedules:
    case ResourceClass::SchedulesV3: return readScheduleRow(page, object, source);
    case ResourceClass::OnCalls: return readOnCallRow(object, source);
    case ResourceClass::BusinessDependencies:
    case ResourceClass::ServiceDependencies: return readDependency(object, source);
    case ResourceClass::WebhookSubscriptions:
        return keep(in.webhookSubscriptions, c, object, source, readWebhookSubscription);
    case ResourceClass::Extensions: return keep(in.extensions, c, object, source, readExtension);
    case ResourceClass::Incidents: return keep(in.incidents, c, object, source, readIncident);
    case ResourceClass::ChangeEvents: return keep(in.changeEvents, c, object, source, readChangeEvent);
    case ResourceClass::IncidentWorkflows: return keep(in.workflows, c, object, source, readIncidentWorkflow);
    case ResourceClass::WorkflowTriggers: return keep(in.triggers, c, object, source, readWorkflowTrigger);
    case ResourceClass::AuditRecent: return keep(in.auditRecent, c, object, source, readAuditRecord);
    case ResourceClass::AuditHistory: return keep(in.auditHistory, c, object, source, readAuditRecord);
    case ResourceClass::AuditTokensRecent: return keep(in.auditTokensRecent, c, object, source, readAuditRecord);
    case ResourceClass::AuditTokensOld: return keep(in.auditTokensOld, c, object, source, readAuditRecord);
    default: return readOther(page, object, source);
    }
}

/// Classes that complete other rows, and those no control judges.
void InventoryReader::readOther(const Page &page, const QJsonObject &object, const SourceRef &source)
{
    const ResourceClass c = page.record.resourceClass;
    const QString &subject = page.record.subject;
    Inventory &in = *m_inventory;
    switch (c) {
    case ResourceClass::ContactMethods:
        if (page.whole && isFirst(c, subject + u'\n' + textAt(object, QLatin1String("id"))))
            m_contactMethods[subject].push_back(readContactMethod(object, source));
        return;
    case ResourceClass::NotificationRules:
        if (page.whole && isFirst(c, subject + u'\n' + textAt(object, QLatin1String("id"))))
            m_notificationRules[subject].push_back(readNotificationRule(object, source));
        return;
    case ResourceClass::Integrations:
        if (isFirst(c, textAt(object, QLatin1String("id"))))
            m_integrations[subject].push_back(readIntegration(object, source, page.digests));
        return;
    case ResourceClass::BusinessServices:
    case ResourceClass::Priorities: {
        if (!isFirst(c, textAt(object, QLatin1String("id"))))
            return;
        ResourceRow &row = c == ResourceClass::Priorities ? static_cast<ResourceRow &>(in.priorities.emplace_back())
                                                          : in.businessServices.emplace_back();
        return readResourceRow(row, object, source);
    }
    case ResourceClass::ExtensionSchemas: return readExtensionSchema(object);
    case ResourceClass::MaintenanceWindows: // listed with the others as well
        if (!m_seen[static_cast<size_t>(c)].contains(textAt(object, QLatin1String("id"))))
            in.maintenanceWindows.push_back(readMaintenanceWindow(object, source));
        break;
    case ResourceClass::SessionConfigurations:
        if (isFirst(c, textAt(object, QLatin1String("type"))))
            in.sessionConfigurations.push_back(readSessionConfiguration(object, source));
        return;
    default: break;
    }
    GenericResource other = readGenericResource(object, source, resourceClassName(c));
    if (other.id.isEmpty() || isFirst(c, other.id))
        in.others.push_back(std::move(other));
}

void InventoryReader::readSignInUser(const QJsonObject &user, const SourceRef &source)
{
    if (m_inventory->keyScope != KeyScope::Unknown)
        return;
    const QString role = textAt(user, QLatin1String("role"));
    const bool full = role == QLatin1String("owner") || role == QLatin1String("admin");
    m_inventory->keyScope = full ? KeyScope::Account : KeyScope::Limited;
    m_inventory->keyScopeSource = sourceAt(source, QLatin1String("role"));
}

/// An account-level key is no user: the account answers 400 and says so.
void InventoryReader::readRefusedSignIn(const RequestRecord &record)
{
    if (record.status != 400 || m_inventory->keyScope != KeyScope::Unknown)
        return;
    m_inventory->keyScope = KeyScope::Account;
    m_inventory->keyScopeSource = {record.id, QStringLiteral("/error")};
}

void InventoryReader::readAbility(const QString &ability)
{
    if (isFirst(ResourceClass::Abilities, ability))
        m_inventory->abilities.append(ability);
}

void InventoryReader::readTeamMember(const Page &page, const QJsonObject &member)
{
    const QString userId = textAt(objectAt(member, QLatin1String("user")), QLatin1String("id"));
    if (!page.record.subject.isEmpty() && isFirst(ResourceClass::TeamMembers, page.record.subject + u'\n' + userId))
        m_memberships[userId].append(page.record.subject);
}

void InventoryReader::readScheduleRow(const Page &page, const QJsonObject &object, const SourceRef &source)
{
    const bool shiftBased = page.record.resourceClass == ResourceClass::SchedulesV3;
    Schedule schedule = shiftBased ? readScheduleV3(object, source) : readSchedule(object, source);
    schedule.finalSource = sourceAt(source, QLatin1String("final_schedule"));
    std::optional<ScheduleRendering> rendering;
    const auto window = windowOfPath(page.record.path);
    auto entries = readScheduleEntries(object, schedule, schedule.finalSource);
    if (window && entries)
        rendering = ScheduleRendering{window->first, window->second, std::move(*entries), readOverrides(object, source),
                                      schedule.finalSource};
    m_schedules.add(std::move(schedule), std::move(rendering));
}

void InventoryReader::readDependency(const QJsonObject &object, const SourceRef &source)
{
    ServiceDependency dependency = readServiceDependency(object, source);
    // One set for both classes: the same edge is named from either end.
    if (isFirst(ResourceClass::ServiceDependencies, dependency.supportingId + u'\n' + dependency.dependentId))
        m_inventory->dependencies.push_back(std::move(dependency));
}

void InventoryReader::readOnCallRow(const QJsonObject &object, const SourceRef &source)
{
    OnCall onCall = readOnCall(object, source);
    const QStringList key{onCall.policyId, onCall.userId, onCall.scheduleId, QString::number(onCall.level),
                          textAt(object, QLatin1String("start"))};
    if (isFirst(ResourceClass::OnCalls, key.join(u'\n')))
        m_inventory->onCalls.push_back(std::move(onCall));
}

void InventoryReader::readExtensionSchema(const QJsonObject &object)
{
    const QString id = textAt(object, QLatin1String("id"));
    const QString label = textAt(object, QLatin1String("label"));
    if (isFirst(ResourceClass::ExtensionSchemas, id))
        m_inventory->extensionSchemaNames.insert(id, label.isEmpty() ? textAt(object, QLatin1String("summary")) : label);
}

} // namespace pdsi

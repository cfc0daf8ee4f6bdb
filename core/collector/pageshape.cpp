// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/pageshape.h"

#include "core/base/jsonaccess.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace pdsi {

namespace {

enum class FieldType : quint8 {
    Text,
    Bool,
    Integer,
    Number,
    Time,    ///< text that parseInstant takes
    Texts,   ///< array of non-empty texts
    Object,  ///< of shape `inside`
    Objects, ///< array of objects of shape `inside`
};

/// Optional: null or absent is fine. Required: neither is, and a text is not empty. A field is required where its
/// absence would read as a verdict: no rules, no targets, no status.
enum class Need : quint8 { Optional, Required };

struct Shape;

struct Field {
    QLatin1String name;
    FieldType type = FieldType::Text;
    const Shape *inside = nullptr;
    Need need = Need::Optional;
};

struct Shape {
    std::span<const Field> fields;
    /// What no single field says, e.g. that an end is not before its start; asked once all fields are right.
    bool (*agrees)(const QJsonObject &) = nullptr;
};

// ---- the table: one shape for every object that is read, inner ones first ----

constexpr Field text(const char *name) { return {QLatin1String(name), FieldType::Text}; }
constexpr Field flag(const char *name) { return {QLatin1String(name), FieldType::Bool}; }
constexpr Field integer(const char *name) { return {QLatin1String(name), FieldType::Integer}; }
constexpr Field number(const char *name) { return {QLatin1String(name), FieldType::Number}; }
constexpr Field time(const char *name) { return {QLatin1String(name), FieldType::Time}; }
constexpr Field texts(const char *name) { return {QLatin1String(name), FieldType::Texts}; }
constexpr Field object(const char *name, const Shape &inside) { return {QLatin1String(name), FieldType::Object, &inside}; }
constexpr Field objects(const char *name, const Shape &inside) { return {QLatin1String(name), FieldType::Objects, &inside}; }
constexpr Field required(Field field)
{
    field.need = Need::Required;
    return field;
}

/// Appends fields to those every resource has.
template<typename... Fields>
constexpr auto row(Fields... fields)
{
    return std::array{required(text("id")), text("type"), text("name"), text("summary"), text("html_url"), fields...};
}

/// False when the text at `endKey` lies before the one at `startKey`; both are known to parse.
bool inOrder(const QJsonObject &entry, QLatin1String startKey, QLatin1String endKey)
{
    return instantAt(entry, startKey).value_or(0) <= instantAt(entry, endKey).value_or(0);
}
bool entryInOrder(const QJsonObject &entry) { return inOrder(entry, QLatin1String("start"), QLatin1String("end")); }
bool shiftInOrder(const QJsonObject &shift)
{
    return inOrder(shift, QLatin1String("start_time"), QLatin1String("end_time"));
}
/// Only the empty member may do without a user: anybody else unnamed would look like a gap.
bool memberIsNamed(const QJsonObject &member)
{
    return textAt(member, QLatin1String("type")) == QLatin1String("empty_member")
        || !textAt(member, QLatin1String("user_id")).isEmpty();
}

/// A trigger that is not for all services lists its own; without a list nobody knows which it covers.
bool triggerNamesServices(const QJsonObject &trigger)
{
    return trigger.value(QLatin1String("is_subscribed_to_all_services")).toBool()
        || trigger.value(QLatin1String("services")).isArray();
}

constexpr Shape anything{};
constexpr auto plainFields = row();
constexpr Shape plain{plainFields};
constexpr auto referenceFields = row(text("deleted_at"));
constexpr Shape reference{referenceFields};

constexpr auto contactMethodFields = row(text("label"), flag("enabled"), flag("blacklisted"));
constexpr Shape contactMethod{contactMethodFields};
constexpr auto notificationRuleFields = row(text("urgency"), integer("start_delay_in_minutes"), object("contact_method", reference));
constexpr Shape notificationRule{notificationRuleFields};
constexpr auto userFields = row(text("email"), required(text("role")), text("time_zone"), flag("created_via_sso"), flag("invitation_sent"),
                                objects("teams", reference), objects("contact_methods", contactMethod),
                                objects("notification_rules", notificationRule));
constexpr Shape user{userFields};
constexpr auto teamFields = row(text("default_role"));
constexpr Shape team{teamFields};
constexpr std::array teamMemberFields{required(object("user", reference)), text("role")};
constexpr Shape teamMember{teamMemberFields};

constexpr std::array emailFilterFields{required(text("from_email_mode"))};
constexpr Shape emailFilter{emailFilterFields};
constexpr std::array integrationFields{required(text("id")), required(text("type")), text("name"), text("summary"), text("html_url"),
                                       object("vendor", reference), text("integration_key"), text("email_filter_mode"),
                                       objects("email_filters", emailFilter)};
constexpr Shape integration{integrationFields};
constexpr std::array urgencyPartFields{text("type"), text("urgency")};
constexpr Shape urgencyPart{urgencyPartFields};
constexpr std::array urgencyRuleFields{text("type"), text("urgency"), object("during_support_hours", urgencyPart),
                                       object("outside_support_hours", urgencyPart)};
constexpr Shape urgencyRule{urgencyRuleFields};
constexpr auto serviceFields = row(required(text("status")), object("escalation_policy", reference), integer("acknowledgement_timeout"),
                                   integer("auto_resolve_timeout"), object("incident_urgency_rule", urgencyRule),
                                   object("response_play", anything), objects("teams", reference),
                                   objects("integrations", integration));
constexpr Shape service{serviceFields};

constexpr std::array escalationRuleFields{text("id"), integer("escalation_delay_in_minutes"), required(objects("targets", reference))};
constexpr Shape escalationRule{escalationRuleFields};
constexpr auto policyFields = row(integer("num_loops"), required(objects("escalation_rules", escalationRule)),
                                  objects("services", reference), objects("teams", reference));
constexpr Shape policy{policyFields};

constexpr std::array layerUserFields{required(object("user", reference))};
constexpr Shape layerUser{layerUserFields};
constexpr std::array layerFields{text("id"), text("name"), time("start"), time("end"), required(objects("users", layerUser))};
constexpr Shape layer{layerFields};
constexpr std::array entryFields{required(time("start")), required(time("end")), object("user", reference)};
constexpr Shape entry{entryFields, entryInOrder};
constexpr std::array memberFields{required(text("type")), text("user_id")};
constexpr Shape member{memberFields, memberIsNamed};
constexpr std::array shiftFields{required(time("start_time")), required(time("end_time")), required(object("member", member))};
constexpr Shape shift{shiftFields, shiftInOrder};
constexpr std::array finalFields{objects("rendered_schedule_entries", entry), objects("computed_shift_assignments", shift),
                                 number("rendered_coverage_percentage")};
constexpr Shape finalSchedule{finalFields};
constexpr auto scheduleFields = row(text("time_zone"), objects("schedule_layers", layer), object("final_schedule", finalSchedule));
constexpr Shape schedule{scheduleFields};

constexpr std::array strategyFields{objects("members", member)};
constexpr Shape strategy{strategyFields};
constexpr std::array rotationEventFields{text("id"), text("name"), time("effective_since"), time("effective_until"),
                                         object("assignment_strategy", strategy)};
constexpr Shape rotationEvent{rotationEventFields};
constexpr std::array rotationFields{text("id"), objects("events", rotationEvent)};
constexpr Shape rotation{rotationFields};
constexpr auto scheduleV3Fields = row(text("time_zone"), objects("rotations", rotation), object("final_schedule", finalSchedule));
constexpr Shape scheduleV3{scheduleV3Fields};

constexpr std::array onCallFields{required(object("escalation_policy", reference)), required(object("user", reference)),
                                  object("schedule", reference), required(integer("escalation_level")), time("start"), time("end")};
constexpr Shape onCall{onCallFields};
constexpr std::array dependencyEndFields{required(text("id")), text("type")};
constexpr Shape dependencyEnd{dependencyEndFields};
constexpr std::array dependencyFields{required(object("supporting_service", dependencyEnd)),
                                      required(object("dependent_service", dependencyEnd))};
constexpr Shape dependency{dependencyFields};

constexpr std::array deliveryFields{required(text("type")), text("url")};
constexpr Shape delivery{deliveryFields};
constexpr auto subscriptionFields = row(text("description"), flag("active"), required(object("delivery_method", delivery)));
constexpr Shape subscription{subscriptionFields};
constexpr auto extensionFields = row(text("endpoint_url"), required(object("extension_schema", reference)));
constexpr Shape extension{extensionFields};
constexpr auto extensionSchemaFields = row(text("label"));
constexpr Shape extensionSchema{extensionSchemaFields};

constexpr auto incidentFields = row(required(time("created_at")), text("status"), object("priority", reference), object("service", reference));
constexpr Shape incident{incidentFields};
constexpr auto changeEventFields = row(required(time("timestamp")), required(objects("services", reference)));
constexpr Shape changeEvent{changeEventFields};
constexpr auto workflowFields = row(flag("is_enabled"));
constexpr Shape workflow{workflowFields};
constexpr auto triggerFields = row(object("workflow", reference), text("trigger_type"), flag("is_subscribed_to_all_services"),
                                   objects("services", reference), flag("is_disabled"));
constexpr Shape trigger{triggerFields, triggerNamesServices};

constexpr std::array actorFields{text("id"), text("type"), text("summary")};
constexpr Shape actor{actorFields};
constexpr std::array methodFields{text("type"), text("truncated_token")};
constexpr Shape method{methodFields};
constexpr auto auditFields = row(required(time("execution_time")), objects("actors", actor), object("method", method));
constexpr Shape audit{auditFields};

constexpr auto windowFields = row(time("start_time"), time("end_time"), objects("services", reference));
constexpr Shape maintenanceWindow{windowFields};
constexpr std::array sessionFields{required(text("type")), integer("absolute_session_ttl"), integer("idle_session_ttl")};
constexpr Shape session{sessionFields};
constexpr std::array allowedRangeFields{text("cidr")};
constexpr Shape allowedRange{allowedRangeFields};
constexpr auto allowListFields = row(text("state"), objects("cidr_entries", allowedRange));
constexpr Shape allowList{allowListFields};
constexpr auto licenseFields = row(text("role_group"), texts("valid_roles"), integer("current_value"), integer("allocations_available"));
constexpr Shape license{licenseFields};
constexpr std::array scoreFields{required(text("resource_id")), text("resource_type"), object("score", anything),
                                 objects("standards", anything)};
constexpr Shape score{scoreFields};
constexpr auto delegationFields = row(text("client_id"), text("delegation_type"), text("status"), text("scope"),
                                      time("created_at"), time("expires_at"));
constexpr Shape delegation{delegationFields};
constexpr auto logEntryFields = row(time("created_at"));
constexpr Shape logEntry{logEntryFields};

constexpr std::array pagingFields{integer("limit"), integer("offset"), integer("total"), text("next_cursor")};
constexpr Shape paging{pagingFields};

/// How one class is answered. `shape` null: the rows are texts. `singleKey` null: per-id answers are lists too.
struct PageRule {
    const char *list = nullptr;
    const Shape *shape = nullptr;
    const char *singleKey = nullptr;
    bool alwaysSingle = false;
};

PageRule ruleOf(ResourceClass resourceClass)
{
    switch (resourceClass) {
    case ResourceClass::SignIn: return {"user", &user, "user", true};
    case ResourceClass::Abilities: return {"abilities", nullptr};
    case ResourceClass::Users: return {"users", &user, "user"};
    case ResourceClass::ContactMethods: return {"contact_methods", &contactMethod};
    case ResourceClass::NotificationRules: return {"notification_rules", &notificationRule};
    case ResourceClass::Teams: return {"teams", &team, "team"};
    case ResourceClass::TeamMembers: return {"members", &teamMember};
    case ResourceClass::Services: return {"services", &service, "service"};
    case ResourceClass::Integrations: return {"integration", &integration, "integration", true};
    case ResourceClass::EscalationPolicies: return {"escalation_policies", &policy, "escalation_policy"};
    case ResourceClass::Schedules: return {"schedules", &schedule, "schedule"};
    case ResourceClass::SchedulesV3: return {"schedules", &scheduleV3, "schedule"};
    case ResourceClass::OnCalls: return {"oncalls", &onCall};
    case ResourceClass::BusinessServices: return {"business_services", &plain, "business_service"};
    case ResourceClass::BusinessDependencies:
    case ResourceClass::ServiceDependencies: return {"relationships", &dependency};
    case ResourceClass::WebhookSubscriptions: return {"webhook_subscriptions", &subscription, "webhook_subscription"};
    case ResourceClass::Extensions: return {"extensions", &extension, "extension"};
    case ResourceClass::ExtensionSchemas: return {"extension_schemas", &extensionSchema, "extension_schema"};
    case ResourceClass::Addons: return {"addons", &plain, "addon"};
    case ResourceClass::Tags: return {"tags", &extensionSchema, "tag"};
    case ResourceClass::Vendors: return {"vendors", &plain, "vendor"};
    case ResourceClass::Priorities: return {"priorities", &plain};
    case ResourceClass::Incidents: return {"incidents", &incident, "incident"};
    case ResourceClass::LogEntries: return {"log_entries", &logEntry, "log_entry"};
    case ResourceClass::ChangeEvents: return {"change_events", &changeEvent, "change_event"};
    case ResourceClass::IncidentWorkflows: return {"incident_workflows", &workflow, "incident_workflow"};
    case ResourceClass::WorkflowTriggers: return {"triggers", &trigger, "trigger"};
    case ResourceClass::MaintenanceWindows: return {"maintenance_windows", &maintenanceWindow, "maintenance_window"};
    case ResourceClass::Licenses: return {"licenses", &license};
    case ResourceClass::SessionConfigurations: return {"session_configurations", &session};
    case ResourceClass::IpAllowLists: return {"ip_allow_lists", &allowList, "ip_allow_list"};
    case ResourceClass::StandardsScores: return {"resources", &score};
    case ResourceClass::AuditRecent:
    case ResourceClass::AuditHistory:
    case ResourceClass::AuditTokensRecent:
    case ResourceClass::AuditTokensOld: return {"records", &audit};
    case ResourceClass::OAuthDelegations: return {"oauth_delegations", &delegation};
    case ResourceClass::Analytics: return {"data", &anything};
    }
    return {};
}

// ---- checking ----

bool hasShape(const QJsonObject &object, const Shape &shape);

bool isTexts(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    return value.isArray()
        && std::all_of(array.begin(), array.end(), [](const QJsonValue &v) { return v.isString() && !v.toString().isEmpty(); });
}

bool isObjects(const QJsonValue &value, const Shape &inside)
{
    const QJsonArray array = value.toArray();
    return value.isArray() && std::all_of(array.begin(), array.end(), [&inside](const QJsonValue &v) {
        return v.isObject() && hasShape(v.toObject(), inside);
    });
}

bool hasType(const QJsonValue &value, const Field &field)
{
    switch (field.type) {
    case FieldType::Text: return value.isString() && (field.need == Need::Optional || !value.toString().isEmpty());
    case FieldType::Bool: return value.isBool();
    case FieldType::Integer: return integerOf(value).has_value();
    case FieldType::Number: return value.isDouble() && std::isfinite(value.toDouble());
    case FieldType::Time: return value.isString() && parseInstant(value.toString()).has_value();
    case FieldType::Texts: return isTexts(value);
    case FieldType::Object: return value.isObject() && hasShape(value.toObject(), *field.inside);
    case FieldType::Objects: return isObjects(value, *field.inside);
    }
    return false;
}

bool hasShape(const QJsonObject &object, const Shape &shape)
{
    for (const Field &field : shape.fields) {
        const QJsonValue value = object.value(field.name);
        const bool present = !value.isUndefined() && !value.isNull();
        if (present ? !hasType(value, field) : field.need == Need::Required)
            return false;
    }
    return !shape.agrees || shape.agrees(object);
}

/// `more` decides whether there is another page: where it is sent it has to say so.
bool hasPaging(const QJsonObject &body)
{
    const QJsonValue more = body.value(QLatin1String("more"));
    return (more.isUndefined() || more.isBool()) && hasShape(body, paging);
}

bool isReadableRow(const QJsonValue &value, const Shape *shape)
{
    if (!shape)
        return value.isString() && !value.toString().isEmpty();
    return value.isObject() && hasShape(value.toObject(), *shape);
}

PageShape checkRows(const QJsonArray &rows, const Shape *shape)
{
    PageShape result;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!isReadableRow(rows.at(i), shape))
            result.unreadableRows.append(static_cast<int>(i));
    }
    result.readable = rows.isEmpty() || result.unreadableRows.size() < rows.size();
    return result;
}

} // namespace

PageShape checkPageShape(ResourceClass resourceClass, bool perId, const QJsonObject &body)
{
    const PageRule rule = ruleOf(resourceClass);
    const QJsonValue rows = body.value(listKey(resourceClass, perId));
    // The reference says that one vendor comes as a list of one; both forms are taken.
    const bool single = isSingleObject(resourceClass, perId) && !(resourceClass == ResourceClass::Vendors && rows.isArray());
    if (single)
        return rows.isObject() ? checkRows({rows}, rule.shape) : PageShape{};
    return rows.isArray() && hasPaging(body) ? checkRows(rows.toArray(), rule.shape) : PageShape{};
}

QString listKey(ResourceClass resourceClass, bool perId)
{
    const PageRule rule = ruleOf(resourceClass);
    return QLatin1String(isSingleObject(resourceClass, perId) ? rule.singleKey : rule.list);
}

bool isSingleObject(ResourceClass resourceClass, bool perId)
{
    const PageRule rule = ruleOf(resourceClass);
    return rule.singleKey && (perId || rule.alwaysSingle);
}

} // namespace pdsi

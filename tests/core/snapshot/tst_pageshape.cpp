// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonaccess.h"
#include "core/collector/pageshape.h"

#include <QJsonDocument>
#include <QTest>

using namespace pdsi;

namespace {

/// One class of answers: a good row, and which of its fields are looked at. Fields are pointers inside the row.
struct Example {
    const char *name;
    ResourceClass resourceClass;
    bool perId;
    const char *row;
    const char *optional; ///< null and absent are fine, another type is not
    const char *required; ///< none of it is fine
    const char *times;    ///< have to parse
};

const Example examples[] = {
    {"sign-in", ResourceClass::SignIn, false, R"({"id":"PKIM001","role":"owner","name":"Kim Vale","html_url":"https://t.example.test/u"})",
     "name html_url", "id role", ""},
    {"users", ResourceClass::Users, false,
     R"({"id":"PKIM001","type":"user","name":"Kim Vale","summary":"Kim","html_url":"none","email":"kim@example.test",
         "role":"user","time_zone":"Asia/Tokyo","created_via_sso":true,"invitation_sent":false,
         "teams":[{"id":"PTM01","type":"team","summary":"Tide"}],
         "contact_methods":[{"id":"PCM01","type":"sms_contact_method","label":"Mobile","enabled":true,"blacklisted":false}],
         "notification_rules":[{"id":"PNR01","type":"assignment_notification_rule","start_delay_in_minutes":3,"urgency":"high",
                                "contact_method":{"id":"PCM01","type":"sms_contact_method"}}]})",
     "type name summary html_url email time_zone created_via_sso invitation_sent teams teams/0/type contact_methods "
     "contact_methods/0/type contact_methods/0/label contact_methods/0/enabled contact_methods/0/blacklisted notification_rules "
     "notification_rules/0/urgency notification_rules/0/start_delay_in_minutes notification_rules/0/contact_method",
     "id role teams/0/id contact_methods/0/id notification_rules/0/id notification_rules/0/contact_method/id", ""},
    {"contact methods", ResourceClass::ContactMethods, true, R"({"id":"PCM01","type":"phone_contact_method","enabled":true,"blacklisted":false})",
     "type enabled blacklisted", "id", ""},
    {"notification rules", ResourceClass::NotificationRules, true,
     R"({"id":"PNR01","start_delay_in_minutes":0,"urgency":"high","contact_method":{"id":"PCM01"}})",
     "urgency start_delay_in_minutes contact_method", "id contact_method/id", ""},
    {"teams", ResourceClass::Teams, false, R"({"id":"PTM01","name":"Tide","default_role":"none"})", "name default_role", "id", ""},
    {"team members", ResourceClass::TeamMembers, true, R"({"user":{"id":"PKIM001"},"role":"responder"})", "role", "user user/id", ""},
    {"services", ResourceClass::Services, false,
     R"({"id":"PSV01","name":"ledger","status":"active","acknowledgement_timeout":600,"auto_resolve_timeout":7200,
         "escalation_policy":{"id":"PEP01","deleted_at":"2025-01-01T00:00:00Z"},"teams":[{"id":"PTM01"}],"response_play":{"id":"x"},
         "incident_urgency_rule":{"type":"use_support_hours","urgency":"high","during_support_hours":{"type":"constant","urgency":"high"},
                                  "outside_support_hours":{"type":"constant","urgency":"low"}},
         "integrations":[{"id":"PIN01","type":"generic_email_inbound_integration","name":"mail","integration_key":"k","vendor":{"id":"PVN01"},
                          "email_filter_mode":"all-email","email_filters":[{"from_email_mode":"always"}]}]})",
     "name acknowledgement_timeout auto_resolve_timeout escalation_policy escalation_policy/deleted_at teams response_play "
     "incident_urgency_rule incident_urgency_rule/type incident_urgency_rule/urgency incident_urgency_rule/during_support_hours "
     "incident_urgency_rule/during_support_hours/urgency incident_urgency_rule/outside_support_hours/urgency integrations "
     "integrations/0/name integrations/0/integration_key integrations/0/vendor integrations/0/email_filter_mode "
     "integrations/0/email_filters",
     "id status escalation_policy/id teams/0/id integrations/0/id integrations/0/type integrations/0/vendor/id "
     "integrations/0/email_filters/0/from_email_mode", ""},
    {"one integration", ResourceClass::Integrations, true, R"({"id":"PIN01","type":"events_api_v2_inbound_integration","integration_key":"k"})",
     "integration_key", "id type", ""},
    {"escalation policies", ResourceClass::EscalationPolicies, false,
     R"({"id":"PEP01","num_loops":2,"services":[{"id":"PSV01"}],"teams":[{"id":"PTM01"}],
         "escalation_rules":[{"id":"PER01","escalation_delay_in_minutes":15,"targets":[{"id":"PKIM001","type":"user_reference"}]}]})",
     "num_loops services teams escalation_rules/0/id escalation_rules/0/escalation_delay_in_minutes "
     "escalation_rules/0/targets/0/type",
     "id services/0/id escalation_rules escalation_rules/0/targets escalation_rules/0/targets/0/id", ""},
    {"schedules", ResourceClass::Schedules, false,
     R"({"id":"PSC01","time_zone":"UTC","schedule_layers":[{"id":"L1","name":"Day","start":"2026-01-01T00:00:00Z","end":"2027-01-01T00:00:00+02:00",
           "users":[{"user":{"id":"PKIM001","type":"user_reference"}}]}],
         "final_schedule":{"rendered_coverage_percentage":50.5,"rendered_schedule_entries":[
           {"start":"2026-05-01T00:00:00Z","end":"2026-05-02T00:00:00Z","user":{"id":"PKIM001"}}]}})",
     "time_zone schedule_layers schedule_layers/0/id schedule_layers/0/name schedule_layers/0/start schedule_layers/0/end "
     "final_schedule final_schedule/rendered_coverage_percentage final_schedule/rendered_schedule_entries "
     "final_schedule/rendered_schedule_entries/0/user",
     "id schedule_layers/0/users schedule_layers/0/users/0/user schedule_layers/0/users/0/user/id final_schedule/rendered_schedule_entries/0/start "
     "final_schedule/rendered_schedule_entries/0/end final_schedule/rendered_schedule_entries/0/user/id",
     "schedule_layers/0/start schedule_layers/0/end final_schedule/rendered_schedule_entries/0/start final_schedule/rendered_schedule_entries/0/end"},
    {"one schedule", ResourceClass::Schedules, true, R"({"id":"PSC01","time_zone":"UTC","final_schedule":{"rendered_schedule_entries":[]}})",
     "time_zone final_schedule final_schedule/rendered_schedule_entries", "id", ""},
    {"shift-based list", ResourceClass::SchedulesV3, false, R"({"id":"PSC90","type":"schedule_v3_reference","summary":"North"})", "type summary", "id", ""},
    {"one shift-based", ResourceClass::SchedulesV3, true,
     R"({"id":"PSC90","time_zone":"UTC","rotations":[{"id":"R1","events":[{"id":"E1","name":"Week","effective_since":"2026-01-01T00:00:00Z",
           "effective_until":"2027-01-01T00:00:00Z","assignment_strategy":{"members":[{"type":"user_member","user_id":"PKIM001"}]}}]}],
         "final_schedule":{"rendered_coverage_percentage":10,"computed_shift_assignments":[{"start_time":"2026-05-01T00:00:00Z",
           "end_time":"2026-05-02T00:00:00Z","member":{"type":"user_member","user_id":"PKIM001"}}]}})",
     "time_zone rotations rotations/0/id rotations/0/events rotations/0/events/0/name rotations/0/events/0/effective_since "
     "rotations/0/events/0/effective_until rotations/0/events/0/assignment_strategy rotations/0/events/0/assignment_strategy/members "
     "final_schedule final_schedule/computed_shift_assignments final_schedule/rendered_coverage_percentage",
     "id rotations/0/events/0/assignment_strategy/members/0/user_id rotations/0/events/0/assignment_strategy/members/0/type "
     "final_schedule/computed_shift_assignments/0/start_time final_schedule/computed_shift_assignments/0/end_time "
     "final_schedule/computed_shift_assignments/0/member final_schedule/computed_shift_assignments/0/member/user_id",
     "rotations/0/events/0/effective_since rotations/0/events/0/effective_until final_schedule/computed_shift_assignments/0/start_time "
     "final_schedule/computed_shift_assignments/0/end_time"},
    {"on-calls", ResourceClass::OnCalls, false,
     R"({"escalation_policy":{"id":"PEP01"},"escalation_level":1,"user":{"id":"PKIM001"},"schedule":{"id":"PSC01"},
         "start":"2026-05-01T00:00:00Z","end":"2026-05-02T00:00:00Z"})",
     "schedule start end", "escalation_policy escalation_policy/id escalation_level user user/id", "start end"},
    {"business services", ResourceClass::BusinessServices, false, R"({"id":"PBS01","name":"Till","html_url":"x"})", "name html_url", "id", ""},
    {"business dependencies", ResourceClass::BusinessDependencies, true,
     R"({"supporting_service":{"id":"PSV01","type":"technical_service_reference"},"dependent_service":{"id":"PBS01","type":"business_service_reference"}})",
     "supporting_service/type dependent_service/type", "supporting_service dependent_service supporting_service/id dependent_service/id", ""},
    {"service dependencies", ResourceClass::ServiceDependencies, true,
     R"({"supporting_service":{"id":"PSV01"},"dependent_service":{"id":"PSV02"}})", "", "supporting_service/id dependent_service", ""},
    {"webhook subscriptions", ResourceClass::WebhookSubscriptions, false,
     R"({"id":"PWH01","active":true,"description":"logs","delivery_method":{"type":"http_delivery_method","url":"https://hooks.example.test"}})",
     "active description delivery_method/url", "id delivery_method delivery_method/type", ""},
    {"extensions", ResourceClass::Extensions, false,
     R"({"id":"PEX01","name":"old","endpoint_url":"http://x.example.test","extension_schema":{"id":"PJFWPEP","summary":"Generic V2 Webhook"}})",
     "name endpoint_url extension_schema/summary", "id extension_schema extension_schema/id", ""},
    {"extension schemas", ResourceClass::ExtensionSchemas, false, R"({"id":"PJFWPEP","label":"Generic"})", "label", "id", ""},
    {"addons", ResourceClass::Addons, false, R"({"id":"PAD01","name":"Board"})", "name", "id", ""},
    {"tags", ResourceClass::Tags, false, R"({"id":"PTG01","label":"night"})", "label", "id", ""},
    {"vendors", ResourceClass::Vendors, false, R"({"id":"PVN01","name":"Acorn"})", "name", "id", ""},
    {"one vendor", ResourceClass::Vendors, true, R"({"id":"PVN01","name":"Acorn"})", "name", "id", ""},
    {"priorities", ResourceClass::Priorities, false, R"({"id":"PPR01","name":"P1"})", "name", "id", ""},
    {"incidents", ResourceClass::Incidents, false,
     R"({"id":"Q1","status":"resolved","created_at":"2026-03-01T00:00:00Z","priority":{"id":"PPR01"},"service":{"id":"PSV01"}})",
     "status priority service", "id created_at priority/id service/id", "created_at"},
    {"log entries", ResourceClass::LogEntries, false, R"({"id":"R1","created_at":"2026-03-01T00:00:00Z"})", "created_at", "id", "created_at"},
    {"change events", ResourceClass::ChangeEvents, false,
     R"({"id":"01X","timestamp":"2026-03-01T00:00:00Z","summary":"deploy","services":[{"id":"PSV01"}]})",
     "summary", "id timestamp services services/0/id", "timestamp"},
    {"incident workflows", ResourceClass::IncidentWorkflows, false, R"({"id":"PIW01","name":"Major","is_enabled":true})", "name is_enabled", "id", ""},
    {"workflow triggers", ResourceClass::WorkflowTriggers, false,
     R"({"id":"t-1","trigger_type":"conditional","is_subscribed_to_all_services":false,"services":[{"id":"PSV01"}],"workflow":{"id":"PIW01"},"is_disabled":false})",
     "trigger_type is_subscribed_to_all_services workflow is_disabled", "id services services/0/id workflow/id", ""},
    {"maintenance windows", ResourceClass::MaintenanceWindows, false,
     R"({"id":"PMW01","start_time":"2026-03-01T00:00:00Z","end_time":"2026-03-02T00:00:00Z","services":[{"id":"PSV01"}]})",
     "start_time end_time services", "id", "start_time end_time"},
    {"licenses", ResourceClass::Licenses, false, R"({"id":"PLC01","role_group":"FullUser","valid_roles":["user"],"current_value":4,"allocations_available":9})",
     "role_group valid_roles current_value allocations_available", "id valid_roles/0", ""},
    {"session configurations", ResourceClass::SessionConfigurations, false, R"({"type":"web","absolute_session_ttl":3600,"idle_session_ttl":600})",
     "absolute_session_ttl idle_session_ttl", "type", ""},
    {"address lists", ResourceClass::IpAllowLists, false, R"({"id":"AG01","state":"enabled","cidr_entries":[{"cidr":"192.0.2.0/24"}]})",
     "state cidr_entries cidr_entries/0/cidr", "id", ""},
    {"standards", ResourceClass::StandardsScores, false, R"({"resource_id":"PSV01","resource_type":"technical_service","score":{"passing":1},"standards":[{}]})",
     "resource_type score standards", "resource_id", ""},
    {"audit", ResourceClass::AuditTokensOld, false,
     R"({"id":"A1","execution_time":"2026-03-01T00:00:00.123Z","actors":[{"id":"PK01","type":"api_key_reference","summary":"ci"}],
         "method":{"type":"api_token","truncated_token":"a1b2"}})",
     "actors actors/0/id actors/0/type actors/0/summary method method/type method/truncated_token", "id execution_time", "execution_time"},
    {"delegations", ResourceClass::OAuthDelegations, true,
     R"({"id":"d-1","client_id":"c","delegation_type":"web","status":"issued","created_at":"2026-03-01T00:00:00Z","expires_at":"2026-04-01T00:00:00Z"})",
     "client_id delegation_type status created_at expires_at", "id", "created_at expires_at"},
};

/// `root` with the value at `path` replaced; Undefined removes the field.
QJsonValue replaced(const QJsonValue &root, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    if (root.isArray()) {
        QJsonArray array = root.toArray();
        const int index = path.first().toInt();
        array.replace(index, replaced(array.at(index), path.mid(1), value));
        return array;
    }
    QJsonObject object = root.toObject();
    object.insert(path.first(), replaced(object.value(path.first()), path.mid(1), value));
    return object;
}

QStringList words(const char *text) { return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts); }

QJsonObject rowOf(const Example &example)
{
    QJsonParseError error;
    const auto row = QJsonDocument::fromJson(example.row, &error).object();
    Q_ASSERT(error.error == QJsonParseError::NoError);
    return row;
}

QJsonObject pageOf(const Example &example, const QJsonArray &rows)
{
    const QString key = listKey(example.resourceClass, example.perId);
    if (isSingleObject(example.resourceClass, example.perId))
        return {{key, rows.first()}};
    return {{key, rows}};
}

bool bodyIsReadable(ResourceClass resourceClass, bool perId, const QByteArray &body)
{
    return checkPageShape(resourceClass, perId, QJsonDocument::fromJson(body).object()).readable;
}

/// One value of each JSON type; two for numbers, since a fraction is no integer.
const QList<QJsonValue> &values()
{
    static const QList<QJsonValue> all{QStringLiteral("text"), 7, true, QJsonObject{}, QJsonArray{}};
    return all;
}

} // namespace

class TestPageShape : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyClassHasAShape();
    void fields_data();
    void fields();
    void times_data() { fields_data(); }
    void times();
    void badRowsAreNamed();
    void lists_data();
    void lists();
    void unknownFieldsNeverMatter();
    void numbersThatAreNoIntegers();
    void membersWithoutUser();
    void triggersWithoutServices();
    void emptyListsAreAnswers();
    void entriesThatEndBeforeTheyStart();
    void oneVendorMayComeAsAList();
    void pointers();
};

void TestPageShape::everyClassHasAShape()
{
    for (int i = 0; i < resourceClassCount; ++i) {
        const auto c = static_cast<ResourceClass>(i);
        QVERIFY2(!listKey(c, false).isEmpty(), qPrintable(resourceClassName(c)));
        QVERIFY2(!listKey(c, true).isEmpty(), qPrintable(resourceClassName(c)));
        QVERIFY(!checkPageShape(c, false, {}).readable);
        const QJsonObject empty{{listKey(c, false), QJsonArray{}}};
        QCOMPARE(checkPageShape(c, false, empty).readable, !isSingleObject(c, false));
    }
}

void TestPageShape::fields_data()
{
    QTest::addColumn<int>("number");
    for (size_t i = 0; i < std::size(examples); ++i)
        QTest::newRow(examples[i].name) << static_cast<int>(i);
}

void TestPageShape::fields()
{
    QFETCH(int, number);
    const Example &example = examples[number];
    const QJsonObject good = rowOf(example);
    const auto isReadable = [&](const QJsonValue &row) {
        return checkPageShape(example.resourceClass, example.perId, pageOf(example, {row})).readable;
    };
    QVERIFY(isReadable(good));
    const QStringList required = words(example.required);
    const QStringList all = words(example.optional) + required;
    for (const QString &field : all) {
        const QStringList path = field.split(u'/');
        const QJsonValue before = valueAtPointer(good, QString(u'/' + field));
        QVERIFY2(!before.isUndefined() && !before.isNull(), qPrintable(field));
        for (const QJsonValue &value : values()) {
            if (value.type() != before.type())
                QVERIFY2(!isReadable(replaced(good, path, value)), qPrintable(field));
        }
        QVERIFY2(isReadable(replaced(good, path, QJsonValue::Null)) != required.contains(field), qPrintable(field));
        if (!field.endsWith(u'0'))
            QVERIFY2(isReadable(replaced(good, path, QJsonValue::Undefined)) != required.contains(field), qPrintable(field));
        if (required.contains(field) && before.isString())
            QVERIFY2(!isReadable(replaced(good, path, QString())), qPrintable(field));
    }
}

void TestPageShape::times()
{
    QFETCH(int, number);
    const Example &example = examples[number];
    const QStringList times = words(example.times);
    for (const QString &field : times) {
        for (const char *bad : {"", "yesterday", "2026-05-01", "2026-05-01T10:00:00", "2026-02-30T10:00:00Z"}) {
            const QJsonValue row = replaced(rowOf(example), field.split(u'/'), QLatin1String(bad));
            QVERIFY2(!checkPageShape(example.resourceClass, example.perId, pageOf(example, {row})).readable, qPrintable(field));
        }
    }
}

void TestPageShape::badRowsAreNamed()
{
    const QJsonObject good{{QStringLiteral("id"), QStringLiteral("PTM01")}};
    const QJsonObject bad{{QStringLiteral("id"), 5}};
    const auto check = [](const QJsonArray &rows) {
        return checkPageShape(ResourceClass::Teams, false, {{QStringLiteral("teams"), rows}});
    };
    QCOMPARE(check({good, bad, good, QJsonValue::Null, QJsonArray{}}), (PageShape{true, {1, 3, 4}}));
    QCOMPARE(check({bad, bad}), (PageShape{false, {0, 1}}));
    QCOMPARE(check({}), (PageShape{true, {}}));
    const QJsonObject abilities{{QStringLiteral("abilities"), QJsonArray{QStringLiteral("sso"), 4, QString()}}};
    QCOMPARE(checkPageShape(ResourceClass::Abilities, false, abilities), (PageShape{true, {1, 2}}));
}

void TestPageShape::lists_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("readable");
    const auto row = [](const char *body, bool readable) { QTest::newRow(body) << QByteArray(body) << readable; };
    row(R"({"teams":[]})", true);
    row(R"({"teams":[],"limit":100,"offset":0,"more":false,"total":null})", true);
    row(R"({"teams":[],"limit":null,"offset":null,"more":true,"total":3,"next_cursor":null})", true);
    row(R"({"teams":[],"next_cursor":"abc"})", true);
    row(R"({"teams":{}})", false);
    row(R"({"teams":null})", false);
    row(R"({"users":[]})", false);
    row(R"({"teams":[],"more":"false"})", false);
    row(R"({"teams":[],"more":null})", false);
    row(R"({"teams":[],"more":0})", false);
    row(R"({"teams":[],"limit":"100"})", false);
    row(R"({"teams":[],"offset":1.5})", false);
    row(R"({"teams":[],"total":"3"})", false);
    row(R"({"teams":[],"total":{}})", false);
    row(R"({"teams":[],"next_cursor":4})", false);
}

void TestPageShape::lists()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, readable);
    QCOMPARE(bodyIsReadable(ResourceClass::Teams, false, body), readable);
}

void TestPageShape::unknownFieldsNeverMatter()
{
    QJsonObject row{{QStringLiteral("id"), QStringLiteral("PKIM001")}, {QStringLiteral("role"), QStringLiteral("role_of_tomorrow")}};
    for (const QJsonValue &value : values()) {
        row.insert(QStringLiteral("field_of_tomorrow"), value);
        const QJsonObject body{{QStringLiteral("users"), QJsonArray{row}}, {QStringLiteral("extra"), value}};
        QCOMPARE(checkPageShape(ResourceClass::Users, false, body), (PageShape{true, {}}));
    }
}

void TestPageShape::numbersThatAreNoIntegers()
{
    const auto reads = [](const QByteArray &timeout) {
        return bodyIsReadable(ResourceClass::Services, false, R"({"services":[{"id":"PSV01","status":"active","auto_resolve_timeout":)" + timeout + "}]}");
    };
    QVERIFY(reads("0") && reads("1e15") && reads("-5"));
    QVERIFY(!reads("0.5") && !reads("1e300") && !reads("1e19"));
}

void TestPageShape::membersWithoutUser()
{
    const auto reads = [](const char *member) {
        return bodyIsReadable(ResourceClass::SchedulesV3, true, QByteArray(R"({"schedule":{"id":"PSC90","final_schedule":{"computed_shift_assignments":[
            {"start_time":"2026-05-01T00:00:00Z","end_time":"2026-05-02T00:00:00Z","member":)") + member + "}]}}}");
    };
    QVERIFY(reads(R"({"type":"empty_member"})"));
    QVERIFY(reads(R"({"type":"user_member","user_id":"PKIM001"})"));
    QVERIFY(!reads(R"({"type":"user_member"})"));
    QVERIFY(!reads(R"({"type":"user_member","user_id":null})"));
    QVERIFY(!reads(R"({"type":"empty_member","user_id":3})"));
}

void TestPageShape::triggersWithoutServices()
{
    const auto reads = [](const QByteArray &fields) {
        return bodyIsReadable(ResourceClass::WorkflowTriggers, false, R"({"triggers":[{"id":"t-1","is_subscribed_to_all_services":)" + fields + "}]}");
    };
    QVERIFY(reads("true") && reads(R"(true,"services":null)") && reads(R"(false,"services":[])") && reads(R"(null,"services":[])"));
    QVERIFY(!reads("false") && !reads("null") && !reads(R"(false,"services":null)") && !reads(R"(null,"services":null)"));
}

/// A list that is there and empty is an answer: a policy may have no rules, a layer nobody.
void TestPageShape::emptyListsAreAnswers()
{
    QVERIFY(bodyIsReadable(ResourceClass::EscalationPolicies, false, R"({"escalation_policies":[{"id":"P1","escalation_rules":[{"targets":[]}]}]})"));
    QVERIFY(bodyIsReadable(ResourceClass::EscalationPolicies, false, R"({"escalation_policies":[{"id":"P1","escalation_rules":[]}]})"));
    QVERIFY(bodyIsReadable(ResourceClass::Schedules, false, R"({"schedules":[{"id":"P1","schedule_layers":[{"users":[]}]}]})"));
}

void TestPageShape::entriesThatEndBeforeTheyStart()
{
    const auto reads = [](const QByteArray &start, const QByteArray &end) {
        return bodyIsReadable(ResourceClass::Schedules, false, R"({"schedules":[{"id":"PSC01","final_schedule":{"rendered_schedule_entries":[
            {"start":")" + start + R"(","end":")" + end + R"("}]}}]})");
    };
    QVERIFY(reads("2026-05-01T00:00:00Z", "2026-05-01T00:00:00Z"));
    QVERIFY(reads("2026-05-01T10:00:00+02:00", "2026-05-01T09:00:00Z")); // 08:00 to 09:00 in UTC
    QVERIFY(!reads("2026-05-01T10:00:00Z", "2026-05-01T11:00:00+02:00"));
}

void TestPageShape::oneVendorMayComeAsAList()
{
    const auto body = QJsonDocument::fromJson(R"({"vendor":[{"id":"PVN01"}]})").object();
    QCOMPARE(checkPageShape(ResourceClass::Vendors, true, body), (PageShape{true, {}}));
    QVERIFY(!bodyIsReadable(ResourceClass::Schedules, true, R"({"schedule":[{"id":"P1"}]})"));
}

void TestPageShape::pointers()
{
    QCOMPARE(pointerTo(QStringLiteral("/a"), u"b/c~d"), QStringLiteral("/a/b~1c~0d"));
    QCOMPARE(pointerTo(QString(), qsizetype{3}), QStringLiteral("/3"));
    const QJsonValue root = QJsonDocument::fromJson(R"({"a":[{"b/c":1,"~":2,"":3}]})").object();
    QCOMPARE(valueAtPointer(root, u""), root);
    QCOMPARE(valueAtPointer(root, u"/a/0/b~1c").toInt(), 1);
    QCOMPARE(valueAtPointer(root, u"/a/0/~0").toInt(), 2);
    QCOMPARE(valueAtPointer(root, u"/a/0/").toInt(), 3);
    for (const char16_t *nothing : {u"a", u"/b", u"/a/1", u"/a/00", u"/a/-", u"/a/-1", u"/a/0/~0/x", u"/a/99999999999"})
        QVERIFY(valueAtPointer(root, QStringView(nothing)).isUndefined());
}

QTEST_GUILESS_MAIN(TestPageShape)
#include "tst_pageshape.moc"

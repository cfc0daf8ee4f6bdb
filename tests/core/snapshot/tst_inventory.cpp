// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.h"

#include <QTest>

using namespace pdsi;
using namespace pdsi::test;

class TestInventory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keyScope_data();
    void keyScope();
    void people();
    void peopleFromFallbacks();
    void partOfAFallbackIsNone();
    void membershipsOfIncompleteTeams();
    void services();
    void integrationsFromFallback();
    void policies();
    void dependencies();
    void webhooks();
    void eventsAndAudit();
    void workflowsAndOthers();
};

void TestInventory::keyScope_data()
{
    QTest::addColumn<RequestResult>("result");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<KeyScope>("expected");
    const auto role = [](const char *name) { return QByteArray(R"({"user":{"id":"PKIM001","role":")") + name + "\"}}"; };
    QTest::newRow("account key") << RequestResult::Refused << 400 << QByteArray(R"({"error":"account-level token"})") << KeyScope::Account;
    QTest::newRow("other refusal") << RequestResult::Refused << 405 << QByteArray("{}") << KeyScope::Unknown;
    QTest::newRow("owner") << RequestResult::Answered << 200 << role("owner") << KeyScope::Account;
    QTest::newRow("admin") << RequestResult::Answered << 200 << role("admin") << KeyScope::Account;
    QTest::newRow("observer") << RequestResult::Answered << 200 << role("observer") << KeyScope::Limited;
    QTest::newRow("no role") << RequestResult::Answered << 200 << QByteArray(R"({"user":{"id":"PKIM001"}})") << KeyScope::Unknown;
    QTest::newRow("wrong type") << RequestResult::Answered << 200 << QByteArray(R"({"user":{"id":"PKIM001","role":7}})") << KeyScope::Unknown;
    QTest::newRow("damaged") << RequestResult::Answered << 200 << QByteArray("{\"user\":") << KeyScope::Unknown;
    QTest::newRow("denied") << RequestResult::Denied << 403 << QByteArray("{}") << KeyScope::Unknown;
    QTest::newRow("missing") << RequestResult::Missing << 404 << QByteArray("{}") << KeyScope::Unknown;
}

void TestInventory::keyScope()
{
    QFETCH(RequestResult, result);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(KeyScope, expected);
    Answers answers;
    RequestRecord &record = answers.add(ResourceClass::SignIn, body);
    record.result = result;
    record.status = status;
    const auto inventory = answers.load();
    QCOMPARE(inventory->keyScope, expected);
    QCOMPARE(inventory->keyScopeSource.requestId, expected == KeyScope::Unknown ? 0 : 1);
}

void TestInventory::people()
{
    Answers answers;
    answers.add(ResourceClass::Users, list("users", {
        R"({"id":"PKIM001","type":"user","name":"Kim Vale","email":"kim@example.test","role":"limited_user","time_zone":"Asia/Tokyo",
            "created_via_sso":true,"invitation_sent":true,"html_url":"https://tern.pagerduty.com/users/PKIM001","teams":[{"id":"PTM01"}],
            "contact_methods":[{"id":"PCM01","type":"sms_contact_method","label":"Mobile","enabled":true,"blacklisted":false},
                               {"id":"PCM02","type":"push_notification_contact_method","label":"Phone"}],
            "notification_rules":[{"id":"PNR01","start_delay_in_minutes":5,"urgency":"high","contact_method":{"id":"PCM01"}},
                                  {"id":"PNR02","urgency":"low","contact_method":null}]})",
        R"({"id":"PLEE001","role":"user","summary":"Lee","html_url":"http://tern.pagerduty.com/x","teams":[],"contact_methods":[],"notification_rules":[]})",
        R"({"id":"PREF001","role":"user","teams":null,"contact_methods":[{"id":"PCM03","type":"sms_contact_method_reference"}],
            "notification_rules":[{"id":"PNR03","type":"assignment_notification_rule_reference"}]})"}));
    answers.add(ResourceClass::Teams, list("teams", {R"({"id":"PTM01","type":"team","name":"Tide","default_role":"none"})"}));
    const auto inventory = answers.load();
    QCOMPARE(idsIn(inventory->users), ids("PKIM001 PLEE001 PREF001"));
    QCOMPARE(inventory->subdomain, QStringLiteral("tern"));
    const User &kim = *inventory->user(QStringLiteral("PKIM001"));
    QCOMPARE(kim.role, QStringLiteral("limited_user"));
    QCOMPARE(kim.createdViaSso, std::optional(true));
    QVERIFY(kim.invitationSent);
    QCOMPARE(kim.teamIds, std::optional(ids("PTM01")));
    QCOMPARE(kim.contactMethods->size(), size_t(2));
    QCOMPARE(kim.contactMethods->at(0).type, QStringLiteral("sms_contact_method"));
    QCOMPARE(kim.contactMethods->at(0).enabled, std::optional(true));
    QVERIFY(!kim.contactMethods->at(1).enabled && !kim.contactMethods->at(1).blacklisted);
    QCOMPARE(kim.notificationRules->at(0).startDelayMinutes, 5);
    QCOMPARE(kim.notificationRules->at(0).source.pointer, QStringLiteral("/users/0/notification_rules/0"));
    QVERIFY(kim.notificationRules->at(1).contactMethodId.isEmpty());
    const User &lee = *inventory->user(QStringLiteral("PLEE001"));
    QCOMPARE(lee.name, QStringLiteral("Lee"));
    QVERIFY(lee.htmlUrl.isEmpty());
    QVERIFY(lee.contactMethods && lee.contactMethods->empty());
    const User &bare = *inventory->user(QStringLiteral("PREF001"));
    QCOMPARE(bare.name, bare.id);
    QVERIFY(!bare.contactMethods && !bare.notificationRules);
    QVERIFY(!inventory->user(QStringLiteral("PNOBODY")));
    QCOMPARE(inventory->team(QStringLiteral("PTM01"))->defaultRole, QStringLiteral("none"));
}

void TestInventory::peopleFromFallbacks()
{
    Answers answers;
    answers.add(ResourceClass::NotificationRules,
                list("notification_rules", {R"({"id":"PNR01","urgency":"high","contact_method":{"id":"PCM01"}})"}), "PKIM001");
    answers.add(ResourceClass::Users, list("users", {R"({"id":"PKIM001","role":"user"})", R"({"id":"PLEE001","role":"user"})"}));
    answers.add(ResourceClass::ContactMethods, list("contact_methods", {R"({"id":"PCM01","type":"phone_contact_method"})"}), "PKIM001");
    answers.add(ResourceClass::ContactMethods, list("contact_methods", {}), "PLEE001");
    answers.add(ResourceClass::TeamMembers, list("members", {R"({"user":{"id":"PKIM001"}})"}), "PTM01");
    answers.add(ResourceClass::TeamMembers, list("members", {R"({"user":{"id":"PKIM001"}})"}), "PTM02");
    const auto inventory = answers.load();
    const User &kim = *inventory->user(QStringLiteral("PKIM001"));
    QCOMPARE(kim.contactMethods->at(0).source.requestId, 3);
    QCOMPARE(kim.contactMethods->at(0).source.pointer, QStringLiteral("/contact_methods/0"));
    QCOMPARE(kim.notificationRules->at(0).contactMethodId, QStringLiteral("PCM01"));
    QCOMPARE(kim.teamIds, std::optional(ids("PTM01 PTM02")));
    const User &lee = *inventory->user(QStringLiteral("PLEE001"));
    QVERIFY(lee.contactMethods && lee.contactMethods->empty());
    QVERIFY(!lee.notificationRules);
    QCOMPARE(lee.teamIds, std::optional(QStringList()));
}

void TestInventory::partOfAFallbackIsNone()
{
    Answers answers;
    answers.add(ResourceClass::Users, list("users", {R"({"id":"PKIM001","role":"user"})"}));
    answers.add(ResourceClass::ContactMethods,
                list("contact_methods", {R"({"id":"PCM01","type":"email_contact_method"})", R"({"id":"PCM02","type":3})"}), "PKIM001");
    const auto inventory = answers.load();
    QVERIFY(!inventory->users[0].contactMethods);
    QCOMPARE(inventory->state(ResourceClass::ContactMethods).state, CollectionState::Partial);
}

void TestInventory::membershipsOfIncompleteTeams()
{
    Answers answers;
    answers.state(ResourceClass::TeamMembers) = {ResourceClass::TeamMembers, CollectionState::Partial, ReasonCode::Partial, 1, {}, 1, 0};
    answers.add(ResourceClass::Users, list("users", {R"({"id":"PKIM001","role":"user"})", R"({"id":"PLEE001","role":"user"})"}));
    answers.add(ResourceClass::TeamMembers, list("members", {R"({"user":{"id":"PKIM001"}})"}), "PTM01");
    const auto inventory = answers.load();
    QCOMPARE(inventory->users[0].teamIds, std::optional(ids("PTM01")));
    QVERIFY(!inventory->users[1].teamIds); // may be in a team nobody answered for
}

void TestInventory::services()
{
    Answers answers;
    answers.add(ResourceClass::Services, list("services", {
        R"({"id":"PSV01","type":"service","name":"ledger","status":"active","acknowledgement_timeout":600,"auto_resolve_timeout":null,
            "escalation_policy":{"id":"PEP01","type":"escalation_policy_reference","summary":"Main"},"teams":[{"id":"PTM01"}],
            "incident_urgency_rule":{"type":"use_support_hours","during_support_hours":{"urgency":"high"},"outside_support_hours":{"urgency":"low"}},
            "response_play":{"id":"x"},
            "integrations":[{"id":"PIN01","type":"events_api_v2_inbound_integration","name":"prom","vendor":{"id":"PVN01"}},
              {"id":"PIN02","type":"generic_email_inbound_integration","email_filter_mode":"and-rules-email",
               "email_filters":[{"from_email_mode":"always"},{"from_email_mode":"match"}]}]})",
        R"({"id":"PSV02","status":"disabled","escalation_policy":null,"integrations":[]})",
        R"({"id":"PSV03","status":"active","integrations":[{"id":"PIN03","type":"events_api_v2_inbound_integration_reference"}]})"}));
    answers.remove(1, "/services/0/integrations/0/integration_key", "abcd");
    const auto inventory = answers.load();
    const Service &ledger = *inventory->service(QStringLiteral("PSV01"));
    QVERIFY(ledger.isActive() && ledger.hasResponsePlay);
    QCOMPARE(ledger.acknowledgementTimeout, std::optional<qint64>(600));
    QVERIFY(!ledger.autoResolveTimeout);
    QCOMPARE(ledger.escalationPolicy->type, QStringLiteral("escalation_policy"));
    QCOMPARE(ledger.escalationPolicy->pointer, QStringLiteral("/services/0/escalation_policy"));
    QCOMPARE(ledger.urgencyRule.duringUrgency, QStringLiteral("high"));
    QCOMPARE(ledger.urgencyRule.outsideUrgency, QStringLiteral("low"));
    QCOMPARE(ledger.integrations->at(0).keyDigest, QStringLiteral("abcd"));
    QCOMPARE(ledger.integrations->at(0).vendorId, QStringLiteral("PVN01"));
    QVERIFY(!ledger.integrations->at(0).emailFilterMode);
    QVERIFY(ledger.integrations->at(1).keyDigest.isEmpty());
    QCOMPARE(ledger.integrations->at(1).fromEmailModes, ids("always match"));
    const Service &second = *inventory->service(QStringLiteral("PSV02"));
    QVERIFY(!second.isActive() && !second.escalationPolicy && second.integrations->empty());
    QVERIFY(!inventory->service(QStringLiteral("PSV03"))->integrations);
}

void TestInventory::integrationsFromFallback()
{
    Answers answers;
    answers.add(ResourceClass::Services, list("services", {
        R"({"id":"PSV01","status":"active","integrations":[{"id":"PIN01","type":"x_reference"}]})"}));
    answers.add(ResourceClass::Integrations, R"({"integration":{"id":"PIN01","type":"generic_events_api_inbound_integration"}})", "PSV01");
    answers.remove(2, "/integration/integration_key", "ef01");
    const auto inventory = answers.load();
    const Integration &integration = inventory->services[0].integrations->at(0);
    QCOMPARE(integration.type, QStringLiteral("generic_events_api_inbound_integration"));
    QCOMPARE(integration.keyDigest, QStringLiteral("ef01"));
    QCOMPARE(integration.source.pointer, QStringLiteral("/integration"));
}

void TestInventory::policies()
{
    Answers answers;
    answers.add(ResourceClass::EscalationPolicies, list("escalation_policies", {
        R"({"id":"PEP00","escalation_rules":[]})",
        R"({"id":"PEP01","num_loops":99999999999,"services":[{"id":"PSV01"}],"escalation_rules":[
            {"id":"PER01","escalation_delay_in_minutes":15,"targets":[{"id":"PSC01","type":"schedule_v3_reference","summary":"Main"},
             {"id":"PGONE01","type":"user_reference","deleted_at":"2025-01-01T00:00:00Z"}]}]})"}));
    const auto inventory = answers.load();
    const EscalationPolicy &policy = *inventory->policy(QStringLiteral("PEP01"));
    QCOMPARE(policy.numLoops, std::numeric_limits<int>::max());
    QCOMPARE(policy.rules[0].pointer, QStringLiteral("/escalation_policies/1/escalation_rules/0"));
    QCOMPARE(policy.rules[0].targets[0].type, QStringLiteral("schedule_v3"));
    QVERIFY(!policy.rules[0].targets[0].deleted);
    QVERIFY(policy.rules[0].targets[1].deleted);
    QCOMPARE(policy.rules[0].targets[1].pointer, QStringLiteral("/escalation_policies/1/escalation_rules/0/targets/1"));
    QVERIFY(inventory->policies[0].rules.empty());
}

void TestInventory::dependencies()
{
    const char edge[] = R"({"id":"D1","supporting_service":{"id":"PSV01","type":"technical_service_reference"},
                            "dependent_service":{"id":"PBS01","type":"business_service_reference"}})";
    const char other[] = R"({"supporting_service":{"id":"PSV02","type":"service"},"dependent_service":{"id":"PSV01","type":"service"}})";
    Answers answers;
    answers.add(ResourceClass::BusinessServices, list("business_services", {R"({"id":"PBS01","name":"Till"})", R"({"id":"PBS02","name":"Post"})"}));
    answers.add(ResourceClass::BusinessDependencies, list("relationships", {edge}), "PBS01");
    answers.add(ResourceClass::ServiceDependencies, list("relationships", {edge, other, edge}), "PSV01");
    answers.add(ResourceClass::ServiceDependencies, list("relationships", {}), "PSV03");
    answers.add(ResourceClass::ServiceDependencies, list("relationships", {other, R"({"supporting_service":4})"}), "PSV04");
    RequestRecord &denied = answers.add(ResourceClass::BusinessDependencies, "{}", "PBS02");
    denied.result = RequestResult::Denied;
    const auto inventory = answers.load();
    QCOMPARE(idsIn(inventory->businessServices), ids("PBS01 PBS02"));
    QCOMPARE(inventory->dependencies.size(), size_t(2));
    QCOMPARE(inventory->dependencies[0].supportingType, QStringLiteral("technical_service"));
    QCOMPARE(inventory->dependencies[0].dependentType, QStringLiteral("business_service"));
    QCOMPARE(inventory->dependencies[1].source.pointer, QStringLiteral("/relationships/1"));
    QCOMPARE(inventory->dependenciesReadFor, (QSet<QString>{QStringLiteral("PBS01"), QStringLiteral("PSV01"), QStringLiteral("PSV03")}));
}

void TestInventory::webhooks()
{
    Answers answers;
    answers.add(ResourceClass::WebhookSubscriptions, list("webhook_subscriptions", {
        R"({"id":"PWH01","active":false,"description":"logs","delivery_method":{"type":"http_delivery_method","url":"https://h.example.test"}})",
        R"({"id":"PWH02","delivery_method":{"type":"other_delivery_method","url":null}})"}));
    answers.add(ResourceClass::Extensions, list("extensions", {
        R"({"id":"PEX01","name":"old","endpoint_url":"http://h.example.test","extension_schema":{"id":"PJFWPEP","summary":"Generic V2 Webhook"}})",
        R"({"id":"PEX02","endpoint_url":null,"extension_schema":{"id":"PCHAT01"}})"}));
    answers.add(ResourceClass::ExtensionSchemas, list("extension_schemas", {R"({"id":"PCHAT01","label":"Chat","summary":"c"})", R"({"id":"PS2","summary":"Two"})"}));
    const auto inventory = answers.load();
    QVERIFY(!inventory->webhookSubscriptions[0].active);
    QCOMPARE(inventory->webhookSubscriptions[0].name, QStringLiteral("logs"));
    QVERIFY(inventory->webhookSubscriptions[1].active && !inventory->webhookSubscriptions[1].url);
    QCOMPARE(inventory->extensions[0].schemaName, QStringLiteral("Generic V2 Webhook"));
    QCOMPARE(inventory->extensions[1].schemaName, QStringLiteral("Chat"));
    QVERIFY(!inventory->extensions[1].endpointUrl);
    QCOMPARE(inventory->extensionSchemaNames.value(QStringLiteral("PS2")), QStringLiteral("Two"));
}

void TestInventory::eventsAndAudit()
{
    Answers answers;
    answers.add(ResourceClass::Incidents, list("incidents", {
        R"({"id":"Q1","created_at":"2026-03-01T00:00:00Z","priority":null})",
        R"({"id":"Q3","created_at":"2026-03-02T00:00:00Z","priority":{"id":"PPR01"},"service":{"id":"PSV01"},"status":"resolved"})",
        R"({"id":"Q2","created_at":"2026-03-02T01:00:00+01:00"})"}));
    answers.add(ResourceClass::ChangeEvents, list("change_events", {R"({"id":"C1","timestamp":"2026-03-01T00:00:00Z","services":[{"id":"PSV01"}]})",
                                                                    R"({"id":"C2","timestamp":"2026-03-03T00:00:00Z","summary":"deploy","services":[]})"}));
    const char first[] = R"({"id":"A1","execution_time":"2026-02-01T00:00:00.5Z","actors":[{"id":"PK01","type":"api_key_reference","summary":"ci"}],
                             "method":{"type":"api_token","truncated_token":"a1b2"}})";
    const char second[] = R"({"id":"A2","execution_time":"2026-02-02T00:00:00Z","actors":null,"method":null})";
    answers.add(ResourceClass::AuditTokensRecent, list("records", {first, second, first}));
    answers.add(ResourceClass::AuditTokensOld, list("records", {first}));
    answers.add(ResourceClass::AuditRecent, list("records", {second}));
    const auto inventory = answers.load();
    QCOMPARE(idsIn(inventory->incidents), ids("Q2 Q3 Q1"));
    QCOMPARE(inventory->incidents[1].priorityId, std::optional(QStringLiteral("PPR01")));
    QVERIFY(!inventory->incidents[2].priorityId);
    QCOMPARE(idsIn(inventory->changeEvents), ids("C2 C1"));
    QCOMPARE(inventory->changeEvents[1].serviceIds, ids("PSV01"));
    QCOMPARE(idsIn(inventory->auditTokensRecent), ids("A2 A1"));
    QCOMPARE(idsIn(inventory->auditTokensOld), ids("A1"));
    QCOMPARE(idsIn(inventory->auditRecent), ids("A2"));
    QVERIFY(inventory->auditHistory.empty());
    const AuditRecord &record = inventory->auditTokensOld[0];
    QCOMPARE(record.truncatedToken, QStringLiteral("a1b2"));
    QCOMPARE(record.actorId, QStringLiteral("PK01"));
    QCOMPARE(record.actorName, QStringLiteral("ci"));
    QCOMPARE(record.actorType, QStringLiteral("api_key"));
    QVERIFY(inventory->auditRecent[0].actorId.isEmpty());
}

void TestInventory::workflowsAndOthers()
{
    Answers answers;
    answers.add(ResourceClass::Abilities, list("abilities", {R"("sso")", R"("teams")", R"("sso")"}));
    answers.add(ResourceClass::Priorities, list("priorities", {R"({"id":"PPR01","name":"P1"})"}));
    answers.add(ResourceClass::IncidentWorkflows, list("incident_workflows", {R"({"id":"PIW01","name":"Major","is_enabled":false})", R"({"id":"PIW02"})"}));
    answers.add(ResourceClass::WorkflowTriggers, list("triggers", {R"({"id":"t-1","trigger_type":"manual","is_subscribed_to_all_services":true,
        "services":[{"id":"PSV01"}],"workflow":{"id":"PIW01"},"is_disabled":true})"}));
    answers.add(ResourceClass::SessionConfigurations, list("session_configurations", {R"({"type":"web","absolute_session_ttl":3600})"}));
    answers.add(ResourceClass::OnCalls, list("oncalls", {R"({"escalation_policy":{"id":"PEP01"},"escalation_level":2,"user":{"id":"PKIM001"},
        "schedule":null,"start":null,"end":null})"}));
    answers.add(ResourceClass::Tags, list("tags", {R"({"id":"PTG01","label":"night"})"}));
    answers.add(ResourceClass::Vendors, R"({"vendor":[{"id":"PVN01","name":"Acorn"}]})", "PVN01");
    answers.add(ResourceClass::StandardsScores, list("resources", {R"({"resource_id":"PSV01","resource_type":"technical_service"})"}));
    const auto inventory = answers.load();
    QCOMPARE(inventory->abilities, ids("sso teams"));
    QCOMPARE(inventory->abilitiesSource.pointer, QStringLiteral("/abilities"));
    QCOMPARE(inventory->priorities[0].name, QStringLiteral("P1"));
    QCOMPARE(inventory->workflows[0].enabled, std::optional(false));
    QVERIFY(!inventory->workflows[1].enabled);
    const WorkflowTrigger &trigger = inventory->triggers[0];
    QVERIFY(trigger.allServices && trigger.disabled.value_or(false));
    QCOMPARE(trigger.workflowId, QStringLiteral("PIW01"));
    QCOMPARE(inventory->sessionConfigurations[0].absoluteTtl, std::optional<qint64>(3600));
    QVERIFY(!inventory->sessionConfigurations[0].idleTtl);
    QCOMPARE(inventory->onCalls[0].level, 2);
    QVERIFY(inventory->onCalls[0].scheduleId.isEmpty() && !inventory->onCalls[0].start);
    QCOMPARE(idsIn(inventory->others), ids("PTG01 PVN01 PSV01"));
    QCOMPARE(inventory->others[0].name, QStringLiteral("night"));
    QCOMPARE(inventory->others[1].source.pointer, QStringLiteral("/vendor/0"));
    QCOMPARE(inventory->others[2].className, QStringLiteral("standards_scores"));
}

QTEST_GUILESS_MAIN(TestInventory)
#include "tst_inventory.moc"

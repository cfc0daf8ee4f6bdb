// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.h"

#include "core/base/jsonaccess.h"
#include "core/collector/pageshape.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTest>

using namespace pdsi;
using namespace pdsi::test;

namespace {

struct Good {
    ResourceClass resourceClass;
    const char *subject;
    QByteArray body;
};

QList<Good> goodPages()
{
    const QByteArray some = rendered({entry("2026-05-01T00:00:00Z", "2026-05-02T00:00:00Z")});
    return {
        {ResourceClass::Users, "", list("users", {R"({"id":"PKIM001","role":"owner","teams":[{"id":"PTM01"}],"invitation_sent":false,
            "contact_methods":[{"id":"PCM01","type":"sms_contact_method","enabled":true}],
            "notification_rules":[{"id":"PNR01","urgency":"high","start_delay_in_minutes":0,"contact_method":{"id":"PCM01"}}]})",
            R"({"id":"PLEE001","role":"user","html_url":"https://tern.pagerduty.com/"})"})},
        {ResourceClass::Services, "", list("services", {R"({"id":"PSV01","status":"active","auto_resolve_timeout":5,"escalation_policy":{"id":"PEP01"},
            "incident_urgency_rule":{"type":"constant","urgency":"high"},"integrations":[{"id":"PIN01","type":"generic_email_inbound_integration","email_filters":[{"from_email_mode":"always"}]}]})",
            R"({"id":"PSV02","status":"disabled"})"})},
        {ResourceClass::EscalationPolicies, "", list("escalation_policies", {R"({"id":"PEP01","num_loops":1,"escalation_rules":[{"id":"R",
            "escalation_delay_in_minutes":5,"targets":[{"id":"PKIM001","type":"user"}]}]})", R"({"id":"PEP02","escalation_rules":[]})"})},
        {ResourceClass::Schedules, "", list("schedules", {schedule("PSC01", some), schedule("PSC02", some)})},
        {ResourceClass::SchedulesV3, "PSC90", R"({"schedule":{"id":"PSC90","rotations":[{"events":[{"assignment_strategy":{"members":[
            {"type":"user_member","user_id":"PKIM001"}]}}]}],"final_schedule":{"computed_shift_assignments":[{"start_time":"2026-05-01T00:00:00Z",
            "end_time":"2026-05-02T00:00:00Z","member":{"type":"empty_member"}}]}}})"},
        {ResourceClass::AuditTokensOld, "", list("records", {R"({"id":"A1","execution_time":"2026-02-01T00:00:00Z","actors":[{"id":"PK01"}],
            "method":{"type":"api_token","truncated_token":"a1b2"}})", R"({"id":"A2","execution_time":"2026-02-01T00:00:00Z"})"})},
    };
}

/// `value` with one randomly chosen value inside replaced, removed or exchanged.
QJsonValue mutated(const QJsonValue &value, QRandomGenerator &random)
{
    static const QList<QJsonValue> odd{QJsonValue::Null, true, -1, 1e300, 0.5, QString(), QStringLiteral("x"), QStringLiteral("2026-05-01"),
                                       QJsonArray{}, QJsonArray{7}, QJsonObject{}, QJsonObject{{QStringLiteral("id"), 1}}};
    const bool stop = random.bounded(8) == 0;
    if (value.isObject() && !stop && !value.toObject().isEmpty()) {
        QJsonObject object = value.toObject();
        const QStringList keys = object.keys();
        const QString key = keys.at(random.bounded(static_cast<int>(keys.size())));
        object.insert(key, mutated(object.value(key), random));
        return object;
    }
    if (value.isArray() && !stop && !value.toArray().isEmpty()) {
        QJsonArray array = value.toArray();
        const int index = random.bounded(static_cast<int>(array.size()));
        array.replace(index, mutated(array.at(index), random));
        return array;
    }
    return odd.at(random.bounded(static_cast<int>(odd.size())));
}

/// Where the rows of any kind in an inventory were read.
QList<SourceRef> sourcesIn(const Inventory &in)
{
    QList<SourceRef> sources;
    const auto collect = [&sources](const auto &rows) {
        for (const auto &row : rows)
            sources.append(row.source);
    };
    collect(in.users);
    collect(in.services);
    collect(in.policies);
    collect(in.schedules);
    collect(in.auditTokensOld);
    return sources;
}

/// True when every row of the inventory stands in its page and the page's check let it pass.
bool onlyReadableRows(const Inventory &in, const Good &good, const QByteArray &bytes)
{
    const QJsonObject body = QJsonDocument::fromJson(bytes).object();
    const bool perId = *good.subject != '\0';
    const PageShape shape = checkPageShape(good.resourceClass, perId, body);
    const QList<SourceRef> sources = sourcesIn(in);
    for (const SourceRef &source : sources) {
        const int index = perId ? 0 : source.pointer.section(u'/', 2, 2).toInt();
        if (!shape.readable || shape.unreadableRows.contains(index) || !valueAtPointer(body, source.pointer).isObject())
            return false;
    }
    const bool whole = shape.readable && shape.unreadableRows.isEmpty();
    return in.isComplete(good.resourceClass) == whole;
}

} // namespace

class TestInventoryTrust : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstSeenWins();
    void supersededPagesAreNotRead();
    void unreadableRowsAreLeftOut();
    void statesOnlyGetWorse();
    void shortListOfStates();
    void hostileBodies();
    void largeAccount();
};

void TestInventoryTrust::firstSeenWins()
{
    Answers answers;
    answers.add(ResourceClass::Teams, list("teams", {R"({"id":"PTM01","name":"Tide"})", R"({"id":"PTM01","name":"Twin"})"}));
    answers.add(ResourceClass::Teams, list("teams", {R"({"id":"PTM01","name":"Later"})", R"({"id":"PTM02"})"}));
    const auto inventory = answers.load();
    QCOMPARE(idsIn(inventory->teams), ids("PTM01 PTM02"));
    QCOMPARE(inventory->teams[0].name, QStringLiteral("Tide"));
    QCOMPARE(inventory->teams[1].source.requestId, 2);
    QCOMPARE(inventory->teams[1].source.pointer, QStringLiteral("/teams/1"));
}

void TestInventoryTrust::supersededPagesAreNotRead()
{
    Answers answers;
    answers.add(ResourceClass::Teams, list("teams", {R"({"id":"PTM01"})"})).superseded = true;
    answers.add(ResourceClass::Teams, "no JSON").superseded = true;
    answers.add(ResourceClass::Teams, list("teams", {R"({"id":"PTM02"})"}));
    const auto inventory = answers.load();
    QCOMPARE(idsIn(inventory->teams), ids("PTM02"));
    QCOMPARE(inventory->requestIds(ResourceClass::Teams), QList<int>{3});
    QVERIFY(inventory->isComplete(ResourceClass::Teams));
    QCOMPARE(inventory->request(1)->id, 1);
    QVERIFY(!inventory->request(9));
}

void TestInventoryTrust::unreadableRowsAreLeftOut()
{
    Answers answers;
    answers.add(ResourceClass::Teams, list("teams", {R"({"id":"PTM01"})", R"({"id":"PTM02","name":7})", R"({"id":"PTM03"})"})).unreadableRows = {0, 99};
    const auto inventory = answers.load();
    QCOMPARE(idsIn(inventory->teams), ids("PTM03"));
    QCOMPARE(inventory->teams[0].source.pointer, QStringLiteral("/teams/2"));
    QCOMPARE(inventory->state(ResourceClass::Teams).state, CollectionState::Partial);
    QCOMPARE(inventory->reasonNotComplete(ResourceClass::Teams), std::optional(ReasonCode::Failed));
    QVERIFY(!inventory->reasonNotComplete(ResourceClass::Users));
    QVERIFY(!inventory->info().complete());
}

void TestInventoryTrust::statesOnlyGetWorse()
{
    Answers answers;
    answers.add(ResourceClass::Teams, "{\"teams\":[");
    answers.add(ResourceClass::Users, list("users", {R"({"id":"PKIM001","role":"user"})"}));
    answers.add(ResourceClass::Users, "[]");
    answers.state(ResourceClass::Services) = {ResourceClass::Services, CollectionState::Denied, ReasonCode::Permission, 0, {}, 0, 0};
    answers.add(ResourceClass::Services, "{}");
    answers.state(ResourceClass::Incidents) = {ResourceClass::Incidents, CollectionState::Partial, ReasonCode::Cap, 0, {}, 0, 0};
    answers.add(ResourceClass::Incidents, list("incidents", {}));
    answers.add(ResourceClass::Incidents, "{}");
    const auto inventory = answers.load();
    const auto state = [&](ResourceClass c) { return std::pair(inventory->state(c).state, inventory->state(c).reason); };
    QCOMPARE(state(ResourceClass::Teams), std::pair(CollectionState::Failed, std::optional(ReasonCode::Failed)));
    QCOMPARE(state(ResourceClass::Users), std::pair(CollectionState::Partial, std::optional(ReasonCode::Failed)));
    QCOMPARE(state(ResourceClass::Services), std::pair(CollectionState::Denied, std::optional(ReasonCode::Permission)));
    QCOMPARE(state(ResourceClass::Incidents), std::pair(CollectionState::Partial, std::optional(ReasonCode::Cap)));
    QCOMPARE(state(ResourceClass::Tags).first, CollectionState::Complete);
}

void TestInventoryTrust::shortListOfStates()
{
    SnapshotInfo info;
    info.states = {{ResourceClass::Tags, CollectionState::Complete, {}, 0, {}, 0, 0}};
    const auto inventory = Inventory::load(Snapshot(info, {}, {}, nullptr));
    QVERIFY(inventory->isComplete(ResourceClass::Tags));
    QCOMPARE(inventory->reasonNotComplete(ResourceClass::Users), std::optional(ReasonCode::NotCollected));
    QCOMPARE(inventory->info().states.size(), qsizetype{resourceClassCount});
}

void TestInventoryTrust::hostileBodies()
{
    QLoggingCategory::setFilterRules(QStringLiteral("pdsi.snapshot.warning=false"));
    QRandomGenerator random(20260501);
    const QList<Good> pages = goodPages();
    int rows = 0;
    for (int i = 0; i < 2400; ++i) {
        const Good &good = pages.at(i % static_cast<int>(pages.size()));
        QByteArray body = good.body;
        if (i % 5 == 0) { // bytes
            for (int n = random.bounded(1, 4); n > 0; --n)
                body[random.bounded(static_cast<int>(body.size()))] = static_cast<char>(random.bounded(256));
        } else { // values
            QJsonValue value = QJsonDocument::fromJson(body).object();
            for (int n = random.bounded(1, 3); n > 0; --n)
                value = mutated(value, random);
            body = value.isArray() ? QJsonDocument(value.toArray()).toJson() : QJsonDocument(value.toObject()).toJson();
        }
        Answers answers;
        answers.add(good.resourceClass, body, good.subject, firstHalf);
        const auto inventory = answers.load();
        QVERIFY2(onlyReadableRows(*inventory, good, body), body.constData());
        rows += static_cast<int>(sourcesIn(*inventory).size());
    }
    QVERIFY2(rows > 500, qPrintable(QString::number(rows))); // the mutations left something to read
}

void TestInventoryTrust::largeAccount()
{
    Answers answers;
    for (int page = 0; page < 100; ++page) {
        QByteArrayList rows;
        for (int i = 0; i < 100; ++i) {
            const QByteArray id = "PU" + QByteArray::number(page * 100 + i);
            rows.append(R"({"id":")" + id + R"(","name":"Someone","role":"user","teams":[{"id":"PTM01"}],"contact_methods":[{"id":"C)" + id
                        + R"(","type":"sms_contact_method","enabled":true}],"notification_rules":[{"id":"N)" + id
                        + R"(","urgency":"high","contact_method":{"id":"C)" + id + R"("}}]})");
        }
        answers.add(ResourceClass::Users, list("users", rows));
    }
    QByteArrayList entries;
    for (int i = 0; i < 100; ++i)
        entries.append(entry("2026-05-01T00:00:00Z", "2026-05-02T00:00:00Z"));
    for (int page = 0; page < 20; ++page) {
        QByteArrayList rows;
        for (int i = 0; i < 100; ++i)
            rows.append(schedule(("PS" + QByteArray::number(page * 100 + i)).constData(), rendered(entries)));
        answers.add(ResourceClass::Schedules, list("schedules", rows), "", firstHalf);
    }
    QElapsedTimer timer;
    timer.start();
    const auto inventory = answers.load();
    qInfo() << "10,000 users and 2,000 schedules with 100 entries each:" << timer.elapsed() << "ms";
    QCOMPARE(inventory->users.size(), size_t(10'000));
    QCOMPARE(inventory->schedules.size(), size_t(2'000));
    QCOMPARE(inventory->schedules.back().finalEntries->size(), size_t(100));
    QCOMPARE(inventory->user(QStringLiteral("PU9999"))->source.pointer, QStringLiteral("/users/99"));
}

QTEST_GUILESS_MAIN(TestInventoryTrust)
#include "tst_inventorytrust.moc"

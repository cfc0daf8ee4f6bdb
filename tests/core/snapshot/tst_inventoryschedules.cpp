// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.h"

#include <QTest>

using namespace pdsi;
using namespace pdsi::test;

class TestInventorySchedules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void windowsOfOneScheduleAreJoined();
    void renderingsWithAHoleAreNotJoined();
    void whatIsNotRendered_data();
    void whatIsNotRendered();
    void perIdRenderingReplacesNone();
    void shiftBasedSchedules();
    void layerBasedBehindAShiftBasedId();
};

void TestInventorySchedules::windowsOfOneScheduleAreJoined()
{
    Answers answers;
    const auto first = rendered({entry("2026-05-01T00:00:00Z", "2026-05-11T00:00:00Z")});
    const auto second = rendered({entry("2026-05-11T02:00:00+02:00", "2026-05-12T00:00:00Z", R"({"id":"PGONE01","deleted_at":"2025-01-01T00:00:00Z"})"),
                                  entry("2026-05-12T00:00:00Z", "2026-05-13T00:00:00Z", "null")});
    answers.add(ResourceClass::Schedules, list("schedules", {schedule("PSC01", second)}), "", secondHalf);
    answers.add(ResourceClass::Schedules, list("schedules", {schedule("PSC00", first), schedule("PSC01", first)}), "", firstHalf);
    answers.add(ResourceClass::Schedules, list("schedules", {schedule("PSC01", first)}), "", firstHalf); // a row seen twice
    const auto inventory = answers.load();
    const Schedule &joined = *inventory->schedule(QStringLiteral("PSC01"));
    QCOMPARE(joined.finalEntries->size(), size_t(3));
    QCOMPARE(joined.renderedFrom, at("2026-05-01T00:00:00Z"));
    QCOMPARE(joined.renderedUntil, at("2026-05-21T00:00:00Z"));
    QCOMPARE(joined.finalSource.requestId, 2);
    QCOMPARE(joined.finalSource.pointer, QStringLiteral("/schedules/1/final_schedule"));
    QCOMPARE(joined.moreFinalSources.size(), size_t(1));
    QCOMPARE(joined.moreFinalSources[0].requestId, 1);
    QCOMPARE(joined.finalEntries->at(1).start, at("2026-05-11T00:00:00Z"));
    QVERIFY(joined.finalEntries->at(1).userDeleted);
    QVERIFY(joined.finalEntries->at(2).userId.isEmpty());
    QCOMPARE(joined.layers.size(), size_t(1));
    QVERIFY(joined.layersKnown && !joined.layers[0].end);
    QVERIFY(joined.layers[0].users[1].deleted);
    QCOMPARE(joined.layers[0].users[1].pointer, QStringLiteral("/schedules/0/schedule_layers/0/users/1/user"));
}

void TestInventorySchedules::renderingsWithAHoleAreNotJoined()
{
    Answers answers;
    const auto some = rendered({entry("2026-05-01T00:00:00Z", "2026-05-02T00:00:00Z")});
    answers.add(ResourceClass::Schedules, list("schedules", {schedule("PSC01", some)}), "", firstHalf);
    answers.add(ResourceClass::Schedules, list("schedules", {schedule("PSC01", some)}), "",
                "/schedules?since=2026-05-12T00:00:00Z&until=2026-05-21T00:00:00Z");
    const auto inventory = answers.load();
    QCOMPARE(inventory->schedules[0].renderedUntil, at("2026-05-11T00:00:00Z"));
    QCOMPARE(inventory->schedules[0].finalEntries->size(), size_t(1));
}

void TestInventorySchedules::whatIsNotRendered_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<bool>("isRendered");
    const auto bare = [](const char *layers, const char *final) {
        return QByteArray(R"({"id":"PSC01","time_zone":"UTC","schedule_layers":)") + layers + ",\"final_schedule\":" + final + "}";
    };
    QTest::newRow("no final") << schedule("PSC01", {}) << false;
    QTest::newRow("null final") << schedule("PSC01", "null") << false;
    QTest::newRow("reference only") << schedule("PSC01", R"({"name":"Final"})") << false;
    QTest::newRow("null entries") << schedule("PSC01", R"({"rendered_schedule_entries":null,"rendered_coverage_percentage":0.0})") << false;
    QTest::newRow("null coverage") << schedule("PSC01", rendered({}, "null")) << false;
    QTest::newRow("nobody at all") << schedule("PSC01", rendered({}, "0.0")) << true;
    QTest::newRow("nothing to render") << bare("[]", R"({"rendered_schedule_entries":[],"rendered_coverage_percentage":null})") << true;
    QTest::newRow("layers unknown") << bare("null", R"({"rendered_schedule_entries":[],"rendered_coverage_percentage":null})") << false;
    QTest::newRow("entries, null coverage") << schedule("PSC01", rendered({entry("2026-05-01T00:00:00Z", "2026-05-02T00:00:00Z")}, "null")) << true;
}

void TestInventorySchedules::whatIsNotRendered()
{
    QFETCH(QByteArray, row);
    QFETCH(bool, isRendered);
    Answers answers;
    answers.add(ResourceClass::Schedules, list("schedules", {row}), "", firstHalf);
    const auto inventory = answers.load();
    QCOMPARE(inventory->schedules.size(), size_t(1));
    QCOMPARE(inventory->schedules[0].finalEntries.has_value(), isRendered);
    QCOMPARE(inventory->state(ResourceClass::Schedules).state, CollectionState::Complete);
}

void TestInventorySchedules::perIdRenderingReplacesNone()
{
    Answers answers;
    answers.add(ResourceClass::Schedules, list("schedules", {schedule("PSC01", {})}), "", firstHalf);
    answers.add(ResourceClass::Schedules, list("schedules", {schedule("PSC01", "null")}), "", secondHalf);
    const QByteArray one = schedule("PSC01", rendered({entry("2026-05-01T00:00:00Z", "2026-05-21T00:00:00Z")}));
    answers.add(ResourceClass::Schedules, "{\"schedule\":" + one + "}", "PSC01", wholeWindow);
    const auto inventory = answers.load();
    const Schedule &found = inventory->schedules.at(0);
    QCOMPARE(inventory->schedules.size(), size_t(1));
    QCOMPARE(found.finalEntries->size(), size_t(1));
    QCOMPARE(found.finalSource.requestId, 3);
    QCOMPARE(found.finalEntries->at(0).pointer, QStringLiteral("/schedule/final_schedule/rendered_schedule_entries/0"));
    QCOMPARE(found.renderedUntil, at("2026-05-21T00:00:00Z"));
    QCOMPARE(found.source.requestId, 1);
}

void TestInventorySchedules::shiftBasedSchedules()
{
    Answers answers;
    answers.add(ResourceClass::SchedulesV3, list("schedules", {
        R"({"id":"PSC90","type":"schedule_v3_reference","summary":"North"})", R"({"id":"PSC91","type":"schedule_v3_reference","summary":"South"})"}));
    answers.add(ResourceClass::SchedulesV3, R"({"schedule":{"id":"PSC90","type":"schedule_v3","name":"North desk","time_zone":"Europe/Oslo",
        "rotations":[{"id":"R1","events":[{"id":"E1","name":"Week","effective_since":"2026-01-01T00:00:00Z","effective_until":null,
          "assignment_strategy":{"members":[{"type":"empty_member"},{"type":"user_member","user_id":"PKIM001"}]}},{"id":"E2"}]}],
        "final_schedule":{"rendered_coverage_percentage":20,"computed_shift_assignments":[
          {"start_time":"2026-05-01T00:00:00Z","end_time":"2026-05-02T00:00:00Z","member":{"type":"user_member","user_id":"PKIM001"}},
          {"start_time":"2026-05-02T00:00:00Z","end_time":"2026-05-03T00:00:00Z","member":{"type":"empty_member"}}]}}})",
                "PSC90", "/v3/schedules/PSC90?include[]=final_schedule&since=2026-05-01T00:00:00Z&until=2026-05-31T00:00:00Z");
    const auto inventory = answers.load();
    QCOMPARE(idsIn(inventory->schedules), ids("PSC90 PSC91"));
    const Schedule &north = inventory->schedules[0];
    QCOMPARE(north.generation, ScheduleGeneration::ShiftBased);
    QCOMPARE(north.name, QStringLiteral("North desk"));
    QCOMPARE(north.source.pointer, QStringLiteral("/schedule"));
    QVERIFY(north.layersKnown);
    QCOMPARE(north.layers.size(), size_t(1));
    QCOMPARE(north.layers[0].start, std::optional(at("2026-01-01T00:00:00Z")));
    QCOMPARE(north.layers[0].users.size(), size_t(1));
    QCOMPARE(north.layers[0].users[0].pointer, QStringLiteral("/schedule/rotations/0/events/0/assignment_strategy/members/1"));
    QCOMPARE(north.finalEntries->at(0).userId, QStringLiteral("PKIM001"));
    QVERIFY(north.finalEntries->at(1).userId.isEmpty());
    QCOMPARE(north.renderedUntil, at("2026-05-31T00:00:00Z"));
    const Schedule &south = inventory->schedules[1];
    QCOMPARE(south.name, QStringLiteral("South"));
    QVERIFY(!south.layersKnown && !south.finalEntries);
}

void TestInventorySchedules::layerBasedBehindAShiftBasedId()
{
    Answers answers;
    answers.add(ResourceClass::SchedulesV3, list("schedules", {R"({"id":"PSC01","type":"schedule_v3_reference","summary":"Old"})"}));
    RequestRecord &refused = answers.add(ResourceClass::SchedulesV3, "{}", "PSC01", "/v3/schedules/PSC01");
    refused.result = RequestResult::Refused;
    const QByteArray one = schedule("PSC01", rendered({entry("2026-05-01T00:00:00Z", "2026-05-21T00:00:00Z")}));
    answers.add(ResourceClass::Schedules, "{\"schedule\":" + one + "}", "PSC01", wholeWindow);
    const auto inventory = answers.load();
    QCOMPARE(inventory->schedules.size(), size_t(1));
    QCOMPARE(inventory->schedules[0].generation, ScheduleGeneration::LayerBased);
    QVERIFY(inventory->schedules[0].layersKnown && inventory->schedules[0].finalEntries);
    QCOMPARE(inventory->requestIds(ResourceClass::SchedulesV3), (QList<int>{1, 2}));
}

QTEST_GUILESS_MAIN(TestInventorySchedules)
#include "tst_inventoryschedules.moc"

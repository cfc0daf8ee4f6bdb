// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.h"

#include <QTest>

using namespace pdsi;
using namespace pdsi::test;

namespace {

/// A schedule with this layer (beside its users) and these overrides; empty leaves them out.
QByteArray rotating(const QByteArray &layer, const QByteArray &overrides, const char *id = "PSC01")
{
    return QByteArray(R"({"id":")") + id + R"(","time_zone":"UTC","schedule_layers":[{"users":[],)" + layer + "}]"
        + (overrides.isEmpty() ? QByteArray() : ",\"overrides_subschedule\":" + overrides)
        + ",\"final_schedule\":" + rendered({}, "0.0") + "}";
}

QByteArray restricted(const char *restrictions)
{
    return QByteArray(R"("rotation_virtual_start":"2026-01-05T09:00:00+01:00","rotation_turn_length_seconds":86400,"restrictions":)")
        + restrictions;
}

} // namespace

/// What recomputing and following an incident take: none of it may make a row unreadable.
class TestInventoryRotations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void turnsOfALayer();
    void restrictions_data();
    void restrictions();
    void overridesOfSeveralWindows();
    void overridesNotKnown_data();
    void overridesNotKnown();
    void sourcesOfShifts();
    void roundRobin();
    void supportHours();
    void maintenanceWindows();
};

void TestInventoryRotations::turnsOfALayer()
{
    Answers answers;
    answers.add(ResourceClass::Schedules, list("schedules", {rotating(restricted("[]"), {}, "PSC01"),
        rotating(R"("rotation_virtual_start":7,"rotation_turn_length_seconds":"week")", {}, "PSC02")}), "", firstHalf);
    const auto inventory = answers.load();
    QVERIFY(inventory->isComplete(ResourceClass::Schedules));
    const ScheduleLayer &layer = inventory->schedule(QStringLiteral("PSC01"))->layers.at(0);
    QCOMPARE(layer.virtualStart, std::optional(at("2026-01-05T08:00:00Z")));
    QCOMPARE(layer.turnSeconds, std::optional<qint64>(86'400));
    QVERIFY(layer.restrictions && layer.restrictions->empty());
    const ScheduleLayer &odd = inventory->schedule(QStringLiteral("PSC02"))->layers.at(0);
    QVERIFY(!odd.virtualStart && !odd.turnSeconds && !odd.restrictions);
}

void TestInventoryRotations::restrictions_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<std::optional<RecurringTime>>("expected");
    const auto row = [](const char *name, const char *sent, std::optional<RecurringTime> expected = {}) {
        QTest::newRow(name) << QByteArray(sent) << expected;
    };
    row("daily", R"({"type":"daily_restriction","start_time_of_day":"08:30:15","duration_seconds":3600})", RecurringTime{0, 30'615, 3'600});
    row("weekly", R"({"type":"weekly_restriction","start_time_of_day":"00:00:00","duration_seconds":604800,"start_day_of_week":7})",
        RecurringTime{7, 0, 604'800});
    row("daily with a day", R"({"type":"daily_restriction","start_time_of_day":"08:30","duration_seconds":1,"start_day_of_week":3})",
        RecurringTime{0, 30'600, 1});
    row("no day", R"({"type":"weekly_restriction","start_time_of_day":"00:00:00","duration_seconds":60})");
    row("eighth day", R"({"type":"weekly_restriction","start_time_of_day":"00:00:00","duration_seconds":60,"start_day_of_week":8})");
    row("no time", R"({"type":"daily_restriction","duration_seconds":60})");
    row("no such time", R"({"type":"daily_restriction","start_time_of_day":"25:00:00","duration_seconds":60})");
    row("no length", R"({"type":"daily_restriction","start_time_of_day":"08:00:00"})");
    row("nothing", R"({"type":"daily_restriction","start_time_of_day":"08:00:00","duration_seconds":0})");
    row("too long", R"({"type":"daily_restriction","start_time_of_day":"08:00:00","duration_seconds":604801})");
    row("new kind", R"({"type":"monthly_restriction","start_time_of_day":"08:00:00","duration_seconds":60})");
    row("no object", "17");
}

void TestInventoryRotations::restrictions()
{
    QFETCH(QByteArray, sent);
    QFETCH(std::optional<RecurringTime>, expected);
    Answers answers;
    answers.add(ResourceClass::Schedules, list("schedules", {rotating(restricted("[" + sent + "]"), {})}), "", firstHalf);
    const auto inventory = answers.load();
    QVERIFY(inventory->isComplete(ResourceClass::Schedules));
    const auto &read = inventory->schedules.at(0).layers.at(0).restrictions;
    QCOMPARE(read.has_value(), expected.has_value()); // without one of them the layer would be on call more often
    if (expected)
        QCOMPARE(*read, std::vector{*expected});
}

void TestInventoryRotations::overridesOfSeveralWindows()
{
    Answers answers;
    const auto part = [](const char *from, const char *until) { return rendered({entry(from, until)}); };
    answers.add(ResourceClass::Schedules, list("schedules", {rotating(restricted("[]"), part("2026-05-11T00:00:00Z", "2026-05-12T00:00:00Z"))}), "", secondHalf);
    answers.add(ResourceClass::Schedules, list("schedules", {rotating(restricted("[]"), part("2026-05-10T00:00:00Z", "2026-05-11T00:00:00Z"))}), "", firstHalf);
    const Schedule schedule = answers.load()->schedules.at(0);
    QCOMPARE(schedule.overrides->size(), size_t(2));
    QCOMPARE(schedule.overrides->at(1).start, at("2026-05-11T00:00:00Z"));
    QCOMPARE(schedule.overrides->at(0).entrySource, EntrySource::Override);
    QCOMPARE(schedule.overrides->at(0).pointer, QStringLiteral("/schedules/0/overrides_subschedule/rendered_schedule_entries/0"));
    // Known for a part of the time only is not known.
    answers.add(ResourceClass::Schedules, list("schedules", {rotating(restricted("[]"), {})}), "",
                "/schedules?since=2026-05-21T00:00:00Z&until=2026-05-22T00:00:00Z");
    QVERIFY(!answers.load()->schedules.at(0).overrides);
}

void TestInventoryRotations::overridesNotKnown_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("absent") << QByteArray();
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("not rendered") << QByteArray(R"({"name":"Overrides"})");
    QTest::newRow("nobody") << rendered({entry("2026-05-01T00:00:00Z", "2026-05-02T00:00:00Z", "null")});
    QTest::newRow("no time") << rendered({entry("soon", "2026-05-02T00:00:00Z")});
    QTest::newRow("backwards") << rendered({entry("2026-05-03T00:00:00Z", "2026-05-02T00:00:00Z")});
}

void TestInventoryRotations::overridesNotKnown()
{
    QFETCH(QByteArray, sent);
    Answers answers;
    answers.add(ResourceClass::Schedules, list("schedules", {rotating(restricted("[]"), sent)}), "", firstHalf);
    const auto inventory = answers.load();
    QVERIFY(inventory->isComplete(ResourceClass::Schedules));
    QVERIFY(inventory->schedules.at(0).finalEntries);
    QVERIFY(!inventory->schedules.at(0).overrides);
}

void TestInventoryRotations::sourcesOfShifts()
{
    Answers answers;
    const auto shift = [](const QByteArray &source) {
        return R"({"start_time":"2026-05-01T00:00:00Z","end_time":"2026-05-02T00:00:00Z","member":{"type":"empty_member"})" + source + "}";
    };
    const QByteArrayList shifts{shift(R"(,"source":{"type":"schedule_rotation"})"), shift(R"(,"source":{"type":"schedule_rotation_override"})"),
                                shift(R"(,"source":{"type":"schedule_custom_shift"})"), shift({}), shift(R"(,"source":7)")};
    answers.add(ResourceClass::SchedulesV3, R"({"schedule":{"id":"PSC90","rotations":[],"final_schedule":{"rendered_coverage_percentage":0,)"
                    "\"computed_shift_assignments\":[" + shifts.join(',') + "]}}}", "PSC90",
                "/v3/schedules/PSC90?since=2026-05-01T00:00:00Z&until=2026-05-31T00:00:00Z");
    const auto inventory = answers.load();
    QList<EntrySource> sources;
    for (const ScheduleEntry &one : *inventory->schedules.at(0).finalEntries)
        sources.append(one.entrySource);
    QCOMPARE(sources, QList<EntrySource>({EntrySource::Rotation, EntrySource::Override, EntrySource::CustomShift,
                                          EntrySource::NotSaid, EntrySource::NotSaid}));
}

void TestInventoryRotations::roundRobin()
{
    Answers answers;
    answers.add(ResourceClass::EscalationPolicies, list("escalation_policies", {R"({"id":"PEP01","escalation_rules":[
        {"targets":[],"escalation_rule_assignment_strategy":"round_robin"},
        {"targets":[],"escalation_rule_assignment_strategy":{"type":"round_robin"}},
        {"targets":[],"escalation_rule_assignment_strategy":"assign_to_everyone"},{"targets":[]}]})"}));
    const auto inventory = answers.load();
    QList<bool> strategies;
    for (const EscalationRule &rule : inventory->policies.at(0).rules)
        strategies.append(rule.roundRobin);
    QCOMPARE(strategies, QList<bool>({true, true, false, false}));
}

void TestInventoryRotations::supportHours()
{
    Answers answers;
    answers.add(ResourceClass::Services, list("services", {
        R"({"id":"PSV01","status":"active","support_hours":{"time_zone":"Europe/Oslo","days_of_week":[1,5],"start_time":"09:00:00","end_time":"17:30:00"}})",
        R"({"id":"PSV02","status":"active","support_hours":null})", R"({"id":"PSV03","status":"active","support_hours":{"time_zone":"UTC"}})"}));
    const auto inventory = answers.load();
    const SupportHours hours = inventory->service(QStringLiteral("PSV01"))->supportHours.value();
    QCOMPARE(hours.timeZone, QStringLiteral("Europe/Oslo"));
    QCOMPARE(hours.daysOfWeek, (QList<int>{1, 5}));
    QVERIFY(hours.startSecond == 32'400 && hours.endSecond == 63'000);
    QVERIFY(!inventory->service(QStringLiteral("PSV02"))->supportHours);
    QVERIFY(!inventory->service(QStringLiteral("PSV03"))->supportHours);
    QVERIFY(inventory->isComplete(ResourceClass::Services));
}

void TestInventoryRotations::maintenanceWindows()
{
    Answers answers;
    const QByteArray window = R"({"id":"PMW01","summary":"Move","start_time":"2026-05-01T02:00:00+02:00","end_time":null,"services":[{"id":"PSV01"},{"id":"PSV02"}]})";
    answers.add(ResourceClass::MaintenanceWindows, list("maintenance_windows", {window, window}));
    const auto inventory = answers.load();
    QCOMPARE(inventory->maintenanceWindows.size(), size_t(1));
    QCOMPARE(inventory->maintenanceWindows[0].start, std::optional(at("2026-05-01T00:00:00Z")));
    QVERIFY(!inventory->maintenanceWindows[0].end);
    QCOMPARE(inventory->maintenanceWindows[0].serviceIds, ids("PSV01 PSV02"));
    QCOMPARE(idsIn(inventory->others), ids("PMW01")); // still listed with the rest
}

QTEST_GUILESS_MAIN(TestInventoryRotations)
#include "tst_inventoryrotations.moc"

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/pagingpath.h"

#include "tests/support/inventorybuilder.h"

#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant now = InventoryBuilder::now; // Monday 2026-03-02 12:30 UTC
constexpr Instant hour = 3'600;
constexpr qint64 minute = 60;

/// An account with one service: level 1 a schedule that Ada covers for 12 hours, level 2 Bob, 10 minutes each.
struct Case {
    Case()
    {
        builder.user(u"PADA"_s);
        builder.user(u"PBOB"_s);
        builder.entry(builder.schedule(u"PSCH1"_s, {u"PADA"_s}), 0, 12 * hour, u"PADA"_s);
        for (EscalationRule &rule : builder.policy(u"PE1"_s, {{u"PSCH1"_s}, {u"PBOB"_s}}).rules)
            rule.delayMinutes = 10;
        builder.service(u"PS1"_s, u"PE1"_s);
        options.window = {now, now + 24 * hour};
    }
    /// By phone, with these delays in minutes.
    void phones(size_t user, const std::vector<int> &delays, const QString &urgency = u"high"_s)
    {
        const NotificationRule rule = builder.rows().users[user].notificationRules->front();
        builder.rows().users[user].notificationRules->clear();
        for (const int delay : delays) {
            builder.rows().users[user].notificationRules->push_back(rule);
            builder.rows().users[user].notificationRules->back().startDelayMinutes = delay;
            builder.rows().users[user].notificationRules->back().urgency = urgency;
        }
    }
    EscalationPolicy &policy() { return builder.rows().policies.front(); }
    Service &service() { return builder.rows().services.front(); }
    PagingPath path(Instant after = 0) const
    {
        const auto inventory = builder.build();
        return pagingPathAt(*inventory, *computeCoverage(*inventory, options), u"PS1"_s, now + after);
    }
    WorstCase worst() const
    {
        const auto inventory = builder.build();
        return worstCase(*inventory, *computeCoverage(*inventory, options), u"PS1"_s);
    }

    InventoryBuilder builder;
    CoverageOptions options;
};

/// "1.2@600 PBOB" a step: pass, level, seconds, people; "-" when it is skipped.
QStringList lines(const PagingPath &path, const QStringList &people = {u"PADA"_s, u"PBOB"_s})
{
    QStringList result;
    for (const PagingStep &step : path.steps) {
        QStringList named;
        for (const PagedPerson &person : step.people)
            named.append(people.value(person.person, u"?"_s));
        result.append(u"%1.%2@%3 %4"_s.arg(step.pass + 1).arg(step.level + 1).arg(step.afterSeconds)
                          .arg(step.skipped ? u"-"_s : named.join(u',')));
    }
    return result;
}

} // namespace

class TestPagingPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levelByLevel();
    void emptyLevelsAreSkippedAtOnce();
    void loops();
    void lookedUpWhenTheIncidentComes();
    void rulesInOrderAndWhatBecomesOfThem();
    void lastLevelHearsEverything();
    void roundRobin();
    void urgencies_data();
    void urgencies();
    void supportHours();
    void noIncident();
    void whatIsUnknownIsSaid();
    void worstCaseOverTheWindow();
    void worstCaseKeepsKindsApart();
};

void TestPagingPath::levelByLevel()
{
    const PagingPath path = Case().path();
    QCOMPARE(lines(path), QStringList({u"1.1@0 PADA"_s, u"1.2@600 PBOB"_s}));
    QCOMPARE(path.end, PagingEnd::StaysAssigned);
    QCOMPARE(path.firstHumanSeconds, std::optional<qint64>(0));
    QCOMPARE(path.endsAfterSeconds, 10 * minute);
    QCOMPARE(path.passes, 1);
    QVERIFY(path.certain);
    QCOMPARE(path.steps[0].people[0].schedule, 0);
    QCOMPARE(path.steps[1].people[0].schedule, -1);
}

void TestPagingPath::emptyLevelsAreSkippedAtOnce()
{
    const PagingPath path = Case().path(13 * hour);
    QCOMPARE(lines(path), QStringList({u"1.1@0 -"_s, u"1.2@0 PBOB"_s}));
    QCOMPARE(path.firstHumanSeconds, std::optional<qint64>(0));
    QCOMPARE(path.endsAfterSeconds, qint64(0));
}

void TestPagingPath::loops()
{
    Case c;
    c.policy().numLoops = 1;
    QCOMPARE(lines(c.path()), QStringList({u"1.1@0 PADA"_s, u"1.2@600 PBOB"_s, u"2.1@1200 PADA"_s, u"2.2@1800 PBOB"_s}));
    QCOMPARE(c.path().passes, 2);
    // In the second pass Ada has gone home and her level is passed over.
    QCOMPARE(lines(c.path(12 * hour - 60)), QStringList({u"1.1@0 PADA"_s, u"1.2@600 PBOB"_s, u"2.1@1200 -"_s, u"2.2@1200 PBOB"_s}));
}

void TestPagingPath::lookedUpWhenTheIncidentComes()
{
    Case c;
    c.policy().rules[1].targets = c.policy().rules[0].targets; // level 2 is the same schedule
    QCOMPARE(lines(c.path(12 * hour - 600 - 1)), QStringList({u"1.1@0 PADA"_s, u"1.2@600 PADA"_s}));
    // Nobody is there any more when level 1 runs out: the incident stays where it is.
    const PagingPath late = c.path(12 * hour - 600);
    QCOMPARE(lines(late), QStringList({u"1.1@0 PADA"_s}));
    QCOMPARE(late.end, PagingEnd::StaysAssigned);
}

void TestPagingPath::rulesInOrderAndWhatBecomesOfThem()
{
    Case c;
    User &ada = c.builder.rows().users[0];
    ada.contactMethods->push_back(InventoryBuilder::contactMethod(u"PM-off"_s, u"sms_contact_method"_s));
    ada.contactMethods->back().enabled = false;
    ada.contactMethods->back().label = u"Work"_s;
    ada.notificationRules->clear();
    const auto rule = [&](const char *method, int delay) {
        NotificationRule made;
        made.urgency = u"high"_s;
        made.startDelayMinutes = delay;
        made.contactMethodId = QLatin1String(method);
        ada.notificationRules->push_back(made);
    };
    rule("PADA-phone", 10); // the incident has moved on by then
    rule("PADA-phone", 9);
    rule("PM-off", 0);
    rule("PADA-mail", 2);
    rule("PGONE", 1);
    const PagingPath path = c.path();
    const std::vector<NotificationStep> &steps = path.steps[0].people[0].steps;
    QStringList seen;
    for (const NotificationStep &step : steps)
        seen.append(u"%1 %2 %3%4%5"_s.arg(step.delayMinutes).arg(step.methodType.section(u'_', 0, 0))
                        .arg(step.usable).arg(step.direct).arg(step.fires));
    QCOMPARE(seen, QStringList({u"0 sms 010"_s, u"1  000"_s, u"2 email 101"_s, u"9 phone 111"_s, u"10 phone 110"_s}));
    QCOMPARE(steps[0].methodLabel, u"Work"_s);
    QCOMPARE(path.firstNoticeSeconds, std::optional(2 * minute));
    QCOMPARE(path.firstHumanSeconds, std::optional(9 * minute));
}

void TestPagingPath::lastLevelHearsEverything()
{
    Case c;
    c.phones(0, {});
    c.phones(1, {45});
    const PagingPath path = c.path();
    QCOMPARE(path.firstHumanSeconds, std::optional(55 * minute));
    c.policy().numLoops = 1; // now the incident moves on after ten minutes, but comes back
    QCOMPARE(c.path().firstHumanSeconds, std::optional(75 * minute));
    c.phones(1, {});
    QVERIFY(c.path().reachesNobody());
}

void TestPagingPath::roundRobin()
{
    Case c;
    c.policy().rules[0].targets.push_back(InventoryBuilder::reference(u"PBOB"_s, u"user"_s));
    c.phones(0, {1});
    c.phones(1, {4});
    QCOMPARE(c.path().firstHumanSeconds, std::optional(1 * minute));
    c.policy().rules[0].roundRobin = true; // it may be the slower one
    QCOMPARE(c.path().firstHumanSeconds, std::optional(4 * minute));
    c.phones(0, {}); // or the one who hears nothing
    QCOMPARE(c.path().firstHumanSeconds, std::optional(14 * minute));
}

void TestPagingPath::urgencies_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("urgency");
    QTest::addColumn<PathUrgency>("expected");
    QTest::newRow("high") << u"constant"_s << u"high"_s << PathUrgency::High;
    QTest::newRow("low") << u"constant"_s << u"low"_s << PathUrgency::Low;
    QTest::newRow("severity") << u"constant"_s << u"severity_based"_s << PathUrgency::BySeverity;
    QTest::newRow("new") << u"constant"_s << u"middling"_s << PathUrgency::NotKnown;
    QTest::newRow("hours not read") << u"use_support_hours"_s << QString() << PathUrgency::NotKnown;
    QTest::newRow("none") << QString() << QString() << PathUrgency::NotKnown;
}

void TestPagingPath::urgencies()
{
    QFETCH(QString, type);
    QFETCH(QString, urgency);
    QFETCH(PathUrgency, expected);
    Case c;
    c.service().urgencyRule = {type, urgency, u"high"_s, u"low"_s};
    c.phones(0, {3}, u"low"_s);
    const PagingPath path = c.path();
    QCOMPARE(path.urgency, expected);
    const bool low = expected == PathUrgency::Low;
    QCOMPARE(path.end, low ? PagingEnd::LowUrgency : PagingEnd::StaysAssigned);
    QCOMPARE(path.steps.size(), size_t(low ? 1 : 2)); // low urgency does not escalate
    QCOMPARE(path.firstHumanSeconds, std::optional((low ? 3 : 10) * minute));
}

void TestPagingPath::supportHours()
{
    Case c;
    c.service().urgencyRule = {u"use_support_hours"_s, {}, u"high"_s, u"low"_s};
    // From 08:00 to 17:00 in New York on weekdays; now is 07:30 there, a Monday.
    c.service().supportHours = SupportHours{u"America/New_York"_s, {1, 2, 3, 4, 5}, 8 * 3'600, 17 * 3'600};
    QCOMPARE(c.path(1'799).urgency, PathUrgency::Low);
    QCOMPARE(c.path(1'800).urgency, PathUrgency::High);
    QCOMPARE(c.path(9 * hour + 1'800).urgency, PathUrgency::Low);
    c.service().supportHours->daysOfWeek = {2};
    QCOMPARE(c.path(hour).urgency, PathUrgency::Low);
    c.service().supportHours = SupportHours{u"UTC"_s, {1}, 22 * 3'600, 6 * 3'600}; // over midnight
    QCOMPARE(c.path(17 * hour + 1'799).urgency, PathUrgency::High);
    QCOMPARE(c.path(17 * hour + 1'800).urgency, PathUrgency::Low);
    c.service().supportHours->timeZone = u"Nowhere"_s;
    QCOMPARE(c.path().urgency, PathUrgency::NotKnown);
}

void TestPagingPath::noIncident()
{
    Case c;
    c.policy().rules.pop_back();
    QCOMPARE(c.path(13 * hour).end, PagingEnd::NobodyOnCall);
    QVERIFY(c.path(13 * hour).reachesNobody() && c.path(13 * hour).steps.empty());
    MaintenanceWindow window;
    window.start = now + hour;
    window.end = now + 2 * hour;
    window.serviceIds = {u"PS1"_s};
    c.builder.rows().maintenanceWindows = {window};
    QCOMPARE(c.path(hour - 1).end, PagingEnd::StaysAssigned);
    QCOMPARE(c.path(hour).end, PagingEnd::Maintenance);
    QCOMPARE(c.path(2 * hour).end, PagingEnd::StaysAssigned);
    c.service().status = u"disabled"_s;
    QCOMPARE(c.path(hour).end, PagingEnd::Disabled);
    c.service().status = u"active"_s;
    c.policy().rules.clear();
    QCOMPARE(c.path().end, PagingEnd::NobodyOnCall);
    c.service().escalationPolicy.reset();
    QCOMPARE(c.path().end, PagingEnd::NoPolicy);
}

void TestPagingPath::whatIsUnknownIsSaid()
{
    Case c;
    QCOMPARE(c.path(-1).end, PagingEnd::Unknown); // before the window
    QVERIFY(!c.path(24 * hour).certain);
    const auto inventory = c.builder.build();
    const PagingPath absent = pagingPathAt(*inventory, *computeCoverage(*inventory, c.options), u"PSGONE"_s, now);
    QVERIFY(absent.end == PagingEnd::Unknown && !absent.certain);
    c.builder.rows().schedules[0].renderedUntil = now + hour; // not rendered any further
    const PagingPath unread = c.path(2 * hour);
    QCOMPARE(lines(unread), QStringList({u"1.1@0 "_s, u"1.2@600 PBOB"_s}));
    QVERIFY(unread.steps[0].unknown && !unread.certain);
    QCOMPARE(unread.firstHumanSeconds, std::optional(10 * minute)); // at the latest, if level 1 does not answer
    c.policy().rules.pop_back();
    QCOMPARE(c.path(2 * hour).end, PagingEnd::Unknown);
    c.builder.rows().users[0].contactMethods.reset(); // Ada is there, but how she is told was not read
    QVERIFY(!c.path().certain);
    QVERIFY(!c.path().steps[0].people[0].rulesKnown);
    QVERIFY(!c.path().reachesNobody());
}

void TestPagingPath::worstCaseOverTheWindow()
{
    Case c;
    c.phones(0, {5});
    c.phones(1, {2});
    // Ada after 5 minutes for 12 hours, then Bob after 2.
    WorstCase worst = c.worst();
    QCOMPARE(worst.longestSeconds, std::optional(5 * minute));
    QCOMPARE(worst.longestWhen, (Interval{now, now + 12 * hour}));
    QVERIFY(worst.nobody.isEmpty() && worst.unknown.isEmpty() && worst.notPaging.isEmpty());
    // Ada hears nothing: Bob is told ten minutes and two later while she is on call, at once and two after that.
    c.phones(0, {});
    worst = c.worst();
    QCOMPARE(worst.longestSeconds, std::optional(12 * minute));
    QCOMPARE(worst.longestWhen, (Interval{now, now + 12 * hour}));
    // On level 2 Bob is on call for the second half only, so level 1 must still run out when he begins.
    Schedule &late = c.builder.schedule(u"PSCH2"_s, {u"PBOB"_s});
    c.builder.entry(late, 12 * hour, 24 * hour, u"PBOB"_s);
    c.policy().rules[1].targets = {InventoryBuilder::reference(u"PSCH2"_s, u"schedule"_s)};
    worst = c.worst();
    QCOMPARE(worst.longestWhen, (Interval{now + 12 * hour - 10 * minute, now + 12 * hour}));
    QCOMPARE(worst.nobody, IntervalSet({{now, now + 12 * hour - 10 * minute}}));
}

void TestPagingPath::worstCaseKeepsKindsApart()
{
    Case c;
    c.policy().rules.pop_back();
    c.builder.rows().schedules[0].renderedUntil = now + 20 * hour;
    MaintenanceWindow window;
    window.start = now + hour;
    window.end = now + 2 * hour;
    window.serviceIds = {u"PS1"_s};
    c.builder.rows().maintenanceWindows = {window};
    const WorstCase worst = c.worst();
    QCOMPARE(worst.longestWhen, (Interval{now, now + hour}));
    QCOMPARE(worst.notPaging, IntervalSet({{now + hour, now + 2 * hour}}));
    QCOMPARE(worst.nobody, IntervalSet({{now + 12 * hour, now + 20 * hour}}));
    QCOMPARE(worst.unknown, IntervalSet({{now + 20 * hour, now + 24 * hour}}));
    const auto inventory = c.builder.build();
    const WorstCase absent = worstCase(*inventory, *computeCoverage(*inventory, c.options), u"PSGONE"_s);
    QCOMPARE(absent.unknown, IntervalSet({c.options.window}));
}

QTEST_APPLESS_MAIN(TestPagingPath)
#include "tst_pagingpath.moc"

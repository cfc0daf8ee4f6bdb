// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/coverage/gappyaccount.h"
#include "ui/coverage/pagingpage.h"
#include "ui/coverage/personpage.h"

#include <QTest>

#include <algorithm>

using namespace pdsi;
using namespace Qt::StringLiterals;

class TestPagingPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void levelByLevel();
    void emptyLevelIsSkipped();
    void nobodyAtAll();
    void methodsThatDoNotCount();
    void whatWasNotReadIsSaid();
    void repeatsAreShort();
    void noIncident_data();
    void noIncident();
    void outsideTheWindow();
    void worstCaseLinksToItsTime();
    void worstCaseNotYetKnown();
    void hostileTextIsEscaped();
    void linksAreNumbers();
    void whatAPersonIsAloneFor();
};

namespace {

struct Asked {
    std::shared_ptr<const Inventory> inventory;
    std::shared_ptr<const AccountCoverage> coverage;
    PagingPath path;
    WorstCase worst;

    TextPage page(bool withWorst = true) const
    {
        return pagingPage({*inventory, *coverage, path, withWorst ? &worst : nullptr, QTimeZone::utc()});
    }
};

Asked ask(const InventoryBuilder &account, const QString &service, Instant after)
{
    Asked asked{account.build(), coverageOf(account), {}, {}};
    asked.path = pagingPathAt(*asked.inventory, *asked.coverage, service, InventoryBuilder::now + after);
    asked.worst = worstCase(*asked.inventory, *asked.coverage, service);
    return asked;
}

User &userNamed(InventoryBuilder &account, const QString &id)
{
    return *std::find_if(account.rows().users.begin(), account.rows().users.end(), [&](const User &user) { return user.id == id; });
}

/// The lines between two headings.
QString part(const TextPage &page, const QString &heading)
{
    const QString text = page.text();
    const qsizetype from = text.indexOf(heading + QLatin1Char('\n'));
    return from < 0 ? QString() : text.mid(from, text.indexOf(u"\n\n"_s, from) - from);
}

} // namespace

void TestPagingPage::levelByLevel()
{
    const TextPage page = ask(gappyAccount(), u"PSVC"_s, 7 * hour).page();
    QVERIFY(page.text().startsWith(u"PSVC, policy PPOL, high urgency\nIncident on Mon 2 Mar 2026, 19:30 UTC\n"
                                   "First human told at once by phone, SMS or push.\n"_s));
    QCOMPARE(part(page, u"Level 1, at once"_s), u"Level 1, at once\nPANNA, on call on PSCHDAY\n  at once: Phone - usable\n"
                                                "Nobody acknowledges: after 30 min it escalates to level 2."_s);
    QVERIFY(part(page, u"Level 2, after 30 min"_s).contains(u"PANNA, on call on PSCHTWO"_s));
    QVERIFY(part(page, u"Level 2, after 30 min"_s).contains(u"Nobody acknowledges: the incident stays here."_s));
    QVERIFY(part(page, u"Where it ends"_s).contains(u"The last people are told after 30 min."_s));
    QVERIFY(page.text().contains(u"The policy does not repeat."_s));
}

void TestPagingPage::emptyLevelIsSkipped()
{
    const TextPage page = ask(gappyAccount(), u"PSVC"_s, 9 * hour).page();
    QVERIFY(part(page, u"Level 1, at once"_s).contains(u"Nobody is on call: skipped"_s));
    QVERIFY(part(page, u"Level 2, at once"_s).contains(u"PANNA, on call on PSCHTWO"_s));
    const TextPage direct = ask(gappyAccount(), u"PSAFE"_s, 9 * hour).page();
    QVERIFY(part(direct, u"Level 2, at once"_s).contains(u"PCARL, named directly"_s));
}

void TestPagingPage::nobodyAtAll()
{
    const TextPage page = ask(gappyAccount(), u"PSVC"_s, 11 * hour).page();
    QVERIFY(page.text().contains(u"Nobody is on call on any level: no incident is created, nobody is told."_s));
    QVERIFY(!page.text().contains(u"Level 1"_s));
    QVERIFY(!page.text().contains(u"First human"_s));
}

void TestPagingPage::methodsThatDoNotCount()
{
    InventoryBuilder account = gappyAccount();
    User &bert = userNamed(account, u"PBERT"_s);
    const auto add = [&](const QString &id, const QString &type, const QString &label, int minutes) -> ContactMethod & {
        NotificationRule rule;
        rule.urgency = u"high"_s;
        rule.contactMethodId = id;
        rule.startDelayMinutes = minutes;
        bert.notificationRules->push_back(rule);
        ContactMethod method = InventoryBuilder::contactMethod(id, type);
        method.label = label;
        bert.contactMethods->push_back(method);
        return bert.contactMethods->back();
    };
    bert.notificationRules->clear();
    add(u"C1"_s, u"sms_contact_method"_s, u"Old"_s, 0).blacklisted = true;
    add(u"C2"_s, u"email_contact_method"_s, u"Work"_s, 5);
    add(u"C3"_s, u"phone_contact_method"_s, u"Home"_s, 20);
    bert.notificationRules->back().startDelayMinutes = 20; // PBOTH escalates after 15
    NotificationRule lost;
    lost.urgency = u"high"_s;
    lost.startDelayMinutes = 1;
    bert.notificationRules->push_back(lost);
    const TextPage page = ask(account, u"PSAFE"_s, 13 * hour).page();
    QCOMPARE(part(page, u"Level 1, at once"_s),
             u"Level 1, at once\nPBERT, on call on PSCHDAY\n"
             "  at once: SMS \"Old\" - not usable: switched off or blocked\n"
             "  after 1 min: A contact method that was not found - nothing is sent\n"
             "  after 5 min: E-mail \"Work\" - usable, but only a mailbox\n"
             "  after 20 min: Phone \"Home\" - too late: escalated before\n"
             "Nobody acknowledges: after 15 min it escalates to level 2."_s);
    QVERIFY(page.text().contains(u"First human told after 15 min by phone, SMS or push.\n  First notice of any kind after 5 min."_s));
    QVERIFY(page.html(false).contains(u"<s style"_s));
    bert.notificationRules->clear();
    QVERIFY(ask(account, u"PSAFE"_s, 13 * hour).page().text().contains(u"No notification rule for this urgency"_s));
    account.rows().services[1].urgencyRule.urgency = u"low"_s; // and nobody has rules for that
    const QString low = ask(account, u"PSAFE"_s, 13 * hour).page().text();
    QVERIFY2(low.contains(u"Low-urgency incidents do not escalate"_s), qPrintable(low));
    QVERIFY(low.contains(u"No human is reached by phone, SMS or push."_s));
    QVERIFY(low.contains(u"At no time is a human reached by phone, SMS or push."_s));
}

void TestPagingPage::whatWasNotReadIsSaid()
{
    InventoryBuilder account = gappyAccount();
    userNamed(account, u"PANNA"_s).contactMethods.reset();
    const TextPage page = ask(account, u"PSVC"_s, hour).page();
    QVERIFY(page.text().contains(u"Whether a human is reached is not known."_s));
    QVERIFY(page.text().contains(u"Contact methods or notification rules could not be read."_s));

    InventoryBuilder unread = gappyAccount();
    for (Schedule &schedule : unread.rows().schedules)
        schedule.finalEntries.reset();
    const TextPage unknown = ask(unread, u"PSVC"_s, hour).page();
    QVERIFY(unknown.text().contains(u"Whether anybody is on call is not certain"_s));
    QVERIFY(!unknown.text().contains(u"skipped"_s));
    QVERIFY(unknown.text().contains(u"For 1 d it is not known whether a human is reached."_s));
    QVERIFY(unknown.text().contains(u"At no time is a human certainly reached."_s));
    QVERIFY(!unknown.text().contains(u"at any time"_s));
}

void TestPagingPage::repeatsAreShort()
{
    InventoryBuilder account = gappyAccount();
    account.rows().policies[0].numLoops = 2;
    const TextPage page = ask(account, u"PSVC"_s, 6 * hour).page();
    QVERIFY(part(page, u"Level 2, after 30 min"_s).contains(u"after 30 min it begins again with level 1."_s));
    const QString second = part(page, u"Again, pass 2 of 3"_s);
    QVERIFY2(second.contains(u"Level 2, after 1 h 30 min: PANNA, as before."_s), qPrintable(page.text()));
    // Two hours after the trigger nobody is on call on level 1 any more: that is said in full.
    QVERIFY2(part(page, u"Level 1, after 2 h"_s).contains(u"Nobody is on call: skipped"_s), qPrintable(page.text()));
}

void TestPagingPage::noIncident_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("words");
    QTest::newRow("disabled") << u"POFF"_s << u"The service is disabled: no incident is created."_s;
    QTest::newRow("no policy") << u"PBARE"_s << u"The service has no escalation policy: nobody is told."_s;
    QTest::newRow("maintenance") << u"PSAFE"_s << u"The service is in a maintenance window: no incident is created."_s;
}

void TestPagingPage::noIncident()
{
    QFETCH(QString, service);
    QFETCH(QString, words);
    InventoryBuilder account = gappyAccount();
    account.service(u"PBARE"_s);
    MaintenanceWindow maintenance;
    maintenance.id = u"PMW"_s;
    maintenance.start = InventoryBuilder::now;
    maintenance.end = InventoryBuilder::now + 2 * hour;
    maintenance.serviceIds = QStringList{u"PSAFE"_s};
    account.rows().maintenanceWindows.push_back(maintenance);
    const TextPage page = ask(account, service, hour).page();
    QVERIFY2(page.text().contains(words), qPrintable(page.text()));
    QVERIFY(!page.text().contains(u"Level 1"_s));
}

void TestPagingPage::outsideTheWindow()
{
    const TextPage page = ask(gappyAccount(), u"PSVC"_s, 25 * hour).page();
    QVERIFY(page.text().contains(u"Outside the time that was read: Mon 2 Mar 2026, 12:30 UTC to Tue 3 Mar 2026, 12:30 UTC."_s));
    QVERIFY(page.text().contains(u"Not known"_s));
}

void TestPagingPage::worstCaseLinksToItsTime()
{
    const TextPage page = ask(gappyAccount(), u"PSVC"_s, 0).page();
    QVERIFY(page.text().contains(u"Worst case in 1 d from Mon 2 Mar 2026, 12:30 UTC"_s));
    QVERIFY(page.text().contains(u"Nobody is reached by phone, SMS or push for 2 h:\n  Mon 2 Mar 2026, 22:30 UTC for 2 h"_s));
    const Interval nobody{InventoryBuilder::now + 10 * hour, InventoryBuilder::now + 12 * hour};
    const PageLink expected{u"service"_s, u"PSVC"_s, nobody, nobody.start};
    QCOMPARE(std::count(page.links().begin(), page.links().end(), expected), 1);
}

void TestPagingPage::worstCaseNotYetKnown()
{
    const QString text = ask(gappyAccount(), u"PSVC"_s, 0).page(false).text();
    QVERIFY(text.contains(u"Being worked out..."_s));
    QVERIFY(!text.contains(u"at any time"_s));
}

void TestPagingPage::hostileTextIsEscaped()
{
    InventoryBuilder account = gappyAccount();
    const QString hostile = u"</a><img src=\"https://evil.test/x\"><script>alert(1)</script>\u202E\n"_s;
    for (User &user : account.rows().users) {
        user.name = hostile;
        for (ContactMethod &method : *user.contactMethods)
            method.label = hostile;
    }
    for (Schedule &schedule : account.rows().schedules)
        schedule.name = hostile;
    for (EscalationPolicy &policy : account.rows().policies)
        policy.name = hostile;
    for (Service &service : account.rows().services)
        service.name = hostile;
    const Asked asked = ask(account, u"PSVC"_s, 7 * hour);
    const TextPage person = personPage(*asked.coverage, CoverageZones(*asked.coverage), asked.coverage->personIndex(u"PANNA"_s));
    for (const TextPage &page : {asked.page(), person}) {
        const QString html = page.html(true);
        QVERIFY(html.contains(u"&lt;img"_s));
        QVERIFY(!html.contains(u"<script"_s));
        QVERIFY(!html.contains(u"evil.test/x\""_s)); // no attribute
        QCOMPARE(html.count(u"<img"_s), html.count(u"<img src=\"mark:"_s));
        QVERIFY(!page.text().contains(QChar(0x202E)));
    }
}

void TestPagingPage::linksAreNumbers()
{
    const TextPage page = ask(gappyAccount(), u"PSVC"_s, 7 * hour).page();
    const QString html = page.html(false);
    QCOMPARE(html.count(u"<a href=\"link:"_s), html.count(u"<a "_s));
    QCOMPARE(html.count(u"<a "_s), static_cast<qsizetype>(page.links().size()));
    QCOMPARE(TextPage::linkAt(TextPage::address(7)), 7);
    for (const QString &other : {u"link:"_s, u"link:x"_s, u"link:-1"_s, u"https://x"_s, QString()})
        QCOMPARE(TextPage::linkAt(other), -1);
}

void TestPagingPage::whatAPersonIsAloneFor()
{
    const auto coverage = coverageOf(gappyAccount());
    const CoverageZones zones(*coverage);
    const QString anna = personPage(*coverage, zones, coverage->personIndex(u"PANNA"_s)).text();
    QVERIFY(anna.startsWith(u"PANNA, on call for 10 h of 1 d, in 2 shifts\n"_s));
    QVERIFY2(anna.contains(u"1 service loses cover"_s) && anna.contains(u"Policy PPOL: alone for 10 h"_s), qPrintable(anna));
    QVERIFY(anna.contains(u"PSVC"_s) && !anna.contains(u"POFF"_s)); // a disabled service has no cover to lose
    QVERIFY(anna.contains(u"Mon 2 Mar 2026, 19:30 CET for 2 h: PSCHDAY and PSCHTWO"_s));
    const QString carl = personPage(*coverage, zones, coverage->personIndex(u"PCARL"_s)).text();
    QVERIFY2(carl.contains(u"on no schedule within the window"_s) && carl.contains(u"Named directly by policy PBOTH"_s), qPrintable(carl));
    QVERIFY(carl.contains(u"Never within the window."_s));
}

QTEST_GUILESS_MAIN(TestPagingPage)
#include "tst_pagingpage.moc"

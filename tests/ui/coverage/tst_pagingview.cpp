// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/coverage/docks.h"
#include "ui/coverage/servicechooser.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

using namespace pdsi;
using namespace Qt::StringLiterals;

class TestPagingView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void pagingFollowsThePlace();
    void choosingAService();
    void typingAService();
    void theInstantIsShared();
    void instantInAnotherZone();
    void changesOfWhoIsOnCall();
    void linksMoveTheSelection();
    void pathIsCopiedAsText();

private:
    JudgedSnapshot m_audit;
};

#define OPEN_SAMPLE \
    Docks docks(m_audit); \
    QTRY_VERIFY(docks.source.coverage())

void TestPagingView::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const auto judged = judgeSample();
    QVERIFY(judged.ok());
    m_audit = judged.value();
}

void TestPagingView::pagingFollowsThePlace()
{
    OPEN_SAMPLE;
    const QString worst = docks.coverage().services[static_cast<size_t>(worstServicesFirst(docks.coverage()).front())].id;
    QCOMPARE(docks.paging.serviceId(), worst);
    const CoveredService &service = docks.coverage().services.at(3);
    docks.selection.selectResource(u"service"_s, service.id);
    QCOMPARE(docks.paging.serviceId(), service.id);
    QCOMPARE(docks.control<ServiceChooser>("pagingService")->currentText(), service.name);
    const CoveredPolicy &policy = docks.coverage().policies[static_cast<size_t>(service.policy)];
    docks.selection.selectResource(u"escalation_policy"_s, policy.id);
    QCOMPARE(docks.paging.serviceId(), service.id); // it is about this service too
    const CoveredSchedule &schedule = docks.coverage().schedules.at(7);
    const int first = docks.coverage().policies[static_cast<size_t>(schedule.policies.front())].services.front();
    docks.selection.selectResource(u"schedule"_s, schedule.id);
    QCOMPARE(docks.paging.serviceId(), docks.coverage().services[static_cast<size_t>(first)].id);
    const QString before = docks.paging.serviceId();
    docks.selection.selectResource(u"user"_s, docks.coverage().people.front().id);
    docks.selection.selectResource(u"service"_s, u"no such service"_s);
    QCOMPARE(docks.paging.serviceId(), before);
}

void TestPagingView::choosingAService()
{
    OPEN_SAMPLE;
    auto *chooser = docks.control<ServiceChooser>("pagingService");
    QCOMPARE(chooser->count(), static_cast<int>(docks.coverage().services.size()));
    chooser->setCurrentIndex(5);
    Q_EMIT chooser->activated(5);
    QCOMPARE(docks.selection.place().resourceKind, u"service"_s);
    QCOMPARE(docks.selection.place().resourceId, chooser->itemData(5).toString());
    QCOMPARE(docks.paging.serviceId(), chooser->itemData(5).toString());
    QVERIFY(docks.paging.page()->toPlainText().trimmed().startsWith(chooser->itemText(5)));
    QTRY_VERIFY(!docks.paging.page()->toPlainText().contains(u"Being worked out"_s)); // the worst case follows
}

void TestPagingView::typingAService()
{
    OPEN_SAMPLE;
    docks.paging.show();
    auto *chooser = docks.control<ServiceChooser>("pagingService");
    const QString before = chooser->currentText();
    QTest::keyClicks(chooser->lineEdit(), u"nothing like this"_s);
    QTest::keyClick(chooser->lineEdit(), Qt::Key_Return);
    QCOMPARE(chooser->currentText(), before);
    chooser->lineEdit()->selectAll();
    QTest::keyClicks(chooser->lineEdit(), chooser->itemText(2).toUpper());
    QTest::keyClick(chooser->lineEdit(), Qt::Key_Return);
    QCOMPARE(docks.paging.serviceId(), chooser->itemData(2).toString());
    QCOMPARE(chooser->currentText(), chooser->itemText(2));
}

void TestPagingView::theInstantIsShared()
{
    OPEN_SAMPLE;
    QCOMPARE(docks.paging.instant(), m_audit.assessment->asOf);
    docks.selection.selectResource(u"service"_s, docks.paging.serviceId());
    docks.control<QComboBox>("pagingZone")->setCurrentIndex(1); // UTC
    docks.selection.setInstant(*parseInstant(u"2026-10-22T11:00:00Z")); // a click on the timeline
    auto *when = docks.control<QDateTimeEdit>("pagingInstant");
    QCOMPARE(when->text(), u"2026-10-22 11:00"_s);
    QVERIFY(docks.paging.page()->toPlainText().contains(u"Incident on Thu 22 Oct 2026, 11:00 UTC"_s));
    when->setDateTime(when->dateTime().addSecs(90 * 60)); // typed
    QCOMPARE(docks.selection.instant(), *parseInstant(u"2026-10-22T12:30:00Z"));
    docks.trigger("paging.snapshotTime");
    QVERIFY(!docks.selection.instant());
    QCOMPARE(docks.paging.instant(), m_audit.assessment->asOf);
}

void TestPagingView::instantInAnotherZone()
{
    OPEN_SAMPLE;
    docks.selection.selectResource(u"schedule"_s, u"PHFS01"_s); // Amsterdam
    docks.control<QComboBox>("pagingZone")->setCurrentIndex(0);
    const Instant second = *parseInstant(u"2026-10-25T01:30:00Z"); // the second 02:30 of that night
    docks.selection.setInstant(second);
    auto *when = docks.control<QDateTimeEdit>("pagingInstant");
    QCOMPARE(when->text(), u"2026-10-25 02:30"_s);
    QCOMPARE(docks.selection.instant(), second); // showing it changes nothing
    QVERIFY(docks.paging.page()->toPlainText().contains(u"Incident on Sun 25 Oct 2026, 02:30 CET (2026-10-25 01:30 UTC)"_s));
    when->setDateTime(when->dateTime().addSecs(60 * 60));
    QCOMPARE(docks.selection.instant(), *parseInstant(u"2026-10-25T02:30:00Z"));
}

void TestPagingView::changesOfWhoIsOnCall()
{
    OPEN_SAMPLE;
    docks.selection.selectResource(u"schedule"_s, u"PHFS10"_s);
    docks.selection.setInstant(docks.coverage().window().start);
    QVERIFY(!docks.control<QAction>("paging.previousChange")->isEnabled());
    docks.trigger("paging.nextChange");
    const Instant first = *docks.selection.instant();
    QVERIFY(first > docks.coverage().window().start);
    docks.trigger("paging.nextChange");
    QVERIFY(*docks.selection.instant() > first);
    docks.trigger("paging.previousChange");
    QCOMPARE(docks.selection.instant(), first);
    docks.selection.setInstant(docks.coverage().window().end);
    QVERIFY(!docks.control<QAction>("paging.nextChange")->isEnabled());
}

void TestPagingView::linksMoveTheSelection()
{
    OPEN_SAMPLE;
    docks.selection.selectResource(u"schedule"_s, u"PHFS08"_s); // office hours only
    PageBrowser &page = *docks.paging.page();
    QTRY_VERIFY(page.toPlainText().contains(u"Nobody is reached"_s));
    const QString service = docks.paging.serviceId();
    const auto &links = page.page().links();
    const auto nobody = std::find_if(links.begin(), links.end(), [](const PageLink &link) { return link.range.has_value(); });
    QVERIFY(nobody != links.end());
    const PageLink expected = *nobody;
    Q_EMIT page.anchorClicked(QUrl(TextPage::address(static_cast<int>(nobody - links.begin()))));
    QCOMPARE(docks.selection.range(), expected.range);
    QCOMPARE(docks.selection.instant(), expected.instant);
    QCOMPARE(docks.selection.place().resourceId, service);
    QVERIFY(page.toPlainText().contains(u"Nobody is on call on any level"_s)); // the path of that time
    QCOMPARE(docks.current().start, expected.range->start); // and the gap list stands on it
    Q_EMIT page.anchorClicked(QUrl(u"https://evil.test"_s));
    Q_EMIT page.anchorClicked(QUrl(TextPage::address(100'000)));
    QCOMPARE(docks.selection.place().resourceId, service);
}

void TestPagingView::pathIsCopiedAsText()
{
    OPEN_SAMPLE;
    QTRY_VERIFY(!docks.paging.page()->toPlainText().contains(u"Being worked out"_s));
    docks.trigger("paging.copy");
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.contains(u"Incident on "_s));
    QVERIFY(text.contains(u"\nWorst case in 30 d"_s));
    QVERIFY(!text.contains(QLatin1Char('<')));
}

QTEST_MAIN(TestPagingView)
#include "tst_pagingview.moc"

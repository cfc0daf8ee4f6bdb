// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/collection/collectiontext.h"
#include "ui/collection/ratelimitgauge.h"
#include "ui/theme/progresstheme.h"

#include <QImage>
#include <QTest>

using namespace pdsi;

class TestCollectionText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void progress();
    void whatIsWaitedFor();
    void allowance();
    void endsSayWhatToDo();
    void gauge();
    void phasesHaveShapes();
};

void TestCollectionText::progress()
{
    CollectionProgress p;
    p.requestsDone = 183;
    p.requestsPlanned = 260;
    QCOMPARE(collectiontext::progressLine(p), QStringLiteral("183 of at least 260 requests"));
    p.leftMs = 11'200;
    QCOMPARE(collectiontext::progressLine(p), QStringLiteral("183 of about 260 requests, 12 s left"));
    p.inFlight = 10;
    p.retries = 2;
    p.rateLimitedWaits = 1;
    p.bytes = 3'100'000;
    QCOMPARE(collectiontext::factsLine(p),
             QStringLiteral("In flight 10, repeated 2, waits for the rate limit 1, received 3.1 MB"));
    p.requestsReused = 40;
    QVERIFY(collectiontext::factsLine(p).endsWith(QStringLiteral("kept from before 40")));
}

void TestCollectionText::whatIsWaitedFor()
{
    CollectionProgress p;
    QCOMPARE(collectiontext::waitLine(p), QString());
    p.waitingToRepeat = 3;
    QVERIFY(collectiontext::waitLine(p).contains(QStringLiteral("asked again: 3")));
    p.rateLimitWaitMs = 41'001;
    QCOMPARE(collectiontext::waitLine(p), QStringLiteral("Waiting 42 s for the rate limit."));
    p.paused = true;
    QVERIFY(collectiontext::waitLine(p).startsWith(QStringLiteral("Paused")));
    p.inFlight = 1;
    QVERIFY(collectiontext::waitLine(p).startsWith(QStringLiteral("Pausing")));
    p.waitingForSecret = true;
    QVERIFY(collectiontext::waitLine(p).contains(QStringLiteral("sign-in")));
}

void TestCollectionText::allowance()
{
    CollectionProgress p;
    QCOMPARE(collectiontext::allowanceLine(p), QStringLiteral("Rate limit: the account has told none"));
    p.rateLimitRemaining = 831;
    QCOMPARE(collectiontext::allowanceLine(p), QStringLiteral("Rate limit: 831 requests left"));
    p.rateLimit = 960;
    p.rateLimitResetMs = 41'500;
    QCOMPARE(collectiontext::allowanceLine(p), QStringLiteral("Rate limit: 831 of 960 requests left, whole again in 42 s"));
}

void TestCollectionText::endsSayWhatToDo()
{
    CollectedSnapshot collected;
    for (const CollectionEnd end : {CollectionEnd::Finished, CollectionEnd::SignInRefused, CollectionEnd::Unreachable,
                                    CollectionEnd::Cancelled, CollectionEnd::StoreFailed}) {
        collected.end = end;
        collected.error.detail = QStringLiteral("api.pagerduty.com");
        const QString none = collectiontext::endLine(collected, 0);
        QVERIFY(none.endsWith(QLatin1Char('.')));
        if (end != CollectionEnd::Finished)
            QCOMPARE(collectiontext::endLine(collected, 7), none + QStringLiteral(" What arrived is kept: 7 answers."));
    }
}

void TestCollectionText::gauge()
{
    RateLimitGauge gauge;
    QCOMPARE(gauge.share(), -1.0);
    gauge.setAllowance(480, 960, QStringLiteral("half"));
    QCOMPARE(gauge.share(), 0.5);
    QCOMPARE(gauge.accessibleDescription(), QStringLiteral("half"));
    QVERIFY(!gauge.accessibleName().isEmpty());
    gauge.setAllowance(2'000, 960, {});
    QCOMPARE(gauge.share(), 1.0);
    gauge.resize(200, 16);
    const QImage full = gauge.grab().toImage();
    gauge.setAllowance(10, 960, {});
    QVERIFY(gauge.grab().toImage() != full);
}

void TestCollectionText::phasesHaveShapes()
{
    for (const bool dark : {false, true}) {
        const QImage reading = ProgressTheme::icon(ClassPhase::Reading, dark).pixmap(16).toImage();
        const QImage waiting = ProgressTheme::icon(ClassPhase::Waiting, dark).pixmap(16).toImage();
        QVERIFY(reading.convertToFormat(QImage::Format_Alpha8) != waiting.convertToFormat(QImage::Format_Alpha8));
        QVERIFY(ProgressTheme::icon(ClassPhase::Over, dark).isNull());
        QVERIFY(ProgressTheme::allowance(1, dark) != ProgressTheme::allowance(0.1, dark));
    }
}

QTEST_MAIN(TestCollectionText)
#include "tst_collectiontext.moc"

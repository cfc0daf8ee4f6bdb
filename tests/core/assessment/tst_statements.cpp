// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/attestationbook.h"
#include "core/assessment/baseline.h"
#include "core/assessment/waiverbook.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;

/// Waiver, attestation and baseline files as people write them.
class TestStatements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waiverFile()
    {
        const auto book = WaiverBook::fromJson(R"({"waivers":[
            {"control":8,"resource":{"kind":"schedule","id":"PX1"},"fingerprint":"ABCD","reason":"r","approver":"a",
             "ticket":"T-1","expires":"2027-03-31"},
            {"control":9,"reason":"r","approver":"a","expires":"2027-03-31T12:00:00+02:00"}]})");
        QVERIFY(book.ok());
        const Waiver &first = book->waivers().at(0);
        QCOMPARE(first.control, 8);
        QCOMPARE(first.resourceKind, QStringLiteral("schedule"));
        QCOMPARE(first.fingerprint, QStringLiteral("abcd"));
        QCOMPARE(first.ticket, QStringLiteral("T-1"));
        QCOMPARE(formatInstant(first.expires), QStringLiteral("2027-03-31T23:59:59Z"));
        QCOMPARE(formatInstant(book->waivers().at(1).expires), QStringLiteral("2027-03-31T10:00:00Z"));
        QVERIFY(book->waivers().at(1).resourceKind.isEmpty());
    }

    void brokenWaiversNameEntryAndField_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("complaint");
        const QByteArray good = R"({"control":8,"reason":"r","approver":"a","expires":"2027-03-31"})";
        const auto second = [&](const char *entry) { return R"({"waivers":[)" + good + "," + entry + "]}"; };
        QTest::newRow("no JSON") << QByteArray("{") << QStringLiteral("not JSON");
        QTest::newRow("no list") << QByteArray("{}") << QStringLiteral("waivers: ");
        QTest::newRow("a list alone") << QByteArray("[]") << QStringLiteral("waivers: ");
        QTest::newRow("no object") << second("3") << QStringLiteral("waivers[1]: ");
        QTest::newRow("control as text") << second(R"({"control":"8","reason":"r","approver":"a","expires":"2027-03-31"})")
                                         << QStringLiteral("waivers[1].control: ");
        QTest::newRow("no reason") << second(R"({"control":8,"approver":"a","expires":"2027-03-31"})")
                                   << QStringLiteral("waivers[1].reason: ");
        QTest::newRow("blank approver") << second(R"({"control":8,"reason":"r","approver":"  ","expires":"2027-03-31"})")
                                        << QStringLiteral("waivers[1].approver: ");
        QTest::newRow("never expires") << second(R"({"control":8,"reason":"r","approver":"a"})")
                                       << QStringLiteral("waivers[1].expires: ");
        QTest::newRow("no such day") << second(R"({"control":8,"reason":"r","approver":"a","expires":"2027-02-30"})")
                                     << QStringLiteral("waivers[1].expires: ");
        QTest::newRow("time without zone")
            << second(R"({"control":8,"reason":"r","approver":"a","expires":"2027-02-03T10:00:00"})")
            << QStringLiteral("waivers[1].expires: ");
        QTest::newRow("half a resource")
            << second(R"({"control":8,"resource":{"kind":"user"},"reason":"r","approver":"a","expires":"2027-03-31"})")
            << QStringLiteral("waivers[1].resource.id: ");
        QTest::newRow("misspelt resource")
            << second(R"({"control":8,"resorce":{"kind":"user","id":"P"},"reason":"r","approver":"a","expires":"2027-03-31"})")
            << QStringLiteral("waivers[1].resorce: ");
    }

    void brokenWaiversNameEntryAndField()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, complaint);
        const auto book = WaiverBook::fromJson(json);
        QVERIFY(!book.ok());
        QCOMPARE(book.error().code, ErrorCode::Malformed);
        QVERIFY2(book.error().detail.startsWith(complaint), qPrintable(book.error().detail));
    }

    void waiverCovers_data()
    {
        QTest::addColumn<Waiver>("waiver");
        QTest::addColumn<bool>("covers");
        const Waiver whole{8, {}, {}, {}, QStringLiteral("r"), QStringLiteral("a"), {}, 100};
        const auto with = [&](auto change) { Waiver w = whole; change(w); return w; };
        QTest::newRow("whole control") << whole << true;
        QTest::newRow("other control") << with([](Waiver &w) { w.control = 9; }) << false;
        QTest::newRow("expires now") << with([](Waiver &w) { w.expires = 50; }) << false;
        QTest::newRow("a second left") << with([](Waiver &w) { w.expires = 51; }) << true;
        const QString user = QStringLiteral("user");
        QTest::newRow("resource") << with([&](Waiver &w) { w.resourceKind = user; w.resourceId = QStringLiteral("PU1"); }) << true;
        QTest::newRow("other resource") << with([&](Waiver &w) { w.resourceKind = user; w.resourceId = QStringLiteral("PU2"); }) << false;
        QTest::newRow("other kind") << with([&](Waiver &w) { w.resourceKind = QStringLiteral("team"); w.resourceId = QStringLiteral("PU1"); }) << false;
        QTest::newRow("fingerprint") << with([](Waiver &w) { w.fingerprint = QStringLiteral("ff"); }) << true;
        QTest::newRow("other fingerprint") << with([](Waiver &w) { w.fingerprint = QStringLiteral("fe"); }) << false;
    }

    void waiverCovers()
    {
        QFETCH(Waiver, waiver);
        QFETCH(bool, covers);
        AssessedOutcome finding;
        finding.controlId = 8;
        finding.status = OutcomeStatus::Fail;
        finding.resource = {QStringLiteral("user"), QStringLiteral("PU1"), {}, {}};
        finding.fingerprint = QStringLiteral("ff");
        QCOMPARE(WaiverBook({waiver}).find(finding, 50).has_value(), covers);
    }

    void attestationSettles_data()
    {
        QTest::addColumn<OutcomeStatus>("status");
        QTest::addColumn<int>("reason"); // -1 = none
        QTest::addColumn<OutcomeStatus>("after");
        QTest::newRow("manual") << OutcomeStatus::Manual << -1 << OutcomeStatus::Pass;
        QTest::newRow("not exposed") << OutcomeStatus::NotDetermined << int(ReasonCode::NotExposed) << OutcomeStatus::Pass;
        QTest::newRow("denied") << OutcomeStatus::NotDetermined << int(ReasonCode::Permission) << OutcomeStatus::NotDetermined;
        QTest::newRow("failed") << OutcomeStatus::Fail << -1 << OutcomeStatus::Fail;
        QTest::newRow("our error") << OutcomeStatus::Error << -1 << OutcomeStatus::Error;
    }

    void attestationSettles()
    {
        QFETCH(OutcomeStatus, status);
        QFETCH(int, reason);
        QFETCH(OutcomeStatus, after);
        const auto book = AttestationBook::fromJson(R"({"attestations":[{"control":1,"verdict":"pass","statement":"s",
            "attestedBy":"Dana","attestedAt":"2026-03-01","expires":"2026-09-01"}]})");
        QVERIFY(book.ok());
        AssessedOutcome outcome;
        outcome.controlId = 1;
        outcome.status = status;
        if (reason >= 0)
            outcome.reason = static_cast<ReasonCode>(reason);
        AssessedOutcome late = outcome;
        book->settle(outcome, *parseInstant(u"2026-03-02T00:00:00Z"));
        QCOMPARE(outcome.status, after);
        QCOMPARE(outcome.attestation.has_value(), status != after);
        if (status != after)
            QCOMPARE(outcome.attestation->original, status);
        book->settle(late, *parseInstant(u"2026-09-02T00:00:00Z"));
        QCOMPARE(late.status, status);
    }

    void attestationOfTheResourceGoesFirst()
    {
        const auto book = AttestationBook::fromJson(R"({"attestations":[
            {"control":13,"verdict":"pass","statement":"all","attestedBy":"D","attestedAt":"2026-03-01","expires":"2026-09-01"},
            {"control":13,"resource":{"kind":"api_token","id":"T1"},"verdict":"fail","statement":"one","attestedBy":"D",
             "attestedAt":"2026-03-01","expires":"2026-09-01"}]})");
        QVERIFY(book.ok());
        AssessedOutcome outcome;
        outcome.controlId = 13;
        outcome.status = OutcomeStatus::Manual;
        outcome.resource = {QStringLiteral("api_token"), QStringLiteral("T1"), {}, {}};
        book->settle(outcome, *parseInstant(u"2026-03-02T00:00:00Z"));
        QCOMPARE(outcome.status, OutcomeStatus::Fail);
        QCOMPARE(outcome.attestation->statement, QStringLiteral("one"));
    }

    void attestationVerdictHasTwoWords()
    {
        const auto book = AttestationBook::fromJson(R"({"attestations":[{"control":1,"verdict":"manual","statement":"s",
            "attestedBy":"Dana","attestedAt":"2026-03-01","expires":"2026-09-01"}]})");
        QVERIFY(!book.ok());
        QVERIFY2(book.error().detail.startsWith(QLatin1String("attestations[0].verdict: ")), qPrintable(book.error().detail));
    }

    void baselineIsAReport()
    {
        QVERIFY(!Baseline::fromJson("{}", QStringLiteral("x.json")).ok());
        const auto baseline = Baseline::fromJson(R"({"outcomes":[{"status":"fail","fingerprint":"aa","controlId":1},
            {"status":"pass","fingerprint":null,"controlId":2}]})", QStringLiteral("x.json"));
        QVERIFY(baseline.ok());
        QVERIFY(baseline->contains(QStringLiteral("aa")));
        QVERIFY(!baseline->contains(QString()));
    }

    void filesAreNamedInErrors()
    {
        const QTemporaryDir folder;
        const QString absent = folder.filePath(QStringLiteral("absent.json"));
        QCOMPARE(WaiverBook::fromFile(absent).error().code, ErrorCode::NotFound);
        QVERIFY(AttestationBook::fromFile(absent).error().detail.contains(absent));
        QCOMPARE(Baseline::fromFile(folder.path()).error().code, ErrorCode::CannotRead);
    }
};

Q_DECLARE_METATYPE(pdsi::Waiver)
Q_DECLARE_METATYPE(pdsi::OutcomeStatus)

QTEST_GUILESS_MAIN(TestStatements)
#include "tst_statements.moc"

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/evidenceresolver.h"
#include "core/assessment/fingerprint.h"
#include "core/base/jsonaccess.h"
#include "tests/core/assessment/madesnapshot.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pdsi;

class TestEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pointers_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QJsonValue>("value");
        // The document of RFC 6901, section 5, with an object that has numbers for names.
        QTest::newRow("array") << QStringLiteral("/foo") << QJsonValue(QJsonArray{QStringLiteral("bar"), QStringLiteral("baz")});
        QTest::newRow("element") << QStringLiteral("/foo/0") << QJsonValue(QStringLiteral("bar"));
        QTest::newRow("empty name") << QStringLiteral("/") << QJsonValue(0);
        QTest::newRow("slash") << QStringLiteral("/a~1b") << QJsonValue(1);
        QTest::newRow("tilde") << QStringLiteral("/m~0n") << QJsonValue(8);
        QTest::newRow("tilde one") << QStringLiteral("/~01") << QJsonValue(9);
        QTest::newRow("number as name") << QStringLiteral("/o/01") << QJsonValue(true);
        QTest::newRow("leading zero") << QStringLiteral("/foo/00") << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("beyond") << QStringLiteral("/foo/2") << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("minus") << QStringLiteral("/foo/-") << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("negative") << QStringLiteral("/foo/-1") << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("into a scalar") << QStringLiteral("/a~1b/x") << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("no pointer") << QStringLiteral("foo") << QJsonValue(QJsonValue::Undefined);
    }

    void pointers()
    {
        const QJsonValue root = QJsonDocument::fromJson(R"({"foo":["bar","baz"],"":0,"a/b":1,"m~n":8,"~1":9,"o":{"01":true}})").object();
        QFETCH(QString, pointer);
        QFETCH(QJsonValue, value);
        QCOMPARE(valueAtPointer(root, pointer), value);
        QCOMPARE(valueAtPointer(root, u""), root);
    }

    void valuesComeFromTheStoredBodies()
    {
        const auto inventory = made::inventory();
        AssessedOutcome outcome;
        outcome.evidence = {{1, QStringLiteral("/users/0/role"), {}},
                            {1, QStringLiteral("/users/0/a~1b/m~0n/0"), {}},
                            {1, QStringLiteral("/users/5/role"), QStringLiteral("made up")},
                            {2, QString(), {}},
                            {2, QStringLiteral("/error"), {}},
                            {77, QStringLiteral("/users"), {}}};
        QList<AssessedOutcome> outcomes{outcome};
        QCOMPARE(resolveEvidence(outcomes, *inventory), (QSet<int>{2, 77}));
        const QList<Evidence> &evidence = outcomes.first().evidence;
        QCOMPARE(evidence.at(0).value, QJsonValue(QStringLiteral("admin")));
        QCOMPARE(evidence.at(1).value, QJsonValue(7));
        QVERIFY(evidence.at(2).value.isNull());
        QCOMPARE(evidence.at(3).value, QJsonValue(403));
        QVERIFY(evidence.at(4).value.isNull());
        QVERIFY(evidence.at(5).value.isNull());
    }

    void fingerprintIsOfTheContract()
    {
        QCOMPARE(findingFingerprint(8, QStringLiteral("schedule"), QStringLiteral("PX1")),
                 QString::fromLatin1(QCryptographicHash::hash("8\nschedule\nPX1", QCryptographicHash::Sha256).toHex()));
    }
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"

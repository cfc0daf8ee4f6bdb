// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parameters.h"

#include <QTest>

using namespace pdsi;

class TestParameters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreDocumented();
    void everyNameCanBeSetInBothSpellings();
    void bounds_data();
    void bounds();
    void oddValuesAreRefused_data();
    void oddValuesAreRefused();
    void jsonRoundTrip();
    void jsonIsChecked();
};

void TestParameters::defaultsAreDocumented()
{
    const Parameters p;
    QCOMPARE(p.scheduleCoverageDays, 30);
    QCOMPARE(p.apiKeyMaxAgeDays, 90);
    QCOMPARE(p.auditRetentionDays, 365);
    QCOMPARE(p.dependencyDepth, QStringLiteral("full"));
    QCOMPARE(p.toJson().size(), Parameters::names().size());
    for (const QString &name : Parameters::names())
        QVERIFY2(p.toJson().contains(name), qPrintable(name));
}

void TestParameters::everyNameCanBeSetInBothSpellings()
{
    for (const QString &name : Parameters::names()) {
        QString kebab;
        for (const QChar c : name)
            kebab += c.isUpper() ? QLatin1Char('-') + QString(c.toLower()) : QString(c);
        const QString value = name == QLatin1String("dependencyDepth") ? QStringLiteral("business") : QStringLiteral("17");
        Parameters one, two;
        QVERIFY2(one.set(name, value), qPrintable(name));
        QVERIFY2(two.set(kebab, value), qPrintable(kebab));
        QCOMPARE(one, two);
        QVERIFY(one != Parameters());
    }
}

void TestParameters::bounds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    const auto row = [](const char *name, int least, int most) { QTest::newRow(name) << QString::fromLatin1(name) << least << most; };
    row("scheduleCoverageDays", 1, 90);
    row("maxAdminPercent", 0, 100);
    row("minGapSeconds", 1, 90 * 86'400);
    row("apiKeyMaxAgeDays", 1, 334);
    row("incidentLookbackDays", 1, 180);
    row("changeEventLookbackDays", 1, 90);
}

void TestParameters::bounds()
{
    QFETCH(QString, name);
    QFETCH(int, least);
    QFETCH(int, most);
    Parameters p;
    QVERIFY(p.set(name, QString::number(least)));
    QCOMPARE(p.toJson().value(name).toInt(), least);
    QVERIFY(p.set(name, QString::number(most)));
    QCOMPARE(p.toJson().value(name).toInt(), most);
    for (const int beyond : {least - 1, most + 1}) {
        const auto set = p.set(name, QString::number(beyond));
        QVERIFY(!set);
        QCOMPARE(set.error().code, ErrorCode::InvalidArgument);
        QVERIFY(set.error().detail.contains(name) && set.error().detail.contains(QString::number(most)));
        QCOMPARE(p.toJson().value(name).toInt(), most); // unchanged
    }
}

void TestParameters::oddValuesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const char *value) { QTest::addRow("%s=%s", name, value) << QString::fromLatin1(name) << QString::fromLatin1(value); };
    row("minAdmins", "");
    row("minAdmins", "two");
    row("minAdmins", "2.0");
    row("minAdmins", "-1");
    row("minAdmins", "99999999999999");
    row("dependencyDepth", "deep");
    row("dependencyDepth", "");
    row("unheardOf", "1");
    row("", "1");
}

void TestParameters::oddValuesAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    Parameters p;
    const auto set = p.set(name, value);
    QVERIFY(!set);
    QCOMPARE(set.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(p, Parameters());
}

void TestParameters::jsonRoundTrip()
{
    Parameters p;
    p.minAdmins = 5;
    p.criticalServices = QStringLiteral("PAY*, \u00fcber");
    p.dependencyDepth = QStringLiteral("business");
    const auto back = Parameters::fromJson(p.toJson());
    QVERIFY(back);
    QCOMPARE(*back, p);
    QCOMPARE(*Parameters::fromJson({}), Parameters());
}

void TestParameters::jsonIsChecked()
{
    QVERIFY(!Parameters::fromJson({{QStringLiteral("scheduleCoverageDays"), 91}}));
    QVERIFY(!Parameters::fromJson({{QStringLiteral("unheardOf"), 1}}));
    QVERIFY(!Parameters::fromJson({{QStringLiteral("dependencyDepth"), QStringLiteral("deep")}}));
}

QTEST_GUILESS_MAIN(TestParameters)
#include "tst_parameters.moc"

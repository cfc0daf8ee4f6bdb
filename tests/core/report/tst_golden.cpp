// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportexport.h"
#include "tests/core/report/madeassessment.h"

#include <QFile>
#include <QTest>

using namespace pdsi;

/// The small report in every format, byte for byte. PDSI_UPDATE_GOLDEN=1 writes the files anew; read the
/// difference before committing it.
class TestGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsTheFile_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("name");
        QTest::newRow("json") << int(ReportFormat::Json) << QStringLiteral("small.json");
        QTest::newRow("csv") << int(ReportFormat::Csv) << QStringLiteral("small.csv");
        QTest::newRow("sarif") << int(ReportFormat::Sarif) << QStringLiteral("small.sarif");
        QTest::newRow("html") << int(ReportFormat::Html) << QStringLiteral("small.html");
    }

    void equalsTheFile()
    {
        QFETCH(int, format);
        QFETCH(QString, name);
        const QByteArray bytes = exportReport(Report(made::small()), static_cast<ReportFormat>(format));
        QFile file(qEnvironmentVariable("PDSI_SOURCE_DIR") + QStringLiteral("/tests/golden/") + name);
        if (qEnvironmentVariableIsSet("PDSI_UPDATE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
            return;
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QByteArrayList expected = file.readAll().split('\n');
        const QByteArrayList actual = bytes.split('\n');
        for (qsizetype i = 0; i < std::min(expected.size(), actual.size()); ++i)
            QCOMPARE(actual.at(i), expected.at(i));
        QCOMPARE(actual.size(), expected.size());
    }
};

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"

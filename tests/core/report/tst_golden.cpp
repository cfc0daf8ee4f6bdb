// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportexport.h"
#include "core/report/xlsxreader.h"
#include "tests/core/report/madeassessment.h"

#include <QFile>
#include <QTest>

using namespace pdsi;

namespace {

/// What a format's file compares as: the bytes, or of a workbook its cells, as the rest is the library's.
QByteArray goldenText(ReportFormat format, const QByteArray &bytes)
{
    if (format != ReportFormat::Xlsx)
        return bytes;
    QByteArray text, sheet;
    const bool readable = readXlsx(bytes, [&](const QString &name, const QStringList &cells) {
        if (name.toUtf8() != sheet)
            text += "== " + (sheet = name.toUtf8()) + '\n';
        text += cells.join(QLatin1Char('\t')).toUtf8() + '\n';
    });
    return readable ? text : QByteArray();
}

} // namespace

/// The small report in every format, byte for byte (a workbook: cell for cell). PDSI_UPDATE_GOLDEN=1 writes the files anew; read the
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
        QTest::newRow("xlsx") << int(ReportFormat::Xlsx) << QStringLiteral("small.xlsx.tsv");
        QTest::newRow("oscal") << int(ReportFormat::Oscal) << QStringLiteral("small.oscal.json");
    }

    void equalsTheFile()
    {
        QFETCH(int, format);
        QFETCH(QString, name);
        ReportOptions options;
        options.sampleSize = 2;
        options.sampleSeed = 7;
        const Report report({made::small(), nullptr, nullptr}, options);
        const auto which = static_cast<ReportFormat>(format);
        const QByteArray bytes = goldenText(which, exportReport(report, which));
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

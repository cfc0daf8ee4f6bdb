// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportexport.h"
#include "tests/core/report/madeassessment.h"
#include "tests/support/csvtable.h"

#include <QTest>

using namespace pdsi;

namespace {

QList<QStringList> rowsOf(const std::shared_ptr<const Assessment> &assessment)
{
    const QByteArray bytes = exportReport(Report(assessment), ReportFormat::Csv);
    return bytes.startsWith("\xEF\xBB\xBF") ? readCsv(QString::fromUtf8(bytes.mid(3))) : QList<QStringList>();
}

} // namespace

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void header()
    {
        QCOMPARE(rowsOf(made::empty()),
                 QList<QStringList>{QStringLiteral("control_id,control,severity,status,reason,resource_kind,resource_id,resource_name,"
                                      "resource_url,message,waived,waiver_expires,fingerprint,frameworks")
                           .split(QLatin1Char(','))});
    }

    void oneRowAnOutcome()
    {
        const auto assessment = made::small();
        const QList<QStringList> rows = rowsOf(assessment);
        QCOMPARE(rows.size(), assessment->outcomes.size() + 1);
        for (const QStringList &row : rows)
            QCOMPARE(row.size(), 14);
        for (qsizetype i = 0; i < assessment->outcomes.size(); ++i) {
            const AssessedOutcome &outcome = assessment->outcomes.at(i);
            const QStringList &row = rows.at(i + 1);
            QCOMPARE(row.at(0), QString::number(outcome.controlId));
            QCOMPARE(row.at(3), outcomeStatusName(outcome.status));
            QCOMPARE(row.at(6), outcome.resource.id);
            QCOMPARE(row.at(9), outcome.message);
            QCOMPARE(row.at(10), outcome.waiver ? QStringLiteral("true") : QStringLiteral("false"));
            QCOMPARE(row.at(12), outcome.fingerprint);
        }
    }

    void hostileNamesComeBackAndCalculateNothing()
    {
        const auto assessment = made::hostile();
        const QList<QStringList> rows = rowsOf(assessment);
        QCOMPARE(rows.size(), assessment->outcomes.size() + 1);
        const QString formula = QStringLiteral("=+-@\t\r");
        for (qsizetype i = 0; i < assessment->outcomes.size(); ++i) {
            const QString &name = assessment->outcomes.at(i).resource.name;
            QString cell = rows.at(i + 1).at(7);
            for (const QString &any : rows.at(i + 1))
                QVERIFY2(any.isEmpty() || !formula.contains(any.front()), qPrintable(any));
            if (formula.contains(name.front())) {
                QVERIFY(cell.startsWith(QLatin1Char('\'')));
                cell.remove(0, 1);
            }
            QCOMPARE(cell.size(), name.size());
            for (qsizetype c = 0; c < cell.size(); ++c)
                QVERIFY(cell.at(c) == name.at(c) || cell.at(c) == QChar(0xFFFD) || cell.at(c) == QLatin1Char('?'));
        }
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportexport.h"
#include "tests/core/report/madeassessment.h"

#include <QTest>

using namespace pdsi;

namespace {

/// Reads RFC 4180 strictly: CRLF ends a row, quotes are doubled inside quotes, nothing follows a closing quote.
QList<QStringList> parse(const QString &csv)
{
    QList<QStringList> rows(1);
    QString cell;
    qsizetype i = 0;
    while (i < csv.size()) {
        if (csv.at(i) == QLatin1Char('"')) {
            for (++i; i < csv.size(); ++i) {
                if (csv.at(i) != QLatin1Char('"'))
                    cell += csv.at(i);
                else if (csv.mid(i + 1, 1) == QLatin1String("\""))
                    cell += csv.at(i++);
                else
                    break;
            }
            ++i;
        } else {
            while (i < csv.size() && csv.at(i) != QLatin1Char(',') && csv.at(i) != QLatin1Char('\r'))
                cell += csv.at(i++);
        }
        rows.last() << cell;
        cell.clear();
        if (csv.mid(i, 2) == QLatin1String("\r\n")) {
            i += 2;
            if (i < csv.size())
                rows << QStringList();
        } else if (csv.mid(i, 1) == QLatin1String(",")) {
            ++i;
        } else {
            return {};
        }
    }
    return rows;
}

QList<QStringList> rowsOf(const std::shared_ptr<const Assessment> &assessment)
{
    const QByteArray bytes = exportReport(Report(assessment), ReportFormat::Csv);
    return bytes.startsWith("\xEF\xBB\xBF") ? parse(QString::fromUtf8(bytes.mid(3))) : QList<QStringList>();
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

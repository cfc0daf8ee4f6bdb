// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportexport.h"
#include "core/report/xlsxbook.h"
#include "core/report/xlsxreader.h"
#include "tests/core/report/madeassessment.h"

#include <QDir>
#include <QTest>

using namespace pdsi;

namespace {

XlsxProperties madeProperties()
{
    return {QStringLiteral("Title"), QStringLiteral("Author"), QStringLiteral("A & B"),
            QDateTime::fromSecsSinceEpoch(1'772'454'600, Qt::UTC)};
}

QHash<QString, QList<QStringList>> sheetsOf(const QByteArray &bytes)
{
    QHash<QString, QList<QStringList>> sheets;
    const bool readable = readXlsx(bytes, [&](const QString &name, const QStringList &cells) { sheets[name] << cells; });
    return readable ? sheets : QHash<QString, QList<QStringList>>();
}

} // namespace

class TestXlsxBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatDoesNotFitGoesOnOnAnotherSheet()
    {
        XlsxBook book(madeProperties());
        {
            XlsxTable table(book, QStringLiteral("Rows"), {{QStringLiteral("Number"), 8, XlsxColumnKind::Plain, {}}}, {}, 0, 4);
            for (int i = 0; i < 7; ++i)
                table.addRow({i});
            QCOMPARE(table.sheets(), 3);
        }
        const auto sheets = sheetsOf(book.finish().value_or(QByteArray()));
        QCOMPARE(sheets.size(), 3);
        QCOMPARE(sheets.value(QStringLiteral("Rows")),
                 (QList<QStringList>{{QStringLiteral("Number")}, {QStringLiteral("0")}, {QStringLiteral("1")}, {QStringLiteral("2")}}));
        QCOMPARE(sheets.value(QStringLiteral("Rows 2")).size(), 4);
        QCOMPARE(sheets.value(QStringLiteral("Rows 3")), (QList<QStringList>{{QStringLiteral("Number")}, {QStringLiteral("6")}}));
    }

    void aLongTextIsCutAndSaysSo()
    {
        const QString text = xlsxText(QString(40'000, QLatin1Char('x')));
        QVERIFY(text.size() <= 32'767 && text.size() > 32'000);
        QVERIFY(text.endsWith(QLatin1String("[cut: 40000 characters; the JSON report holds them all]")));
        QCOMPARE(xlsxText(QString(32'767, QLatin1Char('x'))).size(), 32'767);
        const QString pairs = QStringLiteral("\U0001F4DF").repeated(20'000);
        QVERIFY(xlsxText(pairs).size() <= 32'767);
        QCOMPARE(QString::fromUtf8(xlsxText(pairs).toUtf8()), xlsxText(pairs)); // no half of a pair is left
    }

    void textThatLooksLikeAnEscapeStaysText()
    {
        QCOMPARE(xlsxText(QStringLiteral("_x000D_ and _xyz_")), QStringLiteral("_x005F_x000D_ and _xyz_"));
        QCOMPARE(xlsxText(QStringLiteral("a\u0007b\r\nc")), QStringLiteral("a\uFFFDb  c"));
    }

    void inputsStayEmptyAndCellsGoAroundThem()
    {
        XlsxBook book(madeProperties());
        {
            XlsxTable table(book, QStringLiteral("Rows"),
                            {{QStringLiteral("A"), 8, XlsxColumnKind::Plain, {}},
                             {QStringLiteral("By"), 8, XlsxColumnKind::Input, {}},
                             {QStringLiteral("B"), 8, XlsxColumnKind::Plain, {}}});
            table.addRow({QStringLiteral("a"), XlsxCell::link(QStringLiteral("https://example.test/") + QString(5'000, QLatin1Char('p')))});
        }
        const auto rows = sheetsOf(book.finish().value_or(QByteArray())).value(QStringLiteral("Rows"));
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(1).first(2), (QStringList{QStringLiteral("a"), QString()}));
        QCOMPARE(rows.at(1).at(2).size(), 5'021); // too long for a link, still an address
    }

    void theSameReportGivesTheSameBytes()
    {
        const Report report(made::small());
        const QByteArray first = exportReport(report, ReportFormat::Xlsx);
        QVERIFY(first.startsWith("PK"));
        QCOMPARE(exportReport(report, ReportFormat::Xlsx), first);
    }

    void nothingIsLeftBehind()
    {
        const QStringList before = QDir::temp().entryList(QDir::AllEntries | QDir::Hidden);
        {
            XlsxBook book(madeProperties());
            XlsxTable table(book, QStringLiteral("Rows"), {{QStringLiteral("A"), 8, XlsxColumnKind::Plain, {}}});
        }
        QVERIFY(!exportReport(Report(made::small()), ReportFormat::Xlsx).isEmpty());
        QStringList mine;
        for (const QString &name : QDir::temp().entryList(QDir::AllEntries | QDir::Hidden)) {
            if (!before.contains(name) && name.startsWith(QStringLiteral("tst_xlsxbook")))
                mine << name;
        }
        QCOMPARE(mine, QStringList());
    }

    void aBookThatIsNoneIsNotRead()
    {
        const auto ignore = [](const QString &, const QStringList &) {};
        QVERIFY(!readXlsx("PK\3\4 nothing", ignore));
        QVERIFY(!readXlsx({}, ignore));
        QByteArray book = exportReport(Report(made::small()), ReportFormat::Xlsx);
        book.truncate(book.size() / 2);
        QVERIFY(!readXlsx(book, ignore));
    }
};

QTEST_GUILESS_MAIN(TestXlsxBook)
#include "tst_xlsxbook.moc"

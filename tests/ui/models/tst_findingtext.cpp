// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/csvtable.h"
#include "tests/ui/models/madefindings.h"
#include "ui/models/findingtext.h"

#include <QSignalSpy>
#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

const QString formula = u"=+-@\t\r"_s;

FindingRows hostileRows()
{
    const QStringList names{u"=cmd|' /C calc'!A0"_s, u"+1"_s, u"-1"_s, u"@SUM(1)"_s, u"\t=1"_s, u"a,b;\"c\"\r\nd"_s, u"<b>bold</b>"_s,
                            u"  spaced  "_s, u"שלום\u200f!"_s, QString(10'240, u'W'), u"plain"_s};
    QList<AssessedOutcome> outcomes;
    for (const QString &name : names)
        outcomes << made::findingOf(8, OutcomeStatus::Fail, u"user"_s, u"P%1"_s.arg(outcomes.size()), name);
    FindingRows rows{FindingIndex::build(made::findingsOf(outcomes)), {}, {FindingColumn::Name, FindingColumn::ResourceId, FindingColumn::Message}};
    for (qsizetype row = 0; row < rows.findings->size(); ++row)
        rows.outcomes.push_back(quint32(row));
    return rows;
}

} // namespace

class TestFindingText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvComesBack()
    {
        const FindingRows rows = hostileRows();
        const QList<QStringList> table = readCsv(findingText(rows, FindingTextFormat::Csv));
        QCOMPARE(table.size(), qsizetype(rows.outcomes.size()) + 1);
        QCOMPARE(table.first(), (QStringList{u"Resource"_s, u"Resource id"_s, u"Message"_s}));
        for (qsizetype i = 1; i < table.size(); ++i) {
            const QString name = rows.findings->outcome(rows.outcomes[size_t(i - 1)]).resource.name;
            QString cell = table.at(i).first();
            if (formula.contains(name.front())) {
                QVERIFY(cell.startsWith(u'\''));
                cell.remove(0, 1);
            }
            QCOMPARE(cell, name);
            QCOMPARE(table.at(i).at(1), rows.findings->outcome(rows.outcomes[size_t(i - 1)]).resource.id);
        }
    }

    void tabbedIsOneLineARow()
    {
        const FindingRows rows = hostileRows();
        const QStringList lines = findingText(rows, FindingTextFormat::Tabbed).split(u'\n');
        QCOMPARE(lines.size(), qsizetype(rows.outcomes.size()) + 2); // titles, and nothing behind the last line break
        for (const QString &line : lines.first(lines.size() - 1)) {
            const QStringList cells = line.split(u'\t');
            QCOMPARE(cells.size(), 3);
            for (const QString &cell : cells)
                QVERIFY2(cell.isEmpty() || !formula.contains(cell.front()), qPrintable(cell));
        }
    }

    void onlyTheRowsAndColumnsAskedFor()
    {
        FindingRows rows = hostileRows();
        rows.outcomes = {3, 1};
        rows.columns = {FindingColumn::ResourceId};
        const FindingIndex &index = *rows.findings;
        QCOMPARE(findingText(rows, FindingTextFormat::Csv),
                 u"Resource id\r\n%1\r\n%2\r\n"_s.arg(index.outcome(3).resource.id, index.outcome(1).resource.id));
    }

    void writerReportsTheLastOneAskedFor()
    {
        FindingTextWriter writer;
        QSignalSpy written(&writer, &FindingTextWriter::written);
        writer.write(hostileRows(), FindingTextFormat::Tabbed);
        writer.write(hostileRows(), FindingTextFormat::Csv);
        QTRY_COMPARE(written.count(), 1);
        QCOMPARE(written.first().first().toString(), findingText(hostileRows(), FindingTextFormat::Csv));
    }
};

QTEST_GUILESS_MAIN(TestFindingText)
#include "tst_findingtext.moc"

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/coverage/gappyaccount.h"
#include "ui/models/coveragewords.h"
#include "ui/models/gapcsv.h"
#include "ui/models/gaplistmodel.h"
#include "ui/models/gapsummary.h"
#include "ui/models/tabletext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

class TestGapListModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();
    void durations_data();
    void durations();
    void listsEveryGapWorstFirst();
    void saysWhoCoversMeanwhile();
    void sortsByEveryColumn_data();
    void sortsByEveryColumn();
    void sortingKeepsTheRowsPointedAt();
    void filters_data();
    void filters();
    void findsRows();
    void zonesChangeOnlyStartAndEnd();
    void toolTipsAreEscaped();
    void csvIsSafe();
    void csvFileIsWritten();
    void csvFileThatCannotBeWritten();
    void copiedTextHasHeadings();
    void summaryIsGoodNewsOnlyWhenAllWasRead();
    void aHundredThousandGaps();

private:
    QStringList column(int column) const;
    QStringList kindsAndSubjects() const;

    std::unique_ptr<GapListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestGapListModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<GapListModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
}

QStringList TestGapListModel::column(int column) const
{
    QStringList texts;
    for (int row = 0; row < m_model->rowCount(); ++row)
        texts << m_model->index(row, column).data().toString();
    return texts;
}

QStringList TestGapListModel::kindsAndSubjects() const
{
    QStringList rows;
    for (int row = 0; row < m_model->rowCount(); ++row)
        rows << m_model->index(row, GapListModel::KindColumn).data().toString() + u", "_s
                + m_model->index(row, GapListModel::SubjectColumn).data().toString() + u", "_s
                + m_model->index(row, GapListModel::LengthColumn).data().toString();
    return rows;
}

void TestGapListModel::durations_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << qint64(0) << u"0 s"_s;
    QTest::newRow("seconds") << qint64(59) << u"59 s"_s;
    QTest::newRow("minute") << qint64(60) << u"1 min"_s;
    QTest::newRow("minute and second") << qint64(61) << u"1 min 1 s"_s;
    QTest::newRow("half a day") << qint64(14 * 3600 + 30 * 60) << u"14 h 30 min"_s;
    QTest::newRow("a day") << qint64(86'400) << u"1 d"_s;
    QTest::newRow("a day and a second") << qint64(86'401) << u"1 d 1 s"_s;
    QTest::newRow("two units at most") << qint64(3 * 86'400 + 4 * 3600 + 5 * 60) << u"3 d 4 h"_s;
}

void TestGapListModel::durations()
{
    QFETCH(qint64, seconds);
    QTEST(roughDurationWords(seconds), "words");
}

void TestGapListModel::listsEveryGapWorstFirst()
{
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setCoverage(coverageOf(gappyAccount()));
    const QStringList expected{u"Nobody, PSCHTWO, 14 h"_s,           u"Nobody, PSCHDAY, 4 h"_s,          u"Nobody, PSVC, 2 h"_s,
                               u"Caught by level 1, PSCHTWO, 6 h"_s, u"Caught by level 2, PSAFE, 4 h"_s, u"Caught by level 2, PSVC, 2 h"_s,
                               u"Disabled, POFF, 2 h"_s,             u"Disabled, POFF, 2 h"_s};
    QCOMPARE(kindsAndSubjects(), expected);
    QCOMPARE(column(GapListModel::CountedColumn).count(u"No"_s), 2);
    m_model->setCoverage(coverageOf(InventoryBuilder()));
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setCoverage(nullptr);
    QCOMPARE(m_model->rowCount(), 0);
}

void TestGapListModel::saysWhoCoversMeanwhile()
{
    m_model->setCoverage(coverageOf(gappyAccount()));
    const QStringList covered = column(GapListModel::CoveredByColumn);
    QCOMPARE(covered.mid(0, 3), (QStringList{u"Level 1; nobody for 2 h"_s, u"Level 2; nobody for 2 h"_s, u"Nobody"_s}));
    QCOMPARE(covered.last(), u"No incident is created"_s);
    QCOMPARE(column(GapListModel::PoliciesColumn).at(1), u"PPOL, PBOTH"_s);
    QCOMPARE(column(GapListModel::LocalColumn).at(1), u"Mon 21:30 to Tue 01:30 CET"_s);
}

void TestGapListModel::sortsByEveryColumn_data()
{
    QTest::addColumn<int>("column");
    for (int column = 0; column < GapListModel::ColumnCount; ++column)
        QTest::addRow("column %d", column) << column;
}

void TestGapListModel::sortsByEveryColumn()
{
    QFETCH(int, column);
    m_model->setCoverage(coverageOf(gappyAccount()));
    const auto key = [&](int row) -> QVariant {
        const GapListEntry &entry = m_model->entry(row);
        switch (column) {
        case GapListModel::KindColumn:
        case GapListModel::CoveredByColumn: return static_cast<int>(entry.kind);
        case GapListModel::StartColumn: return static_cast<qlonglong>(entry.start);
        case GapListModel::EndColumn: return static_cast<qlonglong>(entry.end);
        case GapListModel::LengthColumn: return static_cast<qlonglong>(entry.seconds());
        case GapListModel::LocalColumn: return static_cast<qlonglong>(secondOfWeek(entry.start, m_model->zoneOf(entry)));
        case GapListModel::CountedColumn: return entry.counted ? 0 : 1;
        default: return m_model->index(row, column).data().toString().section(QLatin1Char(','), 0, 0);
        }
    };
    m_model->sort((column + 1) % GapListModel::ColumnCount, Qt::AscendingOrder); // so that what follows is a change
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        m_model->sort(column, order);
        for (int row = 1; row < m_model->rowCount(); ++row) {
            const auto between = QVariant::compare(key(row - 1), key(row));
            QVERIFY(order == Qt::AscendingOrder ? between <= 0 : between >= 0);
        }
    }
}

void TestGapListModel::sortingKeepsTheRowsPointedAt()
{
    m_model->setCoverage(coverageOf(gappyAccount()));
    const QPersistentModelIndex longest = m_model->index(0, GapListModel::SubjectColumn);
    const GapListEntry before = m_model->entry(longest.row());
    m_model->sort(GapListModel::LengthColumn, Qt::AscendingOrder);
    QCOMPARE(longest.row(), m_model->rowCount() - 1);
    QCOMPARE(m_model->entry(longest.row()), before);
}

void TestGapListModel::filters_data()
{
    QTest::addColumn<GapFilter>("filter");
    QTest::addColumn<int>("rows");
    const auto text = [](const QString &words) { return GapFilter{false, {}, {}, words}; };
    QTest::newRow("none") << GapFilter() << 8;
    QTest::newRow("counted") << GapFilter{true, {}, {}, {}} << 6;
    QTest::newRow("nobody") << GapFilter{false, GapKind::Nobody, {}, {}} << 3;
    QTest::newRow("schedules") << GapFilter{false, {}, GapSubject::Schedule, {}} << 3;
    QTest::newRow("counted of services that are caught") << GapFilter{true, GapKind::CaughtByLevel, GapSubject::Service, {}} << 2;
    QTest::newRow("name, any case") << text(u"pschday"_s) << 1;
    QTest::newRow("policy") << text(u"PBOTH"_s) << 2;
    QTest::newRow("kind") << text(u"disabled"_s) << 2;
    QTest::newRow("two words, both must be found") << text(u"  ppol nobody "_s) << 3;
    QTest::newRow("nothing") << text(u"no such thing"_s) << 0;
}

void TestGapListModel::filters()
{
    QFETCH(GapFilter, filter);
    m_model->setCoverage(coverageOf(gappyAccount()));
    m_model->setFilter(filter);
    QTEST(m_model->rowCount(), "rows");
    m_model->setFilter({});
    QCOMPARE(m_model->rowCount(), 8);
}

void TestGapListModel::findsRows()
{
    const auto coverage = coverageOf(gappyAccount());
    m_model->setCoverage(coverage);
    const Interval gap{InventoryBuilder::now + 8 * hour, InventoryBuilder::now + 12 * hour};
    const int schedule = coverage->scheduleIndex(u"PSCHDAY"_s);
    QCOMPARE(m_model->rowOf(GapSubject::Schedule, schedule, gap), 1);
    QCOMPARE(m_model->rowOf(GapSubject::Schedule, schedule, {gap.start, gap.end - 1}), -1);
    QCOMPARE(m_model->firstRowOf(GapSubject::Service, coverage->serviceIndex(u"PSVC"_s)), 2);
    m_model->setFilter({false, GapKind::Disabled, {}, {}});
    QCOMPARE(m_model->rowOf(GapSubject::Schedule, schedule, gap), -1);
}

void TestGapListModel::zonesChangeOnlyStartAndEnd()
{
    m_model->setCoverage(coverageOf(gappyAccount()));
    const QString local = column(GapListModel::LocalColumn).at(1);
    QCOMPARE(column(GapListModel::StartColumn).at(1), u"2026-03-02 20:30"_s);
    m_model->setZone(ZoneChoice::Schedule);
    QCOMPARE(column(GapListModel::StartColumn).at(1), u"2026-03-02 21:30"_s);
    QCOMPARE(column(GapListModel::EndColumn).at(1), u"2026-03-03 01:30"_s);
    QCOMPARE(column(GapListModel::LocalColumn).at(1), local);
    QVERIFY(!m_model->headerData(GapListModel::StartColumn, Qt::Horizontal, Qt::DisplayRole).toString().contains(u"UTC"_s));
}

void TestGapListModel::toolTipsAreEscaped()
{
    InventoryBuilder account = gappyAccount();
    const QString hostile = u"<img src='https://evil.test/x'>"_s;
    for (Schedule &schedule : account.rows().schedules)
        schedule.name = hostile;
    for (EscalationPolicy &policy : account.rows().policies)
        policy.name = hostile;
    for (Service &service : account.rows().services)
        service.name = hostile;
    m_model->setCoverage(coverageOf(account));
    QVERIFY(m_model->rowCount() > 0);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        for (int column = 0; column < GapListModel::ColumnCount; ++column)
            QVERIFY(!m_model->index(row, column).data(Qt::ToolTipRole).toString().contains(QLatin1Char('<')));
    }
    QCOMPARE(m_model->index(0, GapListModel::SubjectColumn).data().toString(), hostile);
}

void TestGapListModel::csvIsSafe()
{
    InventoryBuilder account = gappyAccount();
    account.rows().schedules[0].name = u"=HYPERLINK(\"https://evil.test\"),\r\nx"_s;
    const auto coverage = coverageOf(account);
    m_model->setCoverage(coverage);
    const QByteArray csv = gapCsv(*coverage, {m_model->entry(1)});
    QVERIFY(csv.startsWith("\xEF\xBB\xBFkind,caught_by_level,start,end,seconds,"));
    QVERIFY(csv.contains("\r\nnobody,,2026-03-02T20:30:00Z,2026-03-03T00:30:00Z,14400,Mon 21:30 to Tue 01:30 CET,Europe/Berlin,"
                         "schedule,PSCHDAY,\"'=HYPERLINK(\"\"https://evil.test\"\"),\r\nx\",Level 2; nobody for 2 h,PPOL; PBOTH,true\r\n"));
}

void TestGapListModel::csvFileIsWritten()
{
    const auto coverage = coverageOf(gappyAccount());
    m_model->setCoverage(coverage);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"gaps.csv"_s);
    GapCsvFile file;
    QSignalSpy written(&file, &GapCsvFile::written);
    QVERIFY(file.write(path, coverage, m_model->allEntries()));
    QVERIFY(!file.write(path, coverage, {})); // one at a time
    QTRY_COMPARE(written.count(), 1);
    QCOMPARE(written.first().at(1).toString(), QString());
    QFile read(path);
    QVERIFY(read.open(QIODevice::ReadOnly));
    QCOMPARE(read.readAll().count("\r\n"), 1 + m_model->rowCount());
}

void TestGapListModel::csvFileThatCannotBeWritten()
{
    GapCsvFile file;
    QSignalSpy written(&file, &GapCsvFile::written);
    QTemporaryDir folder;
    file.write(folder.filePath(u"no/such/folder/gaps.csv"_s), coverageOf(gappyAccount()), {});
    QTRY_COMPARE(written.count(), 1);
    QVERIFY(!written.first().at(1).toString().isEmpty());
}

void TestGapListModel::copiedTextHasHeadings()
{
    m_model->setCoverage(coverageOf(gappyAccount()));
    const QStringList lines = tabbedRows(*m_model, {1}).split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3); // the last is empty
    QVERIFY(lines.at(0).startsWith(u"Kind\tSchedule or service\tStart (UTC)\t"_s));
    QVERIFY(lines.at(1).startsWith(u"Nobody\tPSCHDAY\t2026-03-02 20:30\t"_s));
}

void TestGapListModel::summaryIsGoodNewsOnlyWhenAllWasRead()
{
    const auto summaryOf = [](const InventoryBuilder &account) {
        const auto coverage = coverageOf(account);
        const GapSummary summary = gapSummary(*account.build(), *coverage, gapList(*coverage));
        return std::pair(summary.isAllClear(), gapSummaryWords(summary, *coverage));
    };
    InventoryBuilder account;
    account.user(u"PANNA"_s);
    InventoryBuilder::entry(account.schedule(u"PSCHALL"_s, {u"PANNA"_s}), 0, 24 * hour, u"PANNA"_s);
    const auto good = summaryOf(account);
    QVERIFY(good.first);
    QCOMPARE(good.second, u"No gap of at least 1 min from 2026-03-02 12:30 to 2026-03-03 12:30 UTC."_s);

    account.schedule(u"PSCHLOST"_s).finalEntries.reset();
    account.setState(ResourceClass::Services, CollectionState::Partial, ReasonCode::Cap);
    const auto unsure = summaryOf(account);
    QVERIFY(!unsure.first);
    QVERIFY2(unsure.second.contains(u"1 schedule could not be read; not read completely: services"_s), qPrintable(unsure.second));

    const auto bad = summaryOf(gappyAccount());
    QVERIFY(!bad.first);
    QVERIFY2(bad.second.startsWith(u"8 gaps from"_s) && bad.second.endsWith(u"of which 6 count."_s), qPrintable(bad.second));
    QVERIFY(summaryOf(InventoryBuilder()).second.startsWith(u"No schedules and no services"_s));
}

void TestGapListModel::aHundredThousandGaps()
{
    m_tester.reset(); // it looks at every row after every change
    InventoryBuilder account;
    account.user(u"PANNA"_s);
    for (int i = 0; i < 20; ++i) {
        Schedule &schedule = account.schedule(u"PSCH%1"_s.arg(i), {u"PANNA"_s});
        for (Instant at = 0; at < 5'000 * 400; at += 400)
            InventoryBuilder::entry(schedule, at, at + 200, u"PANNA"_s);
    }
    m_model->setCoverage(coverageOf(account, {InventoryBuilder::now, InventoryBuilder::now + 5'000 * 400}));
    QCOMPARE(m_model->rowCount(), 100'000);
    m_model->sort(GapListModel::SubjectColumn, Qt::AscendingOrder);
    QCOMPARE(m_model->index(99'999, GapListModel::SubjectColumn).data().toString(), u"PSCH19"_s); // 10 after 9
    m_model->setFilter({false, {}, {}, u"psch7"_s});
    QCOMPARE(m_model->rowCount(), 5'000);
}

QTEST_GUILESS_MAIN(TestGapListModel)
#include "tst_gaplistmodel.moc"

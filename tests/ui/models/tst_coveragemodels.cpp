// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/coverage/gappyaccount.h"
#include "ui/models/coveragewords.h"
#include "ui/models/coveragezones.h"
#include "ui/models/differencesmodel.h"
#include "ui/models/pagingquery.h"
#include "ui/models/peopleloadmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

class TestCoverageModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void peopleWorstFirst();
    void peopleAreEscapedInToolTips();
    void unknownZonesAreUtc();
    void wallClocksAcrossTheChange();
    void secondsOfTheWeek();
    void differencesAreListedWithReasons();
    void differencesAreForgotten();
    void changesOfWhoIsOnCall();
    void worstCaseComesLater();
    void everyReasonHasWords();
};

void TestCoverageModels::peopleWorstFirst()
{
    PeopleLoadModel model;
    QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);
    model.setCoverage(coverageOf(gappyAccount()));
    QCOMPARE(model.rowCount(), 3);
    const auto cells = [&](int row) {
        QStringList texts;
        for (int column = 0; column < PeopleLoadModel::ColumnCount; ++column)
            texts << model.index(row, column).data().toString();
        return texts;
    };
    QCOMPARE(cells(0), (QStringList{u"PBERT"_s, u"1"_s, u"12 h"_s, u"1"_s, u"1"_s, QString()}));
    QCOMPARE(cells(1), (QStringList{u"PANNA"_s, u"1"_s, u"10 h"_s, u"2"_s, u"2"_s, u"2 h"_s}));
    QCOMPARE(cells(2).at(PeopleLoadModel::LoadColumn), u"Direct only"_s);
    QCOMPARE(model.rowOf(u"PANNA"_s), 1);
    QCOMPARE(model.rowOf(u"PNONE"_s), -1);
    QCOMPARE(model.index(1, PeopleLoadModel::OverlapsColumn).data(PeopleLoadModel::SortRole).toLongLong(), 2 * hour);
    model.setCoverage(nullptr);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.rowOf(u"PANNA"_s), -1);
}

void TestCoverageModels::peopleAreEscapedInToolTips()
{
    InventoryBuilder account = gappyAccount();
    account.rows().users[0].name = u"<b>Anna</b>"_s;
    PeopleLoadModel model;
    model.setCoverage(coverageOf(account));
    const QModelIndex anna = model.index(model.rowOf(u"PANNA"_s), PeopleLoadModel::PersonColumn);
    QCOMPARE(anna.data().toString(), u"<b>Anna</b>"_s);
    QVERIFY(!anna.data(Qt::ToolTipRole).toString().contains(QLatin1Char('<')));
}

void TestCoverageModels::unknownZonesAreUtc()
{
    InventoryBuilder account = gappyAccount();
    account.rows().schedules[1].timeZone = u"Mars/Olympus"_s;
    const auto coverage = coverageOf(account);
    const CoverageZones zones(*coverage);
    QCOMPARE(zones.ofSchedule(0).id(), QByteArray("Europe/Berlin"));
    QCOMPARE(zones.ofSchedule(1), QTimeZone::utc());
    QCOMPARE(zones.ofService(coverage->serviceIndex(u"PSVC"_s)).id(), QByteArray("Europe/Berlin"));
    QCOMPARE(chosenZone(ZoneChoice::Utc, zones.ofSchedule(0)), QTimeZone::utc());
    QCOMPARE(chosenZone(ZoneChoice::Schedule, zones.ofSchedule(0)), zones.ofSchedule(0));
}

void TestCoverageModels::wallClocksAcrossTheChange()
{
    const QTimeZone berlin("Europe/Berlin");
    const Instant one = *parseInstant(u"2026-10-25T00:30:00Z"); // 02:30 summer time, an hour later 02:30 again
    QCOMPARE(wallClockWords({one, one + hour}, berlin), u"Sun 02:30 CEST to 02:30 CET"_s);
    QCOMPARE(wallClockWords({one, one + 90}, berlin), u"Sun 02:30 to 02:31:30 CEST"_s);
    QCOMPARE(wallClockWords({one, one + 26 * hour}, berlin), u"Sun 02:30 CEST to Mon 03:30 CET"_s);
    QCOMPARE(clockWords(one, berlin), u"2026-10-25 02:30"_s);
    QCOMPARE(dayAndClockWords(one, QTimeZone::utc()), u"Sun 25 Oct 2026, 00:30 UTC"_s);
}

void TestCoverageModels::secondsOfTheWeek()
{
    const QTimeZone berlin("Europe/Berlin");
    QCOMPARE(secondOfWeek(*parseInstant(u"2026-10-25T23:00:00Z"), berlin), 0); // Monday 00:00
    QCOMPARE(secondOfWeek(*parseInstant(u"2026-10-25T22:59:59Z"), berlin), 7 * secondsPerDay - 1);
    QCOMPARE(secondOfWeek(*parseInstant(u"1970-01-01T00:00:00Z"), QTimeZone::utc()), 3 * secondsPerDay); // a Thursday
}

void TestCoverageModels::differencesAreListedWithReasons()
{
    InventoryBuilder account;
    account.user(u"PANNA"_s).name = u"Anna"_s;
    account.user(u"PBERT"_s).name = u"Bert"_s;
    Schedule &schedule = account.schedule(u"PSCHDAY"_s, {u"PANNA"_s});
    schedule.timeZone = u"Europe/Berlin"_s;
    schedule.overrides = std::vector<ScheduleEntry>();
    schedule.layers[0].start = schedule.layers[0].virtualStart = InventoryBuilder::now;
    schedule.layers[0].turnSeconds = secondsPerDay;
    schedule.layers[0].restrictions = std::vector<RecurringTime>();
    InventoryBuilder::entry(schedule, 0, 30 * secondsPerDay - hour, u"PANNA"_s);
    InventoryBuilder::entry(schedule, 30 * secondsPerDay - hour, 30 * secondsPerDay, u"PBERT"_s);
    account.schedule(u"PSCHODD"_s).layersKnown = false;
    const auto inventory = account.build();
    const Interval window{InventoryBuilder::now, InventoryBuilder::now + 30 * secondsPerDay};

    ScheduleDifferences differences;
    QSignalSpy progress(&differences, &ScheduleDifferences::progress);
    differences.compare(inventory, window);
    QVERIFY(differences.isComparing());
    QTRY_VERIFY(differences.compared());
    QVERIFY(progress.count() > 0);
    QVERIFY(!differences.isComparing());

    DifferencesModel model;
    QAbstractItemModelTester tester(&model);
    model.setCompared(differences.compared(), CoverageZones(*coverageOf(account, window)));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.differing(), 1);
    QCOMPARE(model.notRecomputed(), 1);
    QCOMPARE(model.agreeing(), 0);
    const auto cell = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(cell(0, DifferencesModel::ResultColumn), u"Differs"_s);
    QCOMPARE(cell(0, DifferencesModel::LengthColumn), u"1 h"_s);
    QCOMPARE(cell(0, DifferencesModel::RenderedColumn), u"Bert"_s);
    QCOMPARE(cell(0, DifferencesModel::RecomputedColumn), u"Anna"_s);
    QCOMPARE(model.intervalOf(0), (Interval{window.end - hour, window.end}));
    QCOMPARE(cell(1, DifferencesModel::RecomputedColumn), u"Layers not read"_s);
    QVERIFY(!model.intervalOf(1));
    QCOMPARE(model.scheduleOf(1).id, u"PSCHODD"_s);
}

void TestCoverageModels::differencesAreForgotten()
{
    const InventoryBuilder account = gappyAccount();
    ScheduleDifferences differences;
    QSignalSpy changed(&differences, &ScheduleDifferences::comparedChanged);
    differences.compare(account.build(), gappyWindow);
    differences.compare(nullptr, {}); // the one under way never arrives
    QCOMPARE(changed.count(), 2);
    differences.compare(account.build(), gappyWindow);
    QTRY_COMPARE(changed.count(), 4);
    QVERIFY(differences.compared());
}

void TestCoverageModels::changesOfWhoIsOnCall()
{
    const InventoryBuilder account = gappyAccount();
    PagingQuery query;
    query.ask(account.build(), coverageOf(account), u"PSVC"_s);
    const Instant now = InventoryBuilder::now;
    std::vector<Instant> changes;
    for (auto next = query.changeAfter(now); next; next = query.changeAfter(*next))
        changes.push_back(*next);
    QCOMPARE(changes, (std::vector<Instant>{now + 6 * hour, now + 8 * hour, now + 10 * hour, now + 12 * hour}));
    QCOMPARE(query.changeBefore(now + 8 * hour), now + 6 * hour);
    QCOMPARE(query.changeBefore(now + 8 * hour + 1), now + 8 * hour);
    QVERIFY(!query.changeBefore(now + 6 * hour));
}

void TestCoverageModels::worstCaseComesLater()
{
    const InventoryBuilder account = gappyAccount();
    const auto inventory = account.build();
    const auto coverage = coverageOf(account);
    PagingQuery query;
    QSignalSpy changed(&query, &PagingQuery::worstChanged);
    query.ask(inventory, coverage, u"PSVC"_s);
    QVERIFY(!query.worst());
    QTRY_VERIFY(query.worst());
    QCOMPARE(query.worst()->nobody.seconds(), 2 * hour);
    query.ask(inventory, coverage, u"PNONE"_s);
    QCOMPARE(query.service(), -1);
    QVERIFY(!query.worst());
}

void TestCoverageModels::everyReasonHasWords()
{
    QSet<QString> words, sentences;
    for (int reason = 0; reason <= static_cast<int>(NotRecomputed::OverlappingOverrides); ++reason) {
        words << wordFor(static_cast<NotRecomputed>(reason));
        sentences << sentenceFor(static_cast<NotRecomputed>(reason));
    }
    QCOMPARE(words.size(), 7);
    QCOMPARE(sentences.size(), 7);
    QVERIFY(!words.contains(QString()) && !sentences.contains(QString()));
    QCOMPARE(contactMethodWord(u"sms_contact_method"_s), u"SMS"_s);
    QCOMPARE(contactMethodWord(u"carrier_pigeon_contact_method"_s), u"carrier pigeon"_s);
    QCOMPARE(listWords({u"a"_s, u"b"_s, u"c"_s}, 3), u"a, b, c"_s);
    QCOMPARE(listWords({u"a"_s, u"b"_s, u"c"_s}, 2), u"a, b and 1 more"_s);
}

QTEST_GUILESS_MAIN(TestCoverageModels)
#include "tst_coveragemodels.moc"

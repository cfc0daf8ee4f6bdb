// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/collectionmodel.h"
#include "ui/models/inflightmodel.h"
#include "ui/models/requestlogfiltermodel.h"
#include "ui/models/requestlogmodel.h"
#include "ui/models/snapshotlistmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace pdsi;

class TestCollectionModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void classesFollowARunningCollection();
    void whyIsToldOnlyWhenOver();
    void logGrowsAndIsSuperseded();
    void logFilters_data();
    void logFilters();
    void logSortsByNumbers();
    void fiveThousandRowsAreNotFelt();
    void hostileTextIsEscapedInToolTips();
    void flightsComeAndGo();
    void snapshotsAreListed();
};

namespace {

QList<ResourceClassState> states()
{
    QList<ResourceClassState> all;
    for (int i = 0; i < resourceClassCount; ++i)
        all.append({static_cast<ResourceClass>(i), CollectionState::Complete, {}, i, i, 1, 0});
    return all;
}

QString text(const QAbstractItemModel &model, int row, int column) { return model.index(row, column).data().toString(); }

RequestRecord request(int id, ResourceClass c = ResourceClass::Users, int status = 200,
                      RequestResult result = RequestResult::Answered)
{
    RequestRecord record;
    record.id = id;
    record.resourceClass = c;
    record.path = QStringLiteral("/%1?offset=%2").arg(resourceClassName(c)).arg(id);
    record.status = status;
    record.result = result;
    record.bytes = 10'000 - id;
    record.sentAt = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000 + id, Qt::UTC);
    record.receivedAt = record.sentAt.addMSecs(id % 100);
    return record;
}

} // namespace

void TestCollectionModels::classesFollowARunningCollection()
{
    CollectionModel model;
    QAbstractItemModelTester tester(&model);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QList<ResourceClassState> now = states();
    QList<ClassPhase> phases(resourceClassCount, ClassPhase::Waiting);
    model.setStates(now, phases);
    QCOMPARE(model.rowCount(), resourceClassCount);
    QCOMPARE(reset.count(), 1);
    const int users = static_cast<int>(ResourceClass::Users);
    QCOMPARE(text(model, users, CollectionModel::StateColumn), QStringLiteral("Waiting"));
    QCOMPARE(text(model, users, CollectionModel::ReceivedColumn), QString());
    phases[users] = ClassPhase::Reading;
    now[users].received = 183;
    now[users].reportedTotal = 260;
    model.setStates(now, phases);
    QCOMPARE(reset.count(), 1); // a selection survives
    QCOMPARE(changed.count(), 1);
    QCOMPARE(text(model, users, CollectionModel::StateColumn), QStringLiteral("Reading"));
    QCOMPARE(text(model, users, CollectionModel::ReceivedColumn), QStringLiteral("183"));
    QCOMPARE(text(model, users, CollectionModel::ReportedColumn), QStringLiteral("260"));
    model.setStates(now);
    QCOMPARE(text(model, users, CollectionModel::StateColumn), QStringLiteral("Complete"));
    model.setStates({});
    QCOMPARE(model.rowCount(), 0);
}

void TestCollectionModels::whyIsToldOnlyWhenOver()
{
    CollectionModel model;
    QAbstractItemModelTester tester(&model);
    QList<ResourceClassState> now = states();
    const int teams = static_cast<int>(ResourceClass::Teams);
    now[teams].state = CollectionState::Partial;
    now[teams].reason = ReasonCode::Partial;
    QList<ClassPhase> phases(resourceClassCount, ClassPhase::Reading);
    model.setStates(now, phases);
    QCOMPARE(text(model, teams, CollectionModel::WhyColumn), QString());
    model.setStates(now);
    QVERIFY(text(model, teams, CollectionModel::WhyColumn).contains(QStringLiteral("missing")));
    QCOMPARE(text(model, teams, CollectionModel::StateColumn), QStringLiteral("Partial"));
}

void TestCollectionModels::logGrowsAndIsSuperseded()
{
    RequestLogModel model;
    QAbstractItemModelTester tester(&model);
    RequestLogFilterModel filtered;
    filtered.setSourceModel(&model);
    QAbstractItemModelTester filteredTester(&filtered);
    model.append({request(1), request(2)});
    model.append({});
    model.append({request(3)});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(filtered.rowCount(), 3);
    QCOMPARE(model.rowOf(3), 2);
    QCOMPARE(model.rowOf(4), -1);
    model.markSuperseded({2, 99});
    QCOMPARE(text(model, 1, RequestLogModel::ResultColumn), QStringLiteral("Answered, read again"));
    model.setRequests({request(7)});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowOf(1), -1);
}

void TestCollectionModels::logFilters_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QList<int>>("ids");
    QTest::newRow("nothing") << QString() << QList<int>{1, 2, 3, 4};
    QTest::newRow("class by name") << QStringLiteral("class:escalation_policies") << QList<int>{2};
    QTest::newRow("class by word") << QStringLiteral("class:\"escalation pol\"") << QList<int>{2};
    QTest::newRow("status") << QStringLiteral("status:404") << QList<int>{3};
    QTest::newRow("kind of status") << QStringLiteral("status:2xx") << QList<int>{1, 2};
    QTest::newRow("no status") << QStringLiteral("status:none") << QList<int>{4};
    QTest::newRow("several") << QStringLiteral("status:404,none") << QList<int>{3, 4};
    QTest::newRow("result") << QStringLiteral("result:failed") << QList<int>{4};
    QTest::newRow("left out") << QStringLiteral("-status:2xx -result:failed") << QList<int>{3};
    QTest::newRow("id") << QStringLiteral("id:2") << QList<int>{2};
    QTest::newRow("path") << QStringLiteral("OFFSET=3") << QList<int>{3};
    QTest::newRow("unknown facet is text") << QStringLiteral("until:2026") << QList<int>{1};
    QTest::newRow("no hit") << QStringLiteral("class:users status:404") << QList<int>{};
}

void TestCollectionModels::logFilters()
{
    QFETCH(QString, words);
    QFETCH(QList<int>, ids);
    RequestLogModel model;
    RequestLogFilterModel filtered;
    filtered.setSourceModel(&model);
    QAbstractItemModelTester tester(&filtered);
    RequestRecord first = request(1);
    first.path = QStringLiteral("/users?until:2026");
    filtered.setWords(SearchWords::parse(words));
    model.append({first, request(2, ResourceClass::EscalationPolicies), request(3, ResourceClass::Teams, 404, RequestResult::Missing),
                  request(4, ResourceClass::Tags, 0, RequestResult::Failed)});
    QList<int> found;
    for (int row = 0; row < filtered.rowCount(); ++row)
        found << filtered.index(row, 0).data(RequestLogModel::RequestIdRole).toInt();
    QCOMPARE(found, ids);
    filtered.setWords(SearchWords());
    QCOMPARE(filtered.rowCount(), 4);
}

void TestCollectionModels::logSortsByNumbers()
{
    RequestLogModel model;
    RequestLogFilterModel filtered;
    filtered.setSourceModel(&model);
    model.append({request(9), request(10), request(100)});
    filtered.sort(RequestLogModel::IdColumn, Qt::DescendingOrder);
    QCOMPARE(text(filtered, 0, RequestLogModel::IdColumn), QStringLiteral("100"));
    filtered.sort(RequestLogModel::BytesColumn, Qt::AscendingOrder);
    QCOMPARE(text(filtered, 0, RequestLogModel::BytesColumn), QStringLiteral("9900"));
    filtered.sort(RequestLogModel::DurationColumn, Qt::DescendingOrder);
    QCOMPARE(text(filtered, 0, RequestLogModel::DurationColumn), QStringLiteral("10"));
}

void TestCollectionModels::fiveThousandRowsAreNotFelt()
{
    RequestLogModel model;
    RequestLogFilterModel filtered;
    filtered.setSourceModel(&model);
    filtered.sort(RequestLogModel::DurationColumn, Qt::AscendingOrder); // every batch lands all over the place
    qint64 longest = 0;
    for (int batch = 0; batch < 100; ++batch) {
        QList<RequestRecord> records;
        for (int i = 0; i < 50; ++i)
            records << request(batch * 50 + i + 1);
        QElapsedTimer timer;
        timer.start();
        model.append(records);
        longest = qMax(longest, timer.elapsed());
    }
    qInfo() << "longest append of 50 to a sorted log, ms:" << longest;
    QCOMPARE(filtered.rowCount(), 5'000);
    QVERIFY2(longest < 500, qPrintable(QString::number(longest))); // a few in a release build
}

void TestCollectionModels::hostileTextIsEscapedInToolTips()
{
    RequestLogModel model;
    RequestRecord hostile = request(1);
    hostile.path = QStringLiteral("/<img src='https://evil.test'>&x");
    model.append({hostile});
    const QString tip = model.index(0, RequestLogModel::PathColumn).data(Qt::ToolTipRole).toString();
    QVERIFY(!tip.contains(QStringLiteral("<img")));
    QVERIFY(tip.contains(QStringLiteral("&lt;img")));
    QCOMPARE(text(model, 0, RequestLogModel::PathColumn), hostile.path);
}

void TestCollectionModels::flightsComeAndGo()
{
    InFlightModel model;
    QAbstractItemModelTester tester(&model);
    const RequestInFlight one{ResourceClass::Users, "GET", QStringLiteral("/users"), 2, 1'500};
    model.setFlying({one, one});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(model, 0, InFlightModel::RequestColumn), QStringLiteral("GET /users"));
    QVERIFY(text(model, 0, InFlightModel::SinceColumn).startsWith(QLatin1Char('1')));
    model.setFlying({one});
    QCOMPARE(model.rowCount(), 1);
    model.setFlying({});
    QCOMPARE(model.rowCount(), 0);
}

void TestCollectionModels::snapshotsAreListed()
{
    SnapshotListModel model;
    QAbstractItemModelTester tester(&model);
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
    const auto summary = [&now](int hoursAgo, bool finished, bool complete) {
        SnapshotSummary s;
        s.id = QUuid::createUuid();
        s.account.baseUrl = QStringLiteral("https://api.eu.pagerduty.com");
        s.account.keyHint = QStringLiteral("3f2a");
        s.startedAt = now.addSecs(-3'600 * hoursAgo);
        if (finished)
            s.finishedAt = s.startedAt.addSecs(10);
        s.complete = complete;
        return s;
    };
    const QList<SnapshotSummary> all{summary(1, true, true), summary(2, true, false), summary(3, false, false), summary(30, false, false)};
    model.setSummaries(all, now);
    using State = SnapshotListModel::State;
    const State expected[] = {State::Complete, State::Incomplete, State::Unfinished, State::TooOld};
    for (int row = 0; row < 4; ++row)
        QCOMPARE(model.state(row), expected[row]);
    QCOMPARE(text(model, 0, SnapshotListModel::AccountColumn), QStringLiteral("api.eu.pagerduty.com, key ...3f2a"));
    model.setRunning(all.at(2).id);
    QCOMPARE(model.state(2), State::Running);
    model.setHidden({all.at(0).id});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.rowOf(all.at(0).id), -1);
    QCOMPARE(model.rowOf(all.at(1).id), 0);
    model.setHidden({});
    QCOMPARE(model.rowCount(), 4);
}

QTEST_GUILESS_MAIN(TestCollectionModels)
#include "tst_collectionmodels.moc"

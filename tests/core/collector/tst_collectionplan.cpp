// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/auditreader.h"
#include "core/collector/collectionplan.h"
#include "core/collector/paginator.h"

#include <QJsonArray>
#include <QTest>

using namespace pdsi;

/// Which requests follow from which answers: no sockets, no time.
class TestCollectionPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingStartsAtOnce();
    void pagesGoOutSideBySide();
    void smallerEchoedLimit();
    void walksOnMore();
    void shrunkListIsReadAgain();
    void repeatedRowsAboveTheTotal();
    void sameDuplicateTwiceIsAccepted();
    void neverAgreeing();
    void aMissingPage();
    void slowPagesAreHalved();
    void aboveTheCeiling();
    void slices();
};

namespace {

ListQuery teams()
{
    ListQuery query;
    query.resourceClass = ResourceClass::Teams;
    query.path = QStringLiteral("/teams");
    return query;
}

QJsonObject team(int n)
{
    return {{QStringLiteral("id"), QStringLiteral("T%1").arg(n)}, {QStringLiteral("type"), QStringLiteral("team")}};
}

/// The page of ids [first, first + count).
PlanAnswer page(int first, int count, int total, int id = 1)
{
    QJsonArray rows;
    for (int i = first; i < first + count; ++i)
        rows.append(team(i));
    PlanAnswer answer;
    answer.requestId = id;
    answer.read.result = RequestResult::Answered;
    answer.read.status = 200;
    answer.read.body = {{QStringLiteral("teams"), rows}};
    if (total >= 0)
        answer.read.body.insert(QStringLiteral("total"), total);
    return answer;
}

QStringList paths(const PlanOutput &out)
{
    QStringList all;
    for (const ApiRequest &request : out.requests)
        all.append(request.path);
    return all;
}

} // namespace

void TestCollectionPlan::everythingStartsAtOnce()
{
    PlanInput input;
    input.asOf = 1'800'000'000;
    CollectionPlan plan(input);
    const CollectionPlan::Step step = plan.start();
    QCOMPARE(step.requests.at(0).path, QStringLiteral("/users/me"));
    QCOMPARE(step.requests.at(1).path, QStringLiteral("/abilities"));
    QStringList all;
    for (const ApiRequest &request : step.requests)
        all.append(request.path);
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
    for (const char *path : {"/teams?limit=100&offset=0&total=true", "/v3/schedules?limit=1000&offset=0",
                             "/services?include[]=integrations&limit=100&offset=0&total=true"})
        QVERIFY2(all.contains(QLatin1String(path)), path);
    CollectionPlan again(input);
    QCOMPARE(again.start().requests.size(), step.requests.size());
    QVERIFY(!plan.finished());
}

void TestCollectionPlan::pagesGoOutSideBySide()
{
    Paginator list(teams(), 0, {});
    PlanOutput out;
    list.start(out);
    const ApiRequest first = out.requests.takeFirst();
    list.answered(first, page(0, 100, 250), out);
    QCOMPARE(paths(out), (QStringList{QStringLiteral("/teams?limit=100&offset=100&total=true"),
                                      QStringLiteral("/teams?limit=100&offset=200&total=true")}));
    const ApiRequest second = out.requests.at(0), third = out.requests.at(1);
    out = {};
    list.answered(third, page(200, 50, 250), out);
    QCOMPARE(list.end(), Paginator::End::Open);
    list.answered(second, page(100, 100, 250), out);
    QCOMPARE(list.end(), Paginator::End::Complete);
    QCOMPARE(list.distinct(), 250);
    QVERIFY(out.requests.isEmpty());
}

void TestCollectionPlan::smallerEchoedLimit()
{
    Paginator list(teams(), 0, {});
    PlanOutput out;
    list.start(out);
    PlanAnswer answer = page(0, 25, 60);
    answer.read.body.insert(QStringLiteral("limit"), 25);
    const ApiRequest first = out.requests.takeFirst();
    list.answered(first, answer, out);
    QCOMPARE(paths(out), (QStringList{QStringLiteral("/teams?limit=25&offset=25&total=true"),
                                      QStringLiteral("/teams?limit=25&offset=50&total=true")}));
}

void TestCollectionPlan::walksOnMore()
{
    Paginator list(teams(), 0, {});
    PlanOutput out;
    list.start(out);
    for (int i = 0; i < 3; ++i) {
        const ApiRequest request = out.requests.takeFirst();
        PlanAnswer answer = page(i * 100, 100, -1);
        answer.read.body.insert(QStringLiteral("more"), i < 2);
        list.answered(request, answer, out);
    }
    QCOMPARE(list.end(), Paginator::End::Complete);
    QCOMPARE(list.distinct(), 300);
}

void TestCollectionPlan::shrunkListIsReadAgain()
{
    Paginator list(teams(), 0, {});
    PlanOutput out;
    list.start(out);
    list.answered(out.requests.takeFirst(), page(0, 100, 150, 1), out);
    list.answered(out.requests.takeFirst(), page(101, 49, 149, 2), out);
    QCOMPARE(list.end(), Paginator::End::Open);
    QCOMPARE(out.requests.size(), 1);
    QCOMPARE(out.requests.first().tag.reading, 2);
    list.answered(out.requests.takeFirst(), page(0, 100, 149, 3), out);
    list.answered(out.requests.takeFirst(), page(100, 49, 149, 4), out);
    QCOMPARE(list.end(), Paginator::End::Complete);
    QCOMPARE(out.superseded, (QList<int>{1, 2}));
    QCOMPARE(list.distinct(), 149);
}

/// Page 2 begins with the last row of page 1; as many different rows as the total came all the same.
void TestCollectionPlan::repeatedRowsAboveTheTotal()
{
    Paginator list(teams(), 0, {});
    PlanOutput out;
    list.start(out);
    list.answered(out.requests.takeFirst(), page(0, 100, 150, 1), out);
    list.answered(out.requests.takeFirst(), page(99, 51, 150, 2), out);
    QCOMPARE(list.end(), Paginator::End::Complete);
    QCOMPARE(list.distinct(), 150);
    QCOMPARE(list.duplicates(), 1);
    QVERIFY(out.requests.isEmpty() && out.superseded.isEmpty()); // one reading was enough
}

void TestCollectionPlan::sameDuplicateTwiceIsAccepted()
{
    Paginator list(teams(), 0, {});
    PlanOutput out;
    list.start(out);
    for (int reading = 0; reading < 2; ++reading) {
        list.answered(out.requests.takeFirst(), page(0, 100, 150), out);
        list.answered(out.requests.takeFirst(), page(99, 50, 150), out);
    }
    QCOMPARE(list.end(), Paginator::End::Complete);
    QCOMPARE(list.duplicates(), 1);
}

void TestCollectionPlan::neverAgreeing()
{
    Paginator list(teams(), 0, {});
    PlanOutput out;
    list.start(out);
    for (int reading = 0; reading < 3; ++reading)
        list.answered(out.requests.takeFirst(), page(0, 10, 12), out);
    QCOMPARE(list.end(), Paginator::End::Partial);
    QVERIFY(out.superseded.isEmpty());
}

void TestCollectionPlan::aMissingPage()
{
    Paginator list(teams(), 0, {});
    PlanOutput out;
    list.start(out);
    list.answered(out.requests.takeFirst(), page(0, 100, 150), out);
    PlanAnswer failed;
    failed.read.result = RequestResult::Failed;
    list.answered(out.requests.takeFirst(), failed, out);
    QCOMPARE(list.end(), Paginator::End::Partial);
}

void TestCollectionPlan::slowPagesAreHalved()
{
    ListQuery query = teams();
    query.halveWhenSlow = true;
    Paginator list(query, 0, {});
    PlanOutput out;
    list.start(out);
    PlanAnswer slow;
    slow.requestId = 7;
    slow.read.result = RequestResult::Failed;
    slow.read.slow = true;
    list.answered(out.requests.takeFirst(), slow, out);
    QCOMPARE(paths(out), QStringList{QStringLiteral("/teams?limit=50&offset=0&total=true")});
    QCOMPARE(out.superseded, QList<int>{7});
    list.answered(out.requests.takeFirst(), page(0, 50, 100), out);
    list.answered(out.requests.takeFirst(), slow, out);
    QCOMPARE(paths(out), (QStringList{QStringLiteral("/teams?limit=25&offset=50&total=true"),
                                      QStringLiteral("/teams?limit=25&offset=75&total=true")}));
}

void TestCollectionPlan::aboveTheCeiling()
{
    Paginator list(teams(), 0, {});
    PlanOutput out;
    list.start(out);
    list.answered(out.requests.takeFirst(), page(0, 100, 10'001), out);
    QCOMPARE(list.end(), Paginator::End::TooLarge);
    list.readToCeiling(out);
    QCOMPARE(out.requests.size(), 99);
    QCOMPARE(out.requests.last().tag.offset, 9'900);
}

void TestCollectionPlan::slices()
{
    QCOMPARE(slicesFor(0, 2, 100), 1);          // nothing left to cut
    QCOMPARE(slicesFor(0, 500, 1'000), 2);      // as much again: one page and a quarter
    QCOMPARE(slicesFor(0, 990'000, 1'000'000), 16);
    QCOMPARE(slicesFor(0, 10, 10), 5);          // never finer than two seconds
}

QTEST_APPLESS_MAIN(TestCollectionPlan)
#include "tst_collectionplan.moc"

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/ratelimiter.h"
#include "core/collector/retrypolicy.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <deque>
#include <map>
#include <vector>

using namespace pdsi;

/// The allowance and the delays, with a clock that only moves when told.
class TestRateLimiter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parsesHeaders();
    void spendsAtOnceAndStopsAtNothingLeft();
    void asksOneAfterTheReset();
    void answersOutOfOrder();
    void unansweredRequestsCountAsSpent();
    void withoutHeadersInAnyMinute();
    void pausesAfter429();
    void onCallsHaveTheirOwnBucket();
    void neverOverrunsAServer_data();
    void neverOverrunsAServer();
    void retryDelays();
};

namespace {

RateHeaders told(int remaining, int reset)
{
    RateHeaders headers;
    headers.limit = 960;
    headers.remaining = remaining;
    headers.reset = reset;
    return headers;
}

const QString users = QStringLiteral("/users");

/// A server that counts, and a client that keeps `width` requests in flight against it.
struct Simulation {
    bool sliding = false;
    bool headers = true;
    bool roundDown = false;
    int limit = 960;
    qint64 windowMs = 60'000;
    qint64 now = 0;
    qint64 windowStart = 0;
    int spent = 0;
    std::deque<qint64> served;
    int refused = 0;

    int serve(qint64 at)
    {
        if (sliding) {
            while (!served.empty() && served.front() <= at - windowMs)
                served.pop_front();
            if (static_cast<int>(served.size()) >= limit)
                ++refused;
            served.push_back(at);
            return std::max(0, limit - static_cast<int>(served.size()));
        }
        while (at >= windowStart + windowMs) {
            windowStart += windowMs;
            spent = 0;
        }
        refused += ++spent > limit;
        return std::max(0, limit - spent);
    }

    RateHeaders tell(int remaining, qint64 at) const
    {
        if (!headers)
            return {};
        const qint64 start = sliding ? (served.empty() ? at : served.front()) : windowStart;
        const qint64 left = std::max<qint64>(0, start + windowMs - at);
        return told(remaining, static_cast<int>(roundDown ? left / 1000 : (left + 999) / 1000));
    }
};

struct Event {
    bool arrival = false; ///< at the server; otherwise the answer reaches the client
    RateLimiter::Ticket ticket;
    RateHeaders headers;
};

/// Sends `total` requests; returns the time it took.
qint64 run(Simulation &server, int width, int total, quint32 seed)
{
    QRandomGenerator random(seed);
    RateLimiter limiter;
    std::multimap<qint64, Event> events;
    int sent = 0, done = 0;
    qint64 now = 0;
    while (done < total) {
        while (sent - done < width && sent < total && limiter.waitFor(now) == 0) {
            events.emplace(now + random.bounded(5, 60), Event{true, limiter.take(users, now), {}});
            ++sent;
        }
        const qint64 wait = sent - done < width && sent < total ? limiter.waitFor(now) : -1;
        if (events.empty() || (wait > 0 && now + wait < events.begin()->first)) {
            now += std::max<qint64>(wait, 1);
            continue;
        }
        Event event = events.begin()->second;
        now = events.begin()->first;
        events.erase(events.begin());
        if (event.arrival) {
            event.headers = server.tell(server.serve(now), now);
            event.arrival = false;
            const int slow = random.bounded(20) == 0 ? 1'500 : 0;
            events.emplace(now + random.bounded(5, 120) + slow, event);
        } else {
            limiter.complete(event.ticket, event.headers, now);
            ++done;
        }
    }
    return now;
}

} // namespace

void TestRateLimiter::parsesHeaders()
{
    const RateHeaders headers = RateHeaders::parse({{"ratelimit-limit", "960"}, {"ratelimit-remaining", " 12 "},
                                                    {"ratelimit-reset", "7"}, {"daily-ratelimit-remaining", "-3"}});
    QCOMPARE(headers.limit, 960);
    QCOMPARE(headers.remaining, 12);
    QCOMPARE(headers.reset, 7);
    QCOMPARE(headers.dailyRemaining, -3);
    QVERIFY(!RateHeaders::parse({{"ratelimit-remaining", "many"}, {"ratelimit-reset", "7"}}).told());
}

void TestRateLimiter::spendsAtOnceAndStopsAtNothingLeft()
{
    RateLimiter limiter;
    const auto first = limiter.take(users, 0);
    limiter.complete(first, told(2, 30), 100);
    QCOMPARE(limiter.waitFor(100), 0);
    limiter.take(users, 100);
    QCOMPARE(limiter.waitFor(100), 0);
    limiter.take(users, 100);
    QCOMPARE(limiter.waitFor(100), 30'000 + RateLimiter::resetMarginMs);
}

void TestRateLimiter::asksOneAfterTheReset()
{
    RateLimiter limiter;
    limiter.complete(limiter.take(users, 0), told(0, 30), 100);
    const qint64 later = 100 + 30'000 + RateLimiter::resetMarginMs;
    QCOMPARE(limiter.waitFor(later - 1), 1);
    QCOMPARE(limiter.waitFor(later), 0);
    const auto probe = limiter.take(users, later);
    QCOMPARE(limiter.waitFor(later), -1);
    limiter.complete(probe, told(959, 60), later + 50);
    QCOMPARE(limiter.waitFor(later + 50), 0);
    QCOMPARE(limiter.remaining(), 959);
}

void TestRateLimiter::answersOutOfOrder()
{
    RateLimiter limiter;
    const auto a = limiter.take(users, 0), b = limiter.take(users, 0);
    limiter.complete(b, told(3, 30), 100);
    limiter.complete(a, told(4, 30), 110); // served earlier, answered later
    QCOMPARE(limiter.remaining(), 3);
}

void TestRateLimiter::unansweredRequestsCountAsSpent()
{
    RateLimiter limiter;
    limiter.complete(limiter.take(users, 0), told(5, 30), 100);
    limiter.complete(limiter.take(users, 100), {}, 200);
    QCOMPARE(limiter.remaining(), 4);
}

void TestRateLimiter::withoutHeadersInAnyMinute()
{
    RateLimiter limiter(3);
    for (int i = 0; i < 3; ++i)
        limiter.complete(limiter.take(users, i * 10), {}, i * 10 + 5);
    QVERIFY(limiter.waitFor(1'000) > 58'000);
    QCOMPARE(limiter.waitFor(60'006), 0);
}

void TestRateLimiter::pausesAfter429()
{
    RateLimiter limiter;
    limiter.refuse(limiter.take(users, 0), 4'000, 100);
    QCOMPARE(limiter.waitFor(100), 4'000);
    QCOMPARE(limiter.waitFor(4'100), 0);
    const auto probe = limiter.take(users, 4'100);
    QCOMPARE(limiter.waitFor(4'100), -1);
    limiter.complete(probe, {}, 4'200);
    QCOMPARE(limiter.waitFor(4'200), 0);
}

void TestRateLimiter::onCallsHaveTheirOwnBucket()
{
    RateLimiter limiter;
    const QString onCalls = QStringLiteral("/oncalls?limit=100");
    limiter.complete(limiter.take(users, 0), told(500, 30), 100);
    limiter.complete(limiter.take(onCalls, 100), told(0, 30), 200);
    QCOMPARE(limiter.waitFor(200), 0);
    QCOMPARE(limiter.remaining(), 499);
    QVERIFY(limiter.waitForOperation(onCalls, 200) > 0);
    QCOMPARE(limiter.waitForOperation(users, 200), 0);
}

void TestRateLimiter::neverOverrunsAServer_data()
{
    QTest::addColumn<bool>("sliding");
    QTest::addColumn<bool>("headers");
    QTest::addColumn<bool>("roundDown");
    QTest::addColumn<int>("width");
    for (const bool sliding : {false, true}) {
        for (const bool headers : {false, true}) {
            for (const bool roundDown : {false, true}) {
                for (const int width : {1, 10, 32})
                    QTest::addRow("%s, %s headers, rounded %s, %d wide", sliding ? "sliding" : "fixed",
                                  headers ? "with" : "without", roundDown ? "down" : "up", width)
                        << sliding << headers << roundDown << width;
            }
        }
    }
}

void TestRateLimiter::neverOverrunsAServer()
{
    QFETCH(bool, sliding);
    QFETCH(bool, headers);
    QFETCH(bool, roundDown);
    QFETCH(int, width);
    for (quint32 seed = 1; seed <= 20; ++seed) {
        Simulation server;
        server.sliding = sliding;
        server.headers = headers;
        server.roundDown = roundDown;
        server.windowStart = -static_cast<qint64>(seed) * 2'900; // the account's window does not begin with us
        const qint64 took = run(server, width, 3'000, seed);
        QCOMPARE(server.refused, 0);
        QVERIFY2(width == 1 || took < 200'000, qPrintable(QString::number(took)));
    }
}

void TestRateLimiter::retryDelays()
{
    const RetryPolicy least([] { return 0.0; });
    const RetryPolicy most([] { return 0.999; });
    QCOMPARE(least.transientDelayMs(0), 375);
    QCOMPARE(least.transientDelayMs(3), 3'000);
    QCOMPARE(most.transientDelayMs(0), 624);
    QCOMPARE(least.bareLimitDelayMs(0), 1'000);
    QCOMPARE(least.bareLimitDelayMs(2), 4'000);
    QCOMPARE(least.bareLimitDelayMs(30), 30'000);
}

QTEST_APPLESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"

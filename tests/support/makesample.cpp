// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// make-sample OUT.pdsnap: collects the sample account from the fake PagerDuty with the real collector into the real
// store, and saves the archive. What differs from run to run (times, ids, address) is replaced, so that the same
// program writes the same bytes.
#include "core/collector/collector.h"
#include "core/snapshot/snapshotarchive.h"
#include "core/snapshot/snapshotstore.h"
#include "tests/support/accounts.h"
#include "tests/support/fakepagerduty.h"

#include <QCoreApplication>
#include <QHashSeed>
#include <QTemporaryDir>

#include <cstdio>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

constexpr int requestEveryMs = 170;
constexpr int answerAfterMs = 120;

/// Stands still at the sample's present; durations are real.
class SampleClock final : public Clock
{
public:
    explicit SampleClock(Instant now) : m_now(QDateTime::fromSecsSinceEpoch(now, Qt::UTC)) {}
    QDateTime nowUtc() const override { return m_now; }
    qint64 monotonicMs() const override { return system().monotonicMs(); }

private:
    QDateTime m_now;
};

/// Bodies of another snapshot.
class ForwardedBodies final : public BodySource
{
public:
    explicit ForwardedBodies(Snapshot snapshot) : m_snapshot(std::move(snapshot)) {}
    QByteArray body(int requestId) const override { return m_snapshot.body(requestId); }

private:
    Snapshot m_snapshot;
};

Snapshot withoutTraces(const Snapshot &snapshot, const QDateTime &start)
{
    SnapshotInfo info = snapshot.info();
    info.id = QUuid(u"5a3bfe00-48f1-4a0b-9c1d-20261019f1c4"_s);
    info.account.baseUrl = u"https://api.pagerduty.com"_s;
    info.startedAt = start;
    QList<RequestRecord> requests = snapshot.requests();
    QHash<int, QList<RemovedField>> removed;
    for (RequestRecord &record : requests) {
        record.sentAt = start.addMSecs(qint64(record.id) * requestEveryMs);
        record.receivedAt = record.sentAt.addMSecs(answerAfterMs);
        removed.insert(record.id, snapshot.removed(record.id));
    }
    info.finishedAt = start.addMSecs(qint64(requests.size() + 1) * requestEveryMs);
    return Snapshot(info, requests, removed, std::make_shared<ForwardedBodies>(snapshot));
}

int fail(const QString &what)
{
    std::fprintf(stderr, "make-sample: %s\n", qUtf8Printable(what));
    return 1;
}

SealInfo sealInfo(const CollectionOutcome &outcome, const Clock &clock)
{
    return {clock.nowUtc(), outcome.states,           outcome.requests,
            outcome.retries, outcome.rateLimitedWaits, outcome.bytes};
}

int collect(const QString &target)
{
    const AccountModel account = sampleAccount();
    const SampleClock clock(account.now);
    FakePagerDuty fake(account);
    const QTemporaryDir directory;
    auto store = SnapshotStore::open(directory.filePath(u"sample.sqlite"_s), clock);
    if (!fake.listen() || !store)
        return fail(u"cannot start"_s);
    CollectionRequest request;
    request.connection = {u"sample"_s, fake.url(), SignInKind::ApiKey, {}};
    request.secret = Secret(fake.options().apiKey);
    request.asOf = account.now;
    request.concurrency = 1; // one order of answers
    request.salt = QByteArrayLiteral("harbour-finch sample");
    SnapshotStart start;
    start.account = {fake.url().toString(), SignInKind::ApiKey, request.secret.hint(), {}};
    start.accountFingerprint = store.value()->accountFingerprint(start.account, request.secret.reveal());
    start.asOf = account.now;
    auto writer = store.value()->begin(start);
    if (!writer)
        return fail(writer.error().detail);
    Collector collector(request, *writer.value(), clock);
    QObject::connect(&collector, &Collector::finished, &collector, [&](const CollectionOutcome &outcome) {
        const bool finished = outcome.end == CollectionEnd::Finished;
        const auto sealed = finished ? writer.value()->seal(sealInfo(outcome, clock)) : Result<Snapshot>(outcome.error);
        const auto saved = sealed ? saveSnapshotArchive(withoutTraces(*sealed, clock.nowUtc()), target)
                                  : Result<Done>(sealed.error());
        QCoreApplication::exit(saved ? 0 : fail(saved.error().detail));
    });
    collector.start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    return arguments.size() == 2 ? collect(arguments.at(1)) : fail(u"usage: make-sample OUT.pdsnap"_s);
}

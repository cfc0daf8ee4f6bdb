// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/collector.h"

#include "core/base/logging.h"
#include "core/collector/bodyredactor.h"
#include "core/collector/collectionplan.h"
#include "core/collector/pace.h"
#include "core/collector/requestqueue.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>
#include <deque>

namespace pdsi {

namespace {
constexpr int progressIntervalMs = 100;
constexpr int heartbeatMs = 500;       // waits are told too, not only answers
constexpr int storedPagesPerTurn = 16; // then the event loop has its turn

double chance() { return QRandomGenerator::global()->generateDouble(); }

} // namespace

class Collector::Private
{
public:
    Private(Collector &self, CollectionRequest given, PageStore &pages, const Clock &time)
        : q(self), request(std::move(given)), store(pages), clock(time),
          plan({request.parameters, request.asOf, request.includeAnalytics}),
          transport(request.connection, request.route, request.secret, request.concurrency, request.timeout, clock),
          queue(transport, RetryPolicy(&chance), clock, request.concurrency),
          redactor(request.salt, {request.secret.reveal()})
    {
        queue.setRenewable(request.secretRenewable);
    }

    void take(const CollectionPlan::Step &first);
    void withdraw(int reader, CollectionPlan::Step &more);
    void reuse();
    std::optional<CollectedPage> storedAnswer(const ApiRequest &asked);
    void arrived(const ApiRequest &asked, const FinalAnswer &answer);
    CollectedPage page(const ApiRequest &asked, const FinalAnswer &answer) const;
    void conclude(CollectionEnd end, Error error = {});
    void endIfDone();
    void tellProgress();

    Collector &q;
    CollectionRequest request;
    PageStore &store;
    const Clock &clock;
    CollectionPlan plan;
    HttpTransport transport;
    RequestQueue queue;
    BodyRedactor redactor;
    Pace pace;
    QTimer reuseTimer, progressTimer, heartbeat;
    std::deque<std::pair<ApiRequest, CollectedPage>> stored; ///< answered by an earlier run, not yet dealt with
    int done = 0;
    int reused = 0;
    bool anyStatus = false;    ///< the account answered something
    bool anyContent = false;   ///< and not only 401
    bool started = false;
    bool over = false;
    bool progressDue = false;
};

std::optional<CollectedPage> Collector::Private::storedAnswer(const ApiRequest &asked)
{
    if (asked.tag.reading > 1) // a list is read again because the stored reading does not add up
        return std::nullopt;
    auto found = store.answered(asked.method, asked.path);
    if (!found || found->record.superseded || found->record.status == 401)
        return std::nullopt;
    return found;
}

void Collector::Private::withdraw(int reader, CollectionPlan::Step &more)
{
    const QList<ApiRequest> taken = queue.withdraw(reader);
    if (taken.isEmpty())
        return;
    const CollectionPlan::Step next = plan.withdrawn(taken);
    more.requests += next.requests;
    more.superseded += next.superseded;
    more.withdraw += next.withdraw;
}

void Collector::Private::take(const CollectionPlan::Step &first)
{
    CollectionPlan::Step step = first;
    while (!over && (!step.requests.isEmpty() || !step.superseded.isEmpty() || !step.withdraw.isEmpty())) {
        CollectionPlan::Step more;
        if (!step.superseded.isEmpty()) {
            if (const auto marked = store.markSuperseded(step.superseded); !marked)
                return conclude(CollectionEnd::StoreFailed, marked.error());
            Q_EMIT q.superseded(step.superseded);
        }
        for (const ApiRequest &asked : step.requests) {
            if (auto known = storedAnswer(asked)) {
                stored.emplace_back(asked, std::move(*known));
                if (!reuseTimer.isActive())
                    reuseTimer.start(0);
            } else {
                queue.add(asked);
            }
        }
        for (const int reader : step.withdraw)
            withdraw(reader, more);
        step = more;
    }
    endIfDone();
}

void Collector::Private::reuse()
{
    for (int i = 0; i < storedPagesPerTurn && !stored.empty() && !over; ++i) {
        const auto [asked, page] = std::move(stored.front());
        stored.pop_front();
        PlanAnswer answer;
        answer.requestId = page.record.id;
        answer.read.result = page.record.result;
        answer.read.status = page.record.status;
        answer.read.unreadableRows = page.record.unreadableRows;
        if (page.record.result == RequestResult::Answered)
            answer.read.body = QJsonDocument::fromJson(page.body).object();
        ++done;
        ++reused;
        anyStatus = anyContent = true;
        Q_EMIT q.answered(page.record);
        take(plan.answered(asked, answer));
    }
    if (!stored.empty() && !over)
        reuseTimer.start(0);
    tellProgress();
}

CollectedPage Collector::Private::page(const ApiRequest &asked, const FinalAnswer &answer) const
{
    CollectedPage made;
    RequestRecord &record = made.record;
    record.resourceClass = asked.resourceClass;
    record.subject = asked.subject;
    record.method = asked.method;
    record.path = asked.path;
    record.sentAt = answer.http.sentAt;
    record.receivedAt = answer.http.receivedAt;
    record.status = answer.http.status;
    record.bytes = answer.http.body.size();
    if (!answer.http.body.isEmpty())
        record.sha256 = QCryptographicHash::hash(answer.http.body, QCryptographicHash::Sha256).toHex();
    record.serverRequestId = QString::fromLatin1(answer.http.headers.value("x-request-id")).left(200);
    record.attempts = answer.attempts;
    record.result = answer.read.result;
    record.unreadableRows = answer.read.unreadableRows;
    const QJsonDocument parsed = answer.read.result == RequestResult::Answered
        ? QJsonDocument(answer.read.body) // has been parsed
        : QJsonDocument::fromJson(answer.http.body);
    if (!parsed.isNull()) {
        RedactedBody body = redactor.redact(asked.resourceClass, answer.http.body, parsed);
        made.body = std::move(body.stored);
        made.removed = std::move(body.removed);
    }
    return made;
}

void Collector::Private::arrived(const ApiRequest &asked, const FinalAnswer &answer)
{
    if (over)
        return;
    anyStatus = anyStatus || answer.http.status != 0;
    anyContent = anyContent || (answer.http.status != 0 && answer.http.status != 401);
    CollectedPage made = page(asked, answer);
    made.record.id = store.nextRequestId();
    if (const auto kept = store.store(made); !kept)
        return conclude(CollectionEnd::StoreFailed, kept.error());
    ++done;
    Q_EMIT q.answered(made.record);
    take(plan.answered(asked, {answer.read, made.record.id}));
    tellProgress();
}

void Collector::Private::endIfDone()
{
    if (over || !plan.finished())
        return;
    if (anyStatus)
        conclude(CollectionEnd::Finished);
    else
        conclude(CollectionEnd::Unreachable, {ErrorCode::Unreachable, request.connection.baseUrl.host()});
}

void Collector::Private::tellProgress()
{
    if (!started || over)
        return;
    if (progressTimer.isActive()) {
        progressDue = true;
        return;
    }
    progressDue = false;
    progressTimer.start(progressIntervalMs);
    pace.note(clock.monotonicMs(), done - reused, plan.planned() - reused, queue.moving());
    Q_EMIT q.progressed();
}

void Collector::Private::conclude(CollectionEnd end, Error error)
{
    if (over)
        return;
    over = true;
    queue.stop();
    reuseTimer.stop();
    progressTimer.stop();
    heartbeat.stop();
    stored.clear();
    CollectionOutcome outcome;
    outcome.end = end;
    outcome.error = std::move(error);
    outcome.states = plan.states();
    outcome.requests = queue.wireRequests();
    outcome.retries = queue.retries();
    outcome.rateLimitedWaits = queue.rateLimitedWaits();
    outcome.bytes = queue.bytes();
    qCInfo(lcCollector) << "collection over:" << static_cast<int>(end) << outcome.requests << "requests";
    // Queued: whoever listens may delete the collector, which must not happen inside one of its own calls.
    QMetaObject::invokeMethod(&q, [self = &q, outcome] { Q_EMIT self->finished(outcome); }, Qt::QueuedConnection);
}

Collector::Collector(CollectionRequest request, PageStore &store, const Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(request), store, clock))
{
    d->reuseTimer.setSingleShot(true);
    d->progressTimer.setSingleShot(true);
    connect(&d->reuseTimer, &QTimer::timeout, this, [this] { d->reuse(); });
    connect(&d->progressTimer, &QTimer::timeout, this, [this] {
        if (d->progressDue)
            d->tellProgress();
    });
    connect(&d->heartbeat, &QTimer::timeout, this, [this] { d->tellProgress(); });
    connect(&d->queue, &RequestQueue::answered, this,
            [this](const ApiRequest &asked, const FinalAnswer &answer) { d->arrived(asked, answer); });
    connect(&d->queue, &RequestQueue::renewalNeeded, this, &Collector::renewalNeeded);
    connect(&d->queue, &RequestQueue::unreachable, this, [this](const HttpAnswer &answer) {
        d->conclude(CollectionEnd::Unreachable, unreachableError(d->request.connection, answer));
    });
    connect(&d->queue, &RequestQueue::signInRefused, this, [this] {
        d->plan.refuseRest();
        if (d->anyContent)
            d->conclude(CollectionEnd::Finished);
        else
            d->conclude(CollectionEnd::SignInRefused, {ErrorCode::SignInRefused, d->request.connection.baseUrl.host()});
    });
}

Collector::~Collector() { d->queue.stop(); }

void Collector::start()
{
    if (d->started || d->over)
        return;
    d->started = true;
    d->heartbeat.start(heartbeatMs);
    d->take(d->plan.start());
}

void Collector::cancel() { d->conclude(CollectionEnd::Cancelled, {ErrorCode::Cancelled, {}}); }

void Collector::pause()
{
    d->queue.pause();
    d->tellProgress();
}

void Collector::resume()
{
    d->queue.resume();
    d->tellProgress();
}

void Collector::renewSecret(Secret secret)
{
    if (d->over)
        return;
    if (secret.isEmpty()) {
        d->queue.setRenewable(false);
        Q_EMIT d->queue.signInRefused();
        return;
    }
    d->redactor = BodyRedactor(d->request.salt, {d->request.secret.reveal(), secret.reveal()});
    d->queue.setSecret(std::move(secret));
}

CollectionProgress Collector::progress() const
{
    CollectionProgress now;
    now.requestsDone = d->done;
    now.requestsPlanned = d->plan.planned();
    now.requestsReused = d->reused;
    d->queue.tell(now);
    now.leftMs = now.waitingForSecret || now.paused
        ? -1
        : d->pace.leftMs({now.rateLimit, now.rateLimitRemaining, now.rateLimitResetMs, now.rateLimitWaitMs});
    now.states = d->plan.states();
    now.phases = d->plan.phases();
    return now;
}

} // namespace pdsi

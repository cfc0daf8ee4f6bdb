// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/auditsession.h"

namespace pdsi {

namespace {

SealInfo sealInfo(const CollectionOutcome &outcome, const Clock &clock)
{
    SealInfo info;
    info.finishedAt = clock.nowUtc();
    info.states = outcome.states;
    info.requests = outcome.requests;
    info.retries = outcome.retries;
    info.rateLimitedWaits = outcome.rateLimitedWaits;
    info.bytes = outcome.bytes;
    return info;
}

} // namespace

void LiveAudit::signInWith(const ConnectionSecrets &secrets)
{
    secret = secrets.signIn;
    proxyPassword = secrets.proxyPassword;
    subject = secrets.subject;
    secretRenewable = secrets.renewable;
}

AuditSession::AuditSession(SnapshotStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
}

AuditSession::~AuditSession() = default;

Result<Done> AuditSession::openWriter(const LiveAudit &audit)
{
    SnapshotStart start;
    start.account = {audit.connection.baseUrl.toString(), audit.connection.signIn, audit.secret.hint(),
                     audit.connection.requesterEmail};
    start.accountFingerprint =
        m_store.accountFingerprint(start.account, audit.subject.isEmpty() ? audit.secret.reveal() : audit.subject);
    start.parameters = audit.parameters;
    start.includesAnalytics = audit.includeAnalytics;
    start.asOfGiven = audit.asOf.has_value();
    start.asOf = audit.asOf.value_or(m_clock.nowUtc().toSecsSinceEpoch());
    if (!audit.fresh) {
        auto resumed = m_store.resume(start);
        if (!resumed)
            return resumed.error();
        m_writer = std::move(resumed.value());
    }
    if (!m_writer) {
        auto begun = m_store.begin(start);
        if (!begun)
            return begun.error();
        m_writer = std::move(begun.value());
    }
    return Done{};
}

Result<Done> AuditSession::start(const LiveAudit &audit)
{
    Q_ASSERT(!m_collector);
    const auto route = NetworkRoute::of(audit.connection, audit.proxyPassword);
    if (!route)
        return route.error();
    if (auto opened = openWriter(audit); !opened)
        return opened.error();
    CollectionRequest request;
    request.connection = audit.connection;
    request.route = *route;
    request.secret = audit.secret;
    request.parameters = audit.parameters;
    request.asOf = m_writer->asOf();
    request.includeAnalytics = audit.includeAnalytics;
    request.concurrency = audit.concurrency;
    request.timeout = audit.timeout;
    request.secretRenewable = audit.secretRenewable;
    request.salt = m_writer->salt();
    m_collector = std::make_unique<Collector>(std::move(request), *m_writer, m_clock);
    connect(m_collector.get(), &Collector::progressed, this, [this] { Q_EMIT progressed(m_collector->progress()); });
    connect(m_collector.get(), &Collector::answered, this, &AuditSession::answered);
    connect(m_collector.get(), &Collector::superseded, this, &AuditSession::superseded);
    connect(m_collector.get(), &Collector::renewalNeeded, this, &AuditSession::renewalNeeded);
    connect(m_collector.get(), &Collector::finished, this, &AuditSession::collectionEnded);
    const int kept = m_writer->pagesAlreadyStored();
    Q_EMIT started({m_writer->id(), kept > 0, m_writer->startedAt(), kept});
    m_collector->start();
    return Done{};
}

void AuditSession::collectionEnded(const CollectionOutcome &outcome)
{
    CollectedSnapshot collected;
    collected.end = outcome.end;
    collected.requestsThisRun = outcome.requests;
    collected.error = outcome.error;
    if (outcome.end == CollectionEnd::Finished) {
        auto sealed = m_writer->seal(sealInfo(outcome, m_clock));
        if (sealed) {
            collected.snapshot = sealed.value();
        } else {
            collected.end = CollectionEnd::StoreFailed;
            collected.error = sealed.error();
        }
    } else if (auto kept = m_writer->suspend(sealInfo(outcome, m_clock));
               !kept && outcome.end != CollectionEnd::StoreFailed) {
        collected.end = CollectionEnd::StoreFailed;
        collected.error = kept.error();
    }
    const QUuid id = m_writer->id();
    const bool nothingRead = m_writer->pagesAlreadyStored() == 0
        && (outcome.end == CollectionEnd::SignInRefused || outcome.end == CollectionEnd::Unreachable);
    m_writer.reset();
    if (!collected.snapshot && nothingRead)
        (void)m_store.remove(id); // an empty attempt is not worth resuming; failing to drop it harms nothing
    // The collector is still on the stack, emitting.
    m_collector.release()->deleteLater();
    Q_EMIT finished(collected);
}

void AuditSession::cancel()
{
    if (m_collector)
        m_collector->cancel();
}

void AuditSession::pause()
{
    if (m_collector)
        m_collector->pause();
}

void AuditSession::resume()
{
    if (m_collector)
        m_collector->resume();
}

void AuditSession::renewSecret(Secret secret)
{
    if (m_collector)
        m_collector->renewSecret(std::move(secret));
}

CollectionProgress AuditSession::progress() const
{
    return m_collector ? m_collector->progress() : CollectionProgress{};
}

} // namespace pdsi

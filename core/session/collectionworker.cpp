// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/collectionworker.h"

#include <algorithm>

namespace pdsi {

CollectionWorker::CollectionWorker(const QString &databasePath)
    : m_databasePath(databasePath)
    , m_newsTimer(this) // a child moves to the thread with its parent
{
    m_newsTimer.setInterval(newsIntervalMs);
    connect(&m_newsTimer, &QTimer::timeout, this, &CollectionWorker::tellNews);
}

CollectionWorker::~CollectionWorker() = default;

Result<Done> CollectionWorker::open(const LiveAudit &audit)
{
    if (m_databasePath.isEmpty()) {
        const auto path = SnapshotStore::defaultPath();
        if (!path)
            return path.error();
        m_databasePath = *path;
    }
    if (!m_store) {
        auto store = SnapshotStore::open(m_databasePath, Clock::system());
        if (!store)
            return store.error();
        m_store = std::move(store.value());
    }
    m_session = std::make_unique<AuditSession>(*m_store, Clock::system());
    connect(m_session.get(), &AuditSession::started, this, &CollectionWorker::started);
    connect(m_session.get(), &AuditSession::progressed, this, [this](const CollectionProgress &p) { m_progress = p; });
    connect(m_session.get(), &AuditSession::superseded, this, &CollectionWorker::noteSuperseded);
    connect(m_session.get(), &AuditSession::renewalNeeded, this, &CollectionWorker::renewalNeeded);
    connect(m_session.get(), &AuditSession::finished, this, &CollectionWorker::ended);
    connect(m_session.get(), &AuditSession::answered, this, [this](const RequestRecord &record) {
        m_log.append(record);
    });
    return m_session->start(audit);
}

void CollectionWorker::start(const LiveAudit &audit)
{
    if (m_stopping || m_running)
        return;
    m_running = true;
    m_log.clear();
    m_superseded.clear();
    m_progress.reset();
    m_newsTimer.start();
    if (const auto opened = open(audit); !opened) {
        CollectedSnapshot refused;
        refused.end = CollectionEnd::StoreFailed;
        refused.error = opened.error();
        ended(refused);
    }
}

void CollectionWorker::noteSuperseded(const QList<int> &requestIds)
{
    for (const int id : requestIds) {
        const auto waiting = std::find_if(m_log.begin(), m_log.end(), [id](const RequestRecord &r) { return r.id == id; });
        if (waiting != m_log.end())
            waiting->superseded = true;
        else
            m_superseded.append(id);
    }
}

void CollectionWorker::sendLog()
{
    if (!m_log.isEmpty()) {
        Q_EMIT requestsLogged(m_log.mid(0, largestBatch));
        m_log.remove(0, qMin(m_log.size(), largestBatch));
    }
    if (!m_superseded.isEmpty())
        Q_EMIT superseded(std::exchange(m_superseded, {}));
}

void CollectionWorker::tellNews()
{
    if (!m_acknowledged || (m_log.isEmpty() && m_superseded.isEmpty() && !m_progress))
        return;
    sendLog();
    if (m_progress)
        Q_EMIT progressed(*std::exchange(m_progress, std::nullopt));
    m_acknowledged = false;
    Q_EMIT told();
}

void CollectionWorker::ended(const CollectedSnapshot &collected)
{
    m_newsTimer.stop();
    do {
        sendLog();
    } while (!m_log.isEmpty());
    if (m_progress)
        Q_EMIT progressed(*std::exchange(m_progress, std::nullopt));
    m_running = false;
    Q_EMIT finished(collected);
    if (collected.snapshot && !m_stopping)
        Q_EMIT judged(judgeSnapshot(*collected.snapshot, collected.snapshot->info().account.signIn));
    // Queued: the session is on the stack, emitting.
    if (m_stopping)
        QMetaObject::invokeMethod(this, &CollectionWorker::close, Qt::QueuedConnection);
}

void CollectionWorker::close()
{
    m_session.reset();
    m_store.reset(); // here, because a database is closed in the thread that opened it
    Q_EMIT idle();
}

void CollectionWorker::pause()
{
    if (m_session)
        m_session->pause();
}

void CollectionWorker::resume()
{
    if (m_session)
        m_session->resume();
}

void CollectionWorker::cancel()
{
    if (m_session)
        m_session->cancel();
}

void CollectionWorker::renewSecret(const Secret &secret)
{
    if (m_session)
        m_session->renewSecret(secret);
}

void CollectionWorker::stop()
{
    if (std::exchange(m_stopping, true))
        return;
    if (m_running)
        cancel();
    else
        close();
}

} // namespace pdsi

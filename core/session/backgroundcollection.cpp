// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/backgroundcollection.h"

#include "core/base/logging.h"
#include "core/session/collectionworker.h"

#include <QDeadlineTimer>
#include <QThread>

namespace pdsi {

namespace {
using namespace std::chrono_literals;
/// Cancelling takes milliseconds, judging a large account a second.
constexpr auto longestGoodbye = 10s;
} // namespace

BackgroundCollection::BackgroundCollection(const QString &databasePath, QObject *parent)
    : QObject(parent)
    , m_databasePath(databasePath)
{
}

BackgroundCollection::~BackgroundCollection()
{
    if (!m_thread)
        return;
    // The thread, its object and what they still tell must not reach us any more.
    m_worker->disconnect(this);
    m_thread->disconnect(this);
    inWorker([](CollectionWorker &worker) { worker.stop(); });
    if (!m_thread->wait(QDeadlineTimer(longestGoodbye))) {
        qCWarning(lcSession) << "a collection does not end; its thread is left behind";
        return;
    }
    delete m_worker;
    delete m_thread;
}

template<typename Call>
void BackgroundCollection::inWorker(Call call)
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, call] { call(*worker); }, Qt::QueuedConnection);
}

void BackgroundCollection::startThread()
{
    m_thread = new QThread;
    m_thread->setObjectName(QStringLiteral("collection"));
    m_worker = new CollectionWorker(m_databasePath);
    m_worker->moveToThread(m_thread);
    connect(m_worker, &CollectionWorker::started, this, &BackgroundCollection::started);
    connect(m_worker, &CollectionWorker::requestsLogged, this, &BackgroundCollection::requestsLogged);
    connect(m_worker, &CollectionWorker::superseded, this, &BackgroundCollection::superseded);
    connect(m_worker, &CollectionWorker::renewalNeeded, this, &BackgroundCollection::renewalNeeded);
    connect(m_worker, &CollectionWorker::told, this, [this] {
        inWorker([](CollectionWorker &worker) { worker.acknowledge(); });
    });
    connect(m_worker, &CollectionWorker::progressed, this, [this](const CollectionProgress &progress) {
        m_progress = progress;
        Q_EMIT progressed(progress);
    });
    connect(m_worker, &CollectionWorker::finished, this, [this](const CollectedSnapshot &collected) {
        if (m_state == State::Collecting)
            enter(collected.snapshot ? State::Judging : State::Idle);
        Q_EMIT finished(collected);
    });
    connect(m_worker, &CollectionWorker::judged, this, [this](const JudgedSnapshot &snapshot) {
        if (m_state == State::Judging)
            enter(State::Idle);
        Q_EMIT judged(snapshot);
    });
    connect(m_worker, &CollectionWorker::idle, m_thread, &QThread::quit, Qt::DirectConnection);
    connect(m_thread, &QThread::finished, this, [this] {
        delete std::exchange(m_worker, nullptr); // its thread is over
        m_thread->deleteLater();
        m_thread = nullptr;
        enter(State::Idle);
        Q_EMIT stopped();
    });
    m_thread->start();
}

void BackgroundCollection::enter(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

void BackgroundCollection::start(const LiveAudit &audit)
{
    if (isRunning())
        return;
    if (!m_thread)
        startThread();
    m_connection = audit.connection;
    m_progress = {};
    enter(State::Collecting);
    inWorker([audit](CollectionWorker &worker) { worker.start(audit); });
}

void BackgroundCollection::pause()
{
    inWorker([](CollectionWorker &worker) { worker.pause(); });
}

void BackgroundCollection::resume()
{
    inWorker([](CollectionWorker &worker) { worker.resume(); });
}

void BackgroundCollection::cancel()
{
    inWorker([](CollectionWorker &worker) { worker.cancel(); });
}

void BackgroundCollection::renewSecret(const Secret &secret)
{
    inWorker([secret](CollectionWorker &worker) { worker.renewSecret(secret); });
}

void BackgroundCollection::stop()
{
    if (m_state == State::Stopping)
        return;
    enter(State::Stopping);
    if (m_thread) {
        inWorker([](CollectionWorker &worker) { worker.stop(); });
        return;
    }
    QMetaObject::invokeMethod(this, [this] {
        enter(State::Idle);
        Q_EMIT stopped();
    }, Qt::QueuedConnection);
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/credentialstore.h"

#include <QPointer>
#include <QTimer>
#include <QUuid>

#include <qt6keychain/keychain.h>

#include <utility>

namespace pdsi {

namespace {

const QString service = QStringLiteral("io.github.pdsecinspector.Workbench");

/// How a finished job is to be understood. Measured with GNOME's secret service: a locked keyring refuses
/// writing with AccessDenied but reads as EntryNotFound, and no D-Bus session gives OtherError.
Result<Done> meaningOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError: return Done{};
    case QKeychain::EntryNotFound: return Error{ErrorCode::NotFound, job.key()};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return Error{ErrorCode::KeychainLocked, job.errorString()};
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: break;
    }
    return Error{ErrorCode::KeychainUnavailable, job.errorString()};
}

/// What a probe writes, reads back and deletes; a key of its own, so that two programs do not meet.
struct Canary {
    QString key = QStringLiteral("canary:") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QByteArray value = QUuid::createUuid().toByteArray();
};

class KeychainCredentialStore final : public CredentialStore
{
public:
    explicit KeychainCredentialStore(std::chrono::milliseconds timeout) : m_timeout(timeout) {}

    void probe(Finished finished) override;
    void read(const CredentialKey &key, Read finished) override;
    void write(const CredentialKey &key, const Secret &secret, Finished finished) override;
    void remove(const CredentialKey &key, Finished finished) override;

private:
    using Then = std::function<void(Result<Done>)>;

    /// Starts a job and calls `then` with what became of it, or that it took too long. The job deletes itself.
    void run(QKeychain::Job *job, Then then);
    void put(const QString &key, const QByteArray &value, Then then);
    void get(const QString &key, Read finished);
    void erase(const QString &key, Then then);

    const std::chrono::milliseconds m_timeout;
    QObject m_context; ///< gone with the store, and with it every pending answer
};

void KeychainCredentialStore::run(QKeychain::Job *job, Then then)
{
    // A job cannot be stopped and must outlive the call that the secret service is still busy with, so on
    // time-out it is only no longer listened to.
    auto *deadline = new QTimer(&m_context);
    deadline->setSingleShot(true);
    auto pending = std::make_shared<Then>(std::move(then));
    const auto settle = [pending, deadline](const Result<Done> &result) {
        deadline->stop();
        deadline->deleteLater();
        if (*pending)
            std::exchange(*pending, nullptr)(result);
    };
    QObject::connect(deadline, &QTimer::timeout, deadline, [settle, timeout = m_timeout] {
        settle(Error{ErrorCode::KeychainLocked,
                     QStringLiteral("no answer within %1 ms, perhaps it waits for its password").arg(timeout.count())});
    });
    QObject::connect(job, &QKeychain::Job::finished, deadline,
                     [settle](QKeychain::Job *finishedJob) { settle(meaningOf(*finishedJob)); });
    deadline->start(m_timeout);
    job->start();
}

void KeychainCredentialStore::put(const QString &key, const QByteArray &value, Then then)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(key);
    job->setBinaryData(value);
    run(job, std::move(then));
}

void KeychainCredentialStore::get(const QString &key, Read finished)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(key);
    run(job, [job = QPointer(job), finished = std::move(finished)](const Result<Done> &done) {
        if (!done || !job)
            finished(done ? Error{ErrorCode::Internal, QStringLiteral("the keychain's answer is gone")} : done.error());
        else
            finished(Secret(job->binaryData()));
    });
}

void KeychainCredentialStore::erase(const QString &key, Then then)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(key);
    run(job, [then = std::move(then)](const Result<Done> &done) {
        then(!done && done.error().code == ErrorCode::NotFound ? Result<Done>(Done{}) : done);
    });
}

void KeychainCredentialStore::probe(Finished finished)
{
    const Canary canary;
    put(canary.key, canary.value, [this, canary, finished = std::move(finished)](const Result<Done> &written) {
        if (!written)
            return finished(written);
        get(canary.key, [this, canary, finished](const Result<Secret> &read) {
            erase(canary.key, [finished, read, canary](const Result<Done> &erased) {
                if (!read)
                    return finished(Error{ErrorCode::KeychainUnavailable, read.error().detail});
                if (read->reveal() != canary.value)
                    return finished(Error{ErrorCode::KeychainUnavailable, QStringLiteral("it gives back something else")});
                finished(erased);
            });
        });
    });
}

void KeychainCredentialStore::read(const CredentialKey &key, Read finished)
{
    get(key.text(), [this, finished = std::move(finished)](const Result<Secret> &secret) {
        if (secret || secret.error().code != ErrorCode::NotFound)
            return finished(secret);
        // A locked keychain says "not found" as well; only writing tells the two apart.
        probe([finished, secret](const Result<Done> &usable) { finished(usable ? secret : usable.error()); });
    });
}

void KeychainCredentialStore::write(const CredentialKey &key, const Secret &secret, Finished finished)
{
    put(key.text(), secret.reveal(), std::move(finished));
}

void KeychainCredentialStore::remove(const CredentialKey &key, Finished finished)
{
    // A locked keychain claims to have deleted what it still holds.
    probe([this, name = key.text(), finished = std::move(finished)](const Result<Done> &usable) {
        if (!usable)
            return finished(usable);
        erase(name, finished);
    });
}

} // namespace

std::unique_ptr<CredentialStore> CredentialStore::keychain(std::chrono::milliseconds timeout)
{
    return std::make_unique<KeychainCredentialStore>(timeout);
}

} // namespace pdsi

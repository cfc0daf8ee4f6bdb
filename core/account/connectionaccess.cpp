// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connectionaccess.h"

namespace pdsi {

namespace {
const auto environmentId = QStringLiteral("environment");
}

ConnectionAccess::ConnectionAccess(const QString &configDirectory, std::unique_ptr<CredentialStore> keychain,
                                   const Clock &clock, QObject *parent)
    : QObject(parent), m_store(configDirectory), m_keychain(std::move(keychain)),
      m_session(CredentialStore::sessionOnly()), m_clock(clock)
{
}

ConnectionAccess::~ConnectionAccess() = default;

Result<Done> ConnectionAccess::useEnvironment(const QHash<QString, QString> &environment)
{
    m_environment.reset();
    const QByteArray key = environment.value(QStringLiteral("PAGERDUTY_API_KEY")).trimmed().toUtf8();
    if (key.isEmpty())
        return Done{};
    const QString address = environment.value(QStringLiteral("PAGERDUTY_BASE_URL"));
    const auto url = address.isEmpty() ? baseUrlOfRegion(QStringLiteral("us")) : parseBaseUrl(address);
    if (!url)
        return Error{ErrorCode::InvalidArgument, QStringLiteral("PAGERDUTY_BASE_URL: ") + url.error().detail};
    Connection connection;
    connection.name = QStringLiteral("Environment (PAGERDUTY_API_KEY)");
    connection.id = environmentId;
    connection.baseUrl = *url;
    connection.requesterEmail = environment.value(QStringLiteral("PAGERDUTY_USER_EMAIL"));
    m_environment = connection;
    m_session->write({environmentId, SecretKind::ApiKey}, Secret(key), [](const Result<Done> &) {});
    Q_EMIT changed();
    return Done{};
}

bool ConnectionAccess::isEnvironment(const Connection &connection) { return connection.id == environmentId; }

Result<QList<Connection>> ConnectionAccess::list() const
{
    auto saved = m_store.list();
    if (saved && m_environment)
        saved.value().prepend(*m_environment);
    return saved;
}

std::optional<Connection> ConnectionAccess::preferred() const
{
    const auto connections = list();
    if (!connections || connections->isEmpty())
        return m_environment;
    const auto chosen = m_store.defaultId();
    for (const Connection &connection : *connections) {
        if (chosen && connection.id == *chosen)
            return connection;
    }
    return connections->constFirst();
}

Result<Done> ConnectionAccess::tell(Result<Done> result)
{
    if (result)
        Q_EMIT changed();
    return result;
}

Result<Done> ConnectionAccess::save(const Connection &connection)
{
    if (isEnvironment(connection))
        return Error{ErrorCode::InvalidArgument, QStringLiteral("the environment's connection is not saved")};
    return tell(m_store.save(connection));
}

Result<Done> ConnectionAccess::remove(const Connection &connection) { return tell(m_store.remove(connection.name)); }

Result<Done> ConnectionAccess::setDefault(const QString &id) { return tell(m_store.setDefault(id)); }

SecretSource &ConnectionAccess::secretsOf(const Connection &connection)
{
    auto &source = m_sources[connection.id];
    if (!source)
        source = std::make_unique<SecretSource>(connection, *m_keychain, *m_session, m_clock);
    source->setConnection(connection);
    return *source;
}

void ConnectionAccess::keep(const QString &id, const Secrets &secrets, Keeping where, CredentialStore::Finished finished)
{
    Pending pending;
    for (auto it = secrets.begin(); it != secrets.end(); ++it)
        pending.append({{id, it.key()}, it.value()});
    keepNext(pending, where, finished);
}

void ConnectionAccess::keepNext(Pending pending, Keeping where, const CredentialStore::Finished &finished)
{
    if (pending.isEmpty())
        return finished(Done{});
    const auto [key, secret] = pending.takeFirst();
    const auto next = [this, pending, where, finished](const Result<Done> &done) {
        done ? keepNext(pending, where, finished) : finished(done);
    };
    if (where == Keeping::SessionOnly)
        return secret.isEmpty() ? m_session->remove(key, next) : m_session->write(key, secret, next);
    const auto dropSession = [this, key = key, next](const Result<Done> &done) {
        done ? m_session->remove(key, next) : next(done);
    };
    secret.isEmpty() ? m_keychain->remove(key, dropSession) : m_keychain->write(key, secret, dropSession);
}

void ConnectionAccess::read(const CredentialKey &key, CredentialStore::Read finished)
{
    m_session->read(key, [this, key, finished = std::move(finished)](const Result<Secret> &kept) {
        kept ? finished(kept) : m_keychain->read(key, finished);
    });
}

void ConnectionAccess::forget(const QString &id, CredentialStore::Finished finished)
{
    m_sources.erase(id);
    forgetNext(id, 0, Done{}, finished);
}

void ConnectionAccess::forgetNext(const QString &id, int kind, Result<Done> sofar, const CredentialStore::Finished &finished)
{
    if (kind == secretKindCount) {
        if (finished)
            finished(sofar);
        return;
    }
    const CredentialKey key{id, static_cast<SecretKind>(kind)};
    m_session->remove(key, [this, key, id, kind, sofar, finished](const Result<Done> &) {
        m_keychain->remove(key, [this, id, kind, sofar, finished](const Result<Done> &removed) {
            forgetNext(id, kind + 1, sofar ? removed : sofar, finished);
        });
    });
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/connectionstore.h"
#include "core/account/secretsource.h"

#include <map>

namespace pdsi {

/// The connections a program knows, with the way to their secrets: the saved ones, and one that the environment
/// names (PAGERDUTY_API_KEY), which is never written. Lives in the main thread as long as the program.
class ConnectionAccess : public QObject
{
    Q_OBJECT
public:
    /// `clock` must outlive it.
    ConnectionAccess(const QString &configDirectory, std::unique_ptr<CredentialStore> keychain, const Clock &clock,
                     QObject *parent = nullptr);
    ~ConnectionAccess() override;

    /// Reads PAGERDUTY_API_KEY, PAGERDUTY_BASE_URL and PAGERDUTY_USER_EMAIL. Without a key there is no such connection;
    /// InvalidArgument, and none either, for an address that parseBaseUrl refuses.
    Result<Done> useEnvironment(const QHash<QString, QString> &environment);
    const std::optional<Connection> &environmentConnection() const { return m_environment; }
    static bool isEnvironment(const Connection &connection);

    /// The environment's first, then the saved ones by name.
    Result<QList<Connection>> list() const;
    /// What to begin with: the default, else the first; nullopt when there is none.
    std::optional<Connection> preferred() const;
    Result<Done> save(const Connection &connection);
    /// From the list alone: see forget.
    Result<Done> remove(const Connection &connection);
    Result<QString> defaultId() const { return m_store.defaultId(); }
    Result<Done> setDefault(const QString &id);

    /// Where its secrets come from; valid until it is forgotten.
    SecretSource &secretsOf(const Connection &connection);

    enum class Keeping : quint8 { Keychain, SessionOnly };
    using Secrets = QHash<SecretKind, Secret>;
    /// Keeps them under the connection's id; an empty one is forgotten. Answers with the first error; what was kept
    /// for the session before goes once the keychain has it.
    void keep(const QString &id, const Secrets &secrets, Keeping where, CredentialStore::Finished finished);
    /// What is kept for the session, else what the keychain has.
    void read(const CredentialKey &key, CredentialStore::Read finished);
    /// Takes all its secrets out of keychain and session, for a connection that does not come back.
    void forget(const QString &id, CredentialStore::Finished finished = {});

    CredentialStore &keychain() { return *m_keychain; }
    const Clock &clock() const { return m_clock; }

Q_SIGNALS:
    void changed();   ///< the list, or the default

private:
    using Pending = QList<std::pair<CredentialKey, Secret>>;
    void keepNext(Pending pending, Keeping where, const CredentialStore::Finished &finished);
    void forgetNext(const QString &id, int kind, Result<Done> sofar, const CredentialStore::Finished &finished);
    Result<Done> tell(Result<Done> result);

    ConnectionStore m_store;
    std::unique_ptr<CredentialStore> m_keychain;
    std::unique_ptr<CredentialStore> m_session;
    const Clock &m_clock;
    std::optional<Connection> m_environment;
    std::map<QString, std::unique_ptr<SecretSource>> m_sources;
};

} // namespace pdsi

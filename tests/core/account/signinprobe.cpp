// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Saves a connection of each sign-in kind, reads, renews, and looks for their secrets on disk; prints what became of
// each step. Run by tst_keychain inside a secret service of its own.
#include "core/account/connectionaccess.h"
#include "tests/support/fakeidentity.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QTextStream>
#include <QTimer>

using namespace pdsi;

namespace {

const QByteArray apiKey = "fakefakefakefakefa00";

QString word(const std::optional<Error> &error)
{
    if (!error)
        return QStringLiteral("ok");
    switch (error->code) {
    case ErrorCode::NotFound: return QStringLiteral("absent");
    case ErrorCode::KeychainLocked: return QStringLiteral("locked");
    case ErrorCode::KeychainUnavailable: return QStringLiteral("unavailable");
    default: return QStringLiteral("other");
    }
}

template<typename Value>
std::optional<Error> errorOf(const Result<Value> &result)
{
    return result ? std::optional<Error>() : std::optional(result.error());
}

/// Files under HOME, the keyrings left out, that hold one of the secrets.
int straysUnderHome(const FakeIdentity &identity)
{
    int strays = 0;
    for (QDirIterator it(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        QFile file(it.next());
        if (file.fileName().contains(QLatin1String("/keyrings/")) || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray content = file.readAll();
        for (const QByteArray &secret : {apiKey, identity.access().left(13), identity.refresh().left(13)})
            strays += content.contains(secret);
    }
    return strays;
}

class Probe
{
public:
    Probe() : m_access(ConnectionStore::defaultDirectory(), CredentialStore::keychain(std::chrono::seconds(20)), Clock::system())
    {
        m_byKey = {QStringLiteral("By key"), QUrl(QStringLiteral("https://api.pagerduty.com")), SignInKind::ApiKey, {}, QStringLiteral("id-key")};
        m_byBrowser = {QStringLiteral("By browser"), m_byKey.baseUrl, SignInKind::OAuth, {}, QStringLiteral("id-browser")};
        m_byBrowser.oauth.clientId = QStringLiteral("client");
        m_identity.listen();
        m_byBrowser.oauth.tokenUrl = m_identity.tokenUrl();
        m_identity.give();
        m_tokens.access = Secret(m_identity.access());
        m_tokens.refresh = Secret(m_identity.refresh());
        m_tokens.expiresAt = QDateTime::currentDateTimeUtc().addSecs(3600);
    }

    void start() { keep(ConnectionAccess::Keeping::Keychain, [this] { afterKeeping(); }); }

private:
    using Then = std::function<void()>;

    void say(const char *step, const QString &what) { QTextStream(stdout) << step << '=' << what << '\n'; }

    void keep(ConnectionAccess::Keeping where, const Then &then)
    {
        m_access.keep(m_byKey.id, {{SecretKind::ApiKey, Secret(apiKey)}}, where, [this, where, then](const Result<Done> &kept) {
            say("keepKey", word(errorOf(kept)));
            m_access.keep(m_byBrowser.id, {{SecretKind::OAuthTokens, m_tokens.toSecret()}}, where, [this, then](const Result<Done> &tokens) {
                say("keepTokens", word(errorOf(tokens)));
                m_works = tokens.ok();
                then();
            });
        });
    }

    void afterKeeping()
    {
        if (qEnvironmentVariableIsSet("PDSI_KEYRING_PREPARE"))
            return finish();
        say("saved", m_access.save(m_byKey) && m_access.save(m_byBrowser) ? QStringLiteral("ok") : QStringLiteral("no"));
        if (!m_works) // the dialogs offer this then
            return keep(ConnectionAccess::Keeping::SessionOnly, [this] { use(); });
        use();
    }

    void use()
    {
        m_access.secretsOf(m_byKey).get([this](const Result<ConnectionSecrets> &key) {
            say("getKey", key && key->signIn.reveal() == apiKey ? QStringLiteral("ok") : word(errorOf(key)));
            m_access.secretsOf(m_byBrowser).get([this](const Result<ConnectionSecrets> &token) {
                say("getToken", token && token->signIn.reveal() == m_tokens.access.reveal() ? QStringLiteral("ok") : word(errorOf(token)));
                renew();
            });
        });
    }

    void renew()
    {
        m_access.secretsOf(m_byBrowser).renew([this](const Result<ConnectionSecrets> &token) {
            say("renew", token && token->signIn.reveal() == m_identity.access() ? QStringLiteral("ok") : word(errorOf(token)));
            m_access.keychain().read({m_byBrowser.id, SecretKind::OAuthTokens}, [this](const Result<Secret> &stored) {
                const auto tokens = stored ? OAuthTokens::fromSecret(*stored) : Result<OAuthTokens>(stored.error());
                const bool rotated = tokens && tokens->refresh.reveal() == m_identity.refresh();
                say("inKeychain", rotated ? QStringLiteral("rotated") : word(errorOf(tokens)));
                finish();
            });
        });
    }

    void finish()
    {
        say("strays", QString::number(straysUnderHome(m_identity)));
        QCoreApplication::quit();
    }

    ConnectionAccess m_access;
    FakeIdentity m_identity;
    Connection m_byKey, m_byBrowser;
    OAuthTokens m_tokens;
    bool m_works = false;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    Probe probe;
    QTimer::singleShot(0, &application, [&probe] { probe.start(); });
    return QCoreApplication::exec();
}

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/oauthsignin.h"

#include "core/account/loopbacklistener.h"
#include "core/account/tokenendpoint.h"
#include "core/base/logging.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUrlQuery>

#include <array>

namespace pdsi {

namespace {

constexpr std::chrono::milliseconds longestExchange{30'000};

QString urlSafe(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// 64 characters of the system's randomness: 384 bits.
QString randomText()
{
    std::array<quint32, 12> words;
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return urlSafe(QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words));
}

} // namespace

OAuthSignIn::OAuthSignIn(const OAuthSettings &settings, const NetworkRoute &route, Secret clientSecret, const Clock &clock,
                         std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent), m_settings(settings), m_clock(clock), m_timeout(timeout), m_state(randomText()),
      m_verifier(randomText()), m_listener(std::make_unique<LoopbackListener>(m_state)),
      m_endpoint(std::make_unique<TokenEndpoint>(settings, route, std::move(clientSecret), clock, std::min(timeout, longestExchange)))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { endLater({ErrorCode::TimedOut, QStringLiteral("the browser did not come back")}); });
    connect(m_listener.get(), &LoopbackListener::arrived, this, &OAuthSignIn::returned);
}

OAuthSignIn::~OAuthSignIn() = default;

QUrl OAuthSignIn::authorizeUrl() const
{
    const QStringList &scopes = m_settings.scopes.isEmpty() ? readScopes() : m_settings.scopes;
    const QByteArray challenge = QCryptographicHash::hash(m_verifier.toLatin1(), QCryptographicHash::Sha256);
    QUrlQuery query;
    const auto add = [&query](const char *name, const QString &value) {
        query.addQueryItem(QLatin1String(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("response_type", QStringLiteral("code"));
    add("client_id", m_settings.clientId);
    add("redirect_uri", m_listener->redirectUri().toString());
    add("scope", scopes.join(QLatin1Char(' ')));
    add("state", m_state);
    add("code_challenge", urlSafe(challenge));
    add("code_challenge_method", QStringLiteral("S256"));
    QUrl url(m_settings.authorizeUrl);
    url.setQuery(query);
    return url;
}

void OAuthSignIn::start()
{
    if (m_settings.clientId.isEmpty())
        return endLater({ErrorCode::InvalidArgument, QStringLiteral("clientId")});
    if (auto listening = m_listener->listen(m_settings.redirectPort); !listening)
        return endLater(listening.error());
    m_timer.start(m_timeout);
    QMetaObject::invokeMethod(this, [this, url = authorizeUrl()] {
        if (!m_over)
            Q_EMIT browserNeeded(url);
    }, Qt::QueuedConnection);
}

void OAuthSignIn::cancel() { endLater({ErrorCode::Cancelled, {}}); }

void OAuthSignIn::returned(const QHash<QString, QString> &parameters)
{
    if (m_over)
        return;
    m_timer.stop();
    if (parameters.contains(QStringLiteral("error")))
        return endLater(oauthError(parameters.value(QStringLiteral("error")),
                                   parameters.value(QStringLiteral("error_description"))));
    const QString code = parameters.value(QStringLiteral("code"));
    if (code.isEmpty())
        return endLater({ErrorCode::Malformed, QStringLiteral("the browser came back without a code")});
    Q_EMIT codeReceived();
    m_endpoint->exchange(code, m_verifier, m_listener->redirectUri(), [this](const Result<OAuthGrant> &grant) {
        if (!grant)
            return endLater(grant.error());
        if (stop())
            Q_EMIT granted(*grant);
    });
}

/// False when it had ended before.
bool OAuthSignIn::stop()
{
    m_timer.stop();
    m_listener->close();
    return !std::exchange(m_over, true);
}

void OAuthSignIn::endLater(const Error &error)
{
    if (!stop())
        return;
    qCInfo(lcAccount) << "sign-in with the browser ended:" << static_cast<int>(error.code);
    QMetaObject::invokeMethod(this, [this, error] { Q_EMIT failed(error); }, Qt::QueuedConnection);
}

} // namespace pdsi

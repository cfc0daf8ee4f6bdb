// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/oauthtokens.h"

#include "core/account/connection.h"
#include "core/base/jsonaccess.h"

#include <QJsonDocument>

#include <algorithm>

namespace pdsi {

namespace {

constexpr qint64 longestLifeSeconds = 10LL * 366 * 24 * 3600;
constexpr qsizetype longestToken = 16 * 1024;

QByteArray bytesAt(const QJsonObject &json, const char *key) { return textAt(json, QLatin1String(key)).toUtf8(); }

/// A header cannot carry it otherwise.
bool isToken(const QByteArray &text)
{
    return text.size() <= longestToken && std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

QStringList scopesOf(const QJsonValue &scope)
{
    QStringList scopes;
    for (const QJsonValue &one : scope.toArray())
        scopes << one.toString();
    return scope.isArray() ? scopes : scope.toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// A number, or a number in quotes.
std::optional<qint64> secondsOf(const QJsonValue &value)
{
    if (value.isString()) {
        bool number = false;
        const qint64 seconds = value.toString().toLongLong(&number);
        return number ? std::optional(seconds) : std::nullopt;
    }
    return integerOf(value);
}

/// Scopes that are no permission need not come back.
QStringList missing(const QStringList &asked, const QStringList &granted)
{
    QStringList absent;
    for (const QString &scope : asked) {
        if (!granted.contains(scope) && scope != QLatin1String("openid") && scope != QLatin1String("offline_access"))
            absent << scope;
    }
    return absent;
}

std::optional<QUrl> apiAmong(const QJsonValue &audience)
{
    QStringList names{audience.toString()};
    for (const QJsonValue &one : audience.toArray())
        names << one.toString();
    for (const QString &name : std::as_const(names)) {
        const auto url = parseBaseUrl(name);
        if (url && url->scheme() == QLatin1String("https") && url->host().startsWith(QLatin1String("api."))
            && url->host().endsWith(QLatin1String(".pagerduty.com")))
            return *url;
    }
    return std::nullopt;
}

} // namespace

bool OAuthTokens::expiresWithin(std::chrono::seconds time, const QDateTime &nowUtc) const
{
    return expiresAt.isValid() && nowUtc.addSecs(time.count()) >= expiresAt;
}

Secret OAuthTokens::toSecret() const
{
    const QJsonObject json{{QStringLiteral("access"), QString::fromUtf8(access.reveal())},
                           {QStringLiteral("refresh"), QString::fromUtf8(refresh.reveal())},
                           {QStringLiteral("expiresAt"), expiresAt.toUTC().toString(Qt::ISODate)},
                           {QStringLiteral("scopes"), scopes.join(QLatin1Char(' '))},
                           {QStringLiteral("subject"), QString::fromUtf8(subject)}};
    return Secret(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<OAuthTokens> OAuthTokens::fromSecret(const Secret &secret)
{
    const QJsonObject json = QJsonDocument::fromJson(secret.reveal()).object();
    OAuthTokens tokens;
    tokens.access = Secret(bytesAt(json, "access"));
    tokens.refresh = Secret(bytesAt(json, "refresh"));
    tokens.expiresAt = QDateTime::fromString(textAt(json, QLatin1String("expiresAt")), Qt::ISODate);
    tokens.scopes = textAt(json, QLatin1String("scopes")).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    tokens.subject = bytesAt(json, "subject");
    if (tokens.access.isEmpty() || !isToken(tokens.access.reveal()))
        return Error{ErrorCode::Malformed, QStringLiteral("the tokens in the keychain")};
    return tokens;
}

IdTokenHints readIdToken(const QByteArray &idToken)
{
    const QList<QByteArray> parts = idToken.split('.');
    if (parts.size() != 3 || idToken.size() > longestToken)
        return {};
    const auto payload = QByteArray::fromBase64Encoding(parts.at(1), QByteArray::Base64UrlEncoding);
    const QJsonObject claims = QJsonDocument::fromJson(*payload).object();
    IdTokenHints hints;
    const QString account = textAt(claims, QLatin1String("account_id")), user = textAt(claims, QLatin1String("user_id"));
    hints.subject = account.isEmpty() || user.isEmpty() ? bytesAt(claims, "sub") : (account + u':' + user).toUtf8();
    hints.subdomain = textAt(claims, QLatin1String("subdomain"));
    hints.apiBaseUrl = apiAmong(claims.value(QLatin1String("aud")));
    if (!hints.apiBaseUrl) {
        const QString region = textAt(claims, QLatin1String("region"));
        if (region == QLatin1String("UnitedStates") || region.compare(QLatin1String("us"), Qt::CaseInsensitive) == 0)
            hints.apiBaseUrl = baseUrlOfRegion(QStringLiteral("us")).value();
        else if (region == QLatin1String("Europe") || region.compare(QLatin1String("eu"), Qt::CaseInsensitive) == 0)
            hints.apiBaseUrl = baseUrlOfRegion(QStringLiteral("eu")).value();
    }
    return hints;
}

Error oauthError(const QString &code, const QString &description)
{
    QString detail = (description.isEmpty() ? code : code + QStringLiteral(": ") + description).left(300);
    std::replace_if(detail.begin(), detail.end(), [](QChar c) { return !c.isPrint() && !c.isSurrogate(); }, u' ');
    if (code == QLatin1String("invalid_grant"))
        return {ErrorCode::SignInExpired, detail};
    if (code == QLatin1String("access_denied"))
        return {ErrorCode::SignInDenied, detail};
    return {ErrorCode::SignInRefused, detail};
}

Result<OAuthGrant> readTokenAnswer(int status, const QByteArray &body, const QStringList &asked,
                                   const OAuthTokens &before, const QDateTime &nowUtc)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const QString code = textAt(json, QLatin1String("error"));
    if (!code.isEmpty())
        return oauthError(code, textAt(json, QLatin1String("error_description")));
    if (status >= 500)
        return Error{ErrorCode::Unreachable, QStringLiteral("the identity service answered %1").arg(status)};
    OAuthGrant grant;
    grant.tokens.access = Secret(bytesAt(json, "access_token"));
    const QString type = textAt(json, QLatin1String("token_type"));
    const bool bearer = type.isEmpty() || type.compare(QLatin1String("bearer"), Qt::CaseInsensitive) == 0;
    if (status != 200 || grant.tokens.access.isEmpty() || !isToken(grant.tokens.access.reveal()) || !bearer)
        return Error{ErrorCode::Malformed, QStringLiteral("the identity service answered %1 without a usable token").arg(status)};
    const QByteArray next = bytesAt(json, "refresh_token");
    grant.tokens.refresh = next.isEmpty() || !isToken(next) ? before.refresh : Secret(next);
    if (const auto life = secondsOf(json.value(QLatin1String("expires_in"))))
        grant.tokens.expiresAt = nowUtc.addSecs(std::clamp<qint64>(*life, 0, longestLifeSeconds));
    // Nothing said about scopes means: as asked, or as before.
    const QStringList unsaid = before.scopes.isEmpty() ? asked : before.scopes;
    grant.tokens.scopes = json.contains(QLatin1String("scope")) ? scopesOf(json.value(QLatin1String("scope"))) : unsaid;
    grant.missingScopes = missing(asked, grant.tokens.scopes);
    grant.hints = readIdToken(bytesAt(json, "id_token"));
    grant.tokens.subject = grant.hints.subject.isEmpty() ? before.subject : grant.hints.subject;
    return grant;
}

} // namespace pdsi

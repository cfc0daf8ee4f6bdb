// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/bodyredactor.h"

#include "core/base/jsonaccess.h"
#include "core/collector/urlredaction.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QSet>

namespace pdsi {

namespace {

const QSet<QString> &secretKeys()
{
    static const QSet<QString> keys = [] {
        QSet<QString> all;
        for (const char *key :
             {"integration_key", "integration_email", "routing_key", "routing_keys", "http_cal_url", "web_cal_url",
              "calendar_url", "calendar_urls", "private_url", "secret", "signing_secret", "password", "api_key",
              "access_token", "refresh_token", "client_secret", "token", "authorization", "remote_address", "headers",
              "custom_details", "address"})
            all.insert(QString::fromLatin1(key));
        return all;
    }();
    return keys;
}

bool isUrlKey(const QString &key)
{
    return key == QLatin1String("url") || key == QLatin1String("src") || key == QLatin1String("href")
        || key == QLatin1String("self") || key.endsWith(QLatin1String("_url"));
}

bool isOwnPage(const QString &key) { return key == QLatin1String("html_url") || key == QLatin1String("self"); }

/// Titles and texts of incidents are the customer's business, not configuration.
bool isIncidentText(const QString &key)
{
    return key == QLatin1String("title") || key == QLatin1String("description") || key == QLatin1String("body")
        || key == QLatin1String("summary");
}

bool isIncident(ResourceClass c, const QJsonObject &object, int depth)
{
    if (c != ResourceClass::Incidents && c != ResourceClass::LogEntries)
        return false;
    const QString type = object.value(QLatin1String("type")).toString();
    return depth == 2 || type.startsWith(QLatin1String("incident")) || type.contains(QLatin1String("log_entry"));
}

} // namespace

struct BodyRedactor::Walk {
    ResourceClass resourceClass;
    QList<RemovedField> removed;
};

BodyRedactor::BodyRedactor(QByteArray salt, QList<QByteArray> secrets) : m_salt(std::move(salt))
{
    for (const QByteArray &secret : secrets) {
        if (secret.size() >= 8) // a shorter text would take ordinary words with it
            m_secrets.append(QString::fromUtf8(secret));
    }
}

RedactedBody BodyRedactor::redact(ResourceClass resourceClass, const QByteArray &received,
                                  const QJsonDocument &parsed) const
{
    Walk walk{resourceClass, {}};
    QJsonDocument cleaned;
    if (parsed.isObject())
        cleaned.setObject(cleanObject(walk, parsed.object(), {}, {}, 0).toObject());
    else if (parsed.isArray())
        cleaned.setArray(clean(walk, parsed.array(), {}, {}, 0).toArray());
    else
        return {};
    if (walk.removed.isEmpty())
        return {received, {}};
    return {cleaned.toJson(QJsonDocument::Compact), walk.removed};
}

QByteArray BodyRedactor::digest(const QJsonValue &value) const
{
    const QByteArray text = value.toString().toUtf8();
    return text.isEmpty() ? QByteArray()
                          : QMessageAuthenticationCode::hash(text, m_salt, QCryptographicHash::Sha256).toHex();
}

QString BodyRedactor::withoutSecrets(QString text) const
{
    for (const QString &secret : m_secrets)
        text.replace(secret, QLatin1String("removed"));
    return text;
}

bool BodyRedactor::mustGo(const Walk &walk, const QJsonObject &object, const QString &parentKey, const QString &key,
                          int depth) const
{
    const QString lower = key.toLower();
    if (secretKeys().contains(lower))
        return true;
    const ResourceClass c = walk.resourceClass;
    if (c == ResourceClass::Extensions && lower == QLatin1String("config"))
        return true;
    if (parentKey == QLatin1String("custom_headers") && lower == QLatin1String("value"))
        return true;
    if (isIncidentText(lower) && isIncident(c, object, depth))
        return true;
    // Audit records name the changed field in one key and hold what it was and is in two others.
    const bool changedValue = lower == QLatin1String("value") || lower == QLatin1String("before_value");
    return changedValue && secretKeys().contains(object.value(QLatin1String("name")).toString().toLower());
}

QJsonValue BodyRedactor::cleanObject(Walk &walk, const QJsonObject &object, const QString &key, const QString &pointer,
                                     int depth) const
{
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString safeKey = withoutSecrets(it.key());
        const QString at = pointerTo(pointer, safeKey);
        if (mustGo(walk, object, key, it.key(), depth)) {
            const bool compared = it.key() == QLatin1String("integration_key");
            walk.removed.append({at, compared ? digest(it.value()) : QByteArray()});
            continue;
        }
        if (safeKey != it.key())
            walk.removed.append({at, {}});
        result.insert(safeKey, clean(walk, it.value(), it.key(), at, depth + 1));
    }
    return result;
}

QJsonValue BodyRedactor::cleanString(Walk &walk, const QString &text, const QString &key, const QString &pointer) const
{
    QString cleaned = text;
    const QString lower = key.toLower();
    if (isUrlKey(lower))
        cleaned = redactedUrl(cleaned, isOwnPage(lower) ? UrlPath::Keep : UrlPath::RedactTokens);
    cleaned = withoutSecrets(cleaned);
    if (cleaned != text)
        walk.removed.append({pointer, {}});
    return cleaned;
}

QJsonValue BodyRedactor::clean(Walk &walk, const QJsonValue &value, const QString &key, const QString &pointer,
                               int depth) const
{
    if (value.isString())
        return cleanString(walk, value.toString(), key, pointer);
    if (value.isObject())
        return cleanObject(walk, value.toObject(), key, pointer, depth);
    if (!value.isArray())
        return value;
    QJsonArray result;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        result.append(clean(walk, array.at(i), key, pointerTo(pointer, i), depth + 1));
    return result;
}

} // namespace pdsi

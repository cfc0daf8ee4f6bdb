// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/snapshotarchivefields.h"

#include "core/base/instant.h"
#include "core/base/jsonaccess.h"

#include <algorithm>

namespace pdsi {

FieldReader::FieldReader(QJsonObject object, QString where, QString &problem)
    : m_object(std::move(object)), m_where(std::move(where)), m_problem(problem)
{
}

QString FieldReader::nameOf(QLatin1String key) const { return m_where + QLatin1Char(' ') + key; }

void FieldReader::refuse(QLatin1String key, const QString &why)
{
    if (m_problem.isEmpty())
        m_problem = nameOf(key) + QLatin1Char(' ') + why;
}

QString FieldReader::text(QLatin1String key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isString())
        refuse(key, QStringLiteral("is not a text"));
    return value.toString();
}

QString FieldReader::textOrNull(QLatin1String key) { return isNull(key) ? QString() : text(key); }

bool FieldReader::flag(QLatin1String key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isBool())
        refuse(key, QStringLiteral("is neither true nor false"));
    return value.toBool();
}

qint64 FieldReader::integer(QLatin1String key, qint64 least, qint64 most)
{
    const auto value = integerOf(m_object.value(key));
    if (!value || *value < least || *value > most) {
        refuse(key, QStringLiteral("is not a whole number from %1 to %2").arg(least).arg(most));
        return least;
    }
    return *value;
}

std::optional<qint64> FieldReader::sizeOrNull(QLatin1String key)
{
    return isNull(key) ? std::nullopt : std::optional(size(key));
}

QDateTime FieldReader::time(QLatin1String key)
{
    const QString written = text(key);
    const QDateTime parsed = parseTimestamp(written);
    if (!parsed.isValid() || formatTimestamp(parsed) != written)
        refuse(key, QStringLiteral("is not a time like 2026-03-02T14:00:00.123Z"));
    return parsed;
}

QDateTime FieldReader::timeOrNull(QLatin1String key) { return isNull(key) ? QDateTime() : time(key); }

QByteArray FieldReader::digestOrNull(QLatin1String key)
{
    if (isNull(key))
        return {};
    const QString digest = text(key);
    if (!isDigest(digest))
        refuse(key, QStringLiteral("is not 64 hexadecimal digits"));
    return digest.toLatin1();
}

QJsonArray FieldReader::array(QLatin1String key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isArray())
        refuse(key, QStringLiteral("is not a list"));
    return value.toArray();
}

QJsonObject FieldReader::object(QLatin1String key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isObject())
        refuse(key, QStringLiteral("is not an object"));
    return value.toObject();
}

bool isDigest(const QString &text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

} // namespace pdsi

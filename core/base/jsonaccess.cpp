// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonaccess.h"

#include <cmath>

namespace pdsi {

namespace {

constexpr double largestExactInteger = 9'007'199'254'740'992.0; // 2^53

/// An array index as RFC 6901 spells it: digits, no leading zero.
std::optional<qsizetype> arrayIndex(QStringView token)
{
    if (token.isEmpty() || token.size() > 9 || (token.size() > 1 && token[0] == u'0'))
        return std::nullopt;
    qsizetype index = 0;
    for (const QChar c : token) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        index = index * 10 + (c.unicode() - u'0');
    }
    return index;
}

QJsonValue childOf(const QJsonValue &value, QStringView token)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        const auto index = arrayIndex(token);
        return index && *index < array.size() ? array.at(*index) : QJsonValue(QJsonValue::Undefined);
    }
    if (!value.isObject())
        return QJsonValue(QJsonValue::Undefined);
    QString key = token.toString();
    key.replace(QLatin1String("~1"), QLatin1String("/"));
    key.replace(QLatin1String("~0"), QLatin1String("~"));
    return value.toObject().value(key);
}

} // namespace

std::optional<qint64> integerOf(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    const double number = value.toDouble();
    if (!std::isfinite(number) || std::fabs(number) > largestExactInteger || std::trunc(number) != number)
        return std::nullopt;
    return static_cast<qint64>(number);
}

QString textAt(const QJsonObject &object, QLatin1String key) { return object.value(key).toString(); }

std::optional<bool> boolAt(const QJsonObject &object, QLatin1String key)
{
    const QJsonValue value = object.value(key);
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

std::optional<qint64> integerAt(const QJsonObject &object, QLatin1String key) { return integerOf(object.value(key)); }

std::optional<Instant> instantAt(const QJsonObject &object, QLatin1String key)
{
    const QJsonValue value = object.value(key);
    return value.isString() ? parseInstant(value.toString()) : std::nullopt;
}

QJsonObject objectAt(const QJsonObject &object, QLatin1String key) { return object.value(key).toObject(); }

QJsonArray arrayAt(const QJsonObject &object, QLatin1String key) { return object.value(key).toArray(); }

QString pointerTo(const QString &base, QStringView key)
{
    QString escaped = key.toString();
    escaped.replace(QLatin1String("~"), QLatin1String("~0"));
    escaped.replace(QLatin1String("/"), QLatin1String("~1"));
    return base + u'/' + escaped;
}

QString pointerTo(const QString &base, qsizetype index) { return base + u'/' + QString::number(index); }

QJsonValue valueAtPointer(const QJsonValue &root, QStringView pointer)
{
    if (pointer.isEmpty())
        return root;
    if (pointer[0] != u'/')
        return QJsonValue(QJsonValue::Undefined);
    QJsonValue value = root;
    for (const QStringView token : pointer.mid(1).split(u'/'))
        value = childOf(value, token);
    return value;
}

} // namespace pdsi

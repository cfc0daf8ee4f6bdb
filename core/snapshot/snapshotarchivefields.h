// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <limits>
#include <optional>

namespace pdsi {

/// Strict reading of one JSON object that may be hostile. What is absent or of another type or range gives a
/// default and is noted; the first note stays in `problem`, so a caller reads everything and asks once.
class FieldReader
{
public:
    FieldReader(QJsonObject object, QString where, QString &problem);

    QString text(QLatin1String key);
    QString textOrNull(QLatin1String key);                         ///< empty for null
    bool flag(QLatin1String key);
    bool flagOrAbsent(QLatin1String key) { return m_object.contains(key) && flag(key); }
    qint64 integer(QLatin1String key, qint64 least, qint64 most);
    int count(QLatin1String key) { return static_cast<int>(integer(key, 0, std::numeric_limits<int>::max())); }
    qint64 size(QLatin1String key) { return integer(key, 0, largestInteger); }
    std::optional<qint64> sizeOrNull(QLatin1String key);
    QDateTime time(QLatin1String key);
    QDateTime timeOrNull(QLatin1String key);                       ///< invalid for null
    QByteArray digestOrNull(QLatin1String key);                    ///< 64 lower-case hex digits, empty for null
    QJsonArray array(QLatin1String key);
    QJsonObject object(QLatin1String key);
    FieldReader inside(QLatin1String key) { return {object(key), nameOf(key), m_problem}; }

    /// The value a word stands for, by one of the `...FromName` functions.
    template<typename Value>
    Value word(QLatin1String key, std::optional<Value> (*fromName)(QStringView), Value otherwise)
    {
        const auto value = fromName(text(key));
        if (!value)
            refuse(key, QStringLiteral("is not a known word"));
        return value.value_or(otherwise);
    }
    void refuse(QLatin1String key, const QString &why);

    static constexpr qint64 largestInteger = 9'007'199'254'740'992; ///< 2^53: exact in JSON

private:
    QString nameOf(QLatin1String key) const;
    bool isNull(QLatin1String key) const { return m_object.value(key).isNull(); }

    QJsonObject m_object;
    QString m_where;
    QString &m_problem;
};

/// Whether it is SHA-256 in lower-case hex.
bool isDigest(const QString &text);

} // namespace pdsi

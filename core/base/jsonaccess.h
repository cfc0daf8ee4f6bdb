// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>

/// Reading JSON from an account: a field of another type reads like an absent one, nothing ever throws.
namespace pdsi {

/// A number that is finite, without fraction and exact in a double (up to 2^53); nullopt for anything else.
std::optional<qint64> integerOf(const QJsonValue &value);

QString textAt(const QJsonObject &object, QLatin1String key);                    ///< empty when not a string
std::optional<bool> boolAt(const QJsonObject &object, QLatin1String key);
std::optional<qint64> integerAt(const QJsonObject &object, QLatin1String key);
std::optional<Instant> instantAt(const QJsonObject &object, QLatin1String key);  ///< parseInstant of a string
QJsonObject objectAt(const QJsonObject &object, QLatin1String key);              ///< empty when not an object
QJsonArray arrayAt(const QJsonObject &object, QLatin1String key);                ///< empty when not an array

/// `base` extended by one key, escaped as RFC 6901 wants it, or by one array index.
QString pointerTo(const QString &base, QStringView key);
QString pointerTo(const QString &base, qsizetype index);

/// What an RFC 6901 pointer names in `root`; Undefined when it names nothing. "" names `root` itself.
QJsonValue valueAtPointer(const QJsonValue &root, QStringView pointer);

} // namespace pdsi

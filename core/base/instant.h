// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace pdsi {

/// Whole seconds since 1970-01-01T00:00:00Z. All judging happens on these; zones are for display only.
using Instant = qint64;

/// Parses an ISO 8601 date-time with `Z` or a numeric offset (`+02:00`, `+0200`, `+02`).
/// Fractions of a second are dropped (floor). A text without zone, a date alone, or anything
/// else unparsable gives nullopt.
std::optional<Instant> parseInstant(QStringView text);

/// `2026-03-02T14:00:00Z`.
QString formatInstant(Instant instant);

/// `2026-03-02T14:00:00.123Z`: for the request log, where milliseconds matter.
QString formatTimestamp(const QDateTime &utc);

/// Inverse of formatTimestamp, also accepting whole seconds; an invalid QDateTime on failure.
QDateTime parseTimestamp(QStringView text);

constexpr Instant secondsPerMinute = 60;
constexpr Instant secondsPerDay = 86'400;

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QDate>
#include <QString>
#include <QTime>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace pdsi {

/// A stretch of time with one person on call; `person` is an index the caller gives meaning to, -1 = nobody.
struct RenderedEntry {
    Instant start = 0;
    Instant end = 0;
    int person = 0;

    bool operator==(const RenderedEntry &) const = default;
};

/// When a layer applies, in the schedule's own wall-clock time.
struct Restriction {
    int startDayOfWeek = 0;      ///< 1 = Monday ... 7 = Sunday; 0 = every day
    QTime startTime;
    int durationSeconds = 0;     ///< of wall-clock time
};

/// One rotation of a layer-based schedule.
struct LayerPlan {
    QString name;
    Instant start = 0;
    std::optional<Instant> end;
    Instant virtualStart = 0;
    int turnSeconds = 604'800;
    std::vector<int> people;
    std::vector<Restriction> restrictions;
};

/// Seconds in the union of the entries.
qint64 coveredSeconds(std::vector<RenderedEntry> entries);

/// Who a layer names over [since, until). Turns of whole days change hands at the same wall-clock time on both
/// sides of a clock change, as do restrictions.
std::vector<RenderedEntry> renderLayer(const LayerPlan &layer, const QString &timeZone, Instant since, Instant until);

/// Lays each list over the ones before it: where two name somebody, the later list wins.
std::vector<RenderedEntry> overlaid(const std::vector<std::vector<RenderedEntry>> &lists);

/// The instant of a wall-clock time; of two, the earlier. Qt versions differ on such times, this does not.
Instant zonedInstant(const QDate &date, const QTime &time, const QTimeZone &zone);

/// `2026-10-25T09:00:00` in a zone as an instant.
Instant localInstant(int year, int month, int day, int hour, int minute, const QString &timeZone);

} // namespace pdsi

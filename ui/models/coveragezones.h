// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"

#include <QTimeZone>

namespace pdsi {

/// By whose clocks instants are shown.
enum class ZoneChoice : quint8 { Schedule, Utc, Mine };

/// The zones of an account's schedules and services. A service has none of its own: it takes that of the first
/// schedule on the lowest level of its policy that has one. A zone that is not known here gives UTC.
class CoverageZones
{
public:
    CoverageZones() = default;
    explicit CoverageZones(const AccountCoverage &coverage);

    const QTimeZone &ofSchedule(int index) const { return m_zones[static_cast<size_t>(m_schedules[static_cast<size_t>(index)])]; }
    const QTimeZone &ofService(int index) const { return m_zones[static_cast<size_t>(m_services[static_cast<size_t>(index)])]; }

private:
    std::vector<QTimeZone> m_zones;
    std::vector<int> m_schedules, m_services; ///< indexes in m_zones
};

/// The zone to show; `own` is that of the schedule or service.
QTimeZone chosenZone(ZoneChoice choice, const QTimeZone &own);

/// "2026-10-24 18:00": orders as text. Seconds only when there are some.
QString clockWords(Instant instant, const QTimeZone &zone);
/// "Sat 24 Oct 2026, 18:00 CEST".
QString dayAndClockWords(Instant instant, const QTimeZone &zone);
/// "Sat 18:00 to Sun 09:00 CEST": what the people there see on the wall.
QString wallClockWords(Interval interval, const QTimeZone &zone);
/// Second of the week that the clocks there show, from Monday: orders by time of the week.
qint64 secondOfWeek(Instant instant, const QTimeZone &zone);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/resources.h"

#include <QHash>

namespace pdsi {

/// The final schedule as one request rendered it.
struct ScheduleRendering {
    Instant from = 0;
    Instant until = 0;
    std::vector<ScheduleEntry> entries;
    std::optional<std::vector<ScheduleEntry>> overrides;
    SourceRef source;
};

/// The window a schedule request asked for, from the since and until of its path; nullopt where they are missing.
/// Without it nobody knows what an absent entry means.
std::optional<std::pair<Instant, Instant>> windowOfPath(const QString &path);

/// Puts schedules together from the answers that name them: list pages (one per part of the window),
/// bare references and per-id answers, in any order.
class ScheduleAssembly
{
public:
    void add(Schedule schedule, std::optional<ScheduleRendering> rendering);
    /// The schedules in the order first seen. Renderings that follow each other without a hole become one;
    /// after a hole, the later ones are left out.
    std::vector<Schedule> take();

private:
    struct Assembly {
        Schedule schedule;
        std::vector<ScheduleRendering> renderings;
    };
    static void join(Schedule &schedule, std::vector<ScheduleRendering> renderings);

    std::vector<Assembly> m_assemblies;
    QHash<QString, size_t> m_index;
};

} // namespace pdsi

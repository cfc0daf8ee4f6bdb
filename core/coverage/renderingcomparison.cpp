// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/renderingcomparison.h"

#include <algorithm>

namespace pdsi {

namespace {

std::vector<Instant> boundaries(const std::vector<ScheduleEntry> &rendered, const std::vector<RecomputedEntry> &recomputed)
{
    std::vector<Instant> instants;
    instants.reserve(2 * (rendered.size() + recomputed.size()));
    for (const ScheduleEntry &entry : rendered)
        instants.insert(instants.end(), {entry.start, entry.end});
    for (const RecomputedEntry &entry : recomputed)
        instants.insert(instants.end(), {entry.start, entry.end});
    std::sort(instants.begin(), instants.end());
    instants.erase(std::unique(instants.begin(), instants.end()), instants.end());
    return instants;
}

/// Answers who is named from one instant to the next; instants must not go back.
class Walk
{
public:
    Walk(const std::vector<ScheduleEntry> &rendered, const std::vector<RecomputedEntry> &recomputed)
        : m_rendered(rendered), m_recomputed(recomputed)
    {
    }
    QString recomputedAt(Instant at)
    {
        while (m_r < m_recomputed.size() && m_recomputed[m_r].end <= at)
            ++m_r;
        return m_r < m_recomputed.size() && m_recomputed[m_r].start <= at ? m_recomputed[m_r].userId : QString();
    }
    /// Somebody else than `expected` when anybody else is named.
    QString renderedAt(Instant at, const QString &expected)
    {
        while (m_next < m_rendered.size() && m_rendered[m_next].start <= at)
            m_open.push_back(&m_rendered[m_next++]);
        std::erase_if(m_open, [at](const ScheduleEntry *entry) { return entry->end <= at; });
        QString named;
        for (const ScheduleEntry *entry : m_open) {
            if (!entry->userId.isEmpty() && (named.isEmpty() || named == expected))
                named = entry->userId;
        }
        return named;
    }

private:
    const std::vector<ScheduleEntry> &m_rendered;
    const std::vector<RecomputedEntry> &m_recomputed;
    std::vector<const ScheduleEntry *> m_open;
    size_t m_next = 0, m_r = 0;
};

} // namespace

std::vector<RenderingDifference> differences(const std::vector<ScheduleEntry> &rendered,
                                             const std::vector<RecomputedEntry> &recomputed)
{
    std::vector<RenderingDifference> found;
    const std::vector<Instant> instants = boundaries(rendered, recomputed);
    Walk walk(rendered, recomputed);
    for (size_t i = 0; i + 1 < instants.size(); ++i) {
        const Instant start = instants[i], end = instants[i + 1];
        const QString ours = walk.recomputedAt(start);
        const QString theirs = walk.renderedAt(start, ours);
        if (ours == theirs)
            continue;
        RenderingDifference *last = found.empty() ? nullptr : &found.back();
        if (last && last->end == start && last->renderedUserId == theirs && last->recomputedUserId == ours)
            last->end = end;
        else
            found.push_back({start, end, theirs, ours});
    }
    return found;
}

} // namespace pdsi

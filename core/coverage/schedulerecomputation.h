// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/intervalset.h"
#include "core/snapshot/resources.h"

namespace pdsi {

/// Who is on call by the rules of the schedule, worked out from its layers, restrictions and overrides.
struct RecomputedEntry {
    Instant start = 0;
    Instant end = 0;
    QString userId;
    qint16 layer = -1; ///< index in Schedule::layers; -1 = an override
    bool operator==(const RecomputedEntry &) const = default;
};

/// A stretch in which the rendered schedule and the recomputed one name different people. Empty = nobody.
struct RenderingDifference {
    Instant start = 0;
    Instant end = 0;
    QString renderedUserId;
    QString recomputedUserId;
    qint64 seconds() const { return end - start; }
    bool operator==(const RenderingDifference &) const = default;
};

enum class NotRecomputed : quint8 {
    ShiftBased,          ///< answers about shift-based schedules lack their overrides and where a rotation began
    LayersNotRead,
    OverridesNotRead,
    NotRendered,         ///< nothing to compare with, and the overrides are not known
    UnknownZone,         ///< no IANA zone of that name
    UnreadableLayer,     ///< a layer without start, sensible turn length or readable restrictions
    OverlappingOverrides ///< two people in the same stretch: which one counts is not said
};

/// Which layer wins where two name somebody. Answers have been seen in either order and do not say which it is.
enum class LayerOrder : quint8 { FirstWins, LastWins };

struct RecomputedSchedule {
    std::optional<NotRecomputed> notRecomputed; ///< set: there are no entries and no differences
    Interval compared;                          ///< the part of the window that was rendered: all below is about it
    std::vector<RecomputedEntry> entries;       ///< by start, never overlapping, neighbours of one person and layer joined
    std::vector<RenderingDifference> differences; ///< by start
    LayerOrder order = LayerOrder::FirstWins;   ///< the one that agrees better with what was rendered
    qint64 differingSeconds() const;
};

/// Pure. Time-zone rules are the system's (IANA). Turns of whole days and restrictions follow the clocks of the
/// schedule's zone, other turns last a fixed time. Takes both orders of layers and keeps the one that agrees better.
RecomputedSchedule recompute(const Schedule &schedule, Interval window);
/// The same with the order given.
RecomputedSchedule recompute(const Schedule &schedule, Interval window, LayerOrder order);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinelayout.h"

namespace pdsi {

class TimelineCanvas;

/// Makes assistive technology see a tree in every TimelineCanvas: rows in sight, and in each the bars and gaps in
/// sight. May be called any number of times.
void installTimelineAccessibility();
/// Tells that the keyboard moved to an item.
void announceTimelineItem(TimelineCanvas &canvas, const TimelineItem &item);
/// Before rows change or the canvas goes.
void forgetTimelineItems(TimelineCanvas &canvas);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinelayout.h"

/// What the timeline says, in the reader's language. Account text in it is made harmless (plainText), not escaped.
namespace pdsi {

/// The two largest units: "14 h", "1 d 4 h", "5 min".
QString timelineDuration(qint64 seconds);
/// The same for reading aloud: "1 day 4 hours".
QString spokenDuration(qint64 seconds);

/// "Mon 26 Oct 2026 14:00 CET".
QString timelineInstant(Instant instant, const QTimeZone &zone);
/// "Mon 26 Oct 2026 14:00 to Tue 27 Oct 2026 04:00 CET"; the day once when both are on it.
QString timelineStretch(Interval interval, const QTimeZone &zone);
/// "Europe/Berlin (UTC+1)", or "(UTC+2/UTC+1)" when the clocks change within the interval.
QString zoneWords(const QTimeZone &zone, Interval interval);

/// What a gap says of itself, longest form first: "Nobody on call, 14 h", "Nobody, 14 h", "14 h".
QStringList gapLabels(const CoverageGap &gap);
/// What it means, as a sentence: "Nobody is paged.", "Level 2 is paged instead."
QString gapMeaning(const CoverageGap &gap, TimelineRowKind kind);

/// "3 gaps, longest 14 h"; "No gap".
QString summaryWords(const GapSummary &summary);
QString rowName(const TimelineData &data, const TimelineRow &row);
QString personName(const TimelineData &data, int person);
/// "Schedule", "Policy", ...
QString rowKindWord(TimelineRowKind kind);

/// For screen readers: "Gap on Primary on-call, from ... to ..., 14 hours, nobody is paged."
QString spokenName(const TimelineLayout &layout, const TimelineItem &item, const QTimeZone &zone);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinelayout.h"

#include <QCoreApplication>
#include <QStringList>

namespace pdsi {

class RecomputedSchedules;

/// What is told about the thing under the pointer or the keyboard, line by line, the first one being its title.
/// Plain text, not escaped; asHtml() escapes.
class TimelineTips
{
    Q_DECLARE_TR_FUNCTIONS(pdsi::TimelineTips)
public:
    TimelineTips(const TimelineLayout &layout, const QTimeZone &zone, RecomputedSchedules &recomputed)
        : m_layout(layout), m_zone(zone), m_recomputed(recomputed)
    {
    }

    /// `at` is the instant pointed at within the item.
    QStringList forItem(const TimelineItem &item, Instant at) const;
    /// Where one person takes over from another; empty when nobody does there.
    QStringList forHandoff(int row, int bar) const;
    /// The bar that begins within `reach` seconds of an instant where another one ends; -1 when none does.
    int handoffAt(int row, Instant at, qint64 reach) const;
    /// "Layer: Nights", "Override", "Custom shift", ...; empty when nothing can be told.
    QString sourceWords(int row, const CoverageBar &bar) const;

    static QString asHtml(const QStringList &lines);

private:
    QStringList forBar(const TimelineItem &item, Instant at) const;
    QStringList forGap(const TimelineItem &item) const;
    QStringList forRow(const TimelineItem &item) const;
    QStringList caughtWords(const TimelineRow &row, const CoverageGap &gap) const;
    QStringList localTimes(const CoverageBar &bar) const;
    QStringList differenceAt(int row, Instant at) const;

    const TimelineLayout &m_layout;
    QTimeZone m_zone;
    RecomputedSchedules &m_recomputed;
};

} // namespace pdsi

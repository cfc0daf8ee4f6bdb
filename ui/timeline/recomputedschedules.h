// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/schedulerecomputation.h"
#include "ui/timeline/timelinedata.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace pdsi {

/// Schedules recomputed by their own rules when somebody looks at them: which layer or override put a person on call,
/// and where PagerDuty rendered something else.
class RecomputedSchedules : public QObject
{
    Q_OBJECT
public:
    explicit RecomputedSchedules(QObject *parent = nullptr);

    /// Null forgets everything.
    void setData(std::shared_ptr<const TimelineData> data);

    /// Recomputes at once if needed. The result is good until the next call.
    const RecomputedSchedule &of(int schedule);
    /// Stretches that differ; null while the schedule was not recomputed, or when it cannot be.
    const std::vector<Interval> *differences(int schedule) const;
    /// Recomputes these when there is nothing else to do, one at a time.
    void want(const std::vector<int> &schedules);

Q_SIGNALS:
    /// Differences of one more schedule are known, and there are some.
    void differencesFound();

private:
    void recomputeNext();
    bool keep(int schedule, const RecomputedSchedule &result);

    std::shared_ptr<const TimelineData> m_data;
    QHash<int, std::vector<Interval>> m_differences;
    QSet<int> m_known; ///< recomputed, or found that it cannot be
    std::vector<int> m_wanted;
    int m_last = -1;
    RecomputedSchedule m_lastResult;
    QTimer m_idle;
};

} // namespace pdsi

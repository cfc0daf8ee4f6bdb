// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/controlorder.h"

#include <QSet>

#include <algorithm>

namespace pdsi {

QList<const ControlResult *> worstControlsFirst(const Assessment &assessment)
{
    QList<const ControlResult *> controls;
    for (const ControlResult &control : assessment.controls)
        controls << &control;
    const auto rank = [](OutcomeStatus status) { return status == OutcomeStatus::Fail ? -1 : int(status); };
    std::stable_sort(controls.begin(), controls.end(), [&](const ControlResult *a, const ControlResult *b) {
        return std::make_tuple(rank(a->status), a->info.severity, -a->counts.fail)
            < std::make_tuple(rank(b->status), b->info.severity, -b->counts.fail);
    });
    return controls;
}

QList<const ControlResult *> failingControls(const Report &report)
{
    QSet<int> ids;
    for (const qsizetype finding : report.findingsInScope())
        ids.insert(report.assessment().outcomes.at(finding).controlId);
    QList<const ControlResult *> failing;
    for (const ControlResult &control : report.assessment().controls) {
        if (ids.contains(control.info.id))
            failing << &control;
    }
    std::stable_sort(failing.begin(), failing.end(), [](const ControlResult *a, const ControlResult *b) {
        return a->info.severity < b->info.severity;
    });
    return failing;
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/assessment.h"

namespace pdsi {

namespace {

/// Weight of a control in the score.
int weightOf(Severity severity)
{
    switch (severity) {
    case Severity::Critical: return 10;
    case Severity::High: return 5;
    case Severity::Medium: return 3;
    case Severity::Low: return 1;
    }
    return 0;
}

/// The counter of a status, for reading and for adding.
template<typename Counts>
auto &counter(Counts &counts, OutcomeStatus status)
{
    switch (status) {
    case OutcomeStatus::Error: return counts.error;
    case OutcomeStatus::Fail: return counts.fail;
    case OutcomeStatus::NotDetermined: return counts.notDetermined;
    case OutcomeStatus::Manual: return counts.manual;
    case OutcomeStatus::Pass: return counts.pass;
    case OutcomeStatus::NotApplicable: break;
    }
    return counts.notApplicable;
}

} // namespace

void StatusCounts::add(OutcomeStatus status, int n)
{
    counter(*this, status) += n;
}

int StatusCounts::of(OutcomeStatus status) const
{
    return counter(*this, status);
}

StatusCounts Assessment::controlCounts() const
{
    StatusCounts counts;
    for (const ControlResult &control : controls)
        counts.add(control.status);
    return counts;
}

std::optional<double> Assessment::score() const
{
    int passed = 0;
    int judged = 0;
    for (const ControlResult &control : controls) {
        const int weight = weightOf(control.info.severity);
        if (control.status == OutcomeStatus::Pass)
            passed += weight;
        if (control.status == OutcomeStatus::Pass || control.status == OutcomeStatus::Fail)
            judged += weight;
    }
    if (judged == 0)
        return std::nullopt;
    return 100.0 * passed / judged;
}

} // namespace pdsi

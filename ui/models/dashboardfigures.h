// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

namespace pdsi {

struct SeverityFigures {
    Severity severity = Severity::Critical;
    int open = 0;
    int waived = 0;
};

struct FrameworkFigures {
    QString framework;
    QString edition;
    StatusCounts controls;   ///< with a requirement that a review upholds
    int unmapped = 0;        ///< the others
};

/// Outcomes that could not be determined for one reason.
struct ReasonFigures {
    ReasonCode reason = ReasonCode::Permission;
    int outcomes = 0;
    int controls = 0;        ///< that have such an outcome
};

/// Kinds of resource read this far, and the controls that rest on them.
struct CollectionFigures {
    CollectionState state = CollectionState::Complete;
    QList<ResourceClass> classes;
    /// Of "complete": those that need complete kinds only. Of any other: those that need at least one of these kinds.
    QList<int> controls;
};

/// Every number of the dashboard, from one assessment. Findings, score and control counts are those of the reports.
struct DashboardFigures {
    static DashboardFigures of(const Assessment &assessment);
    /// Only what rests on the controls: score, controls, partialView. Looks at no outcome.
    static DashboardFigures ofControls(const Assessment &assessment);

    std::optional<double> score;       ///< per cent, one decimal; nullopt when nothing passed or failed
    StatusCounts controls;             ///< by the status of the control
    StatusCounts outcomes;             ///< by the status of the outcome
    QList<SeverityFigures> findings;   ///< all four, critical first
    QList<FrameworkFigures> frameworks;///< in the crosswalk's order
    QList<ReasonFigures> reasons;      ///< those that occur, most outcomes first
    QList<CollectionFigures> collection; ///< states that occur, in their order
    bool partialView = false;

    int judged() const { return controls.pass + controls.fail; }
    int openFindings() const;
    int waivedFindings() const;
};

} // namespace pdsi

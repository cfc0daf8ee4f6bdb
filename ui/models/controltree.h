// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "ui/models/facets.h"

#include <vector>

namespace pdsi {

enum class ControlGrouping : quint8 { Severity, Status, Category, Framework };
/// `severity`, `status`, `category`, `framework`.
QString controlGroupingName(ControlGrouping grouping);
std::optional<ControlGrouping> controlGroupingFromName(QStringView name);

/// A group, a framework's requirement, or a control in it.
struct ControlTreeNode {
    enum class Kind : quint8 { Group, Requirement, Control };

    Kind kind = Kind::Group;
    int parent = -1;                  ///< index in ControlTree::nodes
    int row = 0;                      ///< among its siblings
    QList<int> children;
    QString key;                      ///< the same for the same node of another assessment, e.g. "framework/FedRAMP/AC-2"
    QString title;
    QString detail;                   ///< counts and marks, in words
    QString toolTip;                  ///< HTML, account text escaped
    OutcomeStatus status = OutcomeStatus::NotApplicable; ///< the worst in it
    std::optional<Severity> severity; ///< of a control, and of a group of one severity
    StatusCounts counts;              ///< controls in a group or requirement, each once (in a framework: reviewed ones); outcomes of a control
    int controlId = 0;                ///< 0 = no control
    bool specifiedOnly = false;       ///< a requirement no reviewer confirmed; stands after the others
    Facets facets;                    ///< what shows its outcomes
};

/// The controls of an assessment under one grouping, worst first at every level. Plain data.
struct ControlTree {
    std::vector<ControlTreeNode> nodes;
    QList<int> roots;

    static ControlTree of(const Assessment &assessment, ControlGrouping grouping);
};

/// "3 fail, 2 not determined": the counts that are not zero, worst first.
QString countsInWords(const StatusCounts &counts);

} // namespace pdsi

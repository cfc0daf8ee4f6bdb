// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/dashboardfigures.h"
#include "ui/models/facets.h"

#include <variant>

namespace pdsi {

/// Findings of one severity, open or waived.
struct SeverityShare {
    Severity severity = Severity::Critical;
    bool waived = false;

    bool operator==(const SeverityShare &) const = default;
};
/// What a slice or bar stands for; the theme gives it colour and hatch.
using ChartMeaning = std::variant<OutcomeStatus, SeverityShare, ReasonCode, CollectionState>;

/// One slice, or one piece of a bar.
struct DashboardMark {
    int row = 0;        ///< in DashboardSection::rows
    int column = 0;     ///< in DashboardSection::columns
    double size = 0;    ///< how large it is drawn; above 0
    int count = 0;      ///< the number told
    ChartMeaning meaning;
    QString sentence;   ///< "High, open: 26 findings"; plain text
    Facets facets;      ///< what shows it in the table of findings
};

struct DashboardRow {
    QString label;
    QString note;       ///< more about it, plain text; may be empty
    Facets facets;      ///< the whole row
};

/// One chart with the table that says the same in words.
struct DashboardSection {
    enum class Shape : quint8 { Donut, Bars };

    QString key;            ///< names it in the program: score, status, findings, frameworks, undetermined, collection
    QString title;
    QString summary;        ///< one or two sentences with what matters most
    Shape shape = Shape::Bars;
    QString center;         ///< in the hole of a donut
    QString rowHeader;
    QList<DashboardRow> rows;
    QStringList columns;
    QList<DashboardMark> marks; ///< none of size 0; by row, then column

    /// nullptr when there is none there.
    const DashboardMark *mark(int row, int column) const;
};

/// The six sections, always all and in this order; one without marks says why in its summary.
QList<DashboardSection> dashboardSections(const DashboardFigures &figures);

} // namespace pdsi

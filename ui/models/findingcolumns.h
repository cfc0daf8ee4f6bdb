// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QList>

namespace pdsi {

/// The columns of the findings table, in their first order.
enum class FindingColumn : quint8 {
    Status, Severity, Control, Kind, Name, Message, Reason, Waived, Baseline, Frameworks, ResourceId, Fingerprint
};
constexpr int findingColumnCount = static_cast<int>(FindingColumn::Fingerprint) + 1;

/// Shown until the analyst chooses otherwise.
bool shownAtFirst(FindingColumn column);

/// What stands over the column.
QString columnTitle(FindingColumn column);

/// One column of an order of rows.
struct FindingSortKey {
    FindingColumn column = FindingColumn::Status;
    Qt::SortOrder order = Qt::AscendingOrder;
    bool operator==(const FindingSortKey &) const = default;
};
/// First key first; rows equal in all of them stay in the assessment's order.
using FindingSort = QList<FindingSortKey>;
/// Status, then severity, then control.
FindingSort worstFirst();

class FindingIndex;

/// The whole text of a cell: words for codes, account text as it came, however long and hostile.
QString findingCell(const FindingIndex &findings, qsizetype outcome, FindingColumn column);

} // namespace pdsi

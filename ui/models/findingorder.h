// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/findingcolumns.h"

#include <vector>

namespace pdsi {

/// For every row the place of its cell among the sorted different cells of the column, from 0 without a hole.
/// Codes order worst first, texts without case and accents and with 10 after 9, waivers by their end.
std::vector<quint32> rankRows(const FindingIndex &findings, FindingColumn column);

/// All rows, in order.
std::vector<quint32> orderRows(const FindingIndex &findings, const FindingSort &sort);

} // namespace pdsi

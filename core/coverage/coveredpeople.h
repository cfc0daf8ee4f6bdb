// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"

namespace pdsi {

/// Fills in what the rows of people say about load, overlaps and single points of failure, from all other rows.
void measurePeople(AccountCoverage &coverage);

} // namespace pdsi

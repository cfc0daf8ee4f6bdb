// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"
#include "ui/coverage/textpage.h"
#include "ui/models/coveragezones.h"

namespace pdsi {

/// One person's time on call: load, what happens without this person, overlaps.
/// `person` is an index in AccountCoverage::people.
TextPage personPage(const AccountCoverage &coverage, const CoverageZones &zones, int person);

} // namespace pdsi

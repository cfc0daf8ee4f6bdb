// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/accountmodel.h"

namespace pdsi {

/// "Harbour & Finch Logistics": the account that ships with the program, at 2026-10-19T08:00:00Z.
AccountModel sampleAccount();

/// The account that figures are measured on: 1,000 users, 100 teams, 500 services with two integrations each,
/// 200 policies, 300 schedules (20 of them shift-based), 30 business services, 2,000 incidents and 12 months of
/// audit records.
AccountModel referenceAccount();

/// Many users and little else, for the paging ceiling.
AccountModel largeAccount(int users);

/// A small account full of odd cases; the same for the same seed.
AccountModel randomAccount(quint64 seed);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

namespace pdsi {

/// Assessments put together by hand, for exporters.
namespace made {

/// Seven controls, one of each status, with gaps, a waiver, an attestation and a denied class.
std::shared_ptr<const Assessment> small();
/// The same compared with a baseline: one finding new, one unchanged, one gone.
std::shared_ptr<const Assessment> compared();
/// One failing user for each of hostileTexts(), which also stand in every other place of account text.
std::shared_ptr<const Assessment> hostile();
/// `findings` failing users with three facts each.
std::shared_ptr<const Assessment> large(int findings);
/// No control judged, nothing collected.
std::shared_ptr<const Assessment> empty();

QStringList hostileTexts();

} // namespace made

} // namespace pdsi

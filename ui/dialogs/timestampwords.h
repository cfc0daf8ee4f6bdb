// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/bundle/timestamptoken.h"

namespace pdsi {

/// Why there is no time stamp, what that means and what to do.
QString timestampErrorSentence(const Error &error);
/// Time, authority and whether it is trusted; of a valid stamp.
QString timestampSentence(const TimestampVerdict &stamp);

} // namespace pdsi

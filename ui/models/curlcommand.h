// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/accountinfo.h"
#include "core/base/requestrecord.h"

namespace pdsi {

/// A command for a POSIX shell that asks the same question again. It names no key: the shell puts
/// $PAGERDUTY_API_KEY (or $PAGERDUTY_ACCESS_TOKEN) in. The body of a POST is not in the log and is read from
/// body.json. Empty where the account's address is not one we would ask ourselves.
QString curlCommand(const RequestRecord &record, const AccountInfo &account);

/// In single quotes, whatever it holds.
QString shellQuoted(const QString &text);

} // namespace pdsi

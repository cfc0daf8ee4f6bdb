// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace pdsi::cli {

/// What happened, what it means, what to do: one or two sentences for a typed error.
QString sentenceFor(const Error &error);

/// Writes `pagerduty-sec-inspector: TEXT` and a line end to standard error.
void complain(const QString &text);

} // namespace pdsi::cli

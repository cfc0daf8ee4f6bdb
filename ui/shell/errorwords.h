// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace pdsi {

/// What happened and what to do, in the user's language.
QString errorSentence(const Error &error);
/// The same where a file was to be written.
QString writeErrorSentence(const Error &error);

} // namespace pdsi

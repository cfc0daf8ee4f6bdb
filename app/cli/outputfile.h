// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <functional>

class QIODevice;

namespace pdsi::cli {

/// Fails (CannotWrite) when a file could not be created at `path`: asked before an hour of collecting, not after.
Result<Done> checkWritable(const QString &path);

/// Writes to a temporary file beside `path` and renames it, mode 0600. Empty path = standard output.
/// `write` returns false when the device took less than it was given.
Result<Done> writeOutput(const QString &path, const std::function<bool(QIODevice &)> &write);

} // namespace pdsi::cli

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pdsi {

/// Where `needle` (not empty) begins in `text`, or nullptr. Made for running through a hundred megabytes at a
/// keystroke: several times as fast as memmem.
const char *findText(std::string_view text, const std::string &needle);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pdsi::cli {

/// The next line of standard input without its end; empty when there is none. Waits for it.
QByteArray lineFromStandardInput();

} // namespace pdsi::cli

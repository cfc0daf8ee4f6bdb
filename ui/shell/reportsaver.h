// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <memory>

class QWidget;

namespace pdsi {

class MessageBar;

/// "acme-2026-10-19.html": account and date, safe in any file system.
QString suggestedFileName(const Assessment &assessment, const QString &suffix);

/// Asks for a file, writes the report in the format its name says and tells how it went. `bar` must live as long as `parent`.
void saveReportAs(QWidget *parent, const std::shared_ptr<const Assessment> &assessment, MessageBar &bar);

} // namespace pdsi

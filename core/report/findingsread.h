// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportexport.h"

#include <QStringList>

namespace pdsi {

/// The fingerprints of the findings a produced report holds, in its order; nullopt when it cannot be read back.
/// Each format is read by its own rules, not by the code that writes it.
std::optional<QStringList> readFindings(ReportFormat format, const QByteArray &produced);

} // namespace pdsi

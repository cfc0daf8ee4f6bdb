// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/reportexport.h"

#include <QHash>

namespace pdsi {

/// Reads produced reports back and compares the findings each one holds, by number and by fingerprint, with the report
/// they were made of. Malformed with the first difference in words (what, in which format) when they do not agree; so
/// nothing is released that says one thing here and another there.
Result<Done> reconcile(const Report &report, const QHash<ReportFormat, QByteArray> &produced);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pdf/pdffinish.h"
#include "core/report/report.h"

namespace pdsi {

/// The JSON report and the request log; with `body` also the answers that the findings in scope cite. A redacted report
/// attaches no answers: they name people. `report` must outlive what is given.
std::vector<PdfAttachment> pdfAttachments(const Report &report, const std::function<QByteArray(int requestId)> &body);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pdf/pdfcontent.h"
#include "core/report/pdf/pdfpagepainter.h"

#include <QPageSize>

namespace pdsi {

/// A report with everything known that must be known before the first page is painted.
struct PdfDocument {
    PdfMaterial material;
    PdfSections sections;
    std::shared_ptr<PdfPagination> placed;
    PdfFrame frame;
};

/// Lays the report out. `onPage` as for paginate; no pages when it stopped.
PdfDocument pdfDocument(const Report &report, QPageSize::PageSizeId page, bool attached, const std::function<bool(int)> &onPage);

} // namespace pdsi

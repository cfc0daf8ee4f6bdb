// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/report/report.h"

#include <QPageSize>

#include <functional>

class QIODevice;
class QPainter;

namespace pdsi {

struct PdfOptions {
    QPageSize::PageSizeId page = QPageSize::A4;
    /// Attaches the JSON report and the request log. Without attachments and password the file is PDF/A-1b.
    bool attachments = true;
    /// Not empty: the file opens with it only (AES-256).
    Secret password;
    /// Stored body of a request: then the answers that findings cite are attached too. Never for a redacted report.
    std::function<QByteArray(int requestId)> body;
    Cancellation cancellation;
    /// Pages so far, and of how many; 0 while the pages are still being counted.
    std::function<void(int page, int of)> progress;
};

/// Writes the report to `device`, which need not be seekable. Needs a QGuiApplication; may run in a worker. The same report
/// and options give the same bytes, but for a password. Cancelled, CannotWrite, or Internal.
Result<Done> writePdfReport(const Report &report, const PdfOptions &options, QIODevice &device);

/// The very same pages for a preview. Making it takes as long as counting the pages: do that in a worker.
class PdfPages
{
public:
    PdfPages(const Report &report, QPageSize::PageSizeId page, const Cancellation &cancellation = {});
    ~PdfPages();
    PdfPages(PdfPages &&) noexcept;
    PdfPages &operator=(PdfPages &&) noexcept;

    /// 0 when cancelled.
    int count() const;
    /// In points.
    QSizeF paperSize() const;
    /// `resolution`: dots per inch of the painter, whose origin is the corner of the paper. From any thread, one at a time.
    void paint(QPainter &painter, int page, double resolution) const;

private:
    std::unique_ptr<const struct PdfDocument> m_document;
};

} // namespace pdsi

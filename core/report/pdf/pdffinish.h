// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/result.h"
#include "core/report/pdf/pdfpagepainter.h"

#include <QDateTime>

class QFileDevice;
class QIODevice;

namespace pdsi {

struct PdfAttachment {
    QString name;
    QString description;
    QByteArray mimeType;
    bool isSource = false;           ///< what the report was made from; else data of the report
    std::function<bool(QIODevice &)> write; ///< the same bytes each time
};

/// What is put around finished pages.
struct PdfFinishing {
    QString title, subject, author, keywords, program;
    QDateTime made;                  ///< creation date
    struct OutlineEntry {
        QString title;
        int level = 1;
        PdfPlace place;              ///< y from the top of the paper
    };
    std::vector<OutlineEntry> outline;
    struct PlacedLink {
        int page = 0;
        QRectF rect;                 ///< from the top left corner of the paper
        PdfPlace target;             ///< when `address` is empty
        QString address;
    };
    std::vector<PlacedLink> links;   ///< by page
    std::vector<PdfAttachment> attachments;
    QByteArray password;
    Cancellation cancellation;

    /// PDF/A-1 knows neither attachments nor passwords.
    bool isArchival() const { return attachments.empty() && password.isEmpty(); }
};

/// Reads the pages that QPdfWriter left in `pages` and writes the document: outline, links, language, metadata, attachments,
/// encryption. Dates and ids come from what is given, not from the clock.
Result<Done> finishPdf(QFileDevice &pages, const PdfFinishing &finishing, QIODevice &device);

} // namespace pdsi

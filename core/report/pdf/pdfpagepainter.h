// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pdf/pdfflow.h"

class QPainter;

namespace pdsi {

/// What stands around the rows of every page.
struct PdfFrame {
    QSizeF paper;            ///< in units
    QString headLeft, headRight;
    QString footLeft;
    int pages = 0;

    QSizeF space() const;    ///< for rows
    QPointF origin() const;  ///< of that space
};

/// A link on a page, from the top left corner of the paper.
struct PdfLink {
    QRectF rect;
    QString target;          ///< #anchor, or an https address
};

/// Paints a page into a painter whose unit is a tenth of a point and whose origin is the corner of the paper.
/// Gives the links that are on it.
std::vector<PdfLink> paintPage(QPainter &painter, const PdfFrame &frame, const PdfPage &page, int number,
                               const PdfTypesetter &typesetter);

} // namespace pdsi

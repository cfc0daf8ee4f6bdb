// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace pdsi {

/// All lengths on a page are in tenths of a point.
constexpr double pdfUnitsPerPoint = 10;
constexpr int pdfUnitsPerInch = 720;

enum class PdfStyle : quint8 {
    Title, Chapter, Heading, SubHeading, Lead, Body, Bold, Soft, Small, SmallBold, SmallSoft, Mono, Mark
};
constexpr int pdfStyleCount = static_cast<int>(PdfStyle::Mark) + 1;

/// What a style looks like on paper.
struct PdfLook {
    int size = 90;     ///< of the font
    bool bold = false;
    bool mono = false;
    bool soft = false; ///< grey
};
const PdfLook &pdfLook(PdfStyle style);
QColor pdfInk(PdfStyle style);

/// Grounds that rows stand on.
enum class PdfGround : quint8 { None, Head, Group, Note };
QColor pdfGroundColor(PdfGround ground);
QColor pdfRuleColor();
QColor pdfLinkColor();

} // namespace pdsi

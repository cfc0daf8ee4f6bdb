// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdfstyle.h"

#include <array>

namespace pdsi {

namespace {

constexpr std::array<PdfLook, pdfStyleCount> looks{{
    {.size = 240, .bold = true},                 // Title
    {.size = 170, .bold = true},                 // Chapter
    {.size = 125, .bold = true},                 // Heading
    {.size = 100, .bold = true},                 // SubHeading
    {.size = 115},                               // Lead
    {.size = 90},                                // Body
    {.size = 90, .bold = true},                  // Bold
    {.size = 90, .soft = true},                  // Soft
    {.size = 75},                                // Small
    {.size = 75, .bold = true},                  // SmallBold
    {.size = 75, .soft = true},                  // SmallSoft
    {.size = 68, .mono = true},                  // Mono
    {.size = 80, .bold = true},                  // Mark
}};

} // namespace

const PdfLook &pdfLook(PdfStyle style)
{
    return looks.at(static_cast<std::size_t>(style));
}

QColor pdfInk(PdfStyle style)
{
    return pdfLook(style).soft ? QColor(0x4a, 0x51, 0x5c) : QColor(0x14, 0x17, 0x1c);
}

QColor pdfGroundColor(PdfGround ground)
{
    switch (ground) {
    case PdfGround::None: break;
    case PdfGround::Head: return {0xe2, 0xe6, 0xec};
    case PdfGround::Group: return {0xf1, 0xf3, 0xf6};
    case PdfGround::Note: return {0xff, 0xf4, 0xd6};
    }
    return Qt::white;
}

QColor pdfRuleColor()
{
    return {0xb4, 0xbb, 0xc6};
}

QColor pdfLinkColor()
{
    return {0x0b, 0x4f, 0xa8};
}

} // namespace pdsi

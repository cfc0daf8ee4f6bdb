// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"
#include "core/report/htmlwriter.h"

namespace pdsi {

/// Writes a figure as an SVG of the page: classes by role, which the style sheet turns into colours and hatches, and
/// title and description for those who do not see it. `id` is unique in the page and plain. Nothing for an empty figure.
void writeFigureSvg(const Figure &figure, const char *id, HtmlWriter &html);
void writeFigureSvg(const Figure &figure, const QByteArray &id, HtmlWriter &html);

/// The hatches that the style sheet refers to; once a page, before the first figure.
void writeFigureHatches(HtmlWriter &html);

/// Cut so that it fits into `width` by an estimate of the letters' widths; all of it when `width` is 0.
QString elidedToWidth(const QString &text, double size, bool bold, double width);

} // namespace pdsi

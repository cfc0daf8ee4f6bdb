// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdffigures.h"

namespace pdsi {

std::vector<Figure> pdfSummaryFigures(const Report &)
{
    return {};
}

Figure pdfPolicyFigure(const Report &, const QString &)
{
    return {};
}

std::vector<Figure> pdfCoverageFigures(const Report &)
{
    return {};
}

void addPdfFigure(const Figure &figure, PdfRows &rows)
{
    if (figure.isEmpty())
        return;
    PdfRow picture = pdfFigureRow(figure);
    picture.keepWithNext = !figure.description.isEmpty();
    rows.push_back(std::move(picture));
    if (!figure.description.isEmpty())
        rows.push_back(pdfParagraph(figure.description, PdfStyle::SmallSoft));
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdffigures.h"

#include "core/report/chartfigures.h"
#include "core/report/coveragefigure.h"
#include "core/report/escalationfigure.h"

namespace pdsi {

namespace {

constexpr std::size_t lanesPerFigure = 18;
constexpr std::size_t mostCoverageFigures = 6;

void addLanes(const CoverageFigures &lanes, GapSubject subject, const QString &title, std::vector<Figure> &figures)
{
    const std::vector<int> all = lanes.withGaps(subject);
    const std::size_t parts = std::min(mostCoverageFigures, (all.size() + lanesPerFigure - 1) / lanesPerFigure);
    for (std::size_t part = 0; part < parts; ++part) {
        const auto from = all.cbegin() + std::ptrdiff_t(part * lanesPerFigure);
        const auto to = all.cbegin() + std::ptrdiff_t(std::min(all.size(), (part + 1) * lanesPerFigure));
        Figure figure = lanes.figure(subject, {from, to});
        figure.title = parts > 1 ? QStringLiteral("%1, part %2 of %3").arg(title).arg(part + 1).arg(parts) : title;
        figures.push_back(std::move(figure));
    }
}

} // namespace

std::vector<Figure> pdfSummaryFigures(const Report &report)
{
    return {severityChart(report), statusChart(report), frameworkChart(report), undeterminedChart(report)};
}

Figure pdfPolicyFigure(const Report &report, const QString &policyId)
{
    if (!report.inventory() || !report.coverage())
        return {};
    return escalationFigure(*report.inventory(), *report.coverage(), policyId, report.assessment().asOf);
}

std::vector<Figure> pdfCoverageFigures(const Report &report)
{
    std::vector<Figure> figures;
    const CoverageFigures lanes(*report.coverage());
    addLanes(lanes, GapSubject::Service, QStringLiteral("Services with gaps, worst first"), figures);
    addLanes(lanes, GapSubject::Schedule, QStringLiteral("Schedules with gaps, worst first"), figures);
    return figures;
}

void addPdfFigure(const Figure &figure, PdfRows &rows, bool withWords)
{
    if (figure.isEmpty())
        return;
    PdfRow picture = pdfFigureRow(figure);
    const bool told = withWords && !figure.description.isEmpty();
    picture.keepWithNext = told;
    rows.push_back(std::move(picture));
    if (told)
        rows.push_back(pdfParagraph(figure.description, PdfStyle::SmallSoft));
}

} // namespace pdsi

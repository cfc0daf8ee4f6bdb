// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/accountcoverage.h"
#include "core/report/pdf/pdfcontent.h"
#include "core/report/pdf/pdffigures.h"
#include "core/report/plaintext.h"
#include "core/report/reportwords.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr std::size_t mostGapsShown = 200;

QString gapWords(const CoverageGap &gap, bool service)
{
    switch (gap.kind) {
    case GapKind::Nobody:
        return service ? QStringLiteral("✖ nobody on any level: no incident is created") : QStringLiteral("✖ nobody is on call");
    case GapKind::CaughtByLevel: return QStringLiteral("◆ level 1 is empty, level %1 catches it").arg(gap.level + 1);
    case GapKind::Unknown: return QStringLiteral("? not known: what could not be read may cover it");
    case GapKind::OffHours: return QStringLiteral("intended off-hours");
    case GapKind::Maintenance: return QStringLiteral("in maintenance");
    case GapKind::Disabled: return QStringLiteral("the service is disabled");
    }
    return {};
}

bool isShown(const CoverageGap &gap)
{
    return gap.counted ? gap.kind == GapKind::Nobody || gap.kind == GapKind::CaughtByLevel : gap.kind == GapKind::Unknown;
}

/// One service or schedule that has gaps to show.
struct GappedRow {
    const QString *name;
    const QString *id;
    const std::vector<CoverageGap> *gaps;
    bool service;
};

std::vector<GappedRow> gappedRows(const AccountCoverage &coverage)
{
    std::vector<GappedRow> rows;
    const auto add = [&rows](const auto &covered, bool service) {
        if (std::any_of(covered.gaps.cbegin(), covered.gaps.cend(), isShown))
            rows.push_back({&covered.name, &covered.id, &covered.gaps, service});
    };
    for (const int index : worstServicesFirst(coverage)) {
        if (!coverage.services.at(std::size_t(index)).disabled)
            add(coverage.services.at(std::size_t(index)), true);
    }
    for (const int index : worstSchedulesFirst(coverage)) {
        if (coverage.schedules.at(std::size_t(index)).inUse)
            add(coverage.schedules.at(std::size_t(index)), false);
    }
    return rows;
}

QString totalsOf(const GappedRow &gapped)
{
    QStringList parts;
    const std::pair<GapKind, QString> kinds[] = {{GapKind::Nobody, QStringLiteral("nobody for %1")},
                                                 {GapKind::CaughtByLevel, QStringLiteral("caught by a later level for %1")},
                                                 {GapKind::Unknown, QStringLiteral("not known for %1")}};
    for (const auto &[kind, words] : kinds) {
        if (const qint64 seconds = gapSeconds(*gapped.gaps, kind); seconds > 0)
            parts << words.arg(lengthWords(seconds));
    }
    return parts.join(QStringLiteral(", "));
}

void writeGapsOf(const GappedRow &gapped, const PdfTable &table, PdfRows &rows)
{
    PdfRow title;
    title.head = table.head();
    title.ground = PdfGround::Group;
    title.keepWithNext = true;
    const QString kind = gapped.service ? QStringLiteral("service ") : QStringLiteral("schedule ");
    title.cells.push_back({{{elided(*gapped.name, 200), PdfStyle::SmallBold, {}},
                            {kind + elided(*gapped.id, 80), PdfStyle::SmallSoft, {}}}, 0, 0.5});
    title.cells.push_back({{{totalsOf(gapped), PdfStyle::Small, {}}}, 0.5, 1});
    rows.push_back(std::move(title));
    std::size_t shown = 0, left = 0;
    for (const CoverageGap &gap : *gapped.gaps) {
        if (!isShown(gap))
            continue;
        if (++shown > mostGapsShown) {
            ++left;
            continue;
        }
        rows.push_back(table.row({formatInstant(gap.start), formatInstant(gap.end), lengthWords(gap.seconds()),
                                  gapWords(gap, gapped.service)}));
        rows.back().padding = 8;
        rows.back().ruled = false;
    }
    if (left > 0)
        rows.push_back(table.row({QStringLiteral("and %1 more").arg(left)}));
}

void writeCoverageIntroduction(const Report &report, std::size_t gapped, PdfRows &rows)
{
    const AccountCoverage &coverage = *report.coverage();
    rows.push_back(pdfChapter(QStringLiteral("On-call coverage"), QStringLiteral("coverage")));
    rows.push_back(pdfParagraph(QStringLiteral("From %1 to %2. A time in which no level of a service's policy has anybody on call is the "
                                               "worst gap there is: PagerDuty then creates no incident. Gaps shorter than %3 s are left out; "
                                               "what could not be read counts neither as covered nor as a gap.")
                                    .arg(formatInstant(coverage.window().start), formatInstant(coverage.window().end))
                                    .arg(coverage.options.minGapSeconds)));
    for (const Figure &figure : pdfCoverageFigures(report))
        addPdfFigure(figure, rows);
    rows.push_back(pdfHeading(QStringLiteral("Gaps, worst first: services, then schedules in use")));
    if (gapped == 0)
        rows.push_back(pdfParagraph(QStringLiteral("There are none.")));
}

} // namespace

void addPdfCoverage(const PdfMaterial &material, PdfSections &sections)
{
    PdfSection section;
    section.title = QStringLiteral("On-call coverage");
    section.anchor = QStringLiteral("coverage");
    if (!material.report->coverage()) {
        section.write = [](qsizetype, PdfRows &rows) {
            rows.push_back(pdfChapter(QStringLiteral("On-call coverage"), QStringLiteral("coverage")));
            rows.push_back(pdfParagraph(QStringLiteral("This report was made without the snapshot, so it has no pictures of coverage and "
                                                       "escalation. The findings above name every gap.")));
        };
        sections.push_back(std::move(section));
        return;
    }
    const std::vector<GappedRow> gapped = gappedRows(*material.report->coverage());
    const PdfTable table({{QStringLiteral("From"), 20}, {QStringLiteral("To"), 20}, {QStringLiteral("Length"), 16},
                          {QStringLiteral("What happens"), 44}});
    section.pieces = 1 + qsizetype(gapped.size());
    section.write = [report = material.report, gapped, table](qsizetype piece, PdfRows &rows) {
        if (piece == 0)
            writeCoverageIntroduction(*report, gapped.size(), rows);
        else
            writeGapsOf(gapped.at(std::size_t(piece - 1)), table, rows);
    };
    sections.push_back(std::move(section));
}

} // namespace pdsi

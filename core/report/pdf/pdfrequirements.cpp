// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdffindings.h"

#include "core/report/plaintext.h"
#include "core/report/reportwords.h"

#include <algorithm>

namespace pdsi {

namespace {

const FrameworkReference *referenceOf(const ControlInfo &info, const QString &framework)
{
    const auto found = std::find_if(info.frameworks.cbegin(), info.frameworks.cend(),
                                    [&](const FrameworkReference &reference) { return reference.framework == framework; });
    return found == info.frameworks.cend() ? nullptr : &*found;
}

/// Numbers within ids count as numbers: 1.2 before 1.10.
bool requirementLess(const QString &a, const QString &b)
{
    const auto key = [](const QString &id) {
        QString padded, digits;
        for (const QChar c : id + QChar(0)) {
            if (c.isDigit()) {
                digits += c;
                continue;
            }
            padded += digits.isEmpty() ? QString() : digits.rightJustified(8, QLatin1Char('0'));
            digits.clear();
            padded += c;
        }
        return padded;
    };
    return key(a) < key(b);
}

QString frameworkAnchor(const QString &framework)
{
    return QStringLiteral("framework-") + framework;
}

void writeRequirement(const Report &report, const PdfRequirement &requirement, const PdfTable &table, PdfRows &rows)
{
    const QString title = requirementTitle(requirement.framework, requirement.id);
    rows.push_back(pdfSubHeading(requirement.id.isEmpty() ? QStringLiteral("No requirement that the review can defend")
                                 : title.isEmpty()        ? requirement.id
                                                          : requirement.id + QLatin1Char(' ') + title));
    for (const int id : requirement.controls) {
        const ControlResult *control = report.control(id);
        const FrameworkReference *reference = control ? referenceOf(control->info, requirement.framework) : nullptr;
        if (!reference)
            continue;
        PdfRow row = table.row({QStringLiteral("%1. %2").arg(id).arg(control->info.title), {},
                                QString::number(control->counts.fail), reference->specified.join(QStringLiteral(", ")),
                                reference->verdict});
        row.cells[0].texts[0].link = QLatin1Char('#') + pdfControlAnchor(id);
        row.cells[1].texts = {pdfStatus(control->status)};
        if (!reference->note.isEmpty())
            row.cells[4].texts.push_back({reference->note, PdfStyle::SmallSoft, {}});
        rows.push_back(std::move(row));
    }
}

} // namespace

QStringList pdfFrameworks(const Report &report)
{
    if (!report.options().framework.isEmpty())
        return {report.options().framework};
    QStringList frameworks;
    for (const ControlResult &control : report.assessment().controls) {
        for (const FrameworkReference &reference : control.info.frameworks) {
            if (!frameworks.contains(reference.framework))
                frameworks << reference.framework;
        }
    }
    return frameworks;
}

QList<PdfRequirement> pdfRequirements(const Report &report)
{
    QList<PdfRequirement> all;
    for (const QString &framework : pdfFrameworks(report)) {
        QMap<QString, QList<int>> byId;
        QString edition;
        for (const ControlResult &control : report.assessment().controls) {
            const FrameworkReference *reference = referenceOf(control.info, framework);
            if (!reference)
                continue;
            edition = reference->edition;
            const QStringList ids = reference->reviewed.isEmpty() ? QStringList{QString()} : reference->reviewed;
            for (const QString &id : ids)
                byId[id] << control.info.id;
        }
        QStringList ids = byId.keys();
        std::sort(ids.begin(), ids.end(), requirementLess);
        if (ids.value(0).isEmpty() && ids.size() > 1)
            ids.move(0, ids.size() - 1);
        for (const QString &id : ids)
            all << PdfRequirement{framework, edition, id, byId.value(id)};
    }
    return all;
}

void addPdfRequirements(const PdfMaterial &material, PdfSections &sections)
{
    PdfSection chapter;
    chapter.title = QStringLiteral("Framework requirements");
    chapter.anchor = QStringLiteral("requirements");
    chapter.write = [](qsizetype, PdfRows &rows) {
        rows.push_back(pdfChapter(QStringLiteral("Framework requirements"), QStringLiteral("requirements")));
        rows.push_back(pdfParagraph(QStringLiteral(
            "A control is evidence for a requirement, never proof that it is met. Requirements are those the review can defend "
            "against the named edition; what the catalogue of controls specifies stands beside them.")));
    };
    sections.push_back(std::move(chapter));
    const PdfTable table({{QStringLiteral("Control"), 30, PdfStyle::SmallBold},
                          {QStringLiteral("Status"), 16},
                          {QStringLiteral("Failing"), 9, PdfStyle::Small, true},
                          {QStringLiteral("Specified"), 14},
                          {QStringLiteral("Verdict of the review, and note"), 34}});
    const QList<PdfRequirement> requirements = pdfRequirements(*material.report);
    for (const QString &framework : pdfFrameworks(*material.report)) {
        PdfSection section;
        section.title = framework;
        section.level = 2;
        section.anchor = frameworkAnchor(framework);
        section.write = [report = material.report, requirements, framework, table](qsizetype, PdfRows &rows) {
            for (const PdfRequirement &requirement : requirements) {
                if (requirement.framework != framework)
                    continue;
                if (rows.empty()) {
                    rows.push_back(pdfHeading(framework, frameworkAnchor(framework)));
                    rows.push_back(pdfParagraph(QStringLiteral("Edition: %1").arg(requirement.edition), PdfStyle::Soft));
                    rows.back().keepWithNext = true;
                }
                writeRequirement(*report, requirement, table, rows);
            }
        };
        sections.push_back(std::move(section));
    }
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/gaprows.h"
#include "core/report/xlsxsheets.h"

namespace pdsi {

namespace {

QString gapSubjectKey(const QString &kind, const QString &id)
{
    return kind + QLatin1Char('\n') + id;
}

/// Resources the report is about; nullopt = all.
std::optional<QSet<QString>> subjectsInScope(const Report &report)
{
    if (report.options().scope.isWhole())
        return std::nullopt;
    QSet<QString> subjects;
    for (const qsizetype index : *report.options().scope.outcomes) {
        const ResourceRef &resource = report.assessment().outcomes.at(index).resource;
        subjects.insert(gapSubjectKey(resource.kind, resource.id));
    }
    return subjects;
}

void addCoverageGaps(const Report &report, XlsxTable &table)
{
    const auto subjects = subjectsInScope(report);
    const GapRowMaker maker(*report.coverage());
    for (const GapListEntry &entry : maker.worstFirst()) {
        const GapRow row = maker.row(entry);
        if (subjects && !subjects->contains(gapSubjectKey(row.subjectKind, row.subjectId)))
            continue;
        table.addRow({row.subjectKind, row.subjectId, row.subjectName, formatInstant(row.start), formatInstant(row.end),
                      row.seconds, row.kindWords, row.coveredBy,
                      row.counted ? QStringLiteral("yes") : QStringLiteral("no"), row.localTime, row.zone,
                      row.policies.join(QStringLiteral(", "))});
    }
}

void addOutcomeGaps(const Report &report, XlsxTable &table)
{
    const auto &outcomes = report.assessment().outcomes;
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        if (!report.inScope(i))
            continue;
        const ResourceRef &resource = outcomes.at(i).resource;
        for (const Gap &gap : outcomes.at(i).gaps)
            table.addRow({resource.kind, resource.id, resource.name, formatInstant(gap.start), formatInstant(gap.end),
                          gap.seconds(), gap.coveredBy.isEmpty() ? QStringLiteral("nobody on call") : QStringLiteral("caught"),
                          gap.coveredBy.isEmpty() ? QStringLiteral("nobody") : gap.coveredBy});
    }
}

} // namespace

void writeXlsxGaps(const Report &report, XlsxBook &book)
{
    using GapColumn = XlsxColumnKind;
    const QString lead = report.coverage()
        ? QStringLiteral("Every gap of every schedule and service in the window, worst first.")
        : QStringLiteral("No coverage in this report: only the gaps that outcomes name.");
    XlsxTable table(book, QStringLiteral("Gaps"),
                    {{QStringLiteral("Kind"), 12, GapColumn::Plain, {}},
                     {QStringLiteral("Resource id"), 16, GapColumn::Plain, {}},
                     {QStringLiteral("Resource"), 30, GapColumn::Wrapped, {}},
                     {QStringLiteral("From"), 21, GapColumn::Plain, {}},
                     {QStringLiteral("To"), 21, GapColumn::Plain, {}},
                     {QStringLiteral("Seconds"), 11, GapColumn::Plain, {}},
                     {QStringLiteral("What happens"), 22, GapColumn::Wrapped, {}},
                     {QStringLiteral("Caught by"), 24, GapColumn::Wrapped, {}},
                     {QStringLiteral("Weighs in a verdict"), 11, GapColumn::Plain, {}},
                     {QStringLiteral("Local time"), 34, GapColumn::Wrapped, {}},
                     {QStringLiteral("Zone"), 20, GapColumn::Plain, {}},
                     {QStringLiteral("Policies"), 40, GapColumn::Wrapped, {}}},
                    QList<QStringList>{QStringList{lead}});
    if (report.coverage())
        addCoverageGaps(report, table);
    else
        addOutcomeGaps(report, table);
}

} // namespace pdsi

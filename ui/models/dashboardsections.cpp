// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/dashboardsections.h"

#include "ui/models/collectionwords.h"
#include "ui/models/scorewords.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace pdsi {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(pdsi::Dashboard)
};

const auto allStatuses = {OutcomeStatus::Error,  OutcomeStatus::Fail, OutcomeStatus::NotDetermined,
                          OutcomeStatus::Manual, OutcomeStatus::Pass, OutcomeStatus::NotApplicable};

/// Adds a row of one column, if there is anything in it.
void addRow(DashboardSection &section, const QString &label, int count, double size, ChartMeaning meaning,
            const Facets &facets, const QString &note = {})
{
    if (size <= 0)
        return;
    const int row = int(section.rows.size());
    section.rows << DashboardRow{label, note, facets};
    section.marks << DashboardMark{row, 0, size, count, meaning,
                                   Text::tr("%1: %2 (%3)").arg(label).arg(count).arg(section.columns.first().toLower()), facets};
}

DashboardSection scoreSection(const DashboardFigures &figures)
{
    DashboardSection section;
    section.key = QStringLiteral("score");
    section.title = Text::tr("Score");
    section.summary = scoreBasisInWords(figures);
    section.shape = DashboardSection::Shape::Donut;
    section.center = figures.score ? Text::tr("%1 %").arg(QLocale().toString(*figures.score, 'f', 1)) : Text::tr("none");
    section.rowHeader = Text::tr("Judged");
    section.columns = QStringList{Text::tr("Controls")};
    // Drawn by weight, told by number.
    const double passed = figures.score.value_or(0);
    const double failed = figures.score ? 100 - passed : 0;
    addRow(section, wordFor(OutcomeStatus::Pass), figures.controls.pass, passed, OutcomeStatus::Pass, {statusFacet(OutcomeStatus::Pass)});
    addRow(section, wordFor(OutcomeStatus::Fail), figures.controls.fail, failed, OutcomeStatus::Fail, {statusFacet(OutcomeStatus::Fail)});
    return section;
}

DashboardSection statusSection(const DashboardFigures &figures)
{
    DashboardSection section;
    section.key = QStringLiteral("status");
    section.title = Text::tr("Controls by status");
    section.shape = DashboardSection::Shape::Donut;
    section.rowHeader = Text::tr("Status");
    section.columns = QStringList{Text::tr("Controls")};
    int controls = 0;
    for (const OutcomeStatus status : allStatuses) {
        const int n = figures.controls.of(status);
        controls += n;
        addRow(section, wordFor(status), n, n, status, {statusFacet(status)},
               Text::tr("Shows every outcome with this status, also those of controls with a worse one."));
    }
    section.center = QString::number(controls);
    section.summary = Text::tr("A control is as good as its worst outcome.");
    return section;
}

DashboardSection findingsSection(const DashboardFigures &figures)
{
    DashboardSection section;
    section.key = QStringLiteral("findings");
    section.title = Text::tr("Findings by severity");
    section.rowHeader = Text::tr("Severity");
    section.columns = QStringList{Text::tr("Open"), Text::tr("Waived")};
    const Facet failing = statusFacet(OutcomeStatus::Fail);
    for (const SeverityFigures &one : figures.findings) {
        const int row = int(section.rows.size());
        section.rows << DashboardRow{wordFor(one.severity), {}, {severityFacet(one.severity), failing}};
        for (const bool waived : {false, true}) {
            const int n = waived ? one.waived : one.open;
            if (n == 0)
                continue;
            const QString words = waived ? Text::tr("%1, waived: %2 (findings)") : Text::tr("%1, open: %2 (findings)");
            section.marks << DashboardMark{row, waived ? 1 : 0, double(n), n, SeverityShare{one.severity, waived},
                                           words.arg(wordFor(one.severity)).arg(n),
                                           {severityFacet(one.severity), failing, waivedFacet(waived)}};
        }
    }
    section.summary = section.marks.isEmpty()
        ? Text::tr("No outcome fails.")
        : Text::tr("%1 open, %2 waived. A waiver accepts a finding for a time; it changes no verdict.")
              .arg(figures.openFindings()).arg(figures.waivedFindings());
    return section;
}

QList<OutcomeStatus> statusesIn(const QList<FrameworkFigures> &frameworks)
{
    QList<OutcomeStatus> statuses;
    for (const OutcomeStatus status : allStatuses) {
        if (std::any_of(frameworks.begin(), frameworks.end(), [=](const FrameworkFigures &one) { return one.controls.of(status) > 0; }))
            statuses << status;
    }
    return statuses;
}

DashboardSection frameworksSection(const DashboardFigures &figures)
{
    DashboardSection section;
    section.key = QStringLiteral("frameworks");
    section.title = Text::tr("Controls by framework");
    section.summary = Text::tr("A control is evidence for the requirements it is mapped to, never proof that they are met.");
    section.rowHeader = Text::tr("Framework");
    const QList<OutcomeStatus> statuses = statusesIn(figures.frameworks);
    for (const OutcomeStatus status : statuses)
        section.columns << wordFor(status);
    for (const FrameworkFigures &one : figures.frameworks) {
        const int row = int(section.rows.size());
        const QString left = one.unmapped == 0 ? QString() : Text::tr(". Not counted, for want of a reviewed mapping: %1").arg(one.unmapped);
        section.rows << DashboardRow{one.framework, one.edition + left, {frameworkFacet(one.framework)}};
        for (const OutcomeStatus status : statuses) {
            if (const int n = one.controls.of(status); n > 0)
                section.marks << DashboardMark{row, int(statuses.indexOf(status)), double(n), n, status,
                                               Text::tr("%1, %2: %3 (controls)").arg(one.framework, wordFor(status)).arg(n),
                                               {frameworkFacet(one.framework), statusFacet(status)}};
        }
    }
    return section;
}

DashboardSection undeterminedSection(const DashboardFigures &figures)
{
    DashboardSection section;
    section.key = QStringLiteral("undetermined");
    section.title = Text::tr("Could not be determined, and why");
    section.rowHeader = Text::tr("Reason");
    section.columns = QStringList{Text::tr("Outcomes")};
    const auto open = [](OutcomeStatus status) { return Facets{statusFacet(status)}; };
    addRow(section, Text::tr("Error while judging"), figures.outcomes.error, figures.outcomes.error, OutcomeStatus::Error,
           open(OutcomeStatus::Error), Text::tr("The program failed; nothing is concluded."));
    for (const ReasonFigures &one : figures.reasons)
        addRow(section, wordFor(one.reason), one.outcomes, one.outcomes, one.reason,
               {statusFacet(OutcomeStatus::NotDetermined), reasonFacet({one.reason})},
               Text::tr("%1 Controls concerned: %2.").arg(sentenceFor(one.reason)).arg(one.controls));
    addRow(section, Text::tr("A person must look"), figures.outcomes.manual, figures.outcomes.manual, OutcomeStatus::Manual,
           open(OutcomeStatus::Manual), Text::tr("The API cannot show it; an attestation settles it."));
    const int left = figures.outcomes.error + figures.outcomes.notDetermined + figures.outcomes.manual;
    section.summary = left == 0 ? Text::tr("Everything was determined.")
                                : Text::tr("%1 outcomes are neither pass nor fail. What was not read never passes.").arg(left);
    return section;
}

QString classesInWords(const QList<ResourceClass> &classes)
{
    QStringList names;
    for (const ResourceClass one : classes)
        names << classWord(one);
    return names.join(QStringLiteral("; "));
}

/// The controls that rest on what was read this far; where none does, what such a reading leaves open.
Facets collectionFacets(const CollectionFigures &figures)
{
    Facets facets;
    if (!figures.controls.isEmpty())
        facets << controlFacet(figures.controls);
    if (figures.state != CollectionState::Complete || figures.controls.isEmpty())
        facets << statusFacet(OutcomeStatus::NotDetermined);
    return facets;
}

DashboardSection collectionSection(const DashboardFigures &figures)
{
    DashboardSection section;
    section.key = QStringLiteral("collection");
    section.title = Text::tr("Completeness of the collection");
    section.rowHeader = Text::tr("Read");
    section.columns = QStringList{Text::tr("Kinds")};
    int complete = 0;
    int all = 0;
    for (const CollectionFigures &one : figures.collection) {
        const int n = int(one.classes.size());
        all += n;
        if (one.state == CollectionState::Complete)
            complete = n;
        const QString controls = one.controls.isEmpty() ? Text::tr("No control needs them.")
                                                        : Text::tr("Controls that need them: %1.").arg(one.controls.size());
        addRow(section, wordFor(one.state), n, n, one.state, collectionFacets(one),
               Text::tr("%1. %2").arg(classesInWords(one.classes), controls));
    }
    section.summary = Text::tr("%1 of %2 kinds of resource were read completely.").arg(complete).arg(all);
    return section;
}

} // namespace

const DashboardMark *DashboardSection::mark(int row, int column) const
{
    const auto found = std::find_if(marks.begin(), marks.end(),
                                    [=](const DashboardMark &one) { return one.row == row && one.column == column; });
    return found == marks.end() ? nullptr : &*found;
}

QList<DashboardSection> dashboardSections(const DashboardFigures &figures)
{
    return {scoreSection(figures),      statusSection(figures),       findingsSection(figures),
            frameworksSection(figures), undeterminedSection(figures), collectionSection(figures)};
}

} // namespace pdsi

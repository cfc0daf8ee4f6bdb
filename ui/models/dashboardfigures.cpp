// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/dashboardfigures.h"

#include "core/controls/control.h"
#include "core/report/report.h"

#include <QMap>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pdsi {

namespace {

QList<SeverityFigures> findingsOf(const Report &report)
{
    QList<SeverityFigures> findings;
    for (const Severity severity : {Severity::Critical, Severity::High, Severity::Medium, Severity::Low})
        findings << SeverityFigures{severity, report.findings().of(severity), 0};
    for (const AssessedOutcome &outcome : report.assessment().outcomes) {
        const ControlResult *control = report.control(outcome.controlId);
        if (outcome.status == OutcomeStatus::Fail && outcome.waiver && control)
            ++findings[int(control->info.severity)].waived;
    }
    return findings;
}

QList<FrameworkFigures> frameworksOf(const Assessment &assessment)
{
    QList<FrameworkFigures> frameworks;
    for (const ControlResult &control : assessment.controls) {
        for (const FrameworkReference &reference : control.info.frameworks) {
            auto at = std::find_if(frameworks.begin(), frameworks.end(), [&](const FrameworkFigures &one) {
                return one.framework == reference.framework;
            });
            if (at == frameworks.end())
                at = frameworks.insert(at, {reference.framework, reference.edition, {}, 0});
            if (reference.reviewed.isEmpty())
                ++at->unmapped;
            else
                at->controls.add(control.status);
        }
    }
    return frameworks;
}

QList<ReasonFigures> reasonsOf(const Assessment &assessment)
{
    QMap<ReasonCode, ReasonFigures> byReason;
    QMap<ReasonCode, QSet<int>> controls;
    for (const AssessedOutcome &outcome : assessment.outcomes) {
        if (outcome.status != OutcomeStatus::NotDetermined || !outcome.reason)
            continue;
        ReasonFigures &figures = byReason[*outcome.reason];
        figures.reason = *outcome.reason;
        ++figures.outcomes;
        controls[*outcome.reason].insert(outcome.controlId);
    }
    QList<ReasonFigures> reasons = byReason.values();
    for (ReasonFigures &figures : reasons)
        figures.controls = int(controls.value(figures.reason).size());
    std::stable_sort(reasons.begin(), reasons.end(),
                     [](const ReasonFigures &a, const ReasonFigures &b) { return a.outcomes > b.outcomes; });
    return reasons;
}

/// Controls of the assessment that need any of these classes.
QList<int> controlsThatNeed(const Assessment &assessment, const QList<ResourceClass> &classes)
{
    QList<int> ids;
    for (const Control &control : registeredControls()) {
        const bool judged = std::any_of(assessment.controls.begin(), assessment.controls.end(),
                                        [&](const ControlResult &result) { return result.info.id == control.id; });
        const bool needs = std::any_of(control.dependencies.begin(), control.dependencies.end(),
                                       [&](ResourceClass one) { return classes.contains(one); });
        if (judged && needs)
            ids << control.id;
    }
    return ids;
}

QList<CollectionFigures> collectionOf(const Assessment &assessment)
{
    QMap<CollectionState, CollectionFigures> byState;
    QList<ResourceClass> incomplete;
    for (const ResourceClassState &state : assessment.snapshot.states) {
        CollectionFigures &figures = byState[state.state];
        figures.state = state.state;
        figures.classes << state.resourceClass;
        if (state.state != CollectionState::Complete)
            incomplete << state.resourceClass;
    }
    QList<CollectionFigures> collection = byState.values();
    const QList<int> hampered = controlsThatNeed(assessment, incomplete);
    for (CollectionFigures &figures : collection) {
        figures.controls = controlsThatNeed(assessment, figures.classes);
        if (figures.state == CollectionState::Complete)
            figures.controls.removeIf([&](int id) { return hampered.contains(id); });
    }
    return collection;
}

} // namespace

DashboardFigures DashboardFigures::of(const std::shared_ptr<const Assessment> &assessment)
{
    const Report report(assessment);
    DashboardFigures figures = ofControls(*assessment);
    for (const AssessedOutcome &outcome : assessment->outcomes)
        figures.outcomes.add(outcome.status);
    figures.findings = findingsOf(report);
    figures.frameworks = frameworksOf(*assessment);
    figures.reasons = reasonsOf(*assessment);
    figures.collection = collectionOf(*assessment);
    return figures;
}

DashboardFigures DashboardFigures::ofControls(const Assessment &assessment)
{
    DashboardFigures figures;
    if (const auto exact = assessment.score())
        figures.score = std::round(*exact * 10) / 10;
    figures.controls = assessment.controlCounts();
    figures.partialView = assessment.partialView;
    return figures;
}

int DashboardFigures::openFindings() const
{
    return std::accumulate(findings.begin(), findings.end(), 0,
                           [](int sum, const SeverityFigures &one) { return sum + one.open; });
}

int DashboardFigures::waivedFindings() const
{
    return std::accumulate(findings.begin(), findings.end(), 0,
                           [](int sum, const SeverityFigures &one) { return sum + one.waived; });
}

} // namespace pdsi

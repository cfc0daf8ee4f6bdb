// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/dashboardfigures.h"

#include "core/controls/control.h"

#include <QHash>
#include <QMap>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pdsi {

namespace {

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

/// Everything that is counted by outcome, in one walk: there may be a million of them.
void countOutcomes(const Assessment &assessment, DashboardFigures &figures)
{
    for (const Severity severity : {Severity::Critical, Severity::High, Severity::Medium, Severity::Low})
        figures.findings << SeverityFigures{severity, 0, 0};
    QHash<int, Severity> severities;
    for (const ControlResult &control : assessment.controls)
        severities.insert(control.info.id, control.info.severity);
    QMap<ReasonCode, ReasonFigures> reasons;
    QMap<ReasonCode, QSet<int>> controls;
    for (const AssessedOutcome &outcome : assessment.outcomes) {
        figures.outcomes.add(outcome.status);
        const auto severity = severities.constFind(outcome.controlId);
        if (outcome.status == OutcomeStatus::Fail && severity != severities.constEnd()) {
            SeverityFigures &its = figures.findings[int(*severity)];
            ++(outcome.waiver ? its.waived : its.open);
        } else if (outcome.status == OutcomeStatus::NotDetermined && outcome.reason) {
            ReasonFigures &its = reasons[*outcome.reason];
            its.reason = *outcome.reason;
            ++its.outcomes;
            controls[*outcome.reason].insert(outcome.controlId);
        }
    }
    figures.reasons = reasons.values();
    for (ReasonFigures &its : figures.reasons)
        its.controls = int(controls.value(its.reason).size());
    std::stable_sort(figures.reasons.begin(), figures.reasons.end(),
                     [](const ReasonFigures &a, const ReasonFigures &b) { return a.outcomes > b.outcomes; });
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

DashboardFigures DashboardFigures::of(const Assessment &assessment)
{
    DashboardFigures figures = ofControls(assessment);
    countOutcomes(assessment, figures);
    figures.frameworks = frameworksOf(assessment);
    figures.collection = collectionOf(assessment);
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

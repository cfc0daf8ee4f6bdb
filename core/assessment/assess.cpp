// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/assess.h"

#include "core/assessment/evidenceresolver.h"
#include "core/assessment/fingerprint.h"
#include "core/assessment/rollup.h"
#include "core/base/logging.h"

#include <algorithm>
#include <exception>

namespace pdsi {

namespace {

QList<ControlInfo> selected(const QList<ControlInfo> &catalog, const AssessmentOptions &options)
{
    const bool extended = options.profile == QLatin1String("extended");
    QList<ControlInfo> chosen;
    for (const ControlInfo &info : catalog) {
        const bool asked = !options.controls || options.controls->contains(info.id);
        if (asked && info.severity <= options.leastSeverity && (extended || info.inSpecification))
            chosen << info;
    }
    return chosen;
}

Outcome ourFailure(const QString &subdomain)
{
    Outcome outcome;
    outcome.status = OutcomeStatus::Error;
    const QString id = subdomain.isEmpty() ? QStringLiteral("account") : subdomain;
    outcome.resource = {QStringLiteral("account"), id, id, {}};
    outcome.message = QStringLiteral("The program failed while judging this control; nothing is concluded.");
    return outcome;
}

QList<Outcome> evaluate(ControlFunction function, const Inventory &inventory, const EvaluationContext &context, int id)
{
    if (function) {
        try {
            return function(inventory, context);
        } catch (const std::exception &problem) {
            qCWarning(lcControls, "control %d failed: %s", id, problem.what());
        } catch (...) {
            qCWarning(lcControls, "control %d failed", id);
        }
    } else {
        qCWarning(lcControls, "control %d is in the catalogue but not in the program", id);
    }
    return {ourFailure(inventory.subdomain)};
}

/// Gives a control's outcomes their lifecycle: settled, identified, waived; in report order.
QList<AssessedOutcome> withLifecycle(const QList<Outcome> &outcomes, int controlId, const AssessmentOptions &options)
{
    QList<AssessedOutcome> assessed;
    assessed.reserve(outcomes.size());
    for (const Outcome &outcome : outcomes) {
        AssessedOutcome &added = assessed.emplaceBack();
        static_cast<Outcome &>(added) = outcome;
        added.controlId = controlId;
        options.attestations.settle(added, options.asOf);
        if (added.status != OutcomeStatus::Fail)
            continue;
        added.fingerprint = findingFingerprint(controlId, added.resource.kind, added.resource.id);
        added.waiver = options.waivers.find(added, options.asOf);
    }
    std::stable_sort(assessed.begin(), assessed.end(), outcomeLess);
    return assessed;
}

SnapshotInfo infoWithStates(const Inventory &inventory)
{
    SnapshotInfo info = inventory.info();
    info.states.clear();
    for (int c = 0; c < resourceClassCount; ++c)
        info.states << inventory.state(static_cast<ResourceClass>(c));
    return info;
}

std::shared_ptr<Assessment> emptyAssessment(const Inventory &inventory, const AssessmentOptions &options)
{
    auto assessment = std::make_shared<Assessment>();
    assessment->id = options.id;
    assessment->toolVersion = options.toolVersion;
    assessment->asOf = options.asOf;
    assessment->assessedAt = options.assessedAt;
    assessment->profile = options.profile;
    assessment->parameters = options.parameters;
    assessment->signIn = options.signIn;
    assessment->subdomain = inventory.subdomain;
    assessment->partialView = inventory.keyScope != KeyScope::Account;
    assessment->snapshot = infoWithStates(inventory);
    assessment->requests = inventory.requests();
    return assessment;
}

} // namespace

std::shared_ptr<const Assessment> assess(const std::shared_ptr<const Inventory> &inventory,
                                         const AssessmentOptions &options)
{
    const auto catalog = loadControlCatalog();
    if (!catalog)
        qFatal("built-in catalogue: %s", qPrintable(catalog.error().detail));
    return assess(inventory, options, *catalog, registeredControls());
}

std::shared_ptr<const Assessment> assess(const std::shared_ptr<const Inventory> &inventory,
                                         const AssessmentOptions &options, const QList<ControlInfo> &catalog,
                                         const QList<Control> &controls)
{
    auto assessment = emptyAssessment(*inventory, options);
    const EvaluationContext context(*inventory, options.asOf, options.parameters);
    QHash<int, ControlFunction> functions;
    for (const Control &control : controls)
        functions.insert(control.id, control.evaluate);

    for (const ControlInfo &info : selected(catalog, options)) {
        const QList<Outcome> outcomes = evaluate(functions.value(info.id), *inventory, context, info.id);
        const QList<AssessedOutcome> assessed = withLifecycle(outcomes, info.id, options);
        ControlResult result = rollUp(info, {assessed.constData(), std::size_t(assessed.size())});
        result.firstOutcome = assessment->outcomes.size();
        result.outcomeCount = assessed.size();
        assessment->controls << result;
        assessment->outcomes << assessed;
    }
    assessment->bodiless = resolveEvidence(assessment->outcomes, *inventory);
    if (options.baseline)
        options.baseline->compare(*assessment);
    return assessment;
}

} // namespace pdsi

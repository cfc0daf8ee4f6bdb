// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/bundling.h"

#include "core/report/reconcile.h"

#include <QIODevice>
#include <QSet>

#include <algorithm>

namespace pdsi {

namespace {

/// What must be the same of an outcome after redaction.
QString identityOf(const AssessedOutcome &outcome)
{
    return QStringLiteral("control %1, %2 %3: %4").arg(outcome.controlId).arg(outcome.resource.kind, outcome.resource.id,
                                                                             outcomeStatusName(outcome.status));
}

QHash<QString, QList<qsizetype>> byIdentity(const Assessment &assessment)
{
    QHash<QString, QList<qsizetype>> all;
    for (qsizetype i = 0; i < assessment.outcomes.size(); ++i)
        all[identityOf(assessment.outcomes.at(i))] << i;
    return all;
}

/// The first verdict of `before` that `after` does not have as often; empty when they agree.
QString firstDifference(const Assessment &before, const Assessment &after)
{
    QHash<QString, int> left;
    for (const AssessedOutcome &outcome : after.outcomes)
        ++left[identityOf(outcome)];
    for (const AssessedOutcome &outcome : before.outcomes) {
        if (--left[identityOf(outcome)] < 0)
            return identityOf(outcome);
    }
    for (auto it = left.begin(); it != left.end(); ++it) {
        if (it.value() > 0)
            return QStringLiteral("new: %1").arg(it.key());
    }
    return {};
}

/// Outcomes are sorted by name, and names changed: the same findings have other indexes.
ReportScope sameScope(const ReportScope &scope, const Assessment &before, const Assessment &after, const PersonalText &text)
{
    ReportScope same{text.clean(scope.words), std::nullopt};
    if (!scope.outcomes)
        return same;
    const auto indexes = byIdentity(after);
    const auto old = byIdentity(before);
    QList<qsizetype> chosen;
    for (const qsizetype index : *scope.outcomes) {
        const QString identity = identityOf(before.outcomes.at(index));
        chosen << indexes.value(identity).value(old.value(identity).indexOf(index));
    }
    std::sort(chosen.begin(), chosen.end());
    same.outcomes = chosen;
    return same;
}

void takePeopleOut(AssessedOutcome &outcome, const PersonalText &text)
{
    if (outcome.waiver) {
        outcome.waiver->approver = text.person(outcome.waiver->approver);
        outcome.waiver->reason = text.clean(outcome.waiver->reason);
        outcome.waiver->ticket = text.clean(outcome.waiver->ticket);
    }
    if (outcome.attestation) {
        outcome.attestation->attestedBy = text.person(outcome.attestation->attestedBy);
        outcome.attestation->statement = text.clean(outcome.attestation->statement);
        outcome.message = text.clean(outcome.message);
    }
}

/// What people said about the account, in waivers, attestations and earlier reports, names people too.
std::shared_ptr<const Assessment> withoutPeople(const Assessment &assessment, const PersonalText &text)
{
    auto cleaned = std::make_shared<Assessment>(assessment);
    for (AssessedOutcome &outcome : cleaned->outcomes)
        takePeopleOut(outcome, text);
    for (ControlResult &control : cleaned->controls) {
        const auto begin = cleaned->outcomes.cbegin() + control.firstOutcome;
        if (std::any_of(begin, begin + control.outcomeCount, [](const AssessedOutcome &o) { return o.attestation.has_value(); }))
            control.message = text.clean(control.message);
    }
    cleaned->baselineName = text.clean(cleaned->baselineName);
    for (BaselineFinding &finding : cleaned->resolved) {
        const bool person = finding.resource.kind == QLatin1String("user");
        finding.resource.name = person ? text.pseudonym(finding.resource.id) : text.clean(finding.resource.name);
        finding.message = text.clean(finding.message);
    }
    return cleaned;
}

} // namespace

AssessmentOptions optionsOf(const Assessment &assessment)
{
    AssessmentOptions options;
    options.asOf = assessment.asOf;
    options.assessedAt = assessment.assessedAt;
    options.id = assessment.id;
    options.toolVersion = assessment.toolVersion;
    options.profile = assessment.profile;
    options.parameters = assessment.parameters;
    options.signIn = assessment.signIn;
    QSet<int> controls;
    for (const ControlResult &control : assessment.controls)
        controls.insert(control.info.id);
    options.controls = controls;
    return options;
}

Result<RedactedAudit> redactAudit(const JudgedSnapshot &judged, const AssessmentOptions &assessed, const ReportOptions &options,
                                  const RedactionKey &key)
{
    RedactedAudit audit{{}, options, redactSnapshot(judged.inventory->snapshot(), key)};
    audit.judged.inventory = Inventory::load(audit.redacted.snapshot);
    const auto again = assess(audit.judged.inventory, assessed);
    if (const QString difference = firstDifference(*judged.assessment, *again); !difference.isEmpty())
        return Error{ErrorCode::Internal, QStringLiteral("the redacted account is judged otherwise (%1)").arg(difference)};
    const PersonalText &text = *audit.redacted.text;
    audit.judged.assessment = withoutPeople(*again, text);
    audit.options.redacted = true;
    audit.options.operatorName = text.person(options.operatorName);
    audit.options.scope = sameScope(options.scope, *judged.assessment, *again, text);
    return audit;
}

Result<BundleContent> bundleOf(const Report &report, const QList<BundleReport> &more)
{
    QHash<ReportFormat, QByteArray> produced;
    for (const ReportFormat format : reportFormats())
        produced.insert(format, exportReport(report, format));
    if (auto same = reconcile(report, produced); !same)
        return same.error();
    const Assessment &assessment = report.assessment();
    BundleContent content{report.inventory()->snapshot(), {}, assessment.subdomain, assessment.toolVersion, assessment.id,
                          assessment.asOf, assessment.assessedAt, report.options().redacted};
    for (const ReportFormat format : reportFormats()) {
        content.reports << BundleReport{QStringLiteral("report.") + reportFormatSuffix(format),
                                        [bytes = produced.value(format)](QIODevice &device) { return device.write(bytes) == bytes.size(); }};
    }
    content.reports << more;
    return content;
}

} // namespace pdsi

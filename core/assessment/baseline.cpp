// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/baseline.h"

#include "core/assessment/entryreader.h"
#include "core/assessment/fingerprint.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

namespace pdsi {

namespace {

/// What this run can say about the controls and resources of the baseline.
struct Coverage {
    QSet<int> judgedControls;
    QSet<int> unsureControls;       ///< with an outcome that is undetermined for a whole class
    QSet<QString> unsureResources;  ///< fingerprints of outcomes without a verdict
    QSet<QString> failing;
};

Coverage coverageOf(const Assessment &assessment, const QList<QString> &fingerprints)
{
    Coverage coverage;
    for (const ControlResult &control : assessment.controls)
        coverage.judgedControls.insert(control.info.id);
    for (qsizetype i = 0; i < assessment.outcomes.size(); ++i) {
        const AssessedOutcome &outcome = assessment.outcomes.at(i);
        if (outcome.status == OutcomeStatus::Fail) {
            coverage.failing.insert(fingerprints.at(i));
        } else if (outcome.status == OutcomeStatus::Error || outcome.status == OutcomeStatus::NotDetermined
                   || outcome.status == OutcomeStatus::Manual) {
            coverage.unsureResources.insert(fingerprints.at(i));
            if (outcome.resource.id == QLatin1String("*") || outcome.status == OutcomeStatus::Error)
                coverage.unsureControls.insert(outcome.controlId);
        }
    }
    return coverage;
}

bool isGone(const BaselineFinding &finding, const Coverage &coverage)
{
    return coverage.judgedControls.contains(finding.controlId) && !coverage.unsureControls.contains(finding.controlId)
        && !coverage.unsureResources.contains(finding.fingerprint) && !coverage.failing.contains(finding.fingerprint);
}

} // namespace

Result<Baseline> Baseline::fromJson(const QByteArray &json, const QString &name)
{
    const auto list = readEntryList(json, QStringLiteral("outcomes"));
    if (!list)
        return Error{list.error().code, QStringLiteral("%1: no JSON report (%2)").arg(name, list.error().detail)};
    Baseline baseline;
    baseline.m_name = name;
    for (const QJsonValue &outcome : *list) {
        const QString fingerprint = outcome[u"fingerprint"].toString();
        if (outcome[u"status"].toString() != QLatin1String("fail") || fingerprint.isEmpty())
            continue;
        const QJsonValue resource = outcome[u"resource"];
        baseline.m_findings.insert(
            fingerprint, {outcome[u"controlId"].toInt(),
                          {resource[u"kind"].toString(), resource[u"id"].toString(), resource[u"name"].toString(),
                           resource[u"url"].toString()},
                          outcome[u"message"].toString(), fingerprint});
    }
    return baseline;
}

Result<Baseline> Baseline::fromFile(const QString &path)
{
    const auto content = readWholeFile(path);
    return content ? fromJson(*content, QFileInfo(path).fileName()) : Result<Baseline>(content.error());
}

void Baseline::compare(Assessment &assessment) const
{
    assessment.baselineName = m_name;
    QList<QString> fingerprints;
    fingerprints.reserve(assessment.outcomes.size());
    for (AssessedOutcome &outcome : assessment.outcomes) {
        const QString fingerprint = findingFingerprint(outcome.controlId, outcome.resource.kind, outcome.resource.id);
        const bool known = contains(fingerprint);
        if (outcome.status == OutcomeStatus::Fail)
            outcome.baseline = known ? BaselineState::Unchanged : BaselineState::New;
        else if (known && (outcome.status == OutcomeStatus::Pass || outcome.status == OutcomeStatus::NotApplicable))
            outcome.baseline = BaselineState::Absent;
        fingerprints << fingerprint;
    }
    const Coverage coverage = coverageOf(assessment, fingerprints);
    for (const BaselineFinding &finding : m_findings) {
        if (isGone(finding, coverage))
            assessment.resolved << finding;
    }
    std::sort(assessment.resolved.begin(), assessment.resolved.end(),
              [](const BaselineFinding &a, const BaselineFinding &b) {
                  return std::tie(a.controlId, a.resource.name, a.fingerprint)
                      < std::tie(b.controlId, b.resource.name, b.fingerprint);
              });
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include <algorithm>
#include <cmath>

namespace pdsi {

int FindingCounts::atLeast(Severity severity) const
{
    int sum = 0;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(severity); ++i)
        sum += bySeverity.at(i);
    return sum;
}

Report::Report(std::shared_ptr<const Assessment> assessment) : Report({std::move(assessment), nullptr, nullptr}, {}) {}

Report::Report(ReportSource source, ReportOptions options)
    : m_source(std::move(source)), m_options(std::move(options)), m_controlCounts(assessment().controlCounts())
{
    if (const auto exact = assessment().score())
        m_score = std::round(*exact * 10) / 10;
    for (qsizetype i = 0; i < assessment().controls.size(); ++i)
        m_controlIndex.insert(assessment().controls.at(i).info.id, i);
    for (qsizetype i = 0; i < assessment().requests.size(); ++i)
        m_requestIndex.insert(assessment().requests.at(i).id, i);
    for (qsizetype i = 0; i < assessment().outcomes.size(); ++i) {
        const AssessedOutcome &outcome = assessment().outcomes.at(i);
        if (outcome.status != OutcomeStatus::Fail)
            continue;
        if (inScope(i))
            m_findingsInScope << i;
        if (outcome.waiver) {
            ++m_findings.waived;
            continue;
        }
        ++m_findings.open;
        if (const ControlResult *its = control(outcome.controlId))
            ++m_findings.bySeverity.at(static_cast<std::size_t>(its->info.severity));
    }
}

bool Report::inScope(qsizetype outcome) const
{
    const auto &chosen = m_options.scope.outcomes;
    return !chosen || std::binary_search(chosen->begin(), chosen->end(), outcome);
}

QString Report::scoreBasis()
{
    return QStringLiteral("passed/(passed+failed) controls, weighted critical 10, high 5, medium 3, low 1");
}

const ControlResult *Report::control(int controlId) const
{
    const auto found = m_controlIndex.constFind(controlId);
    return found == m_controlIndex.constEnd() ? nullptr : &assessment().controls.at(*found);
}

const RequestRecord *Report::request(int requestId) const
{
    const auto found = m_requestIndex.constFind(requestId);
    return found == m_requestIndex.constEnd() ? nullptr : &assessment().requests.at(*found);
}

} // namespace pdsi

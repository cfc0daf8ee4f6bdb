// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include <cmath>

namespace pdsi {

int FindingCounts::atLeast(Severity severity) const
{
    int sum = 0;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(severity); ++i)
        sum += bySeverity.at(i);
    return sum;
}

Report::Report(std::shared_ptr<const Assessment> assessment)
    : m_assessment(std::move(assessment)), m_controlCounts(m_assessment->controlCounts())
{
    if (const auto exact = m_assessment->score())
        m_score = std::round(*exact * 10) / 10;
    for (qsizetype i = 0; i < m_assessment->controls.size(); ++i)
        m_controlIndex.insert(m_assessment->controls.at(i).info.id, i);
    for (qsizetype i = 0; i < m_assessment->requests.size(); ++i)
        m_requestIndex.insert(m_assessment->requests.at(i).id, i);
    for (const AssessedOutcome &outcome : m_assessment->outcomes) {
        if (outcome.status != OutcomeStatus::Fail)
            continue;
        if (outcome.waiver) {
            ++m_findings.waived;
            continue;
        }
        ++m_findings.open;
        if (const ControlResult *its = control(outcome.controlId))
            ++m_findings.bySeverity.at(static_cast<std::size_t>(its->info.severity));
    }
}

QString Report::scoreBasis()
{
    return QStringLiteral("passed/(passed+failed) controls, weighted critical 10, high 5, medium 3, low 1");
}

const ControlResult *Report::control(int controlId) const
{
    const auto found = m_controlIndex.constFind(controlId);
    return found == m_controlIndex.constEnd() ? nullptr : &m_assessment->controls.at(*found);
}

const RequestRecord *Report::request(int requestId) const
{
    const auto found = m_requestIndex.constFind(requestId);
    return found == m_requestIndex.constEnd() ? nullptr : &m_assessment->requests.at(*found);
}

} // namespace pdsi

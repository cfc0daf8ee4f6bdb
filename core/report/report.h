// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <array>

namespace pdsi {

/// Findings by lifecycle and severity.
struct FindingCounts {
    int open = 0;
    int waived = 0;
    std::array<int, 4> bySeverity{};  ///< open ones only, by Severity

    int of(Severity severity) const { return bySeverity.at(static_cast<std::size_t>(severity)); }
    int atLeast(Severity severity) const;
};

/// An assessment with everything every format derives from it, worked out once so that all formats agree.
class Report
{
public:
    explicit Report(std::shared_ptr<const Assessment> assessment);

    const Assessment &assessment() const { return *m_assessment; }
    const StatusCounts &controlCounts() const { return m_controlCounts; }
    const FindingCounts &findings() const { return m_findings; }
    /// One decimal; nullopt when no control passed or failed.
    std::optional<double> score() const { return m_score; }
    static QString scoreBasis();

    const ControlResult *control(int controlId) const;
    const RequestRecord *request(int requestId) const;
    /// Line of a request in `requests.jsonl`, from 1; 0 when there is none.
    int requestLine(int requestId) const { return int(m_requestIndex.value(requestId, -1)) + 1; }

private:
    std::shared_ptr<const Assessment> m_assessment;
    StatusCounts m_controlCounts;
    FindingCounts m_findings;
    std::optional<double> m_score;
    QHash<int, qsizetype> m_controlIndex;
    QHash<int, qsizetype> m_requestIndex;
};

} // namespace pdsi

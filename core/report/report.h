// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/coverage/accountcoverage.h"
#include "core/report/reportoptions.h"
#include "core/snapshot/inventory.h"

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

/// What a report is made of; all of the same snapshot.
struct ReportSource {
    std::shared_ptr<const Assessment> assessment;
    /// Both or neither: without them a report has no pictures of coverage and escalation, and says so.
    std::shared_ptr<const Inventory> inventory;
    std::shared_ptr<const AccountCoverage> coverage;
};

/// An assessment with everything every format derives from it, worked out once so that all formats agree.
/// Immutable; safe to share between threads.
class Report
{
public:
    explicit Report(std::shared_ptr<const Assessment> assessment);
    Report(ReportSource source, ReportOptions options);

    const Assessment &assessment() const { return *m_source.assessment; }
    const ReportOptions &options() const { return m_options; }
    /// Null when the report was made without.
    const Inventory *inventory() const { return m_source.inventory.get(); }
    const AccountCoverage *coverage() const { return m_source.coverage.get(); }

    bool inScope(qsizetype outcome) const;
    /// Indexes of the failing outcomes in scope, waived ones included, in the order of the assessment.
    const QList<qsizetype> &findingsInScope() const { return m_findingsInScope; }

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
    ReportSource m_source;
    ReportOptions m_options;
    QList<qsizetype> m_findingsInScope;
    StatusCounts m_controlCounts;
    FindingCounts m_findings;
    std::optional<double> m_score;
    QHash<int, qsizetype> m_controlIndex;
    QHash<int, qsizetype> m_requestIndex;
};

} // namespace pdsi

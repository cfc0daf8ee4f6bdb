// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace pdsi {

/// For whom: how much of the HTML and PDF reports is written. JSON, SARIF, CSV and OSCAL do not depend on it.
enum class ReportDepth : quint8 {
    Executive, ///< cover, summary with charts, the controls in one table, what could not be determined
    Manager,   ///< and the control pages with their findings, coverage pictures, population
    Auditor,   ///< and the evidence of every finding, waivers, parameters, request log, method
};
/// `executive`, `manager`, `auditor`.
QString reportDepthName(ReportDepth depth);
std::optional<ReportDepth> reportDepthFromName(QStringView name);

enum class ReportGrouping : quint8 { Severity, Framework };
/// `severity`, `framework`.
QString reportGroupingName(ReportGrouping grouping);
std::optional<ReportGrouping> reportGroupingFromName(QStringView name);

/// Which findings the report is about. The JSON report always holds every outcome.
struct ReportScope {
    QString words;                            ///< how the reader is told, e.g. `severity:high framework:"SOC 2"`; empty = all
    std::optional<QList<qsizetype>> outcomes; ///< indexes in Assessment::outcomes, ascending; nullopt = all

    bool isWhole() const { return !outcomes; }
    bool operator==(const ReportScope &) const = default;
};

struct ReportOptions {
    ReportDepth depth = ReportDepth::Auditor;
    ReportGrouping grouping = ReportGrouping::Severity;
    QString framework;        ///< with Framework grouping: only this one; empty = all
    ReportScope scope;
    QString operatorName;     ///< who made the report; empty = not said
    bool redacted = false;    ///< people are pseudonyms; said on the cover and in the header of every format
    int sampleSize = 0;       ///< findings drawn for the auditor; 0 = none
    quint64 sampleSeed = 0;

    bool operator==(const ReportOptions &) const = default;
};

} // namespace pdsi

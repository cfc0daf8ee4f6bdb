// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/controls/outcome.h"
#include "core/report/reportexport.h"
#include "core/report/reportoptions.h"
#include "ui/models/searchwords.h"

#include <QJsonObject>

#include <memory>

namespace pdsi {

struct Assessment;

enum class ReportKind : quint8 { Pdf, Html, Xlsx, Sarif, Json, Csv, Oscal, Bundle };
/// What a chooser shows: "PDF document".
QString reportKindText(ReportKind kind);
/// The format that is exported; none for the PDF, which is painted, and the bundle, which holds them all.
std::optional<ReportFormat> reportKindFormat(ReportKind kind);
/// Without a dot: `pdf`, `oscal.json`, `zip`.
QString reportKindSuffix(ReportKind kind);
/// True where depth, grouping and scope change what is written.
bool reportKindIsForReading(ReportKind kind);
/// True where only the findings in scope are written.
bool reportKindHasScope(ReportKind kind);

/// What the report dialog asks, without the secret. Kept as a preset by name.
struct ReportChoice {
    ReportKind kind = ReportKind::Pdf;
    ReportDepth depth = ReportDepth::Auditor;
    ReportGrouping grouping = ReportGrouping::Severity;
    QString framework;                   ///< with Framework grouping; empty = all
    bool onlyFiltered = false;           ///< only what the findings table's search words let through
    Severity leastSeverity = Severity::Low;
    QString operatorName;
    bool redacted = false;
    int sampleSize = 0;                  ///< 0 = no sample drawn
    quint64 sampleSeed = 1;
    bool letter = false;                 ///< PDF: Letter paper instead of A4
    bool isSigned = true;                ///< bundle: with this person's key
    bool isStamped = true;               ///< bundle: by the time stamp authority of the settings, where they name one
    bool attachments = true;             ///< PDF: the JSON report and the request log inside

    bool operator==(const ReportChoice &) const = default;
    QJsonObject toJson() const;
    /// Unknown names and values out of range keep the default.
    static ReportChoice fromJson(const QJsonObject &json);
};

struct ReportPreset {
    QString name;
    ReportChoice choice;
    bool builtIn = false;
    bool operator==(const ReportPreset &) const = default;
};
/// For whom reports are usually made.
QList<ReportPreset> builtInReportPresets();
/// As kept in the settings: one JSON object a preset. What cannot be read is left out.
QList<ReportPreset> reportPresetsFrom(const QStringList &kept);
QStringList keptReportPresets(const QList<ReportPreset> &presets);

/// The words that say what is in scope; empty = everything.
SearchWords scopeWords(const ReportChoice &choice, const SearchWords &filter);
/// The findings these words let through. InvalidArgument, with the reason in words, when they cannot be understood.
/// Blocking for large assessments: run it in a worker.
Result<ReportScope> reportScope(const std::shared_ptr<const Assessment> &assessment, const SearchWords &words);

} // namespace pdsi

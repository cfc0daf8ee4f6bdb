// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/bundleflags.h"
#include "app/cli/pdfflags.h"
#include "core/account/connection.h"
#include "core/base/parameters.h"
#include "core/base/secret.h"
#include "core/controls/outcome.h"
#include "core/report/reportexport.h"

#include <QSet>

#include <chrono>

namespace pdsi::cli {

enum class Source : quint8 { Live, Archive, Sample };
enum class ProgressStyle : quint8 { Auto, Never, Plain };

/// The command line after checking. Every value is in range.
struct Options {
    Source source = Source::Live;
    QString archivePath;                    ///< --snapshot
    QString connectionName;                 ///< --connection; empty = from the flags below
    QUrl baseUrl;
    Secret apiKey;                          ///< from flag or environment; empty when it comes from stdin or the keychain
    bool apiKeyOnCommandLine = false;
    bool apiKeyFromStdin = false;
    QString requesterEmail;

    QSet<int> controls;                     ///< empty = all
    QSet<int> skippedControls;
    Severity leastSeverity = Severity::Low;
    QList<QPair<QString, QString>> parameters; ///< --set and its shorthands, in order, already validated
    QString profile = QStringLiteral("specification");
    std::optional<Instant> now;

    ReportFormat format = ReportFormat::Json;
    bool asPdf = false;                     ///< instead of `format`; `outputPath` is set
    PdfFlags pdf;
    ReportOptions report;
    QString outputPath;                     ///< empty = stdout
    QString saveSnapshotPath;
    BundleOptions bundle;
    QString waiversPath;
    QString attestationsPath;
    QString baselinePath;
    std::optional<Severity> failOn;

    bool includeAnalytics = false;
    bool fresh = false;
    int concurrency = 10;
    std::chrono::milliseconds timeout{30'000};
    ProgressStyle progress = ProgressStyle::Auto;
    bool verbose = false;
};

/// What the command line asks for.
struct ParsedCommandLine {
    enum class Action : quint8 { Run, ShowHelp, ShowVersion } action = Action::Run;
    Options options;
    QString helpText;
};

/// Parses arguments (the program's name first) and the PAGERDUTY_* environment.
/// InvalidArgument with a sentence for the user when anything is wrong.
Result<ParsedCommandLine> parseCommandLine(const QStringList &arguments, const QHash<QString, QString> &environment);

/// `30s`, `1m30s`, `500ms`, `2m`: 1 ms to 10 min.
std::optional<std::chrono::milliseconds> parseDuration(const QString &text);

} // namespace pdsi::cli

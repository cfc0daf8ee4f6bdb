// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QCommandLineParser>
#include <QHash>

namespace pdsi::cli {

/// How a PDF is closed or kept.
struct PdfFlags {
    bool archival = false;            ///< --pdf-archive: PDF/A-1b, without attachments and password
    bool passwordFromStdin = false;   ///< --pdf-password-stdin: `password` is read when the command runs
    Secret password;                  ///< from PAGERDUTY_REPORT_PASSWORD; empty = none
};

void declarePdfFlags(QCommandLineParser &parser);

/// InvalidArgument with a sentence for the user when a combination or the password of the environment is not allowed.
/// `asPdf`: the report is a PDF; for other formats the environment is not looked at.
Result<PdfFlags> readPdfFlags(const QCommandLineParser &parser, const QHash<QString, QString> &environment, bool asPdf);

/// What PDF readers take: 1 to 127 bytes, none of them zero. InvalidArgument names `source`, never the password.
Result<Secret> pdfPassword(QByteArray text, const QString &source);

} // namespace pdsi::cli

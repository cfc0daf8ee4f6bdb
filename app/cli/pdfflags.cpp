// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pdfflags.h"

namespace pdsi::cli {

namespace {

const QString archiveFlag = QStringLiteral("pdf-archive");
const QString passwordFlag = QStringLiteral("pdf-password-stdin");
const QString passwordVariable = QStringLiteral("PAGERDUTY_REPORT_PASSWORD");

/// Of AES-256 in PDF; readers cut what is longer.
constexpr qsizetype longestPassword = 127;

Error pdfRefusal(const QString &what, const QString &sentence)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("%1: %2").arg(what, sentence)};
}

} // namespace

void declarePdfFlags(QCommandLineParser &parser)
{
    parser.addOption({archiveFlag, QStringLiteral("Write the pdf as PDF/A-1b, for archives: without attachments and password.")});
    parser.addOption({passwordFlag, QStringLiteral("Encrypt the pdf of --output (AES-256): it opens with the first line of standard "
                                                   "input only, or with PAGERDUTY_REPORT_PASSWORD where this flag is not given.")});
}

Result<PdfFlags> readPdfFlags(const QCommandLineParser &parser, const QHash<QString, QString> &environment, bool asPdf)
{
    for (const QString &flag : {archiveFlag, passwordFlag}) {
        if (!asPdf && parser.isSet(flag))
            return pdfRefusal(QStringLiteral("--") + flag, QStringLiteral("it needs --format pdf."));
    }
    PdfFlags flags;
    if (!asPdf)
        return flags;
    flags.archival = parser.isSet(archiveFlag);
    flags.passwordFromStdin = parser.isSet(passwordFlag);
    if (flags.passwordFromStdin && parser.isSet(QStringLiteral("api-key-stdin")))
        return pdfRefusal(QStringLiteral("--pdf-password-stdin"), QStringLiteral("standard input holds one secret, and --api-key-stdin "
                                                                             "reads it too. Set PAGERDUTY_API_KEY or PAGERDUTY_REPORT_PASSWORD instead."));
    const bool fromEnvironment = !flags.passwordFromStdin && environment.contains(passwordVariable);
    if (flags.archival && (flags.passwordFromStdin || fromEnvironment))
        return pdfRefusal(QStringLiteral("--pdf-archive"), QStringLiteral("PDF/A-1b knows no password: leave out %1.")
                                                               .arg(fromEnvironment ? passwordVariable : QStringLiteral("--") + passwordFlag));
    if (!fromEnvironment)
        return flags;
    auto password = pdfPassword(environment.value(passwordVariable).toUtf8(), passwordVariable);
    if (!password)
        return password.error();
    flags.password = std::move(password).value();
    return flags;
}

Result<Secret> pdfPassword(QByteArray text, const QString &source)
{
    if (text.isEmpty())
        return pdfRefusal(source, QStringLiteral("the password is empty."));
    if (text.size() > longestPassword || text.contains('\0'))
        return pdfRefusal(source, QStringLiteral("a password has at most %1 bytes, none of them zero.").arg(longestPassword));
    return Secret(std::move(text));
}

} // namespace pdsi::cli

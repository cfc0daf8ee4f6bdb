// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bundleflags.h"

#include "app/cli/messages.h"
#include "core/session/timestampclient.h"

namespace pdsi::cli {

namespace {

struct BundleFlag {
    const char *name;
    const char *value;   ///< nullptr = takes none
    const char *help;
};

constexpr BundleFlag bundleFlags[] = {
    {"bundle", "FILE", "Also write an evidence bundle (.zip): every report, the snapshot, the answers and a signed manifest."},
    {"unsigned", nullptr, "Write the bundle without a signature."},
    {"timestamp-url", "URL", "Have the bundle stamped by this time stamp authority (RFC 3161, https or http); it sees a digest only."},
    {"timestamp-ca", "FILE", "Take only a stamp that leads to one of these certificates (PEM) or that the system trusts."},
    {"redact", nullptr, "Replace people by pseudonyms in the report and the bundle; --save-snapshot keeps the original."},
    {"redaction-key", "FILE", "Make the pseudonyms with this key, the same every time; it is made where there is none."},
    {"redaction-table", "FILE", "Write who is behind the pseudonyms to this file, which is never part of the bundle."},
};

Error refusedFlag(const char *flag, const QString &sentence)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("--%1: %2").arg(QString::fromLatin1(flag), sentence)};
}

} // namespace

void declareBundleFlags(QCommandLineParser &parser)
{
    for (const BundleFlag &flag : bundleFlags) {
        QCommandLineOption option(QString::fromLatin1(flag.name), QString::fromLatin1(flag.help));
        if (flag.value)
            option.setValueName(QString::fromLatin1(flag.value));
        parser.addOption(option);
    }
}

Result<Done> readBundleFlags(const QCommandLineParser &parser, BundleOptions &options)
{
    const auto set = [&parser](const char *flag) { return parser.isSet(QString::fromLatin1(flag)); };
    options.path = parser.value(QStringLiteral("bundle"));
    options.allowUnsigned = set("unsigned");
    options.redact = set("redact");
    options.redactionKeyPath = parser.value(QStringLiteral("redaction-key"));
    options.redactionTablePath = parser.value(QStringLiteral("redaction-table"));
    for (const char *flag : {"bundle", "redaction-key", "redaction-table"}) {
        if (set(flag) && parser.value(QString::fromLatin1(flag)).isEmpty())
            return refusedFlag(flag, QStringLiteral("name a file."));
    }
    for (const char *flag : {"unsigned", "timestamp-url"}) {
        if (set(flag) && options.path.isEmpty())
            return refusedFlag(flag, QStringLiteral("it needs --bundle."));
    }
    for (const char *flag : {"redaction-key", "redaction-table"}) {
        if (set(flag) && !options.redact)
            return refusedFlag(flag, QStringLiteral("it needs --redact."));
    }
    if (set("timestamp-ca") && !set("timestamp-url"))
        return refusedFlag("timestamp-ca", QStringLiteral("it needs --timestamp-url."));
    if (!set("timestamp-url"))
        return Done{};
    const auto authority = TimestampClient::parseAuthority(parser.value(QStringLiteral("timestamp-url")));
    if (!authority)
        return refusedFlag("timestamp-url", authority.error().detail);
    options.timestampAuthority = *authority;
    if (!set("timestamp-ca"))
        return Done{};
    const auto certificates = readTimestampCertificates(parser.value(QStringLiteral("timestamp-ca")));
    if (!certificates)
        return refusedFlag("timestamp-ca", sentenceFor(certificates.error()));
    options.timestampCertificates = *certificates;
    return Done{};
}

} // namespace pdsi::cli

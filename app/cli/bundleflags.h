// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QCommandLineParser>
#include <QUrl>

#include <optional>

namespace pdsi::cli {

/// What is asked about the evidence bundle, and whether people are taken out.
struct BundleOptions {
    QString path;                     ///< --bundle; empty = none
    bool allowUnsigned = false;       ///< --unsigned
    bool redact = false;              ///< of the report and the bundle
    QString redactionKeyPath;         ///< read, or made where there is none; empty = a key for this run alone
    QString redactionTablePath;       ///< who is behind the pseudonyms; empty = not written
    std::optional<QUrl> timestampAuthority;
    QByteArray timestampCertificates; ///< PEM; empty = any good stamp is taken
};

void declareBundleFlags(QCommandLineParser &parser);

/// InvalidArgument with a sentence for the user when a value or a combination is not allowed.
Result<Done> readBundleFlags(const QCommandLineParser &parser, BundleOptions &options);

} // namespace pdsi::cli

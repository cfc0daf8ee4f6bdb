// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace pdsi {

/// HOW-TO-VERIFY.txt: how anybody checks a bundle, with this program or without. Empty fingerprint = unsigned.
QByteArray bundleInstructions(const QString &fingerprint, bool redacted);

/// What is signed along with the manifest: when, as minisign writes it.
QByteArray bundleTrustedComment(const QDateTime &assessedAt);

} // namespace pdsi

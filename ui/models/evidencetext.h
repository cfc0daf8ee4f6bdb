// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/inventory.h"
#include "ui/models/jsonlayout.h"

#include <QJsonValue>

namespace pdsi {

/// Whether the stored bytes are still the ones the digest was taken of.
enum class DigestCheck : quint8 {
    Matches,       ///< stored as received, and the digest agrees
    Redacted,      ///< fields were taken out, so what is stored differs by design
    Differs,       ///< stored as received by its own account, but the digest disagrees
    NothingStored, ///< no body, or none that was kept
};

/// A stored answer as it is shown, with the value of a pointer marked.
struct EvidenceText {
    LaidOutText shown;
    QJsonValue value = QJsonValue::Undefined; ///< what the pointer names, as long as it is no larger than wholeBodyLimit
    bool isJson = false;
    bool hasBody = false;
    qint64 storedBytes = 0;
    DigestCheck digest = DigestCheck::NothingStored;
};

constexpr qint64 wholeBodyLimit = 1024 * 1024;       ///< larger bodies are shown around the pointer only
constexpr qsizetype bodyWindow = 256 * 1024;         ///< characters before and after it

/// Blocking; run it in a worker.
EvidenceText readEvidenceText(const Inventory &inventory, int requestId, const QString &pointer);

/// A value as JSON would write it, without line breaks: what "copy value" copies.
QString jsonText(const QJsonValue &value);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/evidencetext.h"

namespace pdsi {

/// Everything the log knows about one request, as HTML: what was asked, when, what came, its digest in full, and the
/// fields that were taken out before the answer was stored.
/// Without a digest check yet, it says so.
QString requestPage(const Inventory &inventory, int requestId, std::optional<DigestCheck> digest, bool dark);

/// Whether the stored bytes are what the digest was taken of, in one sentence.
QString digestSentence(DigestCheck digest, qsizetype removedFields);

} // namespace pdsi

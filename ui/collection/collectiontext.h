// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/auditsession.h"

namespace pdsi::collectiontext {

/// "183 of about 260 requests, 12 s left".
QString progressLine(const CollectionProgress &progress);
/// Why nothing leaves right now, or what is asked again; empty when all is well.
QString waitLine(const CollectionProgress &progress);
/// "Rate limit: 831 of 960 requests left, whole again in 42 s".
QString allowanceLine(const CollectionProgress &progress);
/// In flight, repeats, waits, bytes.
QString factsLine(const CollectionProgress &progress);
/// The same of a sealed snapshot.
QString factsLine(const SnapshotInfo &snapshot);
/// How it ended and what to do.
QString endLine(const CollectedSnapshot &collected, int answersKept);
/// An interrupted collection that can be taken up again.
QString offerLine(const SnapshotSummary &unfinished);
/// Whole seconds, rounded up: "42 s", "3 min 5 s".
QString waitText(qint64 ms);

} // namespace pdsi::collectiontext

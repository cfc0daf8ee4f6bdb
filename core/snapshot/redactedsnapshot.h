// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/personaltext.h"
#include "core/snapshot/snapshot.h"

namespace pdsi {

/// A snapshot without people: users have pseudonyms, in every answer the same; names and e-mail addresses of known
/// people, telephone numbers of contact methods, and what looks like an e-mail address or telephone number, are replaced
/// in every text; job titles, descriptions, pictures, contact labels and fields for telephone numbers are gone. PagerDuty's ids stay, so that records join as before and only
/// members of the account can resolve them. What was replaced is added to the removed fields of its request; the digest
/// of a request stays that of the answer as received.
struct RedactedSnapshot {
    Snapshot snapshot;                          ///< SnapshotInfo::redacted is set
    std::shared_ptr<const PersonalText> text;   ///< for what was said about the snapshot elsewhere
};

/// Reads every answer twice and holds one at a time: run it in a worker.
RedactedSnapshot redactSnapshot(const Snapshot &snapshot, const RedactionKey &key);

/// Who is behind the pseudonyms, as JSON for those who may know.
QByteArray reversalTable(const RedactedSnapshot &redacted);

} // namespace pdsi

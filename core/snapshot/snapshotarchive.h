// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/snapshot/snapshot.h"

namespace pdsi {

/// `.pdsnap`: a ZIP of `manifest.json`, `requests.jsonl` and `requests/000001.json`...
/// The same snapshot gives the same bytes. Written to a temporary file and renamed, mode 0600.
Result<Done> saveSnapshotArchive(const Snapshot &snapshot, const QString &path);

/// Checks every digest before anything is believed; DigestMismatch names the first file that differs.
/// Bodies stay compressed and are read on demand.
Result<Snapshot> openSnapshotArchive(const QString &path);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assess.h"
#include "core/snapshot/snapshot.h"

namespace pdsi {

/// A snapshot's typed view and the verdicts over it, which belong together. Cheap to copy; both null when nothing is open.
struct JudgedSnapshot {
    std::shared_ptr<const Inventory> inventory;
    std::shared_ptr<const Assessment> assessment;

    explicit operator bool() const { return assessment != nullptr; }
};

/// The bundled sample account. Malformed when the program was built without it.
Result<Snapshot> openSampleSnapshot();

/// Options that judge a snapshot as it was collected: its instant, its parameters.
AssessmentOptions defaultOptionsFor(const Snapshot &snapshot, SignInKind reportedSignIn);

/// Judges with the snapshot's own parameters. Blocking: run these in a worker.
JudgedSnapshot judgeSnapshot(const Snapshot &snapshot, SignInKind reportedSignIn);
Result<JudgedSnapshot> judgeSample();
/// Opens and checks the archive first.
Result<JudgedSnapshot> judgeArchive(const QString &path);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assess.h"
#include "core/snapshot/snapshot.h"

namespace pdsi {

/// The bundled sample account. Malformed when the program was built without it.
Result<Snapshot> openSampleSnapshot();

/// Options that judge a snapshot as it was collected: its instant, its parameters.
AssessmentOptions defaultOptionsFor(const Snapshot &snapshot, SignInKind reportedSignIn);

/// Opens, checks and judges with the snapshot's own parameters. Blocking: run it in a worker.
Result<std::shared_ptr<const Assessment>> judgeSample();
Result<std::shared_ptr<const Assessment>> judgeArchive(const QString &path);

} // namespace pdsi

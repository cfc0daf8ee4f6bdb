// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/bundle/bundleverification.h"
#include "core/snapshot/zipreader.h"

namespace pdsi {

/// Whether the parts of a bundle, each as it was listed, belong together: the snapshot opens and is the one named, the
/// evidence is the snapshot's, and report.json was made from it. Empty when they do. Error only for what the machine
/// does not let us do.
Result<QList<BundleDifference>> checkBundleParts(const ZipReader &zip, const BundleManifest &manifest,
                                                 const Cancellation &cancellation);

} // namespace pdsi

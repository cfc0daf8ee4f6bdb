// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/bundle/evidencebundle.h"
#include "core/report/report.h"
#include "core/session/judging.h"
#include "core/snapshot/redactedsnapshot.h"

namespace pdsi {

/// The options an assessment was made with, as far as it tells: all but waivers, attestations and baseline.
AssessmentOptions optionsOf(const Assessment &assessment);

/// An audit without people.
struct RedactedAudit {
    JudgedSnapshot judged;
    ReportOptions options;      ///< for reports about it: its scope names the same findings
    RedactedSnapshot redacted;
};

/// Redacts the snapshot and judges it again with the options it was judged with, waivers and the like included. Refuses
/// (Internal, naming the first difference) when any verdict came out otherwise. Blocking: run it in a worker.
Result<RedactedAudit> redactAudit(const JudgedSnapshot &judged, const AssessmentOptions &assessed, const ReportOptions &options,
                                  const RedactionKey &key);

/// What a bundle of this report, which must have its inventory, holds: the report in every format there is, and what the
/// caller adds (`report.pdf`). Malformed when two formats do not tell the same findings. Blocking: run it in a worker.
Result<BundleContent> bundleOf(const Report &report, const QList<BundleReport> &more = {});

} // namespace pdsi

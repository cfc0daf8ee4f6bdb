// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/assessment/attestationbook.h"
#include "core/assessment/baseline.h"
#include "core/assessment/waiverbook.h"
#include "core/controls/control.h"

#include <QSet>

namespace pdsi {

/// What to judge, as of when, and with which human statements.
struct AssessmentOptions {
    Instant asOf = 0;                       ///< the controls' `now`; also what waivers and attestations expire against
    QDateTime assessedAt;                   ///< UTC
    QUuid id;
    QString toolVersion;
    QString profile = QStringLiteral("specification"); ///< or "extended"
    Parameters parameters;
    std::optional<QSet<int>> controls;      ///< judge only these ids; nullopt = every control of the profile
    Severity leastSeverity = Severity::Low; ///< judge only controls of at least this severity
    SignInKind signIn = SignInKind::ApiKey; ///< as the report shall say it
    WaiverBook waivers;
    AttestationBook attestations;
    std::optional<Baseline> baseline;
};

/// Judges the built-in controls over the inventory. Same inventory and options, same assessment.
/// Ends the program when the built-in catalogue is broken (a test sees to it that it is not).
std::shared_ptr<const Assessment> assess(const std::shared_ptr<const Inventory> &inventory,
                                         const AssessmentOptions &options);

/// The same with a catalogue and control functions of the caller's. A catalogue entry without function,
/// or one whose function throws, gets one `error` outcome.
std::shared_ptr<const Assessment> assess(const std::shared_ptr<const Inventory> &inventory,
                                         const AssessmentOptions &options, const QList<ControlInfo> &catalog,
                                         const QList<Control> &controls);

} // namespace pdsi

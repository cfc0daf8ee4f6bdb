// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameters.h"
#include "core/controls/controlcatalog.h"
#include "core/controls/outcome.h"
#include "core/snapshot/inventory.h"

#include <QSet>
#include <QUuid>

namespace pdsi {

/// A waiver as it applied to one finding. A flag, never a status.
struct AppliedWaiver {
    QString reason;
    QString approver;
    QString ticket;
    QDateTime expires;   ///< UTC; invalid = does not expire
};

/// A dated human statement that settled a manual outcome.
struct AppliedAttestation {
    QString statement;
    QString attestedBy;
    QDateTime attestedAt;
    QDateTime expires;
    OutcomeStatus original = OutcomeStatus::Manual; ///< status before it was settled
};

enum class BaselineState : quint8 { None, New, Unchanged, Absent };

/// An outcome with identity and lifecycle.
struct AssessedOutcome : Outcome {
    QString fingerprint;   ///< hex SHA-256 over control id, resource kind, resource id; only for fail
    std::optional<AppliedWaiver> waiver;
    std::optional<AppliedAttestation> attestation;
    BaselineState baseline = BaselineState::None;
    bool isOpenFinding() const { return status == OutcomeStatus::Fail && !waiver; }
};

struct StatusCounts {
    int pass = 0, fail = 0, notApplicable = 0, manual = 0, notDetermined = 0, error = 0;
    void add(OutcomeStatus status, int n = 1);
    int of(OutcomeStatus status) const;
};

/// A finding of the baseline that this assessment no longer has.
struct BaselineFinding {
    int controlId = 0;
    ResourceRef resource;
    QString message;
    QString fingerprint;
};

/// One control over the whole account.
struct ControlResult {
    ControlInfo info;
    OutcomeStatus status = OutcomeStatus::NotApplicable;
    std::optional<ReasonCode> reason;   ///< of the worst outcome, when not determined
    QString message;                    ///< one sentence
    int population = 0;                 ///< resources looked at, not-applicable ones included
    StatusCounts counts;                ///< over its outcomes
    int waived = 0;
    qsizetype firstOutcome = 0;         ///< its outcomes are outcomes[firstOutcome .. firstOutcome + outcomeCount)
    qsizetype outcomeCount = 0;
};

/// One run of a catalogue over one snapshot; immutable, shared as shared_ptr<const Assessment>.
struct Assessment {
    QUuid id;
    QString toolVersion;
    Instant asOf = 0;
    QDateTime assessedAt;               ///< UTC
    QString profile;                    ///< "specification" or "extended"
    Parameters parameters;
    SignInKind signIn = SignInKind::ApiKey; ///< as reported: Snapshot or Sample when judged from an archive
    QString subdomain;
    bool partialView = false;           ///< the key may not see everything
    QString baselineName;               ///< file name of the baseline, or empty
    QList<BaselineFinding> resolved;    ///< findings of the baseline that are gone, by control and resource
    SnapshotInfo snapshot;              ///< states as the inventory saw them
    QList<RequestRecord> requests;
    QList<ControlResult> controls;      ///< by id
    QList<AssessedOutcome> outcomes;    ///< by control id, status worst first, resource name, resource id
    QSet<int> bodiless;                 ///< requests cited as evidence whose answer left no stored body
    StatusCounts controlCounts() const;
    /// passed / (passed + failed) controls, weighted critical 10, high 5, medium 3, low 1, in per cent; nullopt when neither.
    std::optional<double> score() const;
};

} // namespace pdsi

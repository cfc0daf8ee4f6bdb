// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/result.h"

namespace pdsi {

/// One entry of an attestation file: what a person states about something no API shows.
struct Attestation {
    int control = 0;
    QString resourceKind;   ///< with resourceId; both empty = every resource of the control
    QString resourceId;
    OutcomeStatus verdict = OutcomeStatus::Pass; ///< Pass or Fail
    QString statement;
    QString attestedBy;
    QDateTime attestedAt;   ///< UTC
    Instant expires = 0;    ///< the attestation applies before this instant
};

/// Human statements, read from a file such as
///
///     {"attestations": [{"control": 1, "verdict": "pass", "statement": "SSO is required in Account Settings",
///                        "attestedBy": "Dana", "attestedAt": "2026-11-02", "expires": "2027-05-02"}]}
///
/// `resource` {"kind", "id"} is optional; everything else is required and no other field is allowed.
/// A date alone lasts to its end, UTC.
class AttestationBook
{
public:
    AttestationBook() = default;
    explicit AttestationBook(QList<Attestation> attestations) : m_attestations(std::move(attestations)) {}

    /// Malformed names entry and field: `attestations[0].verdict: ...`.
    static Result<AttestationBook> fromJson(const QByteArray &json);
    /// NotFound or CannotRead name the file.
    static Result<AttestationBook> fromFile(const QString &path);

    const QList<Attestation> &attestations() const { return m_attestations; }

    /// True for outcomes that a person may settle: `manual`, and `notDetermined` because no API shows it.
    static bool canSettle(const Outcome &outcome);
    /// Turns such an outcome into the attested verdict when an unexpired entry covers it; an entry that names
    /// the resource goes before one for the whole control.
    void settle(AssessedOutcome &outcome, Instant now) const;

private:
    QList<Attestation> m_attestations;
};

} // namespace pdsi

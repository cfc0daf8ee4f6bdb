// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/result.h"

namespace pdsi {

/// One entry of a waiver file: which findings are accepted, by whom, why and until when.
struct Waiver {
    int control = 0;
    QString resourceKind;   ///< with resourceId; both empty = every resource of the control
    QString resourceId;
    QString fingerprint;    ///< lower-case hex; empty = not asked for
    QString reason;
    QString approver;
    QString ticket;         ///< may be empty
    Instant expires = 0;    ///< the waiver applies before this instant
};

/// Accepted findings, read from a file such as
///
///     {"waivers": [{"control": 8, "resource": {"kind": "schedule", "id": "PSCHED1"},
///                   "reason": "Office hours only", "approver": "Dana", "ticket": "RISK-12",
///                   "expires": "2027-03-31"}]}
///
/// `resource`, `fingerprint` and `ticket` are optional; everything else is required and no other field is
/// allowed, so that a misspelt `resource` cannot waive a whole control. A date alone lasts to its end, UTC.
class WaiverBook
{
public:
    WaiverBook() = default;
    explicit WaiverBook(QList<Waiver> waivers) : m_waivers(std::move(waivers)) {}

    /// Malformed names entry and field: `waivers[2].expires: ...`.
    static Result<WaiverBook> fromJson(const QByteArray &json);
    /// NotFound or CannotRead name the file.
    static Result<WaiverBook> fromFile(const QString &path);

    const QList<Waiver> &waivers() const { return m_waivers; }
    /// The first waiver that covers this finding and has not expired at `now`.
    std::optional<AppliedWaiver> find(const AssessedOutcome &finding, Instant now) const;

private:
    QList<Waiver> m_waivers;
};

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/resourceclass.h"

#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

namespace pdsi {

enum class OutcomeStatus : quint8 { Error, Fail, NotDetermined, Manual, Pass, NotApplicable }; // worst first
/// `error`, `fail`, `notDetermined`, `manual`, `pass`, `notApplicable`.
QString outcomeStatusName(OutcomeStatus status);
std::optional<OutcomeStatus> outcomeStatusFromName(QStringView name);

enum class Severity : quint8 { Critical, High, Medium, Low }; // worst first
/// `critical`, `high`, `medium`, `low`.
QString severityName(Severity severity);
std::optional<Severity> severityFromName(QStringView name);

/// The audited object an outcome is about.
struct ResourceRef {
    QString kind;  ///< PagerDuty's type string without `_reference`; plus "account" and "api_token"
    QString id;    ///< "*" for an outcome on a whole class of resources
    QString name;
    QString url;   ///< https address in PagerDuty, or empty
};

/// One fact behind a verdict. `value` is filled in from the stored body when the assessment is made
/// (never by a control), so that it always equals what the archive holds at that pointer.
struct Evidence {
    int requestId = 0;
    QString pointer;   ///< RFC 6901; "" = the whole body. For denials: "" and the value is the HTTP status
    QJsonValue value;
};

/// An interval in which nobody is on call, cut at the instants where the answer to "who catches it" changes.
struct Gap {
    Instant start = 0;
    Instant end = 0;
    QString coveredBy; ///< e.g. "level 2"; empty = nobody
    qint64 seconds() const { return end - start; }
};

/// Control x resource -> status and evidence.
struct Outcome {
    int controlId = 0;
    OutcomeStatus status = OutcomeStatus::NotDetermined;
    ResourceRef resource;
    QString message;                     ///< one plain-text sentence; may hold account text
    std::optional<ReasonCode> reason;    ///< always set for NotDetermined
    QList<Evidence> evidence;
    QList<Gap> gaps;
};

} // namespace pdsi

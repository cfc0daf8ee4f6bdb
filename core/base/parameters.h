// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <utility>

namespace pdsi {

/// Every number and name a control's rule leaves to the analyst. All are printed in every report.
/// JSON names are the member names.
struct Parameters {
    int scheduleCoverageDays = 30;      ///< 1..90, length of the window that starts at asOf
    int minAdmins = 2;                  ///< control 2: this many owners and admins are always fine
    int maxAdminPercent = 10;           ///< control 2: 0..100, per cent of live users, rounded up
    int minGapSeconds = 60;             ///< control 8: shorter gaps are not findings
    int minParticipants = 2;            ///< control 9
    QString criticalServices;           ///< "" = by urgency rule; "supports-business-service"; else ids and name patterns (* and ?), comma separated
    int auditRetentionDays = 365;       ///< control 12
    int apiKeyMaxAgeDays = 90;          ///< control 13
    int minServicesForUrgency = 3;      ///< control 19
    int incidentLookbackDays = 30;      ///< control 20, 1..180
    int changeEventLookbackDays = 30;   ///< control 25, 1..90
    QString dependencyDepth = QStringLiteral("full"); ///< "full", or "business": ask business services only

    /// Sets one parameter by its JSON name (`dependencyDepth`) or kebab name (`dependency-depth`).
    /// InvalidArgument with a detail that says which values are allowed.
    Result<Done> set(const QString &name, const QString &value);
    QJsonObject toJson() const;
    static Result<Parameters> fromJson(const QJsonObject &json);
    static QStringList names();
    /// Least and most of a whole number, by JSON name; nullopt for texts.
    static std::optional<std::pair<int, int>> rangeOf(const QString &name);

    bool operator==(const Parameters &) const = default;
};

} // namespace pdsi

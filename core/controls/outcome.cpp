// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/outcome.h"

#include "core/base/enumnames.h"

namespace pdsi {

namespace {

constexpr std::array statusNames{QLatin1String("error"),  QLatin1String("fail"), QLatin1String("notDetermined"),
                                 QLatin1String("manual"), QLatin1String("pass"), QLatin1String("notApplicable")};
constexpr std::array severityNames{QLatin1String("critical"), QLatin1String("high"), QLatin1String("medium"),
                                   QLatin1String("low")};

} // namespace

QString outcomeStatusName(OutcomeStatus status) { return statusNames[static_cast<size_t>(status)]; }

std::optional<OutcomeStatus> outcomeStatusFromName(QStringView name)
{
    return enumFromName<OutcomeStatus>(statusNames, name);
}

QString severityName(Severity severity) { return severityNames[static_cast<size_t>(severity)]; }

std::optional<Severity> severityFromName(QStringView name) { return enumFromName<Severity>(severityNames, name); }

} // namespace pdsi

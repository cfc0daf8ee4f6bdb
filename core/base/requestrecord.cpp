// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/requestrecord.h"

#include "core/base/enumnames.h"

namespace pdsi {

namespace {
constexpr std::array resultNames{QLatin1String("answered"), QLatin1String("denied"), QLatin1String("planGated"),
                                 QLatin1String("missing"), QLatin1String("refused"), QLatin1String("unreadable"),
                                 QLatin1String("failed")};
} // namespace

QString requestResultName(RequestResult result) { return resultNames[static_cast<size_t>(result)]; }

std::optional<RequestResult> requestResultFromName(QStringView name)
{
    return enumFromName<RequestResult>(resultNames, name);
}

} // namespace pdsi

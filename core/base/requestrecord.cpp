// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/requestrecord.h"

#include <array>

namespace pdsi {

namespace {
constexpr std::array resultNames{QLatin1String("answered"), QLatin1String("denied"), QLatin1String("planGated"),
                                 QLatin1String("missing"), QLatin1String("refused"), QLatin1String("unreadable"),
                                 QLatin1String("failed")};
} // namespace

QString requestResultName(RequestResult result) { return resultNames[static_cast<size_t>(result)]; }

std::optional<RequestResult> requestResultFromName(QStringView name)
{
    for (size_t i = 0; i < resultNames.size(); ++i) {
        if (name == resultNames[i])
            return static_cast<RequestResult>(i);
    }
    return std::nullopt;
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/roles.h"

#include <algorithm>
#include <array>

namespace pdsi {

bool isPrivileged(const User &user)
{
    return user.role == QLatin1String("owner") || user.role == QLatin1String("admin");
}

bool isResponder(const User &user)
{
    constexpr std::array roles{QLatin1String("owner"),    QLatin1String("admin"),
                               QLatin1String("user"),     QLatin1String("limited_user"),
                               QLatin1String("observer"), QLatin1String("restricted_access")};
    return std::find(roles.begin(), roles.end(), user.role) != roles.end();
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/contactmethods.h"

#include <algorithm>
#include <array>

namespace pdsi {

bool isUsable(const ContactMethod &method)
{
    return method.enabled.value_or(true) && !method.blacklisted.value_or(false);
}

bool alertsDirectly(const ContactMethod &method)
{
    constexpr std::array types{QLatin1String("phone_contact_method"), QLatin1String("sms_contact_method"),
                               QLatin1String("whatsapp_contact_method"),
                               QLatin1String("push_notification_contact_method")};
    return std::find(types.begin(), types.end(), method.type) != types.end();
}

} // namespace pdsi

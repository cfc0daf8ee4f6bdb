// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/resources.h"

namespace pdsi {

/// PagerDuty can deliver to it: not switched off, not blacklisted. Of any type.
bool isUsable(const ContactMethod &method);
/// Phone, SMS, WhatsApp or push: reaches a person who is not looking at a mailbox.
bool alertsDirectly(const ContactMethod &method);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/resources.h"

namespace pdsi {

/// Owner or admin.
bool isPrivileged(const User &user);
/// May answer incidents: neither a stakeholder nor of a role nobody has heard of.
bool isResponder(const User &user);

} // namespace pdsi

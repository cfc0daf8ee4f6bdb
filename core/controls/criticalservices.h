// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/control.h"

namespace pdsi {

/// Active services that count as critical, as the parameter `criticalServices` says.
std::vector<const Service *> criticalServices(const Inventory &inventory, const Parameters &parameters);

/// True when which services are critical depends on business services.
bool criticalByBusinessService(const Parameters &parameters);

/// `*` stands for any run of characters, `?` for one; letter case does not matter.
bool matchesPattern(QStringView text, QStringView pattern);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/outcomes.h"
#include "core/coverage/knowledge.h"

namespace pdsi {

/// The outcome of a policy or schedule that is not, or may not be, in use; nullopt when it certainly is.
std::optional<Outcome> unlessInUse(const Knowledge &inUse, const ResourceRef &resource, const SourceRef &source);

} // namespace pdsi

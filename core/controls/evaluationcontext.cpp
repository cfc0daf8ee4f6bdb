// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/control.h"
#include "core/controls/sharedfacts.h"

namespace pdsi {

EvaluationContext::EvaluationContext(const Inventory &inventory, Instant at, const Parameters &chosen)
    : now(at), parameters(chosen), m_facts(std::make_unique<const SharedFacts>(inventory, at, chosen))
{
}

EvaluationContext::~EvaluationContext() = default;

} // namespace pdsi

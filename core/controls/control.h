// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameters.h"
#include "core/controls/outcome.h"
#include "core/snapshot/inventory.h"

#include <QList>

#include <memory>

namespace pdsi {

/// What every control may use besides the inventory: the instant, the parameters, and facts several
/// controls share (which policies and schedules are in use, who is on call), computed once.
class EvaluationContext
{
public:
    EvaluationContext(const Inventory &inventory, Instant now, const Parameters &parameters);
    ~EvaluationContext();

    const Instant now;
    const Parameters parameters;
    const struct SharedFacts &facts() const { return *m_facts; }

private:
    std::unique_ptr<const SharedFacts> m_facts;
};

/// Pure: no I/O, no clock but `context.now`; same inputs, same outcomes in the same order.
using ControlFunction = QList<Outcome> (*)(const Inventory &, const EvaluationContext &);

/// A control as registered in code. Words, severity and references live in resources/controls.
struct Control {
    int id = 0;
    ControlFunction evaluate = nullptr;
    QList<ResourceClass> dependencies;  ///< every one of them that is not complete gives one undetermined outcome
};

/// All registered controls, by id.
const QList<Control> &registeredControls();

} // namespace pdsi

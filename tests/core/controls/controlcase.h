// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/control.h"
#include "tests/support/inventorybuilder.h"

#include <QMetaType>

#include <functional>

namespace pdsi {

/// One row of a control's table: an account, and the verdicts it must get.
using Build = std::function<void(InventoryBuilder &)>;

/// Outcomes of one control, by its id.
QList<Outcome> judged(int control, const Inventory &inventory, const Parameters &parameters = {},
                      Instant now = InventoryBuilder::now);
/// `pass user:PUSR1`, `notDetermined/partial user:*`; sorted.
QStringList verdicts(const QList<Outcome> &outcomes);
/// The control's status: the worst outcome, `notApplicable` when there is none.
OutcomeStatus rolledUp(const QList<Outcome> &outcomes);

/// For `_data` functions and the test functions that go with them.
void addColumns();
void addCase(const char *name, const Build &build, const QStringList &expected, const Parameters &parameters = {});
void checkCase(int control);

/// Shorthand for expected verdicts.
inline QStringList list(std::initializer_list<const char *> texts)
{
    QStringList all;
    for (const char *text : texts)
        all.append(QString::fromLatin1(text));
    return all;
}
inline QString str(const char *text) { return QString::fromLatin1(text); }

} // namespace pdsi

Q_DECLARE_METATYPE(pdsi::Build)
Q_DECLARE_METATYPE(pdsi::Parameters)

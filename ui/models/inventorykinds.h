// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/inventory.h"

namespace pdsi {

/// A kind of resource as it is browsed: which classes of requests it came from, and its name in the plural.
struct InventoryKind {
    QString kind;                  ///< as outcomes name it, e.g. "user"
    QString words;                 ///< "Users"
    QList<ResourceClass> classes;  ///< whose rows these are, so that their totals add up
    QList<ResourceClass> supporting = {}; ///< without which the rows are incomplete or missing
};

/// Every kind, in the order people look for them.
const QList<InventoryKind> &inventoryKinds();
/// nullptr for a kind nobody browses.
const InventoryKind *inventoryKind(const QString &kind);

/// The kind under which a reference's target is listed: "schedule" for "schedule_v3", "integration" for
/// "events_api_v2_inbound_integration", else the type itself.
QString kindOfType(const QString &type);
/// The kind of a class that has no type of its own: "addon" for "addons".
QString kindOfClassName(const QString &className);

/// Worst of the kind's classes: what a list of this kind can claim. Classes left out on purpose count only alone.
ResourceClassState stateOf(const InventoryKind &kind, const Inventory &inventory);

} // namespace pdsi

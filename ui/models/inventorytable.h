// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/inventory.h"

#include <QVariant>

namespace pdsi {

/// One resource as a row of cells: texts, or whole numbers that sort as such.
struct InventoryRow {
    QString id;                ///< empty for what has no identity of its own, such as an on-call entry
    QString url;               ///< https address in PagerDuty, or empty
    QList<QVariant> cells;     ///< as many as the table has columns
};

/// Every resource of a kind, with the columns that tell its kind's story.
struct InventoryTable {
    QStringList columns;
    QList<InventoryRow> rows;  ///< in the inventory's order
};

/// Empty (without columns) for a kind nobody browses.
InventoryTable inventoryTable(const Inventory &inventory, const QString &kind);
/// How many rows that table has, without making it.
qsizetype inventoryCount(const Inventory &inventory, const QString &kind);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/relatedresources.h"

namespace pdsi {

/// Fills the index of RelatedResources from an inventory, each relation entered from both ends.
class RelationReader
{
public:
    RelationReader(const Inventory &inventory, RelatedResources &into) : m_inventory(inventory), m_into(into) {}

    void read();
    static QString key(const QString &kind, const QString &id) { return kind + QLatin1Char('\n') + id; }

private:
    struct End {
        QString kind, id, name;
        bool deleted = false;
    };
    static End end(const QString &kind, const QString &id) { return {kind, id, {}}; }
    static End end(const Reference &reference);

    void listRows();
    void readUsers();
    void readServices();
    void readPolicies();
    void readSchedules();
    void readOnCalls();
    void readDependencies();
    void readEvents();
    /// `there` is what `b` is to `a`, `back` what `a` is to `b`.
    void relate(const End &a, Relation there, const End &b, Relation back, const QString &note = {});
    template<typename Rows>
    void list(const QString &kind, const Rows &rows);

    const Inventory &m_inventory;
    RelatedResources &m_into;
};

} // namespace pdsi

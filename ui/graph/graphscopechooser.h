// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/escalationgraph.h"

#include <QWidget>

class QComboBox;

namespace pdsi {

/// Chooses what the graph is about: one policy, service, person or team, or the whole account. Type a part of a name.
class GraphScopeChooser : public QWidget
{
    Q_OBJECT
public:
    explicit GraphScopeChooser(QWidget *parent = nullptr);

    /// What there is to choose from; null = nothing.
    void setInventory(std::shared_ptr<const Inventory> inventory);
    /// Does not tell `chosen`.
    void show(const GraphScope &scope);

Q_SIGNALS:
    void chosen(pdsi::GraphScopeKind kind, const QString &id);

private:
    void fill(GraphScopeKind kind);
    void chooseKind();
    void chooseItem();
    void takeTyped();

    std::shared_ptr<const Inventory> m_inventory;
    GraphScopeKind m_filled = GraphScopeKind::Account;
    QComboBox *m_kind;
    QComboBox *m_item;
};

} // namespace pdsi

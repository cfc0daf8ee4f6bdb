// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphscopechooser.h"

#include "core/report/plaintext.h"

#include <QCollator>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>
#include <vector>

namespace pdsi {

namespace {

struct Choice {
    QString name, id;
};

template<typename Row>
std::vector<Choice> choices(const std::vector<Row> &rows)
{
    std::vector<Choice> all;
    for (const Row &row : rows)
        all.push_back({row.name.isEmpty() ? plainText(row.id) : plainText(row.name), row.id});
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::stable_sort(all.begin(), all.end(), [&](const Choice &a, const Choice &b) { return collator.compare(a.name, b.name) < 0; });
    return all;
}

std::vector<Choice> choicesOf(const Inventory &inventory, GraphScopeKind kind)
{
    switch (kind) {
    case GraphScopeKind::Policy: return choices(inventory.policies);
    case GraphScopeKind::Service: return choices(inventory.services);
    case GraphScopeKind::Person: return choices(inventory.users);
    case GraphScopeKind::Team: return choices(inventory.teams);
    case GraphScopeKind::Account: break;
    }
    return {};
}

} // namespace

GraphScopeChooser::GraphScopeChooser(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox)
    , m_item(new QComboBox)
{
    m_kind->setObjectName(QStringLiteral("graphScopeKind"));
    m_kind->setAccessibleName(tr("What the graph is about"));
    m_kind->addItem(tr("Policy"), int(GraphScopeKind::Policy));
    m_kind->addItem(tr("Service"), int(GraphScopeKind::Service));
    m_kind->addItem(tr("Person"), int(GraphScopeKind::Person));
    m_kind->addItem(tr("Team"), int(GraphScopeKind::Team));
    m_kind->addItem(tr("Whole account"), int(GraphScopeKind::Account));
    m_item->setObjectName(QStringLiteral("graphScopeItem"));
    m_item->setAccessibleName(tr("Which one the graph is about"));
    m_item->setEditable(true);
    m_item->setInsertPolicy(QComboBox::NoInsert);
    m_item->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_item->setMinimumContentsLength(12);
    m_item->lineEdit()->setAccessibleName(m_item->accessibleName());
    m_item->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    m_item->completer()->setFilterMode(Qt::MatchContains);
    m_item->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_item->lineEdit()->setPlaceholderText(tr("Type a part of the name"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_kind);
    layout->addWidget(m_item, 1);
    connect(m_kind, &QComboBox::activated, this, &GraphScopeChooser::chooseKind);
    connect(m_item, &QComboBox::activated, this, &GraphScopeChooser::chooseItem);
    connect(m_item->lineEdit(), &QLineEdit::editingFinished, this, &GraphScopeChooser::takeTyped);
    setInventory(nullptr);
}

void GraphScopeChooser::setInventory(std::shared_ptr<const Inventory> inventory)
{
    if (inventory && inventory == m_inventory)
        return;
    m_inventory = std::move(inventory);
    setEnabled(m_inventory != nullptr);
    m_filled = GraphScopeKind::Account;
    const QSignalBlocker blocked(m_item);
    m_item->clear();
}

void GraphScopeChooser::fill(GraphScopeKind kind)
{
    m_item->setEnabled(kind != GraphScopeKind::Account);
    if (kind == m_filled || !m_inventory)
        return;
    m_filled = kind;
    const QSignalBlocker blocked(m_item);
    m_item->clear();
    for (const Choice &choice : choicesOf(*m_inventory, kind))
        m_item->addItem(choice.name, choice.id);
}

void GraphScopeChooser::show(const GraphScope &scope)
{
    m_kind->setCurrentIndex(m_kind->findData(int(scope.kind)));
    fill(scope.kind);
    m_item->setCurrentIndex(m_item->findData(scope.id));
    if (m_item->currentIndex() < 0)
        m_item->clearEditText();
    else
        m_item->lineEdit()->setCursorPosition(0);
}

void GraphScopeChooser::chooseKind()
{
    const auto kind = GraphScopeKind(m_kind->currentData().toInt());
    fill(kind);
    if (kind == GraphScopeKind::Account)
        Q_EMIT chosen(kind, {});
    else if (m_item->count() > 0)
        chooseItem();
}

void GraphScopeChooser::chooseItem()
{
    if (m_item->currentIndex() >= 0)
        Q_EMIT chosen(m_filled, m_item->currentData().toString());
}

/// What was typed and is no name gives way to what is shown.
void GraphScopeChooser::takeTyped()
{
    const int index = m_item->findText(m_item->currentText(), Qt::MatchFixedString);
    if (index < 0 || index == m_item->currentIndex()) {
        m_item->setEditText(m_item->itemText(m_item->currentIndex()));
        return;
    }
    m_item->setCurrentIndex(index);
    chooseItem();
}

} // namespace pdsi

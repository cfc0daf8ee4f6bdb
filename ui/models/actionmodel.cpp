// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/actionmodel.h"

#include <QAction>

namespace pdsi {

QString ActionModel::plainText(const QAction &action)
{
    QString text = action.text();
    text.replace(QLatin1String("&&"), QLatin1String("\x01"));
    text.remove(QLatin1Char('&'));
    text.replace(QLatin1Char('\x01'), QLatin1Char('&'));
    while (text.endsWith(QLatin1Char('.')) || text.endsWith(QChar(0x2026)))
        text.chop(1);
    return text;
}

void ActionModel::add(QAction *action, const QString &category)
{
    const QString id = action->objectName();
    if (id.isEmpty() || action->text().isEmpty() || action->isSeparator() || rowOf(id) >= 0)
        return;
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_entries << Entry{id, category, action, action->shortcut()};
    endInsertRows();
    const auto custom = m_custom.constFind(id);
    if (custom != m_custom.constEnd())
        action->setShortcut(QKeySequence(custom->toString(), QKeySequence::PortableText));
    connect(action, &QAction::changed, this, [this, id] {
        const int changed = rowOf(id);
        if (changed >= 0)
            Q_EMIT dataChanged(index(changed, 0), index(changed, ColumnCount - 1));
    });
}

int ActionModel::rowOf(const QString &id) const
{
    for (qsizetype row = 0; row < m_entries.size(); ++row) {
        if (m_entries.at(row).id == id)
            return static_cast<int>(row);
    }
    return -1;
}

QAction *ActionModel::action(int row) const
{
    return row >= 0 && row < m_entries.size() ? m_entries.at(row).action.data() : nullptr;
}

QAction *ActionModel::action(const QString &id) const { return action(rowOf(id)); }

std::optional<int> ActionModel::conflict(int row, const QKeySequence &keys) const
{
    if (keys.isEmpty())
        return std::nullopt;
    for (int other = 0; other < rowCount(); ++other) {
        const QAction *candidate = action(other);
        if (other == row || !candidate)
            continue;
        // Two docks may use the same keys: only the one with the focus answers.
        const QAction *own = action(row);
        const bool apart = own && own->shortcutContext() == Qt::WidgetWithChildrenShortcut
            && candidate->shortcutContext() == Qt::WidgetWithChildrenShortcut
            && m_entries.at(row).category != m_entries.at(other).category;
        if (!apart && candidate->shortcuts().contains(keys))
            return other;
    }
    return std::nullopt;
}

void ActionModel::setShortcut(int row, const QKeySequence &keys)
{
    QAction *changed = action(row);
    if (!changed || changed->shortcut() == keys)
        return;
    const Entry &entry = m_entries.at(row);
    if (keys == entry.defaultShortcut)
        m_custom.remove(entry.id);
    else
        m_custom.insert(entry.id, keys.toString(QKeySequence::PortableText));
    changed->setShortcut(keys);
    Q_EMIT shortcutsChanged();
}

QVariantMap ActionModel::customShortcuts() const { return m_custom; }

void ActionModel::setCustomShortcuts(const QVariantMap &custom)
{
    m_custom = custom;
    for (const Entry &entry : m_entries) {
        if (!entry.action)
            continue;
        const auto own = m_custom.constFind(entry.id);
        entry.action->setShortcut(own == m_custom.constEnd() ? entry.defaultShortcut
                                                             : QKeySequence(own->toString(), QKeySequence::PortableText));
    }
}

int ActionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int ActionModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ActionModel::display(const Entry &entry, int column) const
{
    switch (column) {
    case NameColumn: return entry.action ? plainText(*entry.action) : QString();
    case CategoryColumn: return entry.category;
    case ShortcutColumn: return entry.action ? entry.action->shortcut().toString(QKeySequence::NativeText) : QString();
    default: return {};
    }
}

QVariant ActionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_entries.size())
        return {};
    const Entry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return display(entry, index.column());
    case Qt::DecorationRole: return index.column() == NameColumn && entry.action ? QVariant(entry.action->icon()) : QVariant();
    case Qt::ToolTipRole: return entry.action ? entry.action->toolTip() : QString();
    case IdRole: return entry.id;
    case EnabledRole: return entry.action && entry.action->isEnabled();
    case CustomisedRole: return m_custom.contains(entry.id);
    default: return {};
    }
}

QVariant ActionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case NameColumn: return tr("Action");
    case CategoryColumn: return tr("Where");
    case ShortcutColumn: return tr("Shortcut");
    default: return {};
    }
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QKeySequence>
#include <QPointer>
#include <QVariantMap>

#include <optional>

class QAction;

namespace pdsi {

/// Every action of the workbench in one list: what the command palette searches and the shortcut editor edits.
/// An action is known by its objectName ("findings.copy"), which must be unique and never change.
class ActionModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, CategoryColumn, ShortcutColumn, ColumnCount };
    enum Role { IdRole = Qt::UserRole, EnabledRole, CustomisedRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Takes the action's shortcut of this moment as its default and applies an override that was loaded before.
    /// An action without objectName or text, and one that is known already, is left alone. Actions may be deleted at any time.
    void add(QAction *action, const QString &category);

    QAction *action(int row) const;
    QAction *action(const QString &id) const;
    int rowOf(const QString &id) const;
    QKeySequence defaultShortcut(int row) const { return m_entries.at(row).defaultShortcut; }

    /// Row of another action that would answer to the same keys; nullopt when there is none or `keys` is empty.
    std::optional<int> conflict(int row, const QKeySequence &keys) const;
    void setShortcut(int row, const QKeySequence &keys);

    /// Id -> portable text of the shortcuts that differ from their defaults.
    QVariantMap customShortcuts() const;
    /// Applies them to known actions now and to others when they are added; every other shortcut becomes its default.
    void setCustomShortcuts(const QVariantMap &custom);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The action's text without mnemonic and dots.
    static QString plainText(const QAction &action);

Q_SIGNALS:
    /// By setShortcut, not by loading.
    void shortcutsChanged();

private:
    struct Entry {
        QString id;
        QString category;
        QPointer<QAction> action;
        QKeySequence defaultShortcut;
    };
    QVariant display(const Entry &entry, int column) const;

    QList<Entry> m_entries;
    QVariantMap m_custom;
};

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTreeView;
class QUndoStack;

namespace pdsi {

class ActionFilterModel;
class ActionModel;

/// All actions with their keys; the keys of the selected one can be changed. Keys in use elsewhere are refused by name.
class ShortcutsPage : public QWidget
{
    Q_OBJECT
public:
    /// `actions` and `undo` must outlive the page.
    ShortcutsPage(ActionModel &actions, QUndoStack &undo, QWidget *parent = nullptr);

    void setTyped(const QString &typed);
    bool matches(const QString &typed) const;

private:
    int currentRow() const;
    void showCurrent();
    void assign(const QKeySequence &keys);
    void resetAll();

    ActionModel &m_actions;
    QUndoStack &m_undo;
    ActionFilterModel *m_filtered;
    QTreeView *m_list;
    QKeySequenceEdit *m_keys;
    QPushButton *m_default;
    QPushButton *m_none;
    QLabel *m_conflict;
};

} // namespace pdsi

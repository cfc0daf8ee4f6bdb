// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>
#include <QStyle>

#include <functional>

class QAction;
class QMainWindow;
class QMenu;
class QToolBar;
class QWidget;

namespace pdsi {

class ActionModel;

/// Makes the window's own actions and puts them into menus and the tool bar. Every one is also in the ActionModel.
class WindowMenus
{
public:
    WindowMenus(QMainWindow &window, ActionModel &actions);

    struct What {
        const char *id;                        ///< "file.open"
        QString text;                          ///< with mnemonic
        QKeySequence keys = {};
        std::function<void()> run = {};
        QStyle::StandardPixmap icon = QStyle::SP_CustomBase; ///< SP_CustomBase = none
        bool inToolBar = false;
    };
    /// Adds an action at the end of the menu; its category in the ActionModel is the menu's title.
    QAction *add(QMenu *menu, const What &what);
    QMenu *menu(const QString &title);
    /// Puts an existing action into the model under the menu's title.
    void enlist(QMenu *menu, QAction *action);
    /// All actions of a dock or view, under the name of that view.
    void enlistViewActions(const QWidget &view, const QString &title);
    QToolBar *toolBar() const { return m_toolBar; }

private:
    QMainWindow &m_window;
    ActionModel &m_actions;
    QToolBar *m_toolBar;
};

} // namespace pdsi

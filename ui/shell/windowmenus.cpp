// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowmenus.h"

#include "ui/models/actionmodel.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace pdsi {

WindowMenus::WindowMenus(QMainWindow &window, ActionModel &actions)
    : m_window(window)
    , m_actions(actions)
    , m_toolBar(window.addToolBar(QObject::tr("Main tool bar")))
{
    m_toolBar->setObjectName(QStringLiteral("mainToolBar"));
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const int side = window.style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_toolBar->setIconSize(QSize(side, side));
}

QMenu *WindowMenus::menu(const QString &title) { return m_window.menuBar()->addMenu(title); }

QAction *WindowMenus::add(QMenu *menu, const What &what)
{
    auto *action = new QAction(what.text, &m_window);
    action->setObjectName(QLatin1String(what.id));
    action->setShortcut(what.keys);
    if (what.icon != QStyle::SP_CustomBase)
        action->setIcon(m_window.style()->standardIcon(what.icon));
    if (what.run)
        QObject::connect(action, &QAction::triggered, &m_window, [run = what.run] { run(); });
    menu->addAction(action);
    m_window.addAction(action); // answers to its keys also while the menu bar is hidden
    if (what.inToolBar)
        m_toolBar->addAction(action);
    enlist(menu, action);
    return action;
}

void WindowMenus::enlist(QMenu *menu, QAction *action)
{
    m_actions.add(action, menu->title().remove(QLatin1Char('&')));
}

void WindowMenus::enlistViewActions(const QWidget &view, const QString &title)
{
    for (QAction *action : view.actions())
        m_actions.add(action, title);
}

} // namespace pdsi

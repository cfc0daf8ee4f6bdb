// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QUndoStack>

#include <functional>

class QFormLayout;
class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace pdsi {

class ActionModel;
class AppSettings;
class ConnectionAccess;
class ShortcutsPage;

/// Settings, applied as they are changed; every change can be undone. The search field finds settings on all pages.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    /// `settings`, `actions` and `access` must outlive the dialog.
    SettingsDialog(AppSettings &settings, ActionModel &actions, ConnectionAccess &access, QWidget *parent);

    void showShortcuts();

private:
    struct Page {
        QString title;
        QWidget *widget;
    };
    QWidget *appearancePage();
    QWidget *startPage();
    QWidget *reportsPage(ConnectionAccess &access);
    void addLanguage(QFormLayout *form);
    void addPage(const QString &title, QWidget *widget);
    void search(const QString &typed);
    void change(const QString &what, const std::function<void()> &apply, const std::function<void()> &revert);

    AppSettings &m_settings;
    ActionModel &m_actions;
    QUndoStack m_undo;
    QList<Page> m_pages;
    QLineEdit *m_search;
    QListWidget *m_titles;
    QStackedWidget *m_stack;
    ShortcutsPage *m_shortcuts;
};

} // namespace pdsi

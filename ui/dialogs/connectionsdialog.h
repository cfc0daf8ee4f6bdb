// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/connectionaccess.h"
#include "ui/dialogs/browsersignin.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;
class QUndoStack;

namespace pdsi {

/// The connections: add, edit, duplicate, remove (which can be undone until the dialog closes), choose the default.
class ConnectionsDialog : public QDialog
{
    Q_OBJECT
public:
    /// `access` must outlive it.
    explicit ConnectionsDialog(ConnectionAccess &access, QWidget *parent = nullptr);
    ~ConnectionsDialog() override;

    /// Opens the dialog for a new connection.
    void add();
    void setBrowser(BrowserSignIn::OpenBrowser open) { m_browser = std::move(open); }
    QUndoStack &undoStack() const { return *m_undo; }

    void done(int result) override;

Q_SIGNALS:
    /// The person wants to collect with this one.
    void collectRequested(const pdsi::Connection &connection);

private:
    void build();
    QPushButton *button(const char *name, const QString &text, void (ConnectionsDialog::*does)());
    void refresh();
    void enableButtons();
    std::optional<Connection> current() const;
    void open(const Connection &connection);
    void edit();
    void duplicate();
    void remove();
    void makeDefault();
    void collect();
    QString freeName(const QString &wanted) const;

    ConnectionAccess &m_access;
    BrowserSignIn::OpenBrowser m_browser;
    QTreeWidget *m_list;
    QLabel *m_notice;
    QUndoStack *m_undo;
    QPushButton *m_edit = nullptr, *m_duplicate = nullptr, *m_remove = nullptr, *m_default = nullptr, *m_collect = nullptr;
    QList<Connection> m_connections;
    QStringList m_removed;      ///< ids; their secrets go when the dialog closes, unless they came back
};

} // namespace pdsi

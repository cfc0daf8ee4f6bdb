// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/connectionaccess.h"
#include "ui/dialogs/browsersignin.h"

#include <QDialog>

#include <functional>
#include <optional>

class QDialogButtonBox;
class QLabel;

namespace pdsi {

class AccountForm;
class ConnectionTestView;
class NetworkForm;
class SecretKeeping;
class SignInForm;

/// Edits one connection: whom to ask, how to sign in, by which way; tests it and saves it, its secrets first.
/// The environment's connection can be looked at and tested, not changed.
class ConnectionDialog : public QDialog
{
    Q_OBJECT
public:
    /// `access` must outlive it. A connection without id is a new one.
    ConnectionDialog(ConnectionAccess &access, const Connection &connection, QWidget *parent = nullptr);
    ~ConnectionDialog() override;

    /// For tests: shows the sign-in page instead of the system's browser.
    void setBrowser(BrowserSignIn::OpenBrowser open);
    /// Also the id of what was saved.
    const Connection &connection() const { return m_connection; }

    void accept() override;

Q_SIGNALS:
    void saved(const pdsi::Connection &connection);

private:
    void build();
    void buildButtons();
    void connectParts();
    Connection edited() const;
    bool check(const Connection &connection);
    void complain(const QString &text);
    void forgetTest();
    void signIn();
    void takeGrant(const OAuthGrant &grant);
    void test();
    void startTest(const Connection &connection, const Result<ConnectionSecrets> &kept);
    void renewForTest();
    ConnectionAccess::Secrets typedSecrets() const;
    ConnectionAccess::Secrets changedSecrets(const Connection &connection) const;
    Secret typedSignIn() const;
    void keep(const Connection &connection);
    void save(const Connection &connection);

    ConnectionAccess &m_access;
    Connection m_connection;
    const bool m_isNew;
    const bool m_readOnly;
    Secret m_tokens;            ///< of a sign-in with the browser that is not saved yet
    bool m_closing = false;     ///< the secrets are being kept
    AccountForm *m_account;
    SignInForm *m_signIn;
    NetworkForm *m_network;
    SecretKeeping *m_keeping;
    ConnectionTestView *m_test;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace pdsi

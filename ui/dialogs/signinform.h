// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/connection.h"
#include "ui/dialogs/browsersignin.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace pdsi {

/// How a connection signs in: by key or with the browser, each with its fields. Secrets that are kept already are
/// never shown; what is typed replaces them.
class SignInForm : public QWidget
{
    Q_OBJECT
public:
    explicit SignInForm(const Clock &clock, QWidget *parent = nullptr);

    /// `kept`: secrets of it may be kept already.
    void show(const Connection &connection, bool kept);
    void fill(Connection &connection) const;
    BrowserSignIn &browser() const { return *m_browser; }
    SignInKind kind() const;

    /// As typed; empty = unchanged.
    Secret apiKey() const;
    Secret clientSecret() const;

Q_SIGNALS:
    void edited();

private:
    QWidget *makeKeyPage();
    QWidget *makeOAuthPage();
    void showPage();
    void showScopes(const QStringList &scopes);
    QStringList scopes() const;

    QComboBox *m_kind, *m_scopeSet;
    QWidget *m_keyPage = nullptr, *m_oauthPage = nullptr;
    QLineEdit *m_key, *m_clientId, *m_clientSecret, *m_scopes, *m_authorizeUrl, *m_tokenUrl;
    QSpinBox *m_port;
    BrowserSignIn *m_browser;
    bool m_hadClientSecret = false;
};

} // namespace pdsi

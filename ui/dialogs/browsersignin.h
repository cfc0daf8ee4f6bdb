// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/oauthsignin.h"

#include <QWidget>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace pdsi {

/// The button that signs in with the browser, and what becomes of it.
class BrowserSignIn : public QWidget
{
    Q_OBJECT
public:
    /// Shows a page in the system's browser; false when none could be started.
    using OpenBrowser = std::function<bool(const QUrl &)>;

    /// `clock` must outlive it.
    explicit BrowserSignIn(const Clock &clock, QWidget *parent = nullptr);
    ~BrowserSignIn() override;

    void setBrowser(OpenBrowser open) { m_open = std::move(open); }
    void start(const OAuthSettings &settings, const NetworkRoute &route, const Secret &clientSecret);
    void showError(const Error &error);
    /// What is known of the sign-in before one is started here.
    void setStatus(const QString &text);
    bool isRunning() const { return m_signIn != nullptr; }

Q_SIGNALS:
    void signInRequested();
    void granted(const pdsi::OAuthGrant &grant);

private:
    void open(const QUrl &url);
    void finish(const QString &text);

    const Clock &m_clock;
    OpenBrowser m_open;
    QPushButton *m_button, *m_copy;
    QProgressBar *m_progress;
    QLabel *m_status;
    std::unique_ptr<OAuthSignIn> m_signIn;
    QUrl m_page;
};

} // namespace pdsi

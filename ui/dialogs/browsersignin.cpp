// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/browsersignin.h"

#include "core/base/instant.h"
#include "ui/dialogs/signinwords.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace pdsi {

BrowserSignIn::BrowserSignIn(const Clock &clock, QWidget *parent)
    : QWidget(parent), m_clock(clock), m_open(&QDesktopServices::openUrl),
      m_button(new QPushButton(tr("&Sign in with browser"))), m_copy(new QPushButton(tr("Cop&y address"))),
      m_progress(new QProgressBar), m_status(new QLabel)
{
    m_button->setObjectName(QStringLiteral("browserButton"));
    m_button->setAutoDefault(false);
    m_copy->setObjectName(QStringLiteral("copyAddressButton"));
    m_copy->setAutoDefault(false);
    m_copy->setToolTip(tr("Copies the address of the sign-in page, to open it in another browser of this machine."));
    m_progress->setAccessibleName(tr("Waiting for the browser"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(120);
    m_status->setObjectName(QStringLiteral("browserStatus"));
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_button);
    row->addWidget(m_copy);
    row->addWidget(m_progress);
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_status);
    m_copy->hide();
    m_progress->hide();
    connect(m_button, &QPushButton::clicked, this, [this] { m_signIn ? m_signIn->cancel() : Q_EMIT signInRequested(); });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_page.toString(QUrl::FullyEncoded)); });
}

BrowserSignIn::~BrowserSignIn() = default;

void BrowserSignIn::start(const OAuthSettings &settings, const NetworkRoute &route, const Secret &clientSecret)
{
    m_signIn = std::make_unique<OAuthSignIn>(settings, route, clientSecret, m_clock);
    connect(m_signIn.get(), &OAuthSignIn::browserNeeded, this, &BrowserSignIn::open);
    connect(m_signIn.get(), &OAuthSignIn::codeReceived, this, [this] { setStatus(tr("The browser is back. Fetching the token...")); });
    connect(m_signIn.get(), &OAuthSignIn::failed, this, &BrowserSignIn::showError);
    connect(m_signIn.get(), &OAuthSignIn::granted, this, [this](const OAuthGrant &grant) {
        QString text = tr("Signed in.");
        if (!grant.hints.subdomain.isEmpty())
            text += QLatin1Char(' ') + tr("Account: %1.").arg(grant.hints.subdomain);
        if (grant.tokens.expiresAt.isValid())
            text += QLatin1Char(' ') + tr("The access lasts until %1.").arg(formatTimestamp(grant.tokens.expiresAt));
        if (grant.tokens.refresh.isEmpty())
            text += QLatin1Char(' ') + tr("It cannot be renewed: sign in again then.");
        if (!grant.missingScopes.isEmpty())
            text += QLatin1Char(' ') + tr("Not granted: %1. Controls that need them end as not determined.")
                                           .arg(grant.missingScopes.join(QStringLiteral(", ")));
        finish(text);
        Q_EMIT granted(grant);
    });
    m_button->setText(tr("&Stop sign-in"));
    m_progress->show();
    setStatus(tr("Opening the browser..."));
    m_signIn->start();
}

void BrowserSignIn::open(const QUrl &url)
{
    m_page = url;
    m_copy->show();
    setStatus(m_open(url) ? tr("Finish the sign-in in the browser, then come back here.")
                          : tr("No browser could be opened. Copy the address and open it in a browser on this machine."));
}

void BrowserSignIn::finish(const QString &text)
{
    if (m_signIn)
        m_signIn.release()->deleteLater(); // it is telling us right now
    m_button->setText(tr("&Sign in with browser"));
    m_copy->hide();
    m_progress->hide();
    m_page.clear();
    setStatus(text);
}

void BrowserSignIn::showError(const Error &error) { finish(signInSentence(error)); }

void BrowserSignIn::setStatus(const QString &text) { m_status->setText(text); }

} // namespace pdsi

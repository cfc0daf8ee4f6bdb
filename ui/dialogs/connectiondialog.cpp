// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/connectiondialog.h"

#include "ui/dialogs/accountform.h"
#include "ui/dialogs/connectiontestview.h"
#include "ui/dialogs/networkform.h"
#include "ui/dialogs/secretkeeping.h"
#include "ui/dialogs/signinform.h"
#include "ui/dialogs/signinwords.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pdsi {

ConnectionDialog::ConnectionDialog(ConnectionAccess &access, const Connection &connection, QWidget *parent)
    : QDialog(parent), m_access(access), m_connection(connection), m_isNew(connection.id.isEmpty()),
      m_readOnly(ConnectionAccess::isEnvironment(connection)), m_account(new AccountForm), m_signIn(new SignInForm(access.clock())),
      m_network(new NetworkForm), m_keeping(new SecretKeeping(access)), m_test(new ConnectionTestView(access.clock())),
      m_problem(new QLabel), m_buttons(new QDialogButtonBox)
{
    setObjectName(QStringLiteral("connectionDialog"));
    if (m_isNew)
        m_connection.id = newConnectionId();
    setWindowTitle(m_isNew ? tr("New connection") : tr("Connection %1").arg(connection.name));
    build();
    buildButtons();
    m_account->show(connection);
    m_signIn->show(connection, !m_isNew);
    m_network->show(connection);
    connectParts();
    if (m_readOnly) {
        for (QWidget *part : {static_cast<QWidget *>(m_account), static_cast<QWidget *>(m_signIn), static_cast<QWidget *>(m_network)})
            part->setEnabled(false);
        m_keeping->hide();
        complain(tr("This connection comes from the environment variable PAGERDUTY_API_KEY. It can be tested and used; it is never saved."));
    } else {
        m_keeping->probe();
    }
}

ConnectionDialog::~ConnectionDialog() = default;

void ConnectionDialog::setBrowser(BrowserSignIn::OpenBrowser open) { m_signIn->browser().setBrowser(std::move(open)); }

namespace {

/// Fields of different forms one below the other begin at the same place.
void alignForms(const QWidget &page)
{
    QList<QWidget *> labels;
    int widest = 0;
    for (const QFormLayout *form : page.findChildren<QFormLayout *>()) {
        for (int row = 0; row < form->rowCount(); ++row) {
            if (const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole); item && item->widget()) {
                labels << item->widget();
                widest = std::max(widest, item->widget()->sizeHint().width());
            }
        }
    }
    for (QWidget *label : std::as_const(labels))
        label->setMinimumWidth(widest);
}

} // namespace

void ConnectionDialog::build()
{
    auto *accountPage = new QWidget;
    auto *pageLayout = new QVBoxLayout(accountPage);
    pageLayout->addWidget(m_account);
    pageLayout->addWidget(m_signIn);
    pageLayout->addStretch();
    alignForms(*accountPage);
    auto *tabs = new QTabWidget;
    tabs->setObjectName(QStringLiteral("connectionPages"));
    tabs->setAccessibleName(tr("Pages of the connection"));
    tabs->addTab(accountPage, tr("Acc&ount"));
    tabs->addTab(m_network, tr("Netwo&rk"));
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tabs);
    layout->addWidget(m_keeping);
    layout->addWidget(m_test, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    resize(620, 720);
}

void ConnectionDialog::buildButtons()
{
    if (m_readOnly) {
        m_buttons->addButton(QDialogButtonBox::Close);
    } else {
        m_buttons->addButton(QDialogButtonBox::Save)->setDefault(true);
        m_buttons->addButton(QDialogButtonBox::Cancel);
    }
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ConnectionDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ConnectionDialog::reject);
}

void ConnectionDialog::connectParts()
{
    connect(m_account, &AccountForm::edited, this, &ConnectionDialog::forgetTest);
    connect(m_signIn, &SignInForm::edited, this, &ConnectionDialog::forgetTest);
    connect(m_network, &NetworkForm::edited, this, &ConnectionDialog::forgetTest);
    connect(&m_signIn->browser(), &BrowserSignIn::signInRequested, this, &ConnectionDialog::signIn);
    connect(&m_signIn->browser(), &BrowserSignIn::granted, this, &ConnectionDialog::takeGrant);
    connect(m_test, &ConnectionTestView::testRequested, this, &ConnectionDialog::test);
    connect(m_test, &ConnectionTestView::renewalNeeded, this, &ConnectionDialog::renewForTest);
    connect(m_test, &ConnectionTestView::otherRegionRequested, this, [this](const QString &region) {
        if (m_account->showAddress(baseUrlOfRegion(region).value()))
            test();
    });
}

Connection ConnectionDialog::edited() const
{
    if (m_readOnly)
        return m_connection;
    Connection connection = m_connection;
    m_account->fill(connection);
    m_signIn->fill(connection);
    m_network->fill(connection);
    return connection;
}

void ConnectionDialog::complain(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void ConnectionDialog::forgetTest()
{
    m_test->forget();
    if (!m_readOnly)
        complain({});
}

bool ConnectionDialog::check(const Connection &connection)
{
    Result<Done> checked = checkConnection(connection);
    if (checked && connection.signIn == SignInKind::OAuth && connection.oauth.clientId.isEmpty())
        checked = Error{ErrorCode::InvalidArgument, QStringLiteral("clientId:")};
    if (checked) {
        if (const auto route = NetworkRoute::of(connection, {}); !route)
            checked = route.error();
    }
    const QByteArray key = m_signIn->apiKey().reveal();
    if (checked && !std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; }))
        checked = Error{ErrorCode::InvalidArgument, QStringLiteral("apiKey:")};
    complain(checked ? QString() : signInSentence(checked.error()));
    return checked.ok();
}

/// What was entered here and is to be kept.
ConnectionAccess::Secrets ConnectionDialog::typedSecrets() const
{
    ConnectionAccess::Secrets secrets;
    const auto add = [&secrets](SecretKind kind, const Secret &secret) {
        if (!secret.isEmpty())
            secrets.insert(kind, secret);
    };
    add(SecretKind::ApiKey, m_signIn->apiKey());
    add(SecretKind::OAuthClientSecret, m_signIn->clientSecret());
    add(SecretKind::ProxyPassword, m_network->proxyPassword());
    if (m_signIn->kind() == SignInKind::OAuth)
        add(SecretKind::OAuthTokens, m_tokens);
    return secrets;
}

Secret ConnectionDialog::typedSignIn() const
{
    if (m_signIn->kind() == SignInKind::ApiKey)
        return m_signIn->apiKey();
    const auto tokens = OAuthTokens::fromSecret(m_tokens);
    return tokens ? tokens->access : Secret();
}

void ConnectionDialog::signIn()
{
    Connection connection = edited();
    if (connection.name.isEmpty())
        connection.name = QStringLiteral("-"); // a name is not needed yet
    if (!check(connection))
        return;
    const auto begin = [self = QPointer(this), connection](const Secret &clientSecret, const Secret &proxyPassword) {
        const auto route = NetworkRoute::of(connection, proxyPassword);
        if (route)
            self->m_signIn->browser().start(connection.oauth, *route, clientSecret);
        else
            self->m_signIn->browser().showError(route.error());
    };
    const Secret typedClient = m_signIn->clientSecret(), typedProxy = m_network->proxyPassword();
    // What is typed goes before what is kept; a secret that is kept nowhere is none.
    m_access.read({connection.id, SecretKind::OAuthClientSecret},
                  [self = QPointer(this), connection, typedClient, typedProxy, begin](const Result<Secret> &client) {
        if (!self)
            return;
        const Secret clientSecret = !typedClient.isEmpty() || !client || !connection.oauth.usesClientSecret ? typedClient : *client;
        self->m_access.read({connection.id, SecretKind::ProxyPassword},
                            [self, connection, clientSecret, typedProxy, begin](const Result<Secret> &proxy) {
            if (!self)
                return;
            const bool kept = proxy && connection.proxy == self->m_connection.proxy;
            begin(clientSecret, typedProxy.isEmpty() && kept ? *proxy : typedProxy);
        });
    });
}

void ConnectionDialog::takeGrant(const OAuthGrant &grant)
{
    m_tokens = grant.tokens.toSecret();
    m_test->forget();
    const auto &api = grant.hints.apiBaseUrl;
    if (!api || *api == edited().baseUrl)
        return;
    if (m_account->showAddress(*api))
        complain(tr("The account lives at %1; the region was changed to that.").arg(api->host()));
    else
        complain(tr("Note: the account says that it lives at %1.").arg(api->host()));
}

void ConnectionDialog::test()
{
    Connection connection = edited();
    if (connection.name.isEmpty())
        connection.name = QStringLiteral("-");
    if (!m_readOnly && !check(connection))
        return;
    // What is kept was kept for the saved settings, and is renewed by them.
    if (m_isNew || connection.signIn != m_connection.signIn)
        return startTest(connection, Error{ErrorCode::NotFound, connection.id});
    m_access.secretsOf(m_connection).get([self = QPointer(this), connection](const Result<ConnectionSecrets> &kept) {
        if (self)
            self->startTest(connection, kept);
    });
}

void ConnectionDialog::startTest(const Connection &connection, const Result<ConnectionSecrets> &kept)
{
    ConnectionSecrets secrets = kept ? *kept : ConnectionSecrets();
    if (connection.proxy != m_connection.proxy)
        secrets.proxyPassword = {}; // is for another proxy
    const Secret signIn = m_readOnly ? Secret() : typedSignIn();
    if (!signIn.isEmpty()) {
        secrets.signIn = signIn;
        secrets.renewable = false; // just signed in
    } else if (!kept) {
        return m_test->showError(kept.error());
    }
    if (const Secret proxyPassword = m_network->proxyPassword(); !proxyPassword.isEmpty())
        secrets.proxyPassword = proxyPassword;
    m_test->start(connection, secrets);
}

void ConnectionDialog::renewForTest()
{
    m_access.secretsOf(m_connection).renew([self = QPointer(this)](const Result<ConnectionSecrets> &fresh) {
        if (!self)
            return;
        if (fresh)
            self->m_test->renewSecret(fresh->signIn);
        else
            self->m_test->showError(fresh.error());
    });
}

void ConnectionDialog::accept()
{
    const Connection connection = edited();
    if (m_readOnly)
        return QDialog::accept();
    if (m_closing || !check(connection))
        return;
    const auto known = m_access.list();
    if (!known)
        return complain(signInSentence(known.error()));
    const bool taken = std::any_of(known->begin(), known->end(), [&](const Connection &other) {
        return other.name == connection.name && other.id != connection.id;
    });
    if (taken)
        return complain(connectionProblem({ErrorCode::InvalidArgument, QStringLiteral("name:")}));
    if (m_isNew && typedSignIn().isEmpty())
        return complain(connection.signIn == SignInKind::OAuth ? tr("Sign in with the browser first.") : tr("Enter the API key."));
    keep(connection);
}

/// What was typed, and empty ones for what the connection needs no more.
ConnectionAccess::Secrets ConnectionDialog::changedSecrets(const Connection &connection) const
{
    ConnectionAccess::Secrets secrets = typedSecrets();
    if (m_isNew || m_keeping->where() == ConnectionAccess::Keeping::SessionOnly)
        return secrets;
    if (connection.signIn == SignInKind::OAuth && m_connection.signIn == SignInKind::ApiKey)
        secrets.insert(SecretKind::ApiKey, {});
    if (connection.signIn == SignInKind::ApiKey && m_connection.signIn == SignInKind::OAuth) {
        secrets.insert(SecretKind::OAuthTokens, {});
        secrets.insert(SecretKind::OAuthClientSecret, {});
    }
    if (connection.proxy.user.isEmpty() && !m_connection.proxy.user.isEmpty())
        secrets.insert(SecretKind::ProxyPassword, {});
    return secrets;
}

/// Secrets first: a connection that is listed can be used.
void ConnectionDialog::keep(const Connection &connection)
{
    m_closing = true;
    m_buttons->setEnabled(false);
    m_access.keep(connection.id, changedSecrets(connection), m_keeping->where(), [self = QPointer(this), connection](const Result<Done> &kept) {
        if (!self)
            return;
        self->m_closing = false;
        self->m_buttons->setEnabled(true);
        if (kept)
            return self->save(connection);
        self->m_keeping->showError(kept.error());
        self->complain(tr("Nothing was saved, because the keychain did not take the secret. Save again to keep it for this session only."));
    });
}

void ConnectionDialog::save(const Connection &connection)
{
    if (auto written = m_access.save(connection); !written) {
        if (m_isNew)
            m_access.forget(connection.id);
        return complain(signInSentence(written.error()));
    }
    m_connection = connection;
    m_tokens = {};
    Q_EMIT saved(connection);
    QDialog::accept();
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/signinform.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace pdsi {

namespace {

enum ScopeSet { AllRead, ClassicRead, OtherScopes };

const QStringList &classicScopes()
{
    static const QStringList scopes{QStringLiteral("openid"), QStringLiteral("read")};
    return scopes;
}

QLineEdit *named(const char *name)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    return edit;
}

QLabel *note(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    return label;
}

/// A field that loses its value when it is cleared by hand would be prone to typing errors: invalid stays invalid.
QUrl typedUrl(const QLineEdit &edit)
{
    const auto url = parseBaseUrl(edit.text());
    return url ? *url : QUrl();
}

} // namespace

SignInForm::SignInForm(const Clock &clock, QWidget *parent)
    : QWidget(parent), m_kind(new QComboBox), m_scopeSet(new QComboBox), m_key(named("apiKey")),
      m_clientId(named("clientId")), m_clientSecret(named("clientSecret")), m_scopes(named("scopes")),
      m_authorizeUrl(named("authorizeUrl")), m_tokenUrl(named("tokenUrl")), m_port(new QSpinBox),
      m_browser(new BrowserSignIn(clock))
{
    m_kind->setObjectName(QStringLiteral("signInKind"));
    m_kind->addItem(tr("With an API key"), int(SignInKind::ApiKey));
    m_kind->addItem(tr("With the browser (OAuth 2.0)"), int(SignInKind::OAuth));
    m_keyPage = makeKeyPage();
    m_oauthPage = makeOAuthPage();
    auto *top = new QFormLayout;
    top->addRow(tr("S&ign in:"), m_kind);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_keyPage);
    layout->addWidget(m_oauthPage);
    showPage();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SignInForm::showPage);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SignInForm::edited);
    for (QLineEdit *edit : {m_key, m_clientId, m_clientSecret, m_scopes, m_authorizeUrl, m_tokenUrl})
        connect(edit, &QLineEdit::textChanged, this, &SignInForm::edited);
}

QWidget *SignInForm::makeKeyPage()
{
    m_key->setEchoMode(QLineEdit::Password);
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("API &key:"), m_key);
    form->addRow(note(tr("Best is an account key marked read-only (Integrations > API Access Keys): it sees everything and can "
                         "change nothing. A user's own key sees what that user may see.")));
    return page;
}

QWidget *SignInForm::makeOAuthPage()
{
    m_clientSecret->setEchoMode(QLineEdit::Password);
    m_clientSecret->setPlaceholderText(tr("none (apps with scoped OAuth have one)"));
    m_scopeSet->setObjectName(QStringLiteral("scopeSet"));
    m_scopeSet->addItem(tr("All read scopes (app with scoped OAuth)"), AllRead);
    m_scopeSet->addItem(tr("read (app with classic OAuth)"), ClassicRead);
    m_scopeSet->addItem(tr("Other"), OtherScopes);
    m_scopes->setAccessibleName(tr("Names of the scopes"));
    m_port->setObjectName(QStringLiteral("redirectPort"));
    m_port->setRange(0, 65'535);
    m_port->setSpecialValueText(tr("any free port"));
    m_port->setToolTip(tr("Where the browser comes back to: http://127.0.0.1:PORT/callback. Register this address with the app; choose a "
                          "fixed port if the app insists on one."));
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Client ID:"), m_clientId);
    form->addRow(tr("Client secre&t:"), m_clientSecret);
    form->addRow(tr("Sco&pes:"), m_scopeSet);
    form->addRow(QString(), m_scopes);
    form->addRow(tr("Sign-in pa&ge:"), m_authorizeUrl);
    form->addRow(tr("To&ken address:"), m_tokenUrl);
    form->addRow(tr("Re&direct port:"), m_port);
    form->addRow(m_browser);
    connect(m_port, &QSpinBox::valueChanged, this, &SignInForm::edited);
    connect(m_scopeSet, &QComboBox::currentIndexChanged, this, [this](int set) {
        m_scopes->setVisible(set == OtherScopes);
        if (set != OtherScopes)
            m_scopes->setText((set == AllRead ? readScopes() : classicScopes()).join(QLatin1Char(' ')));
        Q_EMIT edited();
    });
    m_scopes->hide();
    return page;
}

void SignInForm::showScopes(const QStringList &scopes)
{
    const bool all = scopes.isEmpty() || scopes == readScopes();
    m_scopeSet->setCurrentIndex(all ? AllRead : scopes == classicScopes() ? ClassicRead : OtherScopes);
    m_scopes->setText((all ? readScopes() : scopes).join(QLatin1Char(' ')));
}

QStringList SignInForm::scopes() const
{
    return m_scopeSet->currentIndex() == AllRead ? QStringList() : m_scopes->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

void SignInForm::show(const Connection &connection, bool kept)
{
    m_kind->setCurrentIndex(m_kind->findData(int(connection.signIn)));
    m_clientId->setText(connection.oauth.clientId);
    m_authorizeUrl->setText(connection.oauth.authorizeUrl.toString());
    m_tokenUrl->setText(connection.oauth.tokenUrl.toString());
    m_port->setValue(connection.oauth.redirectPort);
    showScopes(connection.oauth.scopes);
    m_hadClientSecret = kept && connection.oauth.usesClientSecret;
    if (m_hadClientSecret)
        m_clientSecret->setPlaceholderText(tr("kept in the keychain; type to replace it"));
    if (kept && connection.signIn == SignInKind::ApiKey)
        m_key->setPlaceholderText(tr("kept in the keychain; type to replace it"));
    m_browser->setStatus(kept && connection.signIn == SignInKind::OAuth
                             ? tr("Signed in before; the access is kept in the keychain. Sign in again to replace it.")
                             : tr("Not signed in yet."));
}

void SignInForm::showPage()
{
    m_keyPage->setVisible(kind() == SignInKind::ApiKey);
    m_oauthPage->setVisible(kind() == SignInKind::OAuth);
}

SignInKind SignInForm::kind() const { return static_cast<SignInKind>(m_kind->currentData().toInt()); }

void SignInForm::fill(Connection &connection) const
{
    connection.signIn = kind();
    connection.oauth.clientId = m_clientId->text().trimmed();
    connection.oauth.authorizeUrl = typedUrl(*m_authorizeUrl);
    connection.oauth.tokenUrl = typedUrl(*m_tokenUrl);
    connection.oauth.scopes = scopes();
    connection.oauth.usesClientSecret = m_hadClientSecret || !m_clientSecret->text().isEmpty();
    connection.oauth.redirectPort = static_cast<quint16>(m_port->value());
    if (connection.signIn == SignInKind::ApiKey && connection.oauth.clientId.isEmpty())
        connection.oauth = {};
}

Secret SignInForm::apiKey() const
{
    return kind() == SignInKind::ApiKey ? Secret(m_key->text().trimmed().toUtf8()) : Secret();
}

Secret SignInForm::clientSecret() const
{
    return kind() == SignInKind::OAuth ? Secret(m_clientSecret->text().trimmed().toUtf8()) : Secret();
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/networkform.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace pdsi {

NetworkForm::NetworkForm(QWidget *parent)
    : QWidget(parent), m_kind(new QComboBox), m_host(new QLineEdit), m_user(new QLineEdit), m_password(new QLineEdit),
      m_caFile(new QLineEdit), m_port(new QSpinBox)
{
    using Kind = ProxySettings::Kind;
    m_kind->setObjectName(QStringLiteral("proxyKind"));
    m_kind->addItem(tr("As the system says"), int(Kind::System));
    m_kind->addItem(tr("None"), int(Kind::None));
    m_kind->addItem(tr("HTTP proxy"), int(Kind::Http));
    m_kind->addItem(tr("SOCKS 5 proxy"), int(Kind::Socks5));
    m_host->setObjectName(QStringLiteral("proxyHost"));
    m_port->setObjectName(QStringLiteral("proxyPort"));
    m_port->setRange(0, 65'535);
    m_user->setObjectName(QStringLiteral("proxyUser"));
    m_user->setPlaceholderText(tr("none"));
    m_password->setObjectName(QStringLiteral("proxyPassword"));
    m_password->setEchoMode(QLineEdit::Password);
    m_caFile->setObjectName(QStringLiteral("caFile"));
    m_caFile->setPlaceholderText(tr("none: the system's certificates alone"));
    m_caFile->setAccessibleName(tr("CA file"));
    auto *choose = new QPushButton(tr("Choose..."));
    choose->setAutoDefault(false);
    choose->setAccessibleName(tr("Choose the CA file"));
    auto *caRow = new QHBoxLayout;
    caRow->addWidget(m_caFile, 1);
    caRow->addWidget(choose);
    auto *note = new QLabel(tr("The proxy is used for the API and for the identity service, never for this machine itself. The CA file "
                               "(PEM) is trusted in addition to the system's certificates, for this connection only."));
    note->setWordWrap(true);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&Proxy:"), m_kind);
    form->addRow(tr("&Host:"), m_host);
    form->addRow(tr("P&ort:"), m_port);
    form->addRow(tr("&User:"), m_user);
    form->addRow(tr("Pass&word:"), m_password);
    form->addRow(tr("CA file:"), caRow);
    form->addRow(note);
    connect(choose, &QPushButton::clicked, this, &NetworkForm::chooseCaFile);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &NetworkForm::enableFields);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &NetworkForm::edited);
    connect(m_port, &QSpinBox::valueChanged, this, &NetworkForm::edited);
    for (QLineEdit *edit : {m_host, m_user, m_password, m_caFile})
        connect(edit, &QLineEdit::textChanged, this, &NetworkForm::edited);
    enableFields();
}

void NetworkForm::enableFields()
{
    const bool byHand = m_kind->currentData().toInt() >= int(ProxySettings::Kind::Http);
    for (QWidget *field : {static_cast<QWidget *>(m_host), static_cast<QWidget *>(m_port), static_cast<QWidget *>(m_user),
                           static_cast<QWidget *>(m_password)})
        field->setEnabled(byHand);
}

void NetworkForm::show(const Connection &connection)
{
    m_kind->setCurrentIndex(m_kind->findData(int(connection.proxy.kind)));
    m_host->setText(connection.proxy.host);
    m_port->setValue(connection.proxy.port);
    m_user->setText(connection.proxy.user);
    m_caFile->setText(connection.caFile);
    if (!connection.proxy.user.isEmpty())
        m_password->setPlaceholderText(tr("as kept before; type to replace it"));
}

void NetworkForm::fill(Connection &connection) const
{
    connection.proxy = {};
    connection.proxy.kind = static_cast<ProxySettings::Kind>(m_kind->currentData().toInt());
    if (connection.proxy.isByHand()) {
        connection.proxy.host = m_host->text().trimmed();
        connection.proxy.port = static_cast<quint16>(m_port->value());
        connection.proxy.user = m_user->text().trimmed();
    }
    connection.caFile = m_caFile->text().trimmed();
}

Secret NetworkForm::proxyPassword() const
{
    return m_password->isEnabled() ? Secret(m_password->text().toUtf8()) : Secret();
}

void NetworkForm::chooseCaFile()
{
    auto *dialog = new QFileDialog(this, tr("CA file"), m_caFile->text(), tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_caFile, &QLineEdit::setText);
    dialog->open();
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/accountform.h"

#include "ui/dialogs/signinwords.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace pdsi {

AccountForm::AccountForm(QWidget *parent)
    : QWidget(parent), m_name(new QLineEdit), m_address(new QLineEdit), m_email(new QLineEdit), m_region(new QComboBox),
      m_addressProblem(new QLabel)
{
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setMaxLength(100);
    m_region->setObjectName(QStringLiteral("region"));
    m_region->addItem(tr("United States"), QStringLiteral("us"));
    m_region->addItem(tr("Europe"), QStringLiteral("eu"));
    m_region->addItem(tr("Other address"), QString());
    m_address->setObjectName(QStringLiteral("address"));
    m_email->setObjectName(QStringLiteral("email"));
    m_email->setPlaceholderText(tr("who asks; recorded in reports"));
    m_addressProblem->setObjectName(QStringLiteral("addressProblem"));
    m_addressProblem->setTextFormat(Qt::PlainText);
    m_addressProblem->setWordWrap(true);
    m_addressProblem->hide();
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Region:"), m_region);
    form->addRow(tr("&Address:"), m_address);
    form->addRow(QString(), m_addressProblem);
    form->addRow(tr("Requester &e-mail:"), m_email);
    connect(m_region, &QComboBox::currentIndexChanged, this, [this] {
        const auto url = baseUrlOfRegion(region());
        m_address->setEnabled(!url);
        if (url)
            m_address->setText(url->toString());
        Q_EMIT edited();
    });
    connect(m_address, &QLineEdit::textChanged, this, &AccountForm::judgeAddress);
    for (QLineEdit *edit : {m_name, m_address, m_email})
        connect(edit, &QLineEdit::textChanged, this, &AccountForm::edited);
}

QString AccountForm::region() const { return m_region->currentData().toString(); }

void AccountForm::judgeAddress()
{
    const auto url = parseBaseUrl(m_address->text());
    m_addressProblem->setVisible(!url);
    m_addressProblem->setText(url ? QString() : connectionProblem(url.error()));
}

void AccountForm::show(const Connection &connection)
{
    m_name->setText(connection.name);
    m_email->setText(connection.requesterEmail);
    const QUrl url = connection.baseUrl.isEmpty() ? baseUrlOfRegion(QStringLiteral("us")).value() : connection.baseUrl;
    m_region->setCurrentIndex(m_region->findData(regionOf(url)));
    m_address->setText(url.toString());
    m_address->setEnabled(regionOf(url).isEmpty());
}

bool AccountForm::showAddress(const QUrl &baseUrl)
{
    if (region().isEmpty() || regionOf(baseUrl).isEmpty())
        return false;
    m_region->setCurrentIndex(m_region->findData(regionOf(baseUrl)));
    return true;
}

void AccountForm::fill(Connection &connection) const
{
    connection.name = m_name->text().trimmed();
    connection.requesterEmail = m_email->text().trimmed();
    const auto url = parseBaseUrl(m_address->text());
    connection.baseUrl = url ? *url : QUrl();
}

} // namespace pdsi

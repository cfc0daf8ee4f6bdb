// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/secretkeeping.h"

#include "ui/dialogs/signinwords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace pdsi {

namespace {
constexpr int keychainIndex = 0, sessionIndex = 1;
}

SecretKeeping::SecretKeeping(ConnectionAccess &access, QWidget *parent)
    : QWidget(parent), m_access(access), m_where(new QComboBox), m_notice(new QLabel), m_again(new QPushButton(tr("Look agai&n")))
{
    m_where->setObjectName(QStringLiteral("keepWhere"));
    m_where->addItem(tr("In the keychain"));
    m_where->addItem(tr("For this session only"));
    m_notice->setObjectName(QStringLiteral("keychainNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_again->setObjectName(QStringLiteral("probeAgain"));
    m_again->setAutoDefault(false);
    m_again->setToolTip(tr("Look whether the keychain can be used now"));
    auto *label = new QLabel(tr("Keep secrets &in:"));
    label->setBuddy(m_where);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_where);
    row->addWidget(m_again);
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_notice);
    m_notice->hide();
    m_again->hide();
    connect(m_again, &QPushButton::clicked, this, &SecretKeeping::probe);
}

ConnectionAccess::Keeping SecretKeeping::where() const
{
    return m_where->currentIndex() == sessionIndex ? ConnectionAccess::Keeping::SessionOnly : ConnectionAccess::Keeping::Keychain;
}

void SecretKeeping::probe()
{
    m_again->setEnabled(false);
    m_access.keychain().probe([self = QPointer(this)](const Result<Done> &usable) {
        if (self)
            self->show(usable);
    });
}

void SecretKeeping::showError(const Error &error) { show(error); }

void SecretKeeping::show(const Result<Done> &usable)
{
    auto *items = qobject_cast<QStandardItemModel *>(m_where->model());
    items->item(keychainIndex)->setEnabled(usable.ok());
    // Only what was forced is taken back; a choice of the person stays.
    if (!usable)
        m_where->setCurrentIndex(sessionIndex);
    else if (m_again->isVisibleTo(this))
        m_where->setCurrentIndex(keychainIndex);
    m_notice->setVisible(!usable);
    m_notice->setText(usable ? QString() : signInSentence(usable.error()));
    m_again->setVisible(!usable);
    m_again->setEnabled(true);
    Q_EMIT probed(usable.ok());
}

} // namespace pdsi

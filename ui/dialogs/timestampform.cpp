// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/timestampform.h"

#include "core/account/connectionaccess.h"
#include "ui/dialogs/timestampwords.h"
#include "ui/models/timestampsetup.h"
#include "ui/parts/plainlabel.h"

#include <QComboBox>
#include <QCryptographicHash>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

#include <utility>

namespace pdsi {

TimestampForm::TimestampForm(AppSettings &settings, ConnectionAccess &access, QWidget *parent)
    : QGroupBox(tr("Time stamps of evidence bundles"), parent), m_settings(settings), m_access(access), m_address(new QLineEdit),
      m_caFile(new QLineEdit), m_way(new QComboBox), m_test(new QPushButton(tr("&Test"))), m_result(plainLabel(QStringLiteral("timestamp.result")))
{
    layOut();
    showSettings();
    for (QLineEdit *edit : {m_address, m_caFile})
        connect(edit, &QLineEdit::editingFinished, this, &TimestampForm::take);
    connect(m_way, &QComboBox::activated, this, &TimestampForm::take);
    connect(m_test, &QPushButton::clicked, this, &TimestampForm::test);
    connect(m_address, &QLineEdit::textChanged, this, [this](const QString &text) { m_test->setEnabled(!text.trimmed().isEmpty()); });
    connect(&m_settings, &AppSettings::timestampChanged, this, &TimestampForm::showSettings);
}

TimestampForm::~TimestampForm() = default;

void TimestampForm::layOut()
{
    m_address->setObjectName(QStringLiteral("timestamp.address"));
    m_address->setPlaceholderText(tr("none: bundles get no time stamp"));
    m_caFile->setObjectName(QStringLiteral("timestamp.caFile"));
    m_caFile->setPlaceholderText(tr("none: any good stamp is taken"));
    m_test->setObjectName(QStringLiteral("timestamp.test"));
    m_test->setAutoDefault(false);
    m_test->setToolTip(tr("Asks for a stamp of a digest that means nothing."));
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *choose = new QPushButton(tr("Choose..."));
    choose->setAutoDefault(false);
    choose->setAccessibleName(tr("Choose the CA file for time stamps"));
    connect(choose, &QPushButton::clicked, this, &TimestampForm::chooseCaFile);
    auto *server = new QHBoxLayout, *ca = new QHBoxLayout;
    server->addWidget(m_address, 1);
    server->addWidget(m_test);
    ca->addWidget(m_caFile, 1);
    ca->addWidget(choose);
    auto *note = plainLabel(QStringLiteral("timestamp.note"));
    note->setText(tr("A time stamp server (RFC 3161) signs that a bundle existed at a time. It is sent a SHA-256 digest and nothing of the "
                     "account. Plain http is common and does no harm, because the stamp itself is signed. With a CA file (PEM) only stamps "
                     "that lead to it, or that this system trusts, are taken."));
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Time stamp &server:"), server);
    form->addRow(tr("C&A file:"), ca);
    createWay(*form);
    form->addRow(note);
    form->addRow(m_result);
    static_cast<QLabel *>(form->labelForField(server))->setBuddy(m_address);
    static_cast<QLabel *>(form->labelForField(ca))->setBuddy(m_caFile);
    m_result->hide();
}

void TimestampForm::createWay(QFormLayout &form)
{
    m_way->setObjectName(QStringLiteral("timestamp.way"));
    m_way->setToolTip(tr("Whose proxy and CA file are used to reach the server."));
    m_way->addItem(tr("As the system says"), QString());
    const auto connections = m_access.list();
    for (const Connection &connection : connections ? *connections : QList<Connection>()) {
        if (!ConnectionAccess::isEnvironment(connection)) // it has no way of its own
            m_way->addItem(tr("As the connection %1").arg(connection.name), connection.id);
    }
    form.addRow(tr("&Way there:"), m_way);
}

void TimestampForm::showSettings()
{
    const TimestampSettings now = m_settings.timestamp();
    for (const auto &[edit, text] : {std::pair(m_address, now.address), std::pair(m_caFile, now.caFile)}) {
        edit->setText(text);
        edit->setCursorPosition(0); // the beginning says more than the end
    }
    if (m_way->findData(now.connectionId) < 0)
        m_way->addItem(tr("As a connection that is gone"), now.connectionId);
    m_way->setCurrentIndex(m_way->findData(now.connectionId));
    m_test->setEnabled(!now.address.isEmpty());
}

void TimestampForm::take()
{
    const TimestampSettings before = m_settings.timestamp();
    const TimestampSettings after{m_address->text().trimmed(), m_caFile->text().trimmed(), m_way->currentData().toString()};
    if (after == before)
        return;
    if (!after.address.isEmpty() && !TimestampClient::parseAuthority(after.address))
        return say(tr("This is no address of a time stamp server, so it is not kept: it begins with https:// or http://."), false);
    m_result->hide();
    Q_EMIT changed(before, after);
}

void TimestampForm::chooseCaFile()
{
    auto *dialog = new QFileDialog(this, tr("CA file for time stamps"), m_caFile->text(), tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_caFile->setText(path);
        take();
    });
    dialog->open();
}

void TimestampForm::test()
{
    take();
    const TimestampSettings typed{m_address->text().trimmed(), m_caFile->text().trimmed(), m_way->currentData().toString()};
    m_test->setEnabled(false);
    say(tr("Asking %1 for a time stamp...").arg(typed.host()), true);
    findTimestampService(typed, m_access, [self = QPointer(this)](const Result<TimestampService> &service) {
        if (!self)
            return;
        if (service)
            return self->ask(*service);
        self->say(timestampErrorSentence(service.error()), false);
        self->m_test->setEnabled(true);
        Q_EMIT self->tested(false);
    });
}

void TimestampForm::ask(const TimestampService &service)
{
    m_client = std::make_unique<TimestampClient>(service);
    const QByteArray nothing = QCryptographicHash::hash("a digest that means nothing", QCryptographicHash::Sha256);
    m_client->ask(nothing, [this](const Result<Timestamp> &stamp) {
        m_client.release()->deleteLater(); // it is telling us right now
        m_test->setEnabled(true);
        say(stamp ? tr("It works: %1").arg(timestampSentence(stamp->verdict)) : timestampErrorSentence(stamp.error()), stamp.ok());
        Q_EMIT tested(stamp.ok());
    });
}

void TimestampForm::say(const QString &text, bool good)
{
    m_result->setText(good ? text : QStringLiteral("\u26A0 ") + text); // told by shape and words, not by colour
    m_result->show();
}

} // namespace pdsi

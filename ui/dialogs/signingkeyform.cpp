// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/signingkeyform.h"

#include "core/base/privatefile.h"
#include "core/report/bundle/minisign.h"
#include "ui/parts/plainlabel.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace pdsi {

namespace {

QString keyErrorSentence(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return SigningKeyForm::tr("There is no key yet. One is made when the first bundle is signed.");
    case ErrorCode::KeychainLocked:
        return SigningKeyForm::tr("The keychain is locked, or waits for its password, so bundles cannot be signed now. Unlock it, then look again.");
    case ErrorCode::KeychainUnavailable:
        return SigningKeyForm::tr("This desktop has no keychain (no secret service answers). The key is kept nowhere else, so bundles can "
                                  "only be written without a signature.");
    default:
        return SigningKeyForm::tr("The key in the keychain cannot be used (%1). A new key can take its place.").arg(error.detail);
    }
}

} // namespace

SigningKeyForm::SigningKeyForm(CredentialStore &keychain, QWidget *parent)
    : QGroupBox(tr("Your signing key"), parent), m_keys(keychain), m_fingerprint(new QLineEdit), m_notice(plainLabel(QStringLiteral("signing.notice"))),
      m_copy(button(tr("&Copy fingerprint"), "signing.copy", &SigningKeyForm::copy)),
      m_export(button(tr("&Export public key..."), "signing.export", &SigningKeyForm::exportKey)),
      m_make(button(tr("Make a &new key..."), "signing.make", &SigningKeyForm::askForNewKey)),
      m_again(button(tr("&Look again"), "signing.again", &SigningKeyForm::look))
{
    layOut();
    look();
}

QPushButton *SigningKeyForm::button(const QString &text, const char *name, void (SigningKeyForm::*does)())
{
    auto *made = new QPushButton(text);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    connect(made, &QPushButton::clicked, this, does);
    return made;
}

void SigningKeyForm::layOut()
{
    m_fingerprint->setObjectName(QStringLiteral("signing.fingerprint"));
    m_fingerprint->setAccessibleName(tr("Fingerprint of your signing key"));
    m_fingerprint->setReadOnly(true);
    m_fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *label = new QLabel(tr("&Fingerprint (SHA-256) of the public key:"));
    label->setBuddy(m_fingerprint);
    auto *note = plainLabel(QStringLiteral("signing.note"));
    note->setText(tr("Tell the fingerprint to whoever checks your bundles by another way than the bundle itself: by telephone, on paper. "
                     "The secret half never leaves the keychain."));
    auto *row = new QHBoxLayout;
    for (QPushButton *each : {m_copy, m_export, m_make, m_again})
        row->addWidget(each);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_fingerprint);
    layout->addWidget(m_notice);
    layout->addLayout(row);
    layout->addWidget(note);
}

void SigningKeyForm::look()
{
    for (QPushButton *each : {m_copy, m_export, m_make, m_again})
        each->setEnabled(false);
    m_notice->setText(tr("Asking the keychain..."));
    m_keys.find([this](const Result<SigningKey> &key) { show(key); });
}

void SigningKeyForm::show(const Result<SigningKey> &key)
{
    m_publicKey = key ? key->publicKey() : QByteArray();
    m_fingerprint->setText(key ? keyFingerprint(m_publicKey) : QString());
    m_fingerprint->setCursorPosition(0);
    m_notice->setText(key ? QString() : keyErrorSentence(key.error()));
    m_notice->setVisible(!key);
    const bool closed = !key && (key.error().code == ErrorCode::KeychainLocked || key.error().code == ErrorCode::KeychainUnavailable);
    m_copy->setEnabled(key.ok());
    m_export->setEnabled(key.ok());
    m_make->setEnabled(!closed);
    m_again->setEnabled(true);
    m_again->setVisible(closed);
    Q_EMIT shown();
}

void SigningKeyForm::copy()
{
    QGuiApplication::clipboard()->setText(m_fingerprint->text());
    m_notice->setText(tr("The fingerprint is in the clipboard."));
    m_notice->show();
}

void SigningKeyForm::exportKey()
{
    auto *dialog = new QFileDialog(this, tr("Export public key"), QStringLiteral("pagerduty-sec-inspector.pub"), tr("Public keys (*.pub)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pub"));
    connect(dialog, &QFileDialog::fileSelected, this, &SigningKeyForm::writeKey);
    dialog->open();
}

void SigningKeyForm::writeKey(const QString &path)
{
    const auto written = writePrivateFile(path, minisignPublicKey(m_publicKey));
    m_notice->setText(written ? tr("The public key was written to %1. minisign -V -p checks bundles with it.").arg(path)
                              : tr("The public key could not be written: %1. Choose another folder or name.").arg(written.error().detail));
    m_notice->show();
}

void SigningKeyForm::askForNewKey()
{
    if (m_publicKey.isEmpty())
        return makeKey();
    auto *question = new QMessageBox(QMessageBox::Warning, tr("Make a new key"),
                                     tr("Make a new signing key? The present one is then gone for good."), QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("signing.question"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("Bundles you signed before stay good: their signature is checked with the old public key, which is in each "
                                    "of them. But this computer will no longer know that key as yours, and whoever checks your bundles needs "
                                    "the new fingerprint. Export the old public key first, and say why the key changed."));
    auto *make = question->addButton(tr("Make a new key"), QMessageBox::AcceptRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(make, &QPushButton::clicked, this, &SigningKeyForm::makeKey);
    question->open();
}

void SigningKeyForm::makeKey()
{
    m_make->setEnabled(false);
    m_keys.replace([this](const Result<SigningKey> &key) { show(key); });
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/signingkeys.h"

#include <QGroupBox>

class QLabel;
class QLineEdit;
class QPushButton;

namespace pdsi {

/// The key this person signs bundles with: its fingerprint, its public half as a file, and a new one in its place.
class SigningKeyForm : public QGroupBox
{
    Q_OBJECT
public:
    /// `keychain` must outlive it, and everything that was asked of it.
    explicit SigningKeyForm(CredentialStore &keychain, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The keychain answered.
    void shown();

private:
    void layOut();
    QPushButton *button(const QString &text, const char *name, void (SigningKeyForm::*does)());
    void look();
    void show(const Result<SigningKey> &key);
    void copy();
    void exportKey();
    void writeKey(const QString &path);
    void askForNewKey();
    void makeKey();

    SigningKeys m_keys;
    QByteArray m_publicKey;   ///< empty = there is none, or it is not known
    QLineEdit *m_fingerprint;
    QLabel *m_notice;
    QPushButton *m_copy, *m_export, *m_make, *m_again;
};

} // namespace pdsi

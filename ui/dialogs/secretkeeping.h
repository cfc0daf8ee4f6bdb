// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/connectionaccess.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace pdsi {

/// Where secrets are to be kept. Looks whether the keychain can be used, says what is the matter if not, and then
/// offers to keep them for this session only.
class SecretKeeping : public QWidget
{
    Q_OBJECT
public:
    /// `access` must outlive it.
    explicit SecretKeeping(ConnectionAccess &access, QWidget *parent = nullptr);

    ConnectionAccess::Keeping where() const;
    /// The keychain did not take a secret after all.
    void showError(const Error &error);

public Q_SLOTS:
    void probe();

Q_SIGNALS:
    void probed(bool usable);

private:
    void show(const Result<Done> &usable);

    ConnectionAccess &m_access;
    QComboBox *m_where;
    QLabel *m_notice;
    QPushButton *m_again;
};

} // namespace pdsi

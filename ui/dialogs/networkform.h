// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/connection.h"
#include "core/base/secret.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace pdsi {

/// Proxy and extra certificates of a connection.
class NetworkForm : public QWidget
{
    Q_OBJECT
public:
    explicit NetworkForm(QWidget *parent = nullptr);

    void show(const Connection &connection);
    void fill(Connection &connection) const;
    /// As typed; empty = unchanged.
    Secret proxyPassword() const;

Q_SIGNALS:
    void edited();

private:
    void enableFields();
    void chooseCaFile();

    QComboBox *m_kind;
    QLineEdit *m_host, *m_user, *m_password, *m_caFile;
    QSpinBox *m_port;
};

} // namespace pdsi

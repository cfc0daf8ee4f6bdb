// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/connection.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace pdsi {

/// Name, region and requester of a connection.
class AccountForm : public QWidget
{
    Q_OBJECT
public:
    explicit AccountForm(QWidget *parent = nullptr);

    void show(const Connection &connection);
    void fill(Connection &connection) const;
    /// Another address than that of a region is left alone: false.
    bool showAddress(const QUrl &baseUrl);
    /// "us", "eu", or empty for another address.
    QString region() const;

Q_SIGNALS:
    void edited();

private:
    void judgeAddress();

    QLineEdit *m_name, *m_address, *m_email;
    QComboBox *m_region;
    QLabel *m_addressProblem;
};

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/timestampclient.h"
#include "ui/models/appsettings.h"

#include <QGroupBox>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pdsi {

class ConnectionAccess;

/// Which time stamp authority is asked, and by which way; tests it. Shows what the settings say and leaves changing
/// them to whoever listens.
class TimestampForm : public QGroupBox
{
    Q_OBJECT
public:
    /// `settings` and `access` must outlive it.
    TimestampForm(AppSettings &settings, ConnectionAccess &access, QWidget *parent = nullptr);
    ~TimestampForm() override;

Q_SIGNALS:
    void changed(const pdsi::TimestampSettings &before, const pdsi::TimestampSettings &after);
    void tested(bool good);

private:
    void layOut();
    void createWay(QFormLayout &form);
    void showSettings();
    void take();
    void chooseCaFile();
    void test();
    void ask(const TimestampService &service);
    void say(const QString &text, bool good);

    AppSettings &m_settings;
    ConnectionAccess &m_access;
    QLineEdit *m_address, *m_caFile;
    QComboBox *m_way;
    QPushButton *m_test;
    QLabel *m_result;
    std::unique_ptr<TimestampClient> m_client;
};

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/connectiontest.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTextBrowser;

namespace pdsi {

/// Tests a connection and shows who the key is, what it sees and what it does not.
class ConnectionTestView : public QWidget
{
    Q_OBJECT
public:
    /// `clock` must outlive it.
    explicit ConnectionTestView(const Clock &clock, QWidget *parent = nullptr);
    ~ConnectionTestView() override;

    void start(const Connection &connection, const ConnectionSecrets &secrets);
    /// After renewalNeeded; empty when there is none.
    void renewSecret(const Secret &secret);
    /// The test could not begin.
    void showError(const Error &error);
    /// What was shown is about settings that are no more.
    void forget();
    bool isRunning() const { return m_test != nullptr; }

Q_SIGNALS:
    void testRequested();
    void renewalNeeded();
    void otherRegionRequested(const QString &region);
    void finished(const pdsi::ConnectionTestResult &result);

private:
    void stop();
    void show(const ConnectionTestResult &result);

    const Clock &m_clock;
    QPushButton *m_button, *m_otherRegion;
    QProgressBar *m_progress;
    QTextBrowser *m_result;
    std::unique_ptr<ConnectionTest> m_test;
    QString m_region;
};

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/bundle/bundleverification.h"

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QTextBrowser;

namespace pdsi {

/// What a check found, in words. Text from the bundle is escaped.
QString bundleHeadline(const BundleVerdict &verdict);
QString bundleVerdictHtml(const BundleVerdict &verdict);

/// Checks an evidence bundle and says what it found; again with the fingerprint that the reader was given.
class BundleDialog : public QDialog
{
    Q_OBJECT
public:
    /// `trust`: whom the reader knows; the expected key is asked for here. `describe`: what happened and what to do, when the file cannot be checked at all.
    BundleDialog(QString path, BundleTrust trust, std::function<QString(const Error &)> describe, QWidget *parent = nullptr);
    ~BundleDialog() override;

Q_SIGNALS:
    void checked(bool good);

private:
    void check();
    void take(const Result<BundleVerdict> &verdict);

    QString m_path;
    BundleTrust m_trust;
    std::function<QString(const Error &)> m_describe;
    Cancellation m_cancellation;
    QLabel *m_headline;
    QTextBrowser *m_details;
    QLineEdit *m_fingerprint;
    QPushButton *m_again;
};

} // namespace pdsi

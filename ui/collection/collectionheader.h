// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/auditsession.h"

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;

namespace pdsi {

class RateLimitGauge;

/// The upper part of the Collection dock: whose account, how far, what it waits for, what the account still allows.
class CollectionHeader : public QWidget
{
    Q_OBJECT
public:
    /// A button for each action.
    explicit CollectionHeader(const QList<QAction *> &actions, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void showProgress(const CollectionProgress &progress);
    /// The collection is over; its last figures stay.
    void showEnd(const QString &sentence, CollectionProgress last);
    /// Nothing runs: a sealed snapshot.
    void showSnapshot(const SnapshotInfo &snapshot, qsizetype answers);

private:
    void setRunning(bool running);

    QLabel *m_title;
    QLabel *m_line;
    QProgressBar *m_bar;
    QLabel *m_wait;
    QLabel *m_allowance;
    RateLimitGauge *m_gauge;
    QLabel *m_facts;
    QWidget *m_buttons;
};

} // namespace pdsi

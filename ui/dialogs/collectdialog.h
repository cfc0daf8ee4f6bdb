// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/auditsession.h"
#include "core/session/snapshotlibrary.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QGroupBox;
class QLabel;
class QPushButton;
class QRadioButton;
class QSpinBox;

namespace pdsi {

class ParameterForm;

/// What to collect, without the secret.
struct CollectionChoice {
    Connection connection;
    Parameters parameters;
    std::optional<Instant> asOf;   ///< nullopt = the instant the collection starts
    bool includeAnalytics = false;
    bool fresh = false;            ///< do not resume
    int concurrency = 10;
    std::chrono::milliseconds timeout{30'000};

    /// With everything but the secret.
    LiveAudit audit() const;
};

/// Asks what to collect. Where an interrupted collection of the chosen account is young enough, it offers to resume
/// that: then its parameters hold, because another question would need other answers.
class CollectDialog : public QDialog
{
    Q_OBJECT
public:
    /// Lists the unfinished snapshots of `library` by itself. Both must outlive the dialog.
    CollectDialog(SnapshotLibrary &library, const Clock &clock, QWidget *parent = nullptr);

    /// Keeps the choice where it is still there.
    void setConnections(const QList<Connection> &connections);
    void selectConnection(const QString &name);
    /// Chooses to resume this one, as soon as it is listed.
    void preferResume(const QUuid &snapshotId);
    CollectionChoice choice() const;

Q_SIGNALS:
    void collectRequested(const pdsi::CollectionChoice &choice);
    void manageConnectionsRequested();

private:
    QWidget *createAccountPage();
    QGroupBox *createResumeBox();
    void listed(const QList<SnapshotSummary> &summaries);
    void applyPreference();
    const SnapshotSummary *unfinished() const;
    const Connection *connection() const;
    bool resuming() const;
    void update();
    void take();

    SnapshotLibrary &m_library;
    const Clock &m_clock;
    QList<Connection> m_connections;
    QList<SnapshotSummary> m_unfinished;
    bool m_listed = false;         ///< the library has answered
    QUuid m_preferred;
    QComboBox *m_connection;
    QGroupBox *m_resumeBox;
    QLabel *m_resumeText;
    QRadioButton *m_resume, *m_anew;
    QCheckBox *m_asOfGiven, *m_analytics;
    QDateTimeEdit *m_asOf;
    QSpinBox *m_concurrency, *m_timeout;
    ParameterForm *m_parameters;
    QLabel *m_problem;
    QPushButton *m_collect;
};

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/connectionaccess.h"
#include "core/session/backgroundcollection.h"
#include "core/session/snapshotlibrary.h"
#include "ui/dialogs/browsersignin.h"
#include "ui/models/appsettings.h"

#include <QObject>
#include <QPointer>

class QAction;
class QDockWidget;

namespace pdsi {

class CollectDialog;
class CollectionView;
class ConnectionsDialog;
class MessageBar;
class Selection;
class SnapshotsView;
struct CollectionChoice;

/// From "Collect..." to an audit that can be shown: connections and their secrets, the collection in the background,
/// renewal of tokens on the way, what to say when it ends, and what an earlier run left unfinished.
class CollectionFlow : public QObject
{
    Q_OBJECT
public:
    /// All but `window` must outlive it; `window` is the parent of its docks and dialogs.
    CollectionFlow(Selection &selection, ConnectionAccess &access, MessageBar &message, QWidget *window);
    ~CollectionFlow() override;

    QDockWidget *collectionView() const;
    QDockWidget *snapshotsView() const;

    /// Asks what to collect; without a connection it first asks for one.
    void ask();
    void showConnections();
    /// Lists what an earlier run left unfinished, and offers to go on.
    void offerUnfinished();

    bool isRunning() const { return m_collection.isRunning(); }
    /// Cancels and puts away what arrived; `stopped` follows.
    void stop();
    BackgroundCollection &collection() { return m_collection; }
    /// For tests: shows a sign-in page instead of the system's browser.
    void setBrowser(BrowserSignIn::OpenBrowser open) { m_browser = std::move(open); }

Q_SIGNALS:
    void judged(const pdsi::JudgedSnapshot &audit, const pdsi::RecentAudit &from);
    void openRequested(const QUuid &id, const QString &title);
    /// A collection begins or is offered: bring its dock to the front.
    void raiseCollection();
    void stopped();

private:
    void connectParts();
    CollectDialog *openDialog();
    void start(const CollectionChoice &choice);
    void begin(const CollectionChoice &choice, const Result<ConnectionSecrets> &secrets);
    void renew();
    void ended(const CollectedSnapshot &collected);
    void resume(const QUuid &snapshotId);
    void openStored(const QUuid &id);

    ConnectionAccess &m_access;
    MessageBar &m_message;
    QWidget *m_window;
    BackgroundCollection m_collection;
    SnapshotLibrary m_library;
    CollectionView *m_collectionView;
    SnapshotsView *m_snapshotsView;
    QPointer<CollectDialog> m_dialog;
    QPointer<ConnectionsDialog> m_connections;
    BrowserSignIn::OpenBrowser m_browser;
    bool m_offering = false;      ///< the next list of snapshots is looked through for unfinished ones
};

} // namespace pdsi

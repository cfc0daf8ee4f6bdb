// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/collectionflow.h"

#include "ui/collection/collectionview.h"
#include "ui/dialogs/collectdialog.h"
#include "ui/dialogs/connectionsdialog.h"
#include "ui/dialogs/signinwords.h"
#include "ui/shell/errorwords.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/selection.h"
#include "ui/snapshots/snapshotsview.h"

namespace pdsi {

CollectionFlow::CollectionFlow(Selection &selection, ConnectionAccess &access, MessageBar &message, QWidget *window)
    : QObject(window)
    , m_access(access)
    , m_message(message)
    , m_window(window)
    , m_collectionView(new CollectionView(selection, m_collection, window))
    , m_snapshotsView(new SnapshotsView(m_library, m_collection, window))
{
    connectParts();
}

// The docks use what this object holds and must not outlive it.
CollectionFlow::~CollectionFlow()
{
    delete m_collectionView;
    delete m_snapshotsView;
}

void CollectionFlow::connectParts()
{
    connect(m_collectionView, &CollectionView::collectRequested, this, &CollectionFlow::ask);
    connect(m_collectionView, &CollectionView::resumeRequested, this, &CollectionFlow::resume);
    connect(m_snapshotsView, &SnapshotsView::resumeRequested, this, &CollectionFlow::resume);
    connect(m_snapshotsView, &SnapshotsView::openRequested, this, &CollectionFlow::openStored);
    connect(&m_library, &SnapshotLibrary::listed, this, [this](const QList<SnapshotSummary> &summaries) {
        if (std::exchange(m_offering, false))
            m_collectionView->offerResume(summaries);
    });
    connect(&m_collection, &BackgroundCollection::started, this, &CollectionFlow::raiseCollection);
    connect(&m_collection, &BackgroundCollection::renewalNeeded, this, &CollectionFlow::renew);
    connect(&m_collection, &BackgroundCollection::finished, this, &CollectionFlow::ended);
    connect(&m_collection, &BackgroundCollection::judged, this, [this](const JudgedSnapshot &audit) {
        const SnapshotInfo &info = audit.inventory->info();
        Q_EMIT judged(audit, {{}, info.id.toString(QUuid::WithoutBraces), info.account.baseUrl});
    });
    connect(&m_collection, &BackgroundCollection::stopped, this, &CollectionFlow::stopped);
}

QDockWidget *CollectionFlow::collectionView() const { return m_collectionView; }

QDockWidget *CollectionFlow::snapshotsView() const { return m_snapshotsView; }

CollectDialog *CollectionFlow::openDialog()
{
    if (!m_dialog) {
        m_dialog = new CollectDialog(m_library, m_access.clock(), m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &CollectDialog::collectRequested, this, &CollectionFlow::start);
        connect(m_dialog, &CollectDialog::manageConnectionsRequested, this, &CollectionFlow::showConnections);
        connect(&m_access, &ConnectionAccess::changed, m_dialog, [this] {
            if (const auto connections = m_access.list())
                m_dialog->setConnections(*connections);
        });
    }
    const auto connections = m_access.list();
    if (!connections)
        m_message.show(MessageBar::Kind::Error, tr("The saved connections cannot be read: %1.").arg(connections.error().detail));
    else
        m_dialog->setConnections(*connections);
    if (const auto preferred = m_access.preferred())
        m_dialog->selectConnection(preferred->name);
    m_dialog->open();
    return m_dialog;
}

void CollectionFlow::ask()
{
    if (isRunning()) {
        Q_EMIT raiseCollection();
        return;
    }
    const auto connections = m_access.list();
    if (connections && connections->isEmpty()) {
        showConnections();
        m_connections->add();
        return;
    }
    openDialog();
}

void CollectionFlow::resume(const QUuid &snapshotId)
{
    if (!isRunning())
        openDialog()->preferResume(snapshotId);
}

void CollectionFlow::showConnections()
{
    if (!m_connections) {
        m_connections = new ConnectionsDialog(m_access, m_dialog ? static_cast<QWidget *>(m_dialog) : m_window);
        m_connections->setAttribute(Qt::WA_DeleteOnClose);
        if (m_browser)
            m_connections->setBrowser(m_browser);
        connect(m_connections, &ConnectionsDialog::collectRequested, this, [this](const Connection &connection) {
            m_connections->close();
            openDialog()->selectConnection(connection.name);
        });
    }
    m_connections->QDialog::open();
}

void CollectionFlow::start(const CollectionChoice &choice)
{
    m_access.secretsOf(choice.connection).get([this, choice](const Result<ConnectionSecrets> &secrets) { begin(choice, secrets); });
}

void CollectionFlow::begin(const CollectionChoice &choice, const Result<ConnectionSecrets> &secrets)
{
    if (!secrets) {
        m_message.show(MessageBar::Kind::Error, signInSentence(secrets.error()),
                       {{tr("Connections..."), [this] { showConnections(); }}});
        return;
    }
    m_message.dismiss();
    LiveAudit audit = choice.audit();
    audit.signInWith(*secrets);
    m_collection.start(audit);
}

void CollectionFlow::renew()
{
    m_access.secretsOf(m_collection.connection()).renew([this](const Result<ConnectionSecrets> &secrets) {
        // An empty one ends the collection; what has arrived is kept.
        m_collection.renewSecret(secrets ? secrets->signIn : Secret());
        if (!secrets)
            m_message.show(MessageBar::Kind::Warning, signInSentence(secrets.error()), {{tr("Connections..."), [this] { showConnections(); }}});
    });
}

void CollectionFlow::ended(const CollectedSnapshot &collected)
{
    switch (collected.end) {
    case CollectionEnd::Finished:
        return; // judged() follows
    case CollectionEnd::Cancelled:
        m_offering = true;
        m_library.refresh();
        return;
    case CollectionEnd::SignInRefused:
    case CollectionEnd::Unreachable:
        m_message.show(MessageBar::Kind::Error, signInSentence(collected.error), {{tr("Connections..."), [this] { showConnections(); }}});
        return;
    case CollectionEnd::StoreFailed:
        m_message.show(MessageBar::Kind::Error,
                       tr("What was collected could not be kept: %1. Make room on the disk, then collect again: what was kept so far is not asked again.")
                           .arg(collected.error.detail));
        return;
    }
}

void CollectionFlow::openStored(const QUuid &id) { Q_EMIT openRequested(id, tr("the snapshot")); }

void CollectionFlow::offerUnfinished()
{
    m_offering = true;
    m_library.refresh();
}

void CollectionFlow::stop() { m_collection.stop(); }

} // namespace pdsi

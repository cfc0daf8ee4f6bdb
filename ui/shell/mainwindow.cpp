// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/snapshot/snapshotarchive.h"
#include "ui/collection/collectionview.h"
#include "ui/coverage/gaplistview.h"
#include "ui/coverage/pagingview.h"
#include "ui/dashboard/dashboardview.h"
#include "ui/evidence/detailview.h"
#include "ui/evidence/evidenceview.h"
#include "ui/findings/controlresultsview.h"
#include "ui/findings/findingstable.h"
#include "ui/findings/findingsview.h"
#include "ui/graph/graphview.h"
#include "ui/inventory/inventoryview.h"
#include "ui/models/actionmodel.h"
#include "ui/models/coveragesource.h"
#include "ui/parts/background.h"
#include "ui/shell/auditopener.h"
#include "ui/shell/collectionflow.h"
#include "ui/shell/errorwords.h"
#include "ui/shell/filequestion.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/reportexporting.h"
#include "ui/shell/selection.h"
#include "ui/shell/windowmenus.h"
#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace pdsi {

namespace {

const QString geometryName = QStringLiteral("geometry");
constexpr int layoutDelayMs = 1'500;

QString archiveFilter() { return MainWindow::tr("Snapshot archives (*.pdsnap)"); }

QString accountName(const Assessment &assessment)
{
    return assessment.subdomain.isEmpty() ? assessment.snapshot.account.baseUrl : assessment.subdomain;
}

/// The open finding to look at first: of the worst severity, in the order of the controls; -1 when there is none.
qsizetype worstOutcome(const Assessment &assessment)
{
    qsizetype worst = -1;
    int severity = 0;
    for (const ControlResult &control : assessment.controls) {
        for (qsizetype i = control.firstOutcome; i < control.firstOutcome + control.outcomeCount; ++i) {
            if (!assessment.outcomes.at(i).isOpenFinding() || (worst >= 0 && static_cast<int>(control.info.severity) >= severity))
                continue;
            worst = i;
            severity = static_cast<int>(control.info.severity);
        }
    }
    return worst;
}

/// The archive a drag carries, or nothing.
QString draggedArchive(const QMimeData &mime)
{
    const QList<QUrl> urls = mime.urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    const QString path = urls.first().toLocalFile();
    return path.endsWith(QLatin1String(".pdsnap"), Qt::CaseInsensitive) ? path : QString();
}

} // namespace

MainWindow::MainWindow(AppSettings &settings, ConnectionAccess &access, Views views)
    : m_settings(settings)
    , m_access(access)
    , m_selection(new Selection(this))
    , m_actions(new ActionModel(this))
    , m_opener(new AuditOpener(this))
    , m_coverage(new CoverageSource(this))
    , m_docks(*this)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QApplication::applicationDisplayName());
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks | GroupedDragging);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    resize(1280, 800);
    m_actions->setCustomShortcuts(settings.shortcuts());
    m_layoutTimer.setSingleShot(true);
    connect(&m_layoutTimer, &QTimer::timeout, this, &MainWindow::keepLayout);
    if (views == Views::Now)
        createViews();
}

void MainWindow::createViews()
{
    setAcceptDrops(true);
    createCentre();
    createDocks();
    createMenus();
    m_docks.applyDefault();
    connect(m_opener, &AuditOpener::started, this, [this](const QString &what) { m_busy->setText(tr("Opening %1...").arg(what)); });
    connect(m_opener, &AuditOpener::opened, this, &MainWindow::showAudit);
    connect(m_opener, &AuditOpener::failed, this, &MainWindow::showOpenError);
    connect(m_actions, &ActionModel::shortcutsChanged, this, [this] { m_settings.setShortcuts(m_actions->customShortcuts()); });
    connect(m_selection, &Selection::detailRequested, this, [this] { m_docks.raise(QStringLiteral("detail")); });
    // Qt makes these for tool bars that do not fit and gives them no name.
    for (QToolButton *more : findChildren<QToolButton *>(QStringLiteral("qt_toolbar_ext_button")))
        more->setAccessibleName(tr("More actions"));
    showStatus();
    if (m_kept)
        restoreViews();
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(m_painted, true))
        QMetaObject::invokeMethod(this, &MainWindow::firstPainted, Qt::QueuedConnection);
}

MainWindow::~MainWindow()
{
    // As children, the selection and the coverage would go before the views that use them.
    for (const DockPlacement &placement : m_docks.placements())
        placement.dock->disconnect(this);
    delete m_collection;
    delete takeCentralWidget();
    const QList<QDockWidget *> docks = findChildren<QDockWidget *>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(docks);
}

void MainWindow::createCentre()
{
    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_message = new MessageBar;
    m_findings = new FindingsView(*m_selection);
    layout->addWidget(m_message);
    layout->addWidget(m_findings, 1);
    setCentralWidget(centre);
    m_account = new QLabel;
    m_busy = new QLabel;
    for (QLabel *label : {m_account, m_busy}) {
        label->setTextFormat(Qt::PlainText);
        label->setMargin(3);
    }
    statusBar()->addWidget(m_account, 1);
    statusBar()->addPermanentWidget(m_busy);
}

void MainWindow::createDocks()
{
    m_controls = new ControlResultsView(*m_selection, this);
    m_docks.add({m_controls, Qt::LeftDockWidgetArea, {}, true});
    auto *inventory = new InventoryView(*m_selection, this);
    auto *detail = new DetailView(*m_selection, this);
    auto *evidence = new EvidenceView(*m_selection, this);
    m_docks.add({inventory, Qt::LeftDockWidgetArea, QStringLiteral("controlResults")});
    m_docks.add({detail, Qt::RightDockWidgetArea, {}, true});
    m_dashboard = new DashboardView(*m_selection, this);
    m_collection = new CollectionFlow(*m_selection, m_access, *m_message, this);
    m_timeline = new TimelineView(*m_selection, *m_coverage, this);
    const QString bottom = m_timeline->objectName();
    m_docks.add({m_timeline, Qt::BottomDockWidgetArea, {}, true});
    m_graph = new GraphView(*m_selection, *m_coverage, this);
    m_docks.add({m_graph, Qt::BottomDockWidgetArea, bottom});
    m_docks.add({new GapListView(*m_selection, *m_coverage, this), Qt::BottomDockWidgetArea, bottom});
    m_docks.add({new PagingView(*m_selection, *m_coverage, this), Qt::RightDockWidgetArea, detail->objectName()});
    m_docks.add({m_dashboard, Qt::BottomDockWidgetArea, bottom});
    m_docks.add({evidence, Qt::BottomDockWidgetArea, bottom});
    m_docks.add({m_collection->collectionView(), Qt::BottomDockWidgetArea, bottom});
    m_docks.add({m_collection->snapshotsView(), Qt::BottomDockWidgetArea, bottom});
    connect(m_selection, &Selection::auditChanged, m_coverage, [this] { m_coverage->setAudit(m_selection->audit()); });
    connect(inventory, &InventoryView::findingsRequested, m_findings, [this] { m_findings->table()->setFocus(); });
    connect(m_collection, &CollectionFlow::judged, this, &MainWindow::showAudit);
    connect(m_collection, &CollectionFlow::openRequested, m_opener, &AuditOpener::openStored);
    connect(m_collection, &CollectionFlow::raiseCollection, this, [this] { m_docks.raise(QStringLiteral("collection")); });
    connect(detail, &DetailView::evidenceRequested, this, [this, evidence](int requestId, const QString &pointer) {
        evidence->showFact(requestId, pointer);
        m_docks.raise(evidence->objectName());
    });
    for (const DockPlacement &placement : m_docks.placements()) {
        connect(placement.dock, &QDockWidget::dockLocationChanged, this, &MainWindow::keepLayoutSoon);
        connect(placement.dock, &QDockWidget::topLevelChanged, this, &MainWindow::keepLayoutSoon);
        connect(placement.dock, &QDockWidget::visibilityChanged, this, &MainWindow::keepLayoutSoon);
    }
}

void MainWindow::openSample() { m_opener->openSample(); }

void MainWindow::openArchive(const QString &path) { m_opener->openArchive(path); }

void MainWindow::openLastIfWanted()
{
    const QList<RecentAudit> recent = m_settings.recent();
    if (m_settings.reopenLast() && !recent.isEmpty())
        m_opener->open(recent.first());
}

void MainWindow::chooseArchive()
{
    askForFile(this, {tr("Open snapshot"), {archiveFilter(), tr("All files (*)")}},
               [this](const QString &path) { openArchive(path); });
}

void MainWindow::saveSnapshot()
{
    const auto inventory = m_selection->audit().inventory;
    if (!inventory)
        return;
    FileQuestion question{tr("Save snapshot archive"), {archiveFilter()}, true};
    question.suggestion = suggestedFileName(*m_selection->audit().assessment, QStringLiteral("pdsnap"));
    question.suffix = QStringLiteral("pdsnap");
    askForFile(this, question, [this, inventory](const QString &path) {
        const auto save = [inventory, path] { return saveSnapshotArchive(inventory->snapshot(), path); };
        runInBackground(this, save, [this, path](const Result<Done> &written) {
            m_message->show(written ? MessageBar::Kind::Information : MessageBar::Kind::Error,
                            written ? tr("The snapshot was saved as %1.").arg(path) : writeErrorSentence(written.error()));
        });
    });
}

void MainWindow::closeAudit()
{
    m_opener->cancel();
    m_selection->setAudit({});
    m_openFrom = {};
    showStatus();
}

void MainWindow::showAudit(const JudgedSnapshot &audit, const RecentAudit &from)
{
    m_busy->clear();
    m_message->dismiss();
    m_openFrom = from;
    m_selection->setAudit(audit);
    m_selection->selectOutcome(worstOutcome(*audit.assessment));
    const Assessment &assessment = *audit.assessment;
    if (m_kept && !(from.path.isEmpty() && from.storeId.isEmpty())) {
        RecentAudit recent = from;
        recent.title = tr("%1, as of %2").arg(accountName(assessment), formatInstant(assessment.asOf));
        m_settings.addRecent(recent);
    }
    showStatus();
    Q_EMIT opened(true);
}

void MainWindow::showOpenError(const Error &error, const RecentAudit &from)
{
    m_busy->clear();
    QList<MessageBar::Choice> choices;
    if (error.code == ErrorCode::NotFound && !from.title.isEmpty())
        choices << MessageBar::Choice{tr("Remove from the list"), [this, from] { m_settings.removeRecent(from); }};
    const QString kept = m_selection->audit() ? QLatin1Char(' ') + tr("What was open before stays open.") : QString();
    m_message->show(MessageBar::Kind::Error, errorSentence(error) + kept, choices);
    Q_EMIT opened(false);
}

void MainWindow::showStatus()
{
    const bool open = static_cast<bool>(m_selection->audit());
    for (QAction *action : m_needAudit)
        action->setEnabled(open);
    if (!open) {
        setWindowTitle(QApplication::applicationDisplayName());
        m_account->setText(tr("Nothing is open."));
        return;
    }
    const Assessment &assessment = *m_selection->audit().assessment;
    const QString account = accountName(assessment);
    setWindowTitle(tr("%1 - %2").arg(account, QApplication::applicationDisplayName()));
    QStringList facts{account, tr("as of %1").arg(formatInstant(assessment.asOf)), tr("%1 requests").arg(assessment.requests.size())};
    if (assessment.signIn == SignInKind::Sample)
        facts.prepend(tr("Sample account"));
    if (!assessment.snapshot.complete())
        facts << tr("collection incomplete: see the Collection view");
    if (assessment.partialView)
        facts << tr("the key may not see everything");
    m_account->setText(facts.join(QStringLiteral("  \u00b7  ")));
}

void MainWindow::begin()
{
    m_kept = true;
    restoreGeometry(m_settings.blob(geometryName));
    if (m_findings)
        restoreViews();
}

void MainWindow::restoreViews()
{
    m_docks.restore(m_settings);
    m_findings->restoreState(m_settings.blob(QStringLiteral("findings")));
    m_controls->restoreState(m_settings.blob(QStringLiteral("controls")));
    m_timeline->restoreState(m_settings.blob(QStringLiteral("timeline")));
    m_graph->restoreState(m_settings.blob(QStringLiteral("graph")));
    if (m_settings.takeUncleanEnd())
        offerReopening();
    m_collection->offerUnfinished();
}

void MainWindow::offerReopening()
{
    const QList<RecentAudit> recent = m_settings.recent();
    if (recent.isEmpty())
        return;
    const RecentAudit last = recent.first();
    m_message->show(MessageBar::Kind::Warning,
                    tr("The workbench did not close properly last time. Nothing that was collected is lost."),
                    {{tr("Open %1").arg(last.title), [this, last] { m_opener->open(last); }}});
}

void MainWindow::keepLayoutSoon()
{
    if (m_kept)
        m_layoutTimer.start(layoutDelayMs);
}

void MainWindow::keepLayout()
{
    if (!m_kept || !m_findings)
        return;
    m_settings.setBlob(geometryName, saveGeometry());
    m_docks.save(m_settings);
    m_settings.setBlob(QStringLiteral("findings"), m_findings->saveState());
    m_settings.setBlob(QStringLiteral("controls"), m_controls->saveState());
    m_settings.setBlob(QStringLiteral("timeline"), m_timeline->saveState());
    m_settings.setBlob(QStringLiteral("graph"), m_graph->saveState());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_collection && m_collection->isRunning()) {
        // What has arrived is put away first; the window closes by itself then.
        event->ignore();
        m_busy->setText(tr("Keeping what was collected..."));
        connect(m_collection, &CollectionFlow::stopped, this, &QWidget::close, Qt::UniqueConnection);
        m_collection->stop();
        return;
    }
    keepLayout();
    if (m_kept)
        m_settings.markCleanEnd();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!draggedArchive(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    openArchive(draggedArchive(*event->mimeData()));
}

} // namespace pdsi

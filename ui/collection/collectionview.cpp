// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/collection/collectionview.h"

#include "ui/collection/collectionheader.h"
#include "ui/collection/collectionstatedelegate.h"
#include "ui/collection/collectiontext.h"
#include "ui/collection/requestlogpanel.h"
#include "ui/collection/rowtable.h"
#include "ui/models/collectionmodel.h"
#include "ui/models/inflightmodel.h"
#include "ui/models/requestlogmodel.h"
#include "ui/models/snapshotlistmodel.h"
#include "ui/parts/plainlabel.h"
#include "ui/shell/selection.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace pdsi {

namespace {

AccountInfo accountOf(const Connection &connection)
{
    return {connection.baseUrl.toString(), connection.signIn, {}, connection.requesterEmail};
}

/// What had been read when it ended early: nothing is still being read, and nothing unread is complete.
QList<ResourceClassState> interrupted(const CollectionProgress &progress)
{
    QList<ResourceClassState> states = progress.states;
    for (int i = 0; i < states.size(); ++i) {
        const ClassPhase phase = progress.phases.value(i, ClassPhase::Over);
        if (phase == ClassPhase::Over)
            continue;
        const bool begun = phase == ClassPhase::Reading;
        states[i].state = begun ? CollectionState::Partial : CollectionState::NotCollected;
        states[i].reason = begun ? ReasonCode::Partial : ReasonCode::NotCollected;
    }
    return states;
}

QString titleOf(const Connection &connection)
{
    const QString address = SnapshotListModel::accountText(accountOf(connection));
    return connection.name.isEmpty() ? address : connection.name + QStringLiteral(" - ") + address;
}

} // namespace

CollectionView::CollectionView(Selection &selection, BackgroundCollection &collection, QWidget *parent)
    : QDockWidget(tr("Collection"), parent)
    , m_selection(selection)
    , m_collection(collection)
    , m_classes(new CollectionModel(this))
    , m_requests(new RequestLogModel(this))
    , m_flying(new InFlightModel(this))
    , m_pages(new QStackedWidget)
    , m_offerBar(new QWidget)
    , m_offerText(plainLabel(QStringLiteral("collection.offer")))
    , m_note(plainLabel(QStringLiteral("collection.note")))
{
    setObjectName(QStringLiteral("collection"));
    createActions();
    m_header = new CollectionHeader({m_pause, m_resume, m_cancel});
    auto *page = new QWidget;
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->addWidget(m_header);
    pageLayout->addWidget(createTabs(), 1);
    m_pages->addWidget(createEmptyPage());
    m_pages->addWidget(page);

    auto *offerLayout = new QHBoxLayout(m_offerBar);
    auto *offerButton = new QToolButton;
    offerButton->setDefaultAction(m_resume);
    offerButton->setFocusPolicy(Qt::TabFocus);
    offerLayout->addWidget(m_offerText, 1);
    offerLayout->addWidget(offerButton, 0, Qt::AlignTop);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_offerBar);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_note);
    m_note->setMargin(4);
    setWidget(content);

    connectCollection();
    connect(&selection, &Selection::auditChanged, this, &CollectionView::showAudit);
    setOffer({});
    say({});
    showAudit();
}

QAction *CollectionView::action(const QString &name, const QString &text, const QString &toolTip)
{
    auto *made = new QAction(text, this);
    made->setObjectName(QStringLiteral("collection.") + name);
    made->setToolTip(toolTip);
    made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(made);
    return made;
}

void CollectionView::createActions()
{
    m_pause = action(QStringLiteral("pause"), tr("Pause"), tr("Pause collecting: nothing new is sent, what is in flight completes"));
    m_resume = action(QStringLiteral("resume"), tr("Resume"), tr("Go on collecting"));
    m_cancel = action(QStringLiteral("cancel"), tr("Cancel"), tr("Stop collecting: what arrived is kept and can be resumed within 24 hours"));
    m_copy = action(QStringLiteral("copy"), tr("Copy rows"), tr("Copy the selected rows as text"));
    m_copyCurl = action(QStringLiteral("copyCurl"), tr("Copy as curl"), tr("Copy shell commands that ask the same again, without the key"));
    QAction *filter = action(QStringLiteral("filter"), tr("Filter the request log"), tr("Filter the request log"));
    m_copy->setShortcut(QKeySequence::Copy);
    m_copyCurl->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    filter->setShortcut(QKeySequence::Find);
    connect(m_pause, &QAction::triggered, &m_collection, &BackgroundCollection::pause);
    connect(m_resume, &QAction::triggered, this, &CollectionView::resume);
    connect(m_cancel, &QAction::triggered, &m_collection, &BackgroundCollection::cancel);
    connect(m_copy, &QAction::triggered, this, &CollectionView::copyRows);
    connect(m_copyCurl, &QAction::triggered, this, &CollectionView::copyCurl);
    connect(filter, &QAction::triggered, this, [this] {
        m_tabs->setCurrentWidget(m_log);
        m_log->focusFilter();
    });
}

QWidget *CollectionView::createEmptyPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    QLabel *text = plainLabel(QStringLiteral("collection.empty"));
    text->setText(tr("Nothing is being collected. Use Collect... to read an account."));
    text->setAlignment(Qt::AlignCenter);
    auto *collect = new QPushButton(tr("Collect..."));
    collect->setObjectName(QStringLiteral("collection.collectButton"));
    connect(collect, &QPushButton::clicked, this, &CollectionView::collectRequested);
    layout->addStretch();
    layout->addWidget(text);
    layout->addWidget(collect, 0, Qt::AlignHCenter);
    layout->addStretch();
    return page;
}

QWidget *CollectionView::createTabs()
{
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_classes);
    sorted->setSortRole(CollectionModel::SortRole);
    m_classTable = new RowTable;
    m_classTable->setObjectName(QStringLiteral("collection.classes"));
    m_classTable->setAccessibleName(tr("Resources, received against reported"));
    m_classTable->setModel(sorted);
    m_classTable->sortByColumn(CollectionModel::ClassColumn, Qt::AscendingOrder);
    m_classTable->setItemDelegateForColumn(CollectionModel::StateColumn, new CollectionStateDelegate(this));
    m_classTable->setColumnCharacters({30, 16, 9, 9, 6, 10, 60});
    m_classTable->horizontalHeader()->setStretchLastSection(true);
    m_log = new RequestLogPanel(*m_requests);
    auto *flying = new RowTable;
    flying->setObjectName(QStringLiteral("collection.flying"));
    flying->setAccessibleName(tr("Requests in flight"));
    flying->setSortingEnabled(false);
    flying->setModel(m_flying);
    flying->setColumnCharacters({8, 20, 48, 8});
    const QList<QTableView *> tables{m_classTable, &m_log->table()};
    for (QTableView *table : tables) {
        table->setContextMenuPolicy(Qt::ActionsContextMenu);
        table->addAction(m_copy);
    }
    m_log->table().addAction(m_copyCurl);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_classTable, tr("Resources"));
    m_tabs->addTab(m_log, tr("Request log"));
    m_tabs->addTab(flying, tr("In flight"));
    connect(m_log, &RequestLogPanel::selectionChanged, this, &CollectionView::updateActions);
    connect(m_classTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CollectionView::updateActions);
    connect(m_tabs, &QTabWidget::currentChanged, this, &CollectionView::updateActions);
    return m_tabs;
}

void CollectionView::connectCollection()
{
    connect(&m_collection, &BackgroundCollection::started, this, &CollectionView::collectionStarted);
    connect(&m_collection, &BackgroundCollection::progressed, this, &CollectionView::showProgress);
    connect(&m_collection, &BackgroundCollection::requestsLogged, m_requests, &RequestLogModel::append);
    connect(&m_collection, &BackgroundCollection::superseded, m_requests, &RequestLogModel::markSuperseded);
    connect(&m_collection, &BackgroundCollection::finished, this, &CollectionView::collectionEnded);
    connect(&m_collection, &BackgroundCollection::stateChanged, this, [this] {
        if (m_collection.state() == BackgroundCollection::State::Collecting) {
            // Before the first answer: nothing of the one before must be seen.
            m_started = {};
            m_requests->setRequests({});
            m_classes->setStates({});
            m_header->setTitle(titleOf(m_collection.connection()));
            m_log->setAccount(accountOf(m_collection.connection()));
            enter(Source::Collection);
            showProgress({});
        }
        updateActions();
    });
}

void CollectionView::enter(Source source)
{
    m_source = source;
    m_pages->setCurrentIndex(source == Source::Nothing ? 0 : 1);
    m_tabs->setTabVisible(m_tabs->count() - 1, source == Source::Collection);
    m_offerBar->setVisible(m_offer && !m_collection.isRunning());
    say({});
    updateActions();
}

void CollectionView::collectionStarted(const CollectionStartNotice &notice)
{
    m_started = notice;
    if (notice.resumed)
        say(tr("Resuming the collection started %1 UTC: %2 answers are kept.")
                .arg(notice.startedAt.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm")))
                .arg(notice.answersKept));
}

void CollectionView::showProgress(const CollectionProgress &progress)
{
    if (m_source != Source::Collection || !m_collection.isRunning())
        return;
    m_header->showProgress(progress);
    m_classes->setStates(progress.states, progress.phases);
    m_flying->setFlying(progress.flying);
    updateActions();
}

void CollectionView::collectionEnded(const CollectedSnapshot &collected)
{
    const int answers = m_requests->rowCount();
    m_flying->setFlying({});
    m_tabs->setTabVisible(m_tabs->count() - 1, false); // nothing flies any more
    m_header->showEnd(collectiontext::endLine(collected, answers), m_collection.progress());
    m_classes->setStates(collected.snapshot ? collected.snapshot->info().states : interrupted(m_collection.progress()));
    if (collected.snapshot) {
        setOffer({});
    } else if (answers > 0) {
        SnapshotSummary unfinished;
        unfinished.id = m_started.snapshotId;
        unfinished.account = accountOf(m_collection.connection());
        unfinished.startedAt = m_started.startedAt;
        unfinished.requests = answers;
        setOffer(unfinished);
    }
    updateActions();
}

void CollectionView::showAudit()
{
    if (m_collection.isRunning())
        return; // what runs is shown to its end
    const JudgedSnapshot &audit = m_selection.audit();
    if (!audit) {
        m_requests->setRequests({});
        m_classes->setStates({});
        return enter(Source::Nothing);
    }
    const Assessment &assessment = *audit.assessment;
    m_requests->setRequests(assessment.requests);
    m_classes->setStates(assessment.snapshot.states);
    m_header->setTitle(SnapshotListModel::accountText(assessment.snapshot.account));
    m_header->showSnapshot(assessment.snapshot, assessment.requests.size());
    m_log->setAccount(assessment.snapshot.account);
    enter(Source::Audit);
}

void CollectionView::updateActions()
{
    const bool collecting = m_collection.state() == BackgroundCollection::State::Collecting;
    const bool paused = m_collection.progress().paused;
    m_pause->setEnabled(collecting && !paused);
    m_resume->setEnabled(collecting ? paused : m_offer.has_value() && !m_collection.isRunning());
    m_cancel->setEnabled(collecting);
    const bool log = m_tabs->currentWidget() == m_log;
    const QTableView *table = log ? &m_log->table() : m_classTable;
    const bool selected = (log || m_tabs->currentWidget() == m_classTable) && table->selectionModel()->hasSelection();
    m_copy->setEnabled(selected);
    m_copyCurl->setEnabled(log && selected);
}

void CollectionView::offerResume(const QList<SnapshotSummary> &summaries)
{
    if (m_collection.isRunning())
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto newest = std::find_if(summaries.begin(), summaries.end(), [&now](const SnapshotSummary &s) {
        return s.isResumable(now) && s.requests > 0;
    });
    setOffer(newest == summaries.end() ? std::nullopt : std::optional(*newest));
}

void CollectionView::setOffer(std::optional<SnapshotSummary> offer)
{
    m_offer = std::move(offer);
    m_offerText->setText(m_offer ? collectiontext::offerLine(*m_offer) : QString());
    m_offerBar->setVisible(m_offer && !m_collection.isRunning());
    updateActions();
}

void CollectionView::resume()
{
    if (m_collection.isRunning())
        m_collection.resume();
    else if (m_offer)
        Q_EMIT resumeRequested(m_offer->id);
}

void CollectionView::showRequest(int id)
{
    show();
    raise();
    m_tabs->setCurrentWidget(m_log);
    if (!m_log->showRequest(id))
        say(tr("The log has no request %1.").arg(id));
}

void CollectionView::copyRows()
{
    const RowTable &table = m_tabs->currentWidget() == m_log ? m_log->table() : *m_classTable;
    if (const QString text = table.selectedText(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void CollectionView::copyCurl()
{
    const QString commands = m_log->selectedCurlCommands();
    if (commands.isEmpty())
        return say(tr("Not copied: the address of this account is not one to send a key to."));
    QGuiApplication::clipboard()->setText(commands);
    // Snapshots come from anywhere: whoever pastes the command must know whom it gives the key to.
    say(tr("Copied. The command sends the key in $%1 to %2.")
            .arg(m_log->account().signIn == SignInKind::OAuth ? QStringLiteral("PAGERDUTY_ACCESS_TOKEN") : QStringLiteral("PAGERDUTY_API_KEY"),
                 QUrl(m_log->account().baseUrl).host()));
}

void CollectionView::say(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace pdsi

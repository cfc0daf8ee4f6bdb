// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snapshots/snapshotsview.h"

#include "ui/models/snapshotlistmodel.h"
#include "ui/parts/plainlabel.h"
#include "ui/snapshots/snapshotstatedelegate.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace pdsi {

namespace {

constexpr int labelMargin = 4;

QTableView *createTable(QAbstractItemModel *model)
{
    auto *table = new QTableView;
    table->setObjectName(QStringLiteral("snapshots.table"));
    table->setAccessibleName(SnapshotsView::tr("Snapshots on this computer"));
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 6);
    table->setItemDelegateForColumn(SnapshotListModel::StateColumn, new SnapshotStateDelegate(table));
    const int one = table->fontMetrics().averageCharWidth();
    const QList<int> characters{14, 32, 19, 19, 9};
    for (int column = 0; column < characters.size(); ++column)
        table->setColumnWidth(column, characters.at(column) * one + 12);
    return table;
}

} // namespace

SnapshotsView::SnapshotsView(SnapshotLibrary &library, BackgroundCollection &collection, QWidget *parent)
    : QDockWidget(tr("Snapshots"), parent)
    , m_library(library)
    , m_collection(collection)
    , m_model(new SnapshotListModel(this))
    , m_table(createTable(m_model))
    , m_pages(new QStackedWidget)
    , m_note(plainLabel(QStringLiteral("snapshots.note"), labelMargin))
    , m_undoBar(new QWidget)
    , m_undoText(plainLabel(QStringLiteral("snapshots.undoText"), labelMargin))
{
    setObjectName(QStringLiteral("snapshots"));
    m_open = action(QStringLiteral("open"), tr("Open"), {}, &SnapshotsView::open);
    m_resume = action(QStringLiteral("resume"), tr("Resume..."), {}, &SnapshotsView::resume);
    m_save = action(QStringLiteral("save"), tr("Save as archive..."), {}, &SnapshotsView::save);
    m_delete = action(QStringLiteral("delete"), tr("Delete"), QKeySequence::Delete, &SnapshotsView::remove);
    m_undo = action(QStringLiteral("undoDelete"), tr("Undo"), QKeySequence::Undo, &SnapshotsView::undoRemove);
    m_undo->setToolTip(tr("Undo deleting the snapshot"));
    action(QStringLiteral("refresh"), tr("List again"), QKeySequence::Refresh, &SnapshotsView::refresh);
    m_table->addActions(actions());
    setWidget(createContent());

    m_undoTimer.setSingleShot(true);
    m_undoTimer.setInterval(undoMs);
    connect(&m_undoTimer, &QTimer::timeout, this, &SnapshotsView::carryOutRemoval);
    connect(m_table, &QTableView::activated, this, &SnapshotsView::openOrResume);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SnapshotsView::updateActions);
    connect(&library, &SnapshotLibrary::listed, this, &SnapshotsView::listed);
    connect(&library, &SnapshotLibrary::saved, this, [this](const QString &path) { say(tr("Saved as %1.").arg(path)); });
    connect(&library, &SnapshotLibrary::removed, this, &SnapshotsView::refresh);
    connect(&library, &SnapshotLibrary::failed, this, [this](const Error &error) {
        say(tr("That did not work: %1").arg(error.detail));
        // What could not be deleted is still there.
        m_hidden = m_removing.isNull() ? QSet<QUuid>() : QSet<QUuid>{m_removing};
        m_model->setHidden(m_hidden);
        m_library.refresh();
    });
    connect(&collection, &BackgroundCollection::started, this, [this](const CollectionStartNotice &notice) {
        m_model->setRunning(notice.snapshotId);
        m_library.refresh();
    });
    connect(&collection, &BackgroundCollection::finished, this, [this] {
        m_model->setRunning({});
        m_library.refresh();
    });
    undoRemove();
    listed({});
    refresh();
}

SnapshotsView::~SnapshotsView()
{
    if (!m_removing.isNull())
        m_library.remove(m_removing);
}

QAction *SnapshotsView::action(const QString &name, const QString &text, const QKeySequence &key,
                               void (SnapshotsView::*slot)())
{
    auto *made = new QAction(text, this);
    made->setObjectName(QStringLiteral("snapshots.") + name);
    made->setShortcut(key);
    made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(made, &QAction::triggered, this, slot);
    addAction(made);
    return made;
}

QWidget *SnapshotsView::createContent()
{
    QLabel *empty = plainLabel(QStringLiteral("snapshots.empty"), labelMargin);
    empty->setText(tr("No snapshots are kept on this computer yet. Choose Collect: every collection leaves one here."));
    empty->setAlignment(Qt::AlignCenter);
    m_pages->addWidget(empty);
    m_pages->addWidget(m_table);
    auto *undoButton = new QToolButton;
    undoButton->setDefaultAction(m_undo);
    undoButton->setFocusPolicy(Qt::TabFocus);
    auto *undoLayout = new QHBoxLayout(m_undoBar);
    undoLayout->setContentsMargins(4, 2, 4, 2);
    undoLayout->addWidget(m_undoText, 1);
    undoLayout->addWidget(undoButton);
    auto *buttons = new QWidget;
    auto *buttonLayout = new QHBoxLayout(buttons);
    buttonLayout->setContentsMargins(4, 2, 4, 2);
    const QList<QAction *> shown{m_open, m_resume, m_save, m_delete};
    for (QAction *each : shown) {
        auto *button = new QToolButton;
        button->setDefaultAction(each);
        button->setFocusPolicy(Qt::TabFocus);
        buttonLayout->addWidget(button);
    }
    buttonLayout->addStretch();
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buttons);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_undoBar);
    layout->addWidget(m_note);
    m_note->hide();
    return content;
}

void SnapshotsView::listed(const QList<SnapshotSummary> &summaries)
{
    const int row = currentRow();
    const QUuid selected = row < 0 ? QUuid() : m_model->summary(row).id;
    m_model->setSummaries(summaries, QDateTime::currentDateTimeUtc());
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    if (m_model->rowCount() > 0)
        m_table->selectRow(qMax(0, m_model->rowOf(selected)));
    updateActions();
}

int SnapshotsView::currentRow() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

void SnapshotsView::updateActions()
{
    using State = SnapshotListModel::State;
    const int row = currentRow();
    const auto state = row < 0 ? State::Running : m_model->state(row);
    const bool sealed = state == State::Complete || state == State::Incomplete;
    m_open->setEnabled(sealed);
    m_save->setEnabled(sealed);
    m_resume->setEnabled(state == State::Unfinished && !m_collection.isRunning());
    m_delete->setEnabled(state != State::Running);
    m_undo->setEnabled(!m_removing.isNull());
}

void SnapshotsView::openOrResume() { m_resume->isEnabled() ? resume() : open(); }

void SnapshotsView::open()
{
    if (m_open->isEnabled())
        Q_EMIT openRequested(m_model->summary(currentRow()).id);
}

void SnapshotsView::resume() { Q_EMIT resumeRequested(m_model->summary(currentRow()).id); }

void SnapshotsView::save()
{
    const SnapshotSummary summary = m_model->summary(currentRow());
    auto *dialog = new QFileDialog(this, tr("Save snapshot"), {}, tr("Snapshot archives (*.pdsnap)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdsnap"));
    dialog->selectFile(summary.startedAt.toUTC().toString(QStringLiteral("'pagerduty-'yyyyMMdd-HHmm'.pdsnap'")));
    connect(dialog, &QFileDialog::fileSelected, this, [this, id = summary.id](const QString &path) {
        say(tr("Saving %1...").arg(path));
        m_library.saveArchive(id, path);
    });
    dialog->open();
}

void SnapshotsView::remove()
{
    carryOutRemoval(); // of the one before
    const SnapshotSummary summary = m_model->summary(currentRow());
    m_removing = summary.id;
    m_hidden.insert(summary.id);
    m_model->setHidden(m_hidden);
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    m_undoText->setText(tr("Deleting the snapshot of %1, collected %2 UTC.")
                            .arg(SnapshotListModel::accountText(summary.account),
                                 summary.startedAt.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm"))));
    m_undoBar->show();
    m_undoTimer.start();
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    updateActions();
}

void SnapshotsView::undoRemove()
{
    m_undoTimer.stop();
    m_undoBar->hide();
    m_hidden.remove(std::exchange(m_removing, QUuid()));
    m_model->setHidden(m_hidden);
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    updateActions();
}

void SnapshotsView::carryOutRemoval()
{
    m_undoTimer.stop();
    m_undoBar->hide();
    if (const QUuid id = std::exchange(m_removing, QUuid()); !id.isNull())
        m_library.remove(id);
    updateActions();
}

void SnapshotsView::refresh() { m_library.refresh(); }

void SnapshotsView::say(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace pdsi

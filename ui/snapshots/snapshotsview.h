// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/backgroundcollection.h"
#include "core/session/snapshotlibrary.h"

#include <QDockWidget>
#include <QTimer>

class QAction;
class QLabel;
class QStackedWidget;
class QTableView;

namespace pdsi {

class SnapshotListModel;

/// The Snapshots dock: what was collected on this computer, to open, resume, save or delete.
class SnapshotsView : public QDockWidget
{
    Q_OBJECT
public:
    /// Both must outlive it. Lists by itself, also after each collection.
    SnapshotsView(SnapshotLibrary &library, BackgroundCollection &collection, QWidget *parent = nullptr);
    /// Carries out a deletion that is still on offer to be undone.
    ~SnapshotsView() override;

    static constexpr int undoMs = 15'000;

Q_SIGNALS:
    void openRequested(const QUuid &id);
    void resumeRequested(const QUuid &id);

private:
    QAction *action(const QString &name, const QString &text, const QKeySequence &key, void (SnapshotsView::*slot)());
    QWidget *createContent();
    void listed(const QList<SnapshotSummary> &summaries);
    void updateActions();
    int currentRow() const;
    void openOrResume();
    void open();
    void resume();
    void save();
    void remove();
    void undoRemove();
    void carryOutRemoval();
    void refresh();
    void say(const QString &note);

    SnapshotLibrary &m_library;
    BackgroundCollection &m_collection;
    SnapshotListModel *m_model;
    QAction *m_open, *m_resume, *m_save, *m_delete, *m_undo;
    QTableView *m_table;
    QStackedWidget *m_pages;
    QLabel *m_note;
    QWidget *m_undoBar;
    QLabel *m_undoText;
    QTimer m_undoTimer;
    QUuid m_removing;           ///< hidden, still to be deleted; null for none
    QSet<QUuid> m_hidden;
};

} // namespace pdsi

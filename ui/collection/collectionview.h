// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/backgroundcollection.h"

#include <QDockWidget>

#include <optional>

class QAction;
class QLabel;
class QStackedWidget;
class QTabWidget;

namespace pdsi {

class CollectionHeader;
class CollectionModel;
class InFlightModel;
class RequestLogModel;
class RequestLogPanel;
class RowTable;
class Selection;

/// The Collection dock: a running collection, or what the open snapshot was made of.
class CollectionView : public QDockWidget
{
    Q_OBJECT
public:
    CollectionView(Selection &selection, BackgroundCollection &collection, QWidget *parent = nullptr);

    /// Offers to resume the newest interrupted collection in the list, if any can be.
    void offerResume(const QList<SnapshotSummary> &summaries);

public Q_SLOTS:
    /// Brings request `id` of the log before the analyst.
    void showRequest(int id);

Q_SIGNALS:
    /// The analyst wants to start a collection.
    void collectRequested();
    /// The analyst takes the offer to resume.
    void resumeRequested(const QUuid &snapshotId);

private:
    /// What the dock shows.
    enum class Source : quint8 { Nothing, Collection, Audit };

    void createActions();
    QAction *action(const QString &name, const QString &text, const QString &toolTip);
    QWidget *createEmptyPage();
    QWidget *createTabs();
    void connectCollection();
    void collectionStarted(const CollectionStartNotice &notice);
    void collectionEnded(const CollectedSnapshot &collected);
    void showProgress(const CollectionProgress &progress);
    void showAudit();
    void enter(Source source);
    void updateActions();
    void setOffer(std::optional<SnapshotSummary> offer);
    void resume();
    void copyRows();
    void copyCurl();
    void say(const QString &note);

    Selection &m_selection;
    BackgroundCollection &m_collection;
    CollectionModel *m_classes;
    RequestLogModel *m_requests;
    InFlightModel *m_flying;
    QAction *m_pause, *m_resume, *m_cancel, *m_copy, *m_copyCurl;
    CollectionHeader *m_header;
    RowTable *m_classTable;
    RequestLogPanel *m_log;
    QTabWidget *m_tabs;
    QStackedWidget *m_pages;
    QWidget *m_offerBar;
    QLabel *m_offerText;
    QLabel *m_note;
    Source m_source = Source::Nothing;
    std::optional<SnapshotSummary> m_offer;
    CollectionStartNotice m_started;
};

} // namespace pdsi

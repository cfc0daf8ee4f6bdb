// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/models/coveragesource.h"
#include "ui/shell/selection.h"
#include "ui/timeline/timelinestate.h"

#include <QDockWidget>
#include <QTimer>
#include <QTimeZone>

class QActionGroup;
class QLabel;
class QLineEdit;
class QToolButton;
class QUndoStack;

namespace pdsi {

class TimelineCanvas;
struct TimelineItem;

/// Dock with the on-call coverage of the account along time: who, until when, and where nobody is.
class TimelineView : public QDockWidget
{
    Q_OBJECT
public:
    TimelineView(Selection &selection, CoverageSource &source, QWidget *parent = nullptr);
    ~TimelineView() override;

    /// Grouping, zone, widths and the intended off-hours.
    QByteArray saveState() const;
    bool restoreState(const QByteArray &state);
    /// Where "now" is taken from; must outlive the dock.
    void setClock(const Clock &clock);

    TimelineCanvas &canvas() const { return *m_canvas; }
    /// Changes of the off-hours.
    QUndoStack &undoStack() const { return *m_undo; }
    const TimelineState &state() const { return m_state; }

    void setGrouping(TimelineGrouping grouping);
    void setZoneChoice(TimelineZone zone);
    void setOnlyWithGaps(bool only);
    void showSpan(int days);
    void showAll();
    /// Writes the visible range; the suffix of the file (svg or png) says what. False when it could not be written.
    bool exportTo(const QString &path);

private:
    void createActions();
    void createGroupingActions();
    void createZoneActions();
    void createZoomActions();
    void createGapActions();
    void createMoreActions();
    QAction *addNamed(const QString &name, const QString &text, const QList<QKeySequence> &keys, std::function<void()> run);
    QAction *actionNamed(const char *name) const;
    QWidget *toolBar();
    void connectAll();

    void coverageArrived();
    void rebuildRows();
    void updateZone();
    void updateNow();
    void updateWords();
    void follow(bool withRange);
    int rowFor(const Place &place) const;
    void followInstant();
    void itemChosen(const TimelineItem &item);
    void jump(bool forward, bool onlyNobody);
    void search(const QString &text);
    void nextMatch();
    void zoomToSelection();
    void chooseExport();
    void editOffHours();
    void applyOffHours(const QString &scheduleId, const std::vector<RecurringTime> &times);
    int currentSchedule() const;
    QString emptyText() const;
    QString pictureTitle() const;

    Selection &m_selection;
    CoverageSource &m_source;
    const Clock *m_clock;
    TimelineState m_state;
    std::shared_ptr<const class TimelineData> m_data;
    TimelineCanvas *m_canvas;
    QLineEdit *m_search;
    QLabel *m_position;
    QLabel *m_detail;
    QToolButton *m_groupButton;
    QToolButton *m_zoneButton;
    QUndoStack *m_undo;
    QTimer m_minute;
    bool m_leading = false; ///< the selection changes because of us
};

} // namespace pdsi

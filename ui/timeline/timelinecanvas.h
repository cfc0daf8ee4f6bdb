// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinelabels.h"
#include "ui/timeline/timelinenavigation.h"
#include "ui/timeline/timelinescene.h"

#include <QAbstractScrollArea>

namespace pdsi {

class RecomputedSchedules;

/// The timeline itself: paints a TimelineScene and lets the analyst move in it. Knows no Selection.
class TimelineCanvas : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit TimelineCanvas(QWidget *parent = nullptr);
    ~TimelineCanvas() override;

    /// What is shown; null or no rows: `emptyText` instead. Zoom and place stay when the window is the same.
    void setRows(std::shared_ptr<const TimelineData> shown, std::vector<TimelineRow> rows, const QString &emptyText);
    void setZone(const QTimeZone &zone);
    void setSearch(const QString &text);
    void setInstants(std::optional<Instant> asOf, std::optional<Instant> now);
    void setCursorInstant(std::optional<Instant> cursor);
    void setRange(std::optional<Interval> range);

    const TimelineLayout &timelineLayout() const { return m_layout; }
    const TimelineSearch &search() const { return m_search; }
    const GapSequence &gaps() const { return m_gaps; }
    RecomputedSchedules &recomputed() { return *m_recomputed; }
    /// As painted last; for export with another size.
    const TimelineScene &scene() const { return m_scene; }
    const QTimeZone &zone() const { return m_scene.zone; }

    const TimelineScale &scale() const { return m_scene.scale; }
    void setScale(const TimelineScale &scale);
    /// Zooms around the current item, the cursor or the middle.
    void zoomBy(double factor);
    /// Where a preset begins: the current item, the cursor or what is in the middle.
    Instant anchor() const;

    const TimelineItem &current() const { return m_scene.current; }
    enum class Reveal : quint8 { No, Pan, Zoom };
    void setCurrent(const TimelineItem &item, Reveal reveal);
    /// Makes it current, shows it and tells everybody.
    void choose(const TimelineItem &item, Reveal reveal = Reveal::No);

    /// Rows that can be seen, and what can be seen in one: for assistive technology.
    IndexRange visibleRows() const;
    std::vector<TimelineItem> visibleItems(int row) const;
    /// Within the viewport.
    QRect rectOf(const TimelineItem &item) const;
    TimelineItem itemAt(const QPoint &viewportPoint) const;

    int headerWidth() const { return m_headerWidth; }
    void setHeaderWidth(int width);

    QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged();
    void scaleChanged();
    void headerWidthChanged();
    /// Clicked or entered.
    void itemChosen(const pdsi::TimelineItem &item);
    void instantChosen(pdsi::Instant instant);
    void rangeChosen(pdsi::Interval range);
    void detailWanted();

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Drag : quint8 { None, Press, Pan, Range, Overview, Header };

    void relayout();
    void refresh();
    void updateTheme();
    void updateScrollBar();
    void wantDifferences();
    void announceCurrent();
    double timeX(double viewportX) const { return viewportX - m_headerWidth; }
    Instant minuteAt(double viewportX) const;
    void zoomAt(double factor, double viewportX);
    void revealRow(int row);
    void moveRows(int rows);
    void moveTo(const TimelineItem &item);
    void centreOn(double overviewX);
    void showTip(const QPoint &position, const QPoint &global);
    void click(const QPoint &position);
    void dragTo(const QPoint &position);
    void hover(const QPoint &position);

    std::shared_ptr<const TimelineData> m_data;
    TimelineLayout m_layout;
    TimelineLabels m_labels;
    TimelineSearch m_search;
    GapSequence m_gaps;
    TimelineScene m_scene;
    RecomputedSchedules *m_recomputed;
    int m_headerWidth = 250;
    bool m_fits = false; ///< a scale was set for this window
    bool m_ticksValid = false;
    Drag m_drag = Drag::None;
    QPoint m_pressed;
    TimelineScale m_pressedScale;
    int m_pressedTop = 0;
};

} // namespace pdsi

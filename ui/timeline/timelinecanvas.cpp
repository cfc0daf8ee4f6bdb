// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinecanvas.h"

#include "ui/timeline/recomputedschedules.h"
#include "ui/timeline/timelineaccessible.h"
#include "ui/timeline/timelinepaint.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace pdsi {

namespace {
constexpr int narrowestHeader = 120;
constexpr double gapWorthSeeing = 14; // pixels
constexpr qint64 firstSpan = 31 * secondsPerDay;
} // namespace

TimelineCanvas::TimelineCanvas(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_recomputed(new RecomputedSchedules(this))
{
    installTimelineAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the overview is one
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->grabGesture(Qt::PinchGesture);
    m_scene.zone = QTimeZone::utc();
    m_scene.search = &m_search;
    m_scene.labels = &m_labels;
    m_scene.differences = [this](int schedule) { return m_recomputed->differences(schedule); };
    connect(m_recomputed, &RecomputedSchedules::differencesFound, viewport(), qOverload<>(&QWidget::update));
    updateTheme();
}

TimelineCanvas::~TimelineCanvas() { forgetTimelineItems(*this); }

QSize TimelineCanvas::sizeHint() const { return {900, 320}; }

void TimelineCanvas::setRows(std::shared_ptr<const TimelineData> shown, std::vector<TimelineRow> rows, const QString &emptyText)
{
    const bool sameWindow = shown && m_data && shown->coverage().window() == m_data->coverage().window();
    const TimelineItem before = m_scene.current;
    const TimelineRow row = before.row >= 0 ? m_layout.row(before.row) : TimelineRow();
    const QString id = before.row >= 0 ? idOf(m_layout.data(), row) : QString();
    const Interval extent = before.row >= 0 ? m_layout.extent(before) : Interval();
    forgetTimelineItems(*this);
    if (shown != m_data)
        m_recomputed->setData(shown);
    m_data = std::move(shown);
    m_fits = m_fits && sameWindow;
    m_scene.emptyText = emptyText;
    m_scene.current = m_scene.hovered = {};
    m_layout = {};
    if (m_data) {
        TimelineMetrics metrics;
        metrics.line = fontMetrics().height();
        metrics.headerWidth = m_headerWidth;
        m_layout = TimelineLayout(m_data, std::move(rows), metrics);
        m_labels = TimelineLabels(m_data, font());
    }
    const QString searched = m_search.text();
    m_search = TimelineSearch(m_layout, searched);
    m_gaps = GapSequence(m_layout);
    relayout();
    if (const int found = before.row < 0 ? -1 : m_layout.rowOf(kindOf(row.kind), id); found >= 0) {
        const TimelineItem near = before.kind == TimelineItem::Kind::Row ? TimelineItem{TimelineItem::Kind::Row, found, -1}
                                                                        : itemNear(m_layout, found, extent.start);
        setCurrent(near, Reveal::Pan);
    }
}

/// After a change of rows, font or size.
void TimelineCanvas::relayout()
{
    m_scene.layout = m_layout.isEmpty() ? nullptr : &m_layout;
    m_scene.font = font();
    m_scene.size = viewport()->size();
    if (m_scene.layout) {
        const double width = std::max(1, viewport()->width() - m_headerWidth);
        const Interval window = m_data->coverage().window();
        if (!m_fits) {
            m_scene.scale = TimelineScale::showing({window.start, window.start + std::min(firstSpan, window.seconds())}, width);
            m_fits = viewport()->width() > m_headerWidth;
        }
        m_scene.scale = m_scene.scale.resized(width).within(window);
        m_scene.overview = TimelineOverview(m_layout, int(width));
    }
    updateScrollBar();
    refresh();
}

void TimelineCanvas::refresh()
{
    m_ticksValid = false;
    viewport()->update();
}

void TimelineCanvas::updateScrollBar()
{
    const int visible = m_scene.layout ? int(m_scene.rowsArea().height()) : 0;
    verticalScrollBar()->setPageStep(std::max(1, visible));
    verticalScrollBar()->setSingleStep(fontMetrics().height() * 2);
    verticalScrollBar()->setRange(0, std::max(0, m_layout.height() - visible));
    m_scene.top = verticalScrollBar()->value();
}

void TimelineCanvas::updateTheme()
{
    m_scene.theme = TimelineTheme::of(palette());
    viewport()->update();
}

void TimelineCanvas::setZone(const QTimeZone &zone)
{
    m_scene.zone = zone.isValid() ? zone : QTimeZone::utc();
    refresh();
}

void TimelineCanvas::setSearch(const QString &text)
{
    m_search = TimelineSearch(m_layout, text);
    viewport()->update();
}

void TimelineCanvas::setInstants(std::optional<Instant> asOf, std::optional<Instant> now)
{
    m_scene.asOf = asOf;
    m_scene.now = now;
    refresh();
}

void TimelineCanvas::setCursorInstant(std::optional<Instant> cursor)
{
    m_scene.cursor = cursor;
    refresh();
}

void TimelineCanvas::setRange(std::optional<Interval> range)
{
    m_scene.range = range;
    viewport()->update();
}

void TimelineCanvas::setScale(const TimelineScale &scale)
{
    if (!m_scene.layout)
        return;
    const TimelineScale wanted = scale.within(m_data->coverage().window());
    if (wanted == m_scene.scale)
        return;
    m_scene.scale = wanted;
    refresh();
    Q_EMIT scaleChanged();
}

Instant TimelineCanvas::anchor() const
{
    if (!m_scene.layout)
        return 0;
    const Interval visible = m_scene.scale.visible();
    if (m_scene.current.kind == TimelineItem::Kind::Gap || m_scene.current.kind == TimelineItem::Kind::Bar) {
        const Interval extent = m_layout.extent(m_scene.current);
        if (extent.start < visible.end && extent.end > visible.start)
            return std::max(extent.start, visible.start);
    }
    if (m_scene.cursor && *m_scene.cursor >= visible.start && *m_scene.cursor < visible.end)
        return *m_scene.cursor;
    return visible.start + visible.seconds() / 2;
}

void TimelineCanvas::zoomBy(double factor)
{
    setScale(m_scene.scale.zoomed(factor, m_scene.scale.xOf(anchor())));
}

void TimelineCanvas::revealRow(int row)
{
    const int top = m_layout.rowTop(row), bottom = m_layout.rowTop(row + 1), page = verticalScrollBar()->pageStep();
    if (top < verticalScrollBar()->value())
        verticalScrollBar()->setValue(top);
    else if (bottom > verticalScrollBar()->value() + page)
        verticalScrollBar()->setValue(std::min(top, bottom - page));
}

void TimelineCanvas::setCurrent(const TimelineItem &item, Reveal reveal)
{
    if (!m_scene.layout)
        return;
    const bool changed = item != m_scene.current;
    m_scene.current = item;
    if (item.kind != TimelineItem::Kind::None && reveal != Reveal::No) {
        revealRow(item.row);
        const bool zooms = reveal == Reveal::Zoom && item.kind == TimelineItem::Kind::Gap;
        if (item.kind != TimelineItem::Kind::Row)
            setScale(zooms ? m_scene.scale.revealing(m_layout.extent(item), gapWorthSeeing) : m_scene.scale.reaching(m_layout.extent(item)));
    }
    viewport()->update();
    if (!changed)
        return;
    announceCurrent();
    Q_EMIT currentChanged();
}

void TimelineCanvas::choose(const TimelineItem &item, Reveal reveal)
{
    if (item.kind == TimelineItem::Kind::None)
        return;
    setCurrent(item, reveal);
    Q_EMIT itemChosen(item);
}

void TimelineCanvas::announceCurrent()
{
    if (hasFocus())
        announceTimelineItem(*this, m_scene.current);
}

void TimelineCanvas::setHeaderWidth(int width)
{
    const int widest = std::max(narrowestHeader, viewport()->width() / 2);
    const int wanted = std::clamp(width, narrowestHeader, widest);
    if (wanted == m_headerWidth)
        return;
    m_headerWidth = wanted;
    if (m_scene.layout) {
        TimelineMetrics metrics = m_layout.metrics();
        metrics.headerWidth = wanted;
        m_layout = TimelineLayout(m_data, std::vector<TimelineRow>(m_layout.rows()), metrics);
    }
    relayout();
    Q_EMIT headerWidthChanged();
}

IndexRange TimelineCanvas::visibleRows() const
{
    return m_scene.layout ? m_layout.rowsIn(int(m_scene.top), int(std::ceil(m_scene.top + m_scene.rowsArea().height()))) : IndexRange();
}

std::vector<TimelineItem> TimelineCanvas::visibleItems(int row) const
{
    const Interval visible = m_scene.scale.visible();
    std::vector<TimelineItem> items = itemsInRow(m_layout, row);
    std::erase_if(items, [&](const TimelineItem &item) {
        const Interval extent = m_layout.extent(item);
        return extent.end <= visible.start || extent.start >= visible.end;
    });
    return items;
}

QRect TimelineCanvas::rectOf(const TimelineItem &item) const
{
    if (!m_scene.layout || item.row < 0 || item.row >= m_layout.rowCount())
        return {};
    QRectF rect(0, m_layout.rowTop(item.row), viewport()->width(), m_layout.rowHeight(item.row));
    if (item.kind == TimelineItem::Kind::Bar)
        rect = m_layout.barRect(item.row, item.index, m_scene.scale).translated(m_headerWidth, 0);
    else if (item.kind == TimelineItem::Kind::Gap)
        rect = m_layout.gapRect(item.row, item.index, m_scene.scale).translated(m_headerWidth, 0);
    const QRectF area = item.kind == TimelineItem::Kind::Row ? m_scene.headerArea().united(m_scene.rowsArea()) : m_scene.rowsArea();
    return rect.translated(0, m_scene.yOf(0)).intersected(area).toAlignedRect();
}

TimelineItem TimelineCanvas::itemAt(const QPoint &point) const
{
    if (!m_scene.layout)
        return {};
    const int y = int(point.y() - m_scene.yOf(0));
    if (m_scene.headerArea().contains(point)) {
        const int row = m_layout.rowAt(y);
        return row < 0 ? TimelineItem() : TimelineItem{TimelineItem::Kind::Row, row, -1};
    }
    return m_scene.rowsArea().contains(point) ? m_layout.itemAt(timeX(point.x()), y, m_scene.scale) : TimelineItem();
}

void TimelineCanvas::paintEvent(QPaintEvent *)
{
    if (m_scene.layout && !m_ticksValid) {
        m_scene.computeTicks();
        m_ticksValid = true;
    }
    QPainter painter(viewport());
    paintTimeline(painter, m_scene);
    wantDifferences();
}

/// Looks for differences in what is in sight.
void TimelineCanvas::wantDifferences()
{
    std::vector<int> schedules;
    const IndexRange rows = visibleRows();
    for (int row = rows.first; row < rows.last; ++row) {
        if (m_layout.row(row).kind == TimelineRowKind::Schedule)
            schedules.push_back(m_layout.row(row).index);
    }
    m_recomputed->want(schedules);
}

void TimelineCanvas::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
}

void TimelineCanvas::scrollContentsBy(int, int)
{
    m_scene.top = verticalScrollBar()->value();
    viewport()->update();
}

void TimelineCanvas::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        updateTheme();
    if (event->type() == QEvent::FontChange && m_data)
        setRows(m_data, std::vector<TimelineRow>(m_layout.rows()), m_scene.emptyText);
}

} // namespace pdsi

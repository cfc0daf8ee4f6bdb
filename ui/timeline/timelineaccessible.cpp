// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineaccessible.h"

#include "ui/timeline/timelinecanvas.h"
#include "ui/timeline/timelinewords.h"

#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QHash>

namespace pdsi {

namespace {

/// One row, bar or gap. Lives in the cache of QAccessible until its canvas forgets it.
class ItemInterface : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ItemInterface(TimelineCanvas &canvas, const TimelineItem &item)
        : m_canvas(canvas), m_item(item)
    {
    }

    bool isValid() const override { return m_item.row >= 0 && m_item.row < m_canvas.timelineLayout().rowCount(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_canvas.window()->windowHandle(); }
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int index) const override;
    int childCount() const override { return isRow() ? int(m_canvas.visibleItems(m_item.row).size()) : 0; }
    int indexOfChild(const QAccessibleInterface *child) const override;
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::Role role() const override { return isRow() ? QAccessible::Row : QAccessible::Cell; }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

    const TimelineItem &item() const { return m_item; }

private:
    bool isRow() const { return m_item.kind == TimelineItem::Kind::Row; }
    TimelineCanvas &m_canvas;
    TimelineItem m_item;
};

/// The canvas: its children are the rows in sight.
class CanvasInterface : public QAccessibleWidget
{
public:
    explicit CanvasInterface(TimelineCanvas *canvas)
        : QAccessibleWidget(canvas, QAccessible::Table)
        , m_canvas(canvas)
    {
        living().insert(canvas, this);
    }
    ~CanvasInterface() override
    {
        forget();
        living().remove(m_canvas);
    }

    /// Those that somebody asked for: only they have items to forget.
    static QHash<const TimelineCanvas *, CanvasInterface *> &living()
    {
        static QHash<const TimelineCanvas *, CanvasInterface *> all;
        return all;
    }

    TimelineCanvas &canvas() const { return *static_cast<TimelineCanvas *>(widget()); }

    QAccessibleInterface *interfaceOf(const TimelineItem &item) const
    {
        auto known = m_items.constFind(item);
        if (known == m_items.constEnd())
            known = m_items.insert(item, QAccessible::registerAccessibleInterface(new ItemInterface(canvas(), item)));
        return QAccessible::accessibleInterface(*known);
    }

    void forget()
    {
        for (const QAccessible::Id id : std::exchange(m_items, {}))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return canvas().visibleRows().size(); }
    QAccessibleInterface *child(int index) const override
    {
        const IndexRange rows = canvas().visibleRows();
        return index < 0 || index >= rows.size() ? nullptr : interfaceOf({TimelineItem::Kind::Row, rows.first + index, -1});
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *item = dynamic_cast<const ItemInterface *>(child);
        const IndexRange rows = canvas().visibleRows();
        const bool inSight = item && item->item().row >= rows.first && item->item().row < rows.last;
        return inSight ? item->item().row - rows.first : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const TimelineItem item = canvas().itemAt(canvas().viewport()->mapFromGlobal(QPoint(x, y)));
        return item.kind == TimelineItem::Kind::None ? nullptr : interfaceOf({TimelineItem::Kind::Row, item.row, -1});
    }
    QAccessibleInterface *focusChild() const override
    {
        const TimelineItem &item = canvas().current();
        return canvas().hasFocus() && item.kind != TimelineItem::Kind::None ? interfaceOf(item) : nullptr;
    }

private:
    const TimelineCanvas *m_canvas;
    mutable QHash<TimelineItem, QAccessible::Id> m_items;
};

CanvasInterface *interfaceOf(const TimelineCanvas &canvas)
{
    return dynamic_cast<CanvasInterface *>(QAccessible::queryAccessibleInterface(const_cast<TimelineCanvas *>(&canvas)));
}

QAccessibleInterface *ItemInterface::parent() const
{
    CanvasInterface *above = interfaceOf(m_canvas);
    return isRow() ? above : above->interfaceOf({TimelineItem::Kind::Row, m_item.row, -1});
}

QAccessibleInterface *ItemInterface::child(int index) const
{
    if (!isRow())
        return nullptr;
    const std::vector<TimelineItem> items = m_canvas.visibleItems(m_item.row);
    return index < 0 || size_t(index) >= items.size() ? nullptr : interfaceOf(m_canvas)->interfaceOf(items[size_t(index)]);
}

int ItemInterface::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *one = dynamic_cast<const ItemInterface *>(child);
    if (!one || !isRow())
        return -1;
    const std::vector<TimelineItem> items = m_canvas.visibleItems(m_item.row);
    const auto found = std::find(items.begin(), items.end(), one->m_item);
    return found == items.end() ? -1 : int(found - items.begin());
}

QAccessibleInterface *ItemInterface::childAt(int x, int y) const
{
    const TimelineItem item = m_canvas.itemAt(m_canvas.viewport()->mapFromGlobal(QPoint(x, y)));
    const bool within = isRow() && item.row == m_item.row && item.kind != TimelineItem::Kind::Row && item.kind != TimelineItem::Kind::None;
    return within ? interfaceOf(m_canvas)->interfaceOf(item) : nullptr;
}

QString ItemInterface::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    if (kind == QAccessible::Name)
        return spokenName(m_canvas.timelineLayout(), m_item, m_canvas.zone());
    return kind == QAccessible::Help && !isRow() ? QCoreApplication::translate("pdsi::TimelineAccessible", "Press Enter to select.") : QString();
}

QRect ItemInterface::rect() const
{
    const QRect within = m_canvas.rectOf(m_item);
    return {m_canvas.viewport()->mapToGlobal(within.topLeft()), within.size()};
}

QAccessible::State ItemInterface::state() const
{
    QAccessible::State state;
    state.focusable = state.selectable = true;
    state.focused = m_canvas.hasFocus() && m_canvas.current() == m_item;
    state.selected = m_canvas.current() == m_item;
    state.invalid = !isValid();
    return state;
}

void ItemInterface::doAction(const QString &name)
{
    if (name == pressAction())
        m_canvas.choose(m_item, TimelineCanvas::Reveal::Pan);
    else if (name == setFocusAction())
        m_canvas.setCurrent(m_item, TimelineCanvas::Reveal::Pan);
}

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *canvas = qobject_cast<TimelineCanvas *>(object);
    return canvas ? new CanvasInterface(canvas) : nullptr;
}

} // namespace

void installTimelineAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

void announceTimelineItem(TimelineCanvas &canvas, const TimelineItem &item)
{
    if (!QAccessible::isActive() || item.kind == TimelineItem::Kind::None)
        return;
    QAccessibleEvent event(interfaceOf(canvas)->interfaceOf(item), QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void forgetTimelineItems(TimelineCanvas &canvas)
{
    if (CanvasInterface *interface = CanvasInterface::living().value(&canvas))
        interface->forget();
}

} // namespace pdsi

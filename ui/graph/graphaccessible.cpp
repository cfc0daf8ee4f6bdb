// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphaccessible.h"

#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphwords.h"

#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QHash>
#include <QWindow>

namespace pdsi {

namespace {

/// One node. Lives in the cache of QAccessible until its canvas forgets it.
class GraphNodeInterface : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    GraphNodeInterface(GraphCanvas &canvas, int node)
        : m_canvas(canvas), m_node(node)
    {
    }

    bool isValid() const override { return m_node < m_canvas.count(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_canvas.window()->windowHandle(); }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(&m_canvas); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override
    {
        const QRect within = m_canvas.rectOf({m_node, -1});
        return {m_canvas.mapToGlobal(within.topLeft()), within.size()};
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction())
            m_canvas.choose({m_node, -1});
        else if (name == setFocusAction())
            m_canvas.setCurrent({m_node, -1});
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

    int node() const { return m_node; }

private:
    GraphCanvas &m_canvas;
    int m_node;
};

/// The canvas: its children are the nodes.
class GraphCanvasInterface : public QAccessibleWidget
{
public:
    explicit GraphCanvasInterface(GraphCanvas *canvas)
        : QAccessibleWidget(canvas, QAccessible::List)
        , m_canvas(canvas)
    {
        livingGraphs().insert(canvas, this);
    }
    ~GraphCanvasInterface() override
    {
        forget();
        livingGraphs().remove(m_canvas);
    }

    /// Those that somebody asked for: only they have nodes to forget.
    static QHash<const GraphCanvas *, GraphCanvasInterface *> &livingGraphs()
    {
        static QHash<const GraphCanvas *, GraphCanvasInterface *> all;
        return all;
    }

    GraphCanvas &canvas() const { return *static_cast<GraphCanvas *>(widget()); }

    QAccessibleInterface *interfaceOf(int node) const
    {
        auto known = m_nodes.constFind(node);
        if (known == m_nodes.constEnd())
            known = m_nodes.insert(node, QAccessible::registerAccessibleInterface(new GraphNodeInterface(canvas(), node)));
        return QAccessible::accessibleInterface(*known);
    }
    void forget()
    {
        for (const QAccessible::Id id : std::exchange(m_nodes, {}))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return canvas().count(); }
    QAccessibleInterface *child(int index) const override { return index < 0 || index >= childCount() ? nullptr : interfaceOf(index); }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *node = dynamic_cast<const GraphNodeInterface *>(child);
        return node ? node->node() : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const int node = canvas().itemAt(canvas().mapFromGlobal(QPoint(x, y))).node;
        return node < 0 ? nullptr : interfaceOf(node);
    }
    QAccessibleInterface *focusChild() const override
    {
        const int node = canvas().current().node;
        return canvas().hasFocus() && node >= 0 ? interfaceOf(node) : nullptr;
    }

private:
    const GraphCanvas *m_canvas;
    mutable QHash<int, QAccessible::Id> m_nodes;
};

QString GraphNodeInterface::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    if (kind == QAccessible::Name)
        return spokenGraphNode(m_canvas.content()->graph, m_node);
    return kind == QAccessible::Help ? QCoreApplication::translate("pdsi::GraphAccessible", "Press Enter to select.") : QString();
}

QAccessible::State GraphNodeInterface::state() const
{
    QAccessible::State state;
    state.focusable = state.selectable = true;
    state.selected = m_canvas.current().node == m_node;
    state.focused = m_canvas.hasFocus() && state.selected;
    state.invalid = !isValid();
    return state;
}

QAccessibleInterface *makeGraphInterface(const QString &, QObject *object)
{
    auto *canvas = qobject_cast<GraphCanvas *>(object);
    return canvas ? new GraphCanvasInterface(canvas) : nullptr;
}

} // namespace

void installGraphAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeGraphInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

void announceGraphNode(GraphCanvas &canvas, int node)
{
    if (!QAccessible::isActive() || node < 0)
        return;
    auto *of = dynamic_cast<GraphCanvasInterface *>(QAccessible::queryAccessibleInterface(&canvas));
    QAccessibleEvent event(of->interfaceOf(node), QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void forgetGraphNodes(GraphCanvas &canvas)
{
    if (GraphCanvasInterface *interface = GraphCanvasInterface::livingGraphs().value(&canvas))
        interface->forget();
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/escalationfigure.h"

#include "core/coverage/graphmarks.h"
#include "core/coverage/layeredlayout.h"
#include "core/report/escalationwords.h"
#include "core/report/plaintext.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace pdsi {

namespace {

constexpr qsizetype mostServices = 6;
constexpr double nodeNameSize = 8;
constexpr double nodeWordSize = 7;
constexpr double nodeLineHeight = 10;
constexpr double nodePadding = 4;
constexpr double columnHeadHeight = 14;
constexpr GraphSpacing printSpacing{{36, 8}, 18, 20, 8, 15, 1};

bool isFoldable(const GraphNode &node) { return node.kind == GraphNodeKind::Service; }

/// The same graph with one node instead of many services; it has their worst marks.
EscalationGraph withFewServices(const EscalationGraph &graph)
{
    const auto count = std::count_if(graph.nodes.begin(), graph.nodes.end(), isFoldable);
    if (count <= mostServices)
        return graph;
    EscalationGraph folded;
    folded.scope = graph.scope;
    folded.at = graph.at;
    std::vector<int> newIndex;
    int all = -1;
    for (const GraphNode &node : graph.nodes) {
        if (isFoldable(node) && all >= 0) {
            newIndex.push_back(all);
            std::vector<GraphMark> &marks = folded.nodes[static_cast<size_t>(all)].marks;
            marks.insert(marks.end(), node.marks.begin(), node.marks.end());
            sortMarks(marks);
            continue;
        }
        newIndex.push_back(static_cast<int>(folded.nodes.size()));
        folded.nodes.push_back(node);
        if (!isFoldable(node))
            continue;
        all = newIndex.back();
        folded.nodes.back().name = QStringLiteral("%1 services").arg(count);
        folded.nodes.back().disabled = std::all_of(graph.nodes.begin(), graph.nodes.end(), [](const GraphNode &other) {
            return !isFoldable(other) || other.disabled;
        });
    }
    for (GraphEdge edge : graph.edges) {
        edge.from = newIndex[static_cast<size_t>(edge.from)];
        edge.to = newIndex[static_cast<size_t>(edge.to)];
        if (edge.from != edge.to && std::find(folded.edges.begin(), folded.edges.end(), edge) == folded.edges.end())
            folded.edges.push_back(edge);
    }
    return folded;
}

struct NodeLine {
    QString text;
    FigureRole role = FigureRole::SoftText;
};

QString nodeTitle(const GraphNode &node)
{
    if (node.kind == GraphNodeKind::Level)
        return QStringLiteral("Level %1").arg(node.level + 1);
    return node.kind == GraphNodeKind::ContactMethod ? contactMethodWords(node.contactType) : plainText(node.name);
}

double leastNodeWidth(GraphNodeKind kind)
{
    switch (kind) {
    case GraphNodeKind::BusinessService:
    case GraphNodeKind::Service:
    case GraphNodeKind::Schedule: return 90;
    case GraphNodeKind::Policy: return 82;
    case GraphNodeKind::Person: return 78;
    case GraphNodeKind::Level: return 58;
    case GraphNodeKind::ContactMethod: return 52;
    }
    return 80;
}

/// What stands below the name.
std::vector<NodeLine> nodeLines(const GraphNode &node)
{
    std::vector<NodeLine> lines;
    for (const GraphMark &mark : node.marks)
        lines.push_back({graphMarkWords(mark.kind), graphMarkRole(mark.kind)});
    if (node.kind == GraphNodeKind::Level && node.roundRobin)
        lines.push_back({QStringLiteral("one in turn")});
    if (node.kind == GraphNodeKind::Service && node.disabled)
        lines.push_back({QStringLiteral("disabled"), FigureRole::Disabled});
    if (node.kind == GraphNodeKind::Person && node.onCallNow && node.marks.empty())
        lines.push_back({QStringLiteral("on call"), FigureRole::Covered});
    return lines;
}

/// Fonts differ; most letters of most of them are narrower than this.
constexpr double nodeLetterWidth = 0.56;

/// Wide enough for what is wrong with it.
double nodeWidth(const GraphNode &node)
{
    double width = leastNodeWidth(node.kind);
    for (const NodeLine &line : nodeLines(node))
        width = std::max(width, static_cast<double>(line.text.size()) * nodeWordSize * nodeLetterWidth + 2 * nodePadding);
    return width;
}

/// The title in one line, or broken at a space where it does not fit.
QStringList titleLines(const GraphNode &node)
{
    const QString title = nodeTitle(node);
    const auto fit = static_cast<qsizetype>((nodeWidth(node) - 2 * nodePadding) / (nodeNameSize * nodeLetterWidth));
    const qsizetype space = title.size() <= fit ? -1 : title.lastIndexOf(QLatin1Char(' '), fit);
    if (space <= 0)
        return {title};
    return {title.left(space), title.mid(space + 1)};
}

QString columnTitle(GraphNodeKind kind)
{
    switch (kind) {
    case GraphNodeKind::BusinessService: return QStringLiteral("Business services");
    case GraphNodeKind::Service: return QStringLiteral("Services");
    case GraphNodeKind::Policy: return QStringLiteral("Policy");
    case GraphNodeKind::Level: return QStringLiteral("Levels");
    case GraphNodeKind::Schedule: return QStringLiteral("Schedules");
    case GraphNodeKind::Person: return QStringLiteral("People");
    case GraphNodeKind::ContactMethod: return QStringLiteral("Paged by");
    }
    return {};
}

QString edgeWords(const GraphEdge &edge)
{
    switch (edge.kind) {
    case GraphEdgeKind::Escalates:
    case GraphEdgeKind::PagedBy:
        return edge.minutes <= 0 ? QStringLiteral("at once") : QStringLiteral("%1 min").arg(edge.minutes);
    case GraphEdgeKind::LoopsBack: return QStringLiteral("repeats %1\u00d7").arg(edge.count);
    case GraphEdgeKind::OnCallNow: return QStringLiteral("now");
    case GraphEdgeKind::OnCallNext: return QStringLiteral("next");
    case GraphEdgeKind::DependsOn:
    case GraphEdgeKind::UsesPolicy:
    case GraphEdgeKind::Targets: break;
    }
    return {};
}

/// Draws a laid out graph, scaled to the width.
class EscalationDrawing
{
public:
    EscalationDrawing(const EscalationGraph &graph, double width) : m_graph(graph)
    {
        GraphNodeSizes sizes;
        for (const GraphNode &node : graph.nodes)
            sizes.emplace_back(nodeWidth(node),
                               2 * nodePadding + nodeLineHeight * static_cast<double>(titleLines(node).size() + qsizetype(nodeLines(node).size())));
        m_geometry = layeredLayout(graph, sizes, printSpacing);
        m_scale = std::min(1.0, width / m_geometry.size.width());
        m_figure.size = {std::min(width, m_geometry.size.width()), m_geometry.size.height() * m_scale + columnHeadHeight};
    }

    Figure draw()
    {
        for (const auto add : {&EscalationDrawing::addEdge, &EscalationDrawing::addEdgeWords}) { // words lie on all lines
            for (size_t i = 0; i < m_graph.edges.size(); ++i) {
                const GraphEdge &edge = m_graph.edges[i];
                if (edge.kind != GraphEdgeKind::OnCallNext || !isAlso(GraphEdgeKind::OnCallNow, edge))
                    (this->*add)(edge, m_geometry.edges[i]);
            }
        }
        for (size_t i = 0; i < m_graph.nodes.size(); ++i)
            addNode(m_graph.nodes[i], placed(m_geometry.nodes[i]));
        addColumnTitles();
        return std::move(m_figure);
    }

private:
    QPointF placed(const QPointF &point) const { return point * m_scale + QPointF(0, columnHeadHeight); }
    QRectF placed(const QRectF &rect) const { return {placed(rect.topLeft()), rect.size() * m_scale}; }

    void addText(const QPointF &at, const QString &text, double size, FigureRole role, double room)
    {
        FigureText made;
        made.at = at;
        made.text = text;
        made.size = size * m_scale;
        made.role = role;
        made.width = room;
        m_figure.shapes.emplace_back(std::move(made));
    }
    /// Whether an edge of the other kind joins the same two nodes: whoever is on call now and next has one line, which says both.
    bool isAlso(GraphEdgeKind kind, const GraphEdge &edge) const
    {
        return std::any_of(m_graph.edges.begin(), m_graph.edges.end(), [&](const GraphEdge &other) {
            return other.kind == kind && other.from == edge.from && other.to == edge.to;
        });
    }
    void addEdge(const GraphEdge &edge, const GraphGeometry::Route &route)
    {
        FigurePath path;
        for (const QPointF &point : route.points)
            path.points.push_back(placed(point));
        path.curved = true;
        path.arrow = true;
        path.dashed = edge.kind == GraphEdgeKind::OnCallNext || edge.kind == GraphEdgeKind::LoopsBack;
        path.width = edge.kind == GraphEdgeKind::OnCallNow || edge.kind == GraphEdgeKind::Escalates ? 1.2 : 0.8;
        m_figure.shapes.emplace_back(std::move(path));
    }
    void addEdgeWords(const GraphEdge &edge, const GraphGeometry::Route &route)
    {
        QString words = edgeWords(edge);
        if (words.isEmpty())
            return;
        if (edge.kind == GraphEdgeKind::OnCallNow && isAlso(GraphEdgeKind::OnCallNext, edge))
            words = QStringLiteral("now, next");
        const double below = nodeWordSize * 0.35; // the base line, for letters to stand across the line
        addText(placed(route.label + QPointF(0, below)), words, nodeWordSize, FigureRole::SoftText, (printSpacing.label.width() + 8) * m_scale);
        auto &text = std::get<FigureText>(m_figure.shapes.back());
        text.anchor = FigureAnchor::Middle;
        text.cleared = true;
    }
    void addNode(const GraphNode &node, const QRectF &rect)
    {
        m_figure.shapes.emplace_back(FigureBox{rect, FigureRole::Panel, 3 * m_scale, true});
        const std::vector<NodeLine> lines = nodeLines(node);
        if (!node.marks.empty())
            m_figure.shapes.emplace_back(FigureBox{{rect.topLeft(), QSizeF(2.5 * m_scale, rect.height())}, lines.front().role});
        const double room = rect.width() - 2 * nodePadding * m_scale;
        QPointF at = rect.topLeft() + QPointF(nodePadding, nodePadding + nodeLineHeight * 0.75) * m_scale;
        const QStringList titles = titleLines(node);
        for (const QString &title : titles) {
            addText(at, title, nodeNameSize, FigureRole::Text, room);
            std::get<FigureText>(m_figure.shapes.back()).bold =
                node.kind == GraphNodeKind::Policy || node.kind == GraphNodeKind::Level;
            at.ry() += nodeLineHeight * m_scale;
        }
        for (const NodeLine &line : lines) {
            addText(at, line.text, nodeWordSize, line.role, room);
            at.ry() += nodeLineHeight * m_scale;
        }
    }
    void addColumnTitles()
    {
        std::map<double, GraphNodeKind> columns;
        for (size_t i = 0; i < m_graph.nodes.size(); ++i)
            columns.emplace(placed(m_geometry.nodes[i]).left(), m_graph.nodes[i].kind);
        std::map<GraphNodeKind, double> firstOfKind;
        for (const auto &[left, kind] : columns)
            firstOfKind.emplace(kind, left);
        for (const auto &[kind, left] : firstOfKind)
            addText({left, nodeWordSize + 1}, columnTitle(kind), nodeWordSize, FigureRole::SoftText, leastNodeWidth(kind) * m_scale);
    }

    const EscalationGraph &m_graph;
    GraphGeometry m_geometry;
    double m_scale = 1;
    Figure m_figure;
};

} // namespace

Figure escalationFigure(const EscalationGraph &graph, double width)
{
    const auto policy = std::find_if(graph.nodes.begin(), graph.nodes.end(),
                                     [](const GraphNode &node) { return node.kind == GraphNodeKind::Policy; });
    if (policy == graph.nodes.end())
        return {};
    const EscalationGraph shown = withFewServices(graph);
    Figure figure = EscalationDrawing(shown, width).draw();
    figure.title = QStringLiteral("Escalation of %1 at %2").arg(plainText(policy->name), formatInstant(graph.at));
    figure.description = escalationWords(graph);
    return figure;
}

Figure escalationFigure(const Inventory &inventory, const AccountCoverage &coverage, const QString &policyId, Instant at)
{
    GraphScope scope;
    scope.kind = GraphScopeKind::Policy;
    scope.id = policyId;
    scope.contactMethods = false;
    return escalationFigure(escalationGraph(inventory, coverage, scope, at));
}

} // namespace pdsi

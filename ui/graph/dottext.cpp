// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/dottext.h"

#include "ui/graph/graphwords.h"

#include <QList>
#include <QMap>

#include <cmath>

namespace pdsi {

namespace {

constexpr double perInch = 72; // we take a point for a pixel
constexpr double betweenLevels = 16; // more room between levels than between others: a time stands there

QByteArray inches(double pixels) { return QByteArray::number(pixels / perInch, 'f', 3); }

/// A quoted string of the DOT language: a backslash and a quotation mark are the only characters that mean something in
/// it, a line break ends nothing but is spelled as one.
QByteArray quoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    escaped.replace(QLatin1Char('"'), QLatin1String("\\\""));
    escaped.replace(QLatin1Char('\n'), QLatin1String("\\n"));
    return '"' + escaped.toUtf8() + '"';
}

/// Reads the lines of the plain format. Only numbers are read; texts are empty and without blanks.
class PlainReader
{
public:
    PlainReader(const EscalationGraph &graph, const GraphNodeSizes &sizes)
        : m_sizes(sizes)
    {
        m_geometry.nodes.resize(graph.nodes.size());
        m_geometry.edges.resize(graph.edges.size());
        for (int i = int(graph.edges.size()) - 1; i >= 0; --i) { // taken from the back, in their order
            const GraphEdge &edge = graph.edges[size_t(i)];
            if (edge.kind == GraphEdgeKind::LoopsBack)
                ++m_edges; // was not asked for
            else
                m_waiting[{edge.from, edge.to}].push_back(i);
        }
    }

    bool line(const QByteArray &line)
    {
        m_words = line.split(' ');
        m_at = 1;
        const QByteArray &what = m_words.first();
        if (what == "graph")
            return readGraph();
        if (what == "node")
            return readNode();
        return what == "edge" ? readEdge() : true;
    }

    std::optional<GraphGeometry> geometry() const
    {
        const bool complete = m_nodes == m_geometry.nodes.size() && m_edges == m_geometry.edges.size();
        return complete ? std::optional(m_geometry) : std::nullopt;
    }

private:
    double number()
    {
        bool ok = false;
        const double value = m_words.value(m_at++).toDouble(&ok);
        m_ok = m_ok && ok && std::isfinite(value);
        return value;
    }
    QPointF point()
    {
        const double x = number(), y = number();
        return {x * perInch, m_geometry.size.height() - y * perInch}; // theirs grows upwards
    }
    bool readGraph()
    {
        number();
        const double width = number() * perInch, height = number() * perInch;
        m_geometry.size = {width, height};
        return m_ok;
    }
    bool readNode()
    {
        const double index = number();
        const QPointF centre = point();
        if (!m_ok || index < 0 || index >= double(m_geometry.nodes.size()))
            return false;
        const QSizeF size = m_sizes[size_t(index)];
        m_geometry.nodes[size_t(index)] = {centre - QPointF(size.width() / 2, size.height() / 2), size};
        ++m_nodes;
        return true;
    }
    bool readEdge()
    {
        const int from = int(number()), to = int(number());
        const double points = number();
        std::vector<int> &waiting = m_waiting[{from, to}];
        if (!m_ok || waiting.empty() || points < 4 || points > double(m_words.size()) / 2)
            return false;
        GraphGeometry::Route &route = m_geometry.edges[size_t(waiting.back())];
        waiting.pop_back();
        for (int i = 0; i < int(points); ++i)
            route.points.push_back(point());
        ++m_edges;
        return m_ok && (route.points.size() - 1) % 3 == 0;
    }

    const GraphNodeSizes &m_sizes;
    GraphGeometry m_geometry;
    QMap<std::pair<int, int>, std::vector<int>> m_waiting;
    QList<QByteArray> m_words;
    int m_at = 0;
    bool m_ok = true;
    size_t m_nodes = 0, m_edges = 0;
};

QByteArray labelOf(const EscalationGraph &graph, int node)
{
    QStringList lines{graphTitle(graph.nodes[size_t(node)])};
    lines += graphLines(graph, node);
    for (const GraphMark &mark : graph.nodes[size_t(node)].marks)
        lines << QLatin1String("! ") + graphMarkWord(mark.kind, graph.nodes[size_t(node)].kind);
    return quoted(lines.join(QLatin1Char('\n')));
}

} // namespace

QByteArray dotText(const EscalationGraph &graph, const GraphNodeSizes &sizes)
{
    // ordering=out keeps the order of the graph, so that the same account gives the same picture; the limits keep
    // the time from exploding.
    constexpr size_t large = 1'000;
    QByteArray text = "digraph g {\n"
                      "graph [rankdir=LR, ordering=out, nodesep=0.22, ranksep=1.1, nslimit=2, nslimit1=2, mclimit=";
    text += sizes.size() > large ? "0.1" : "0.5";
    text += "];\n"
            "node [shape=box, fixedsize=true, label=\"\"];\n"
            "edge [dir=none, tailport=e, headport=w];\n";
    for (size_t i = 0; i < sizes.size(); ++i) {
        const double height = sizes[i].height() + (graph.nodes[i].kind == GraphNodeKind::Level ? betweenLevels : 0);
        text += QByteArray::number(qulonglong(i)) + " [width=" + inches(sizes[i].width()) + ", height=" + inches(height) + "];\n";
    }
    for (const GraphEdge &edge : graph.edges) {
        if (edge.kind == GraphEdgeKind::LoopsBack)
            continue; // it is drawn around the levels, wherever they are
        const QByteArray both = QByteArray::number(edge.from) + " -> " + QByteArray::number(edge.to);
        const bool down = graph.nodes[size_t(edge.from)].kind == GraphNodeKind::Level && edge.kind == GraphEdgeKind::Escalates;
        text += down ? "{ rank=same; " + both + " [tailport=_, headport=_]; }\n" : both + ";\n";
    }
    return text + "}\n";
}

QByteArray namedDotText(const EscalationGraph &graph, const QString &title)
{
    QByteArray text = "digraph escalation {\n  graph [rankdir=LR, labelloc=t, label=" + quoted(title) + "];\n  node [shape=box];\n";
    for (int i = 0; i < int(graph.nodes.size()); ++i)
        text += "  " + quoted(graph.nodes[size_t(i)].key) + " [label=" + labelOf(graph, i) + "];\n";
    for (const GraphEdge &edge : graph.edges) {
        text += "  " + quoted(graph.nodes[size_t(edge.from)].key) + " -> " + quoted(graph.nodes[size_t(edge.to)].key);
        if (const QString words = graphEdgeWords(edge); !words.isEmpty())
            text += " [label=" + quoted(words) + "]";
        text += ";\n";
    }
    return text + "}\n";
}

std::optional<GraphGeometry> geometryFromPlain(const QByteArray &plain, const EscalationGraph &graph, const GraphNodeSizes &sizes)
{
    PlainReader reader(graph, sizes);
    qsizetype start = 0;
    while (start < plain.size()) {
        qsizetype end = plain.indexOf('\n', start);
        if (end < 0)
            end = plain.size();
        if (!reader.line(plain.mid(start, end - start)))
            return std::nullopt;
        start = end + 1;
    }
    return reader.geometry();
}

} // namespace pdsi

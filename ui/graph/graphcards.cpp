// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphcards.h"

#include "ui/graph/graphwords.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>

namespace pdsi {

namespace {

constexpr double mostWidth = 15, leastWidth = 5.5; // in lines
constexpr double markGap = 3;
constexpr size_t kinds = 7;

/// Cuts what is too wide and tells how wide the card is.
class CardWriter
{
public:
    explicit CardWriter(const GraphCardMetrics &metrics)
        : m_metrics(metrics), m_bold(boldOf(metrics.font)), m_plain(metrics.font)
        , m_most(mostWidth * metrics.line - metrics.band - 2 * metrics.pad)
    {
    }

    GraphCard write(const EscalationGraph &graph, int index)
    {
        const GraphNode &node = graph.nodes[size_t(index)];
        GraphCard card;
        m_width = 0;
        const QString title = graphTitle(node);
        card.title = cut(m_bold, title, m_most);
        card.searched = (title + QLatin1Char('\n') + node.id).toCaseFolded();
        for (const QString &line : graphLines(graph, index)) {
            card.lines << cut(m_plain, line, m_most);
            card.searched += QLatin1Char('\n') + line.toCaseFolded();
        }
        for (const GraphMark &mark : node.marks) {
            const QString word = graphMarkWord(mark.kind, node.kind);
            card.marks << cut(m_bold, word, m_most - m_metrics.line - markGap);
            m_width = std::max(m_width, m_bold.horizontalAdvance(card.marks.last()) + m_metrics.line + markGap);
            card.searched += QLatin1Char('\n') + word.toCaseFolded();
        }
        return card;
    }

    double width() const { return std::max(leastWidth * m_metrics.line, std::ceil(m_width + m_metrics.band + 2 * m_metrics.pad)); }

private:
    static QFont boldOf(QFont font)
    {
        font.setBold(true);
        return font;
    }
    QString cut(const QFontMetricsF &font, const QString &text, double most)
    {
        const QString fitting = font.elidedText(text, Qt::ElideRight, most);
        m_width = std::max(m_width, font.horizontalAdvance(fitting));
        return fitting;
    }

    const GraphCardMetrics &m_metrics;
    QFontMetricsF m_bold, m_plain;
    double m_most;
    double m_width = 0;
};

double heightOf(const GraphCard &card, const GraphCardMetrics &metrics)
{
    return 2 * metrics.pad + metrics.line * double(1 + card.lines.size()) + (metrics.line + markGap) * double(card.marks.size());
}

} // namespace

GraphCardMetrics::GraphCardMetrics(const QFont &used)
    : font(used)
{
    const QFontMetricsF measured(used);
    line = std::ceil(measured.height());
    ascent = measured.ascent();
    band = line + 6;
    pad = std::round(line * 0.35);
}

QRectF GraphCardMetrics::markRect(const GraphCard &card, const QRectF &node, int mark) const
{
    const double top = node.top() + pad + line * double(1 + card.lines.size()) + (line + markGap) * mark + markGap;
    return {node.left() + band + pad, top, node.width() - band - 2 * pad, line};
}

int GraphContent::nodeOf(const QString &resourceKind, const QString &id) const
{
    for (size_t i = 0; i < graph.nodes.size(); ++i) {
        const GraphNode &node = graph.nodes[i];
        if (isResource(node.kind) && node.id == id && resourceKindOf(node.kind) == resourceKind)
            return int(i);
    }
    return -1;
}

std::shared_ptr<const GraphContent> graphContent(EscalationGraph graph, const QFont &font)
{
    auto content = std::make_shared<GraphContent>();
    content->graph = std::move(graph);
    content->metrics = GraphCardMetrics(font);
    const std::vector<GraphNode> &nodes = content->graph.nodes;
    CardWriter writer(content->metrics);
    // All of a kind are as wide as the widest: columns with straight edges.
    std::array<double, kinds> widths{};
    for (size_t i = 0; i < nodes.size(); ++i) {
        content->cards.push_back(writer.write(content->graph, int(i)));
        double &width = widths.at(size_t(nodes[i].kind));
        width = std::max(width, writer.width());
    }
    for (size_t i = 0; i < nodes.size(); ++i)
        content->sizes.emplace_back(widths.at(size_t(nodes[i].kind)), heightOf(content->cards[i], content->metrics));
    content->leaving.resize(nodes.size());
    content->arriving.resize(nodes.size());
    for (size_t i = 0; i < content->graph.edges.size(); ++i) {
        const GraphEdge &edge = content->graph.edges[i];
        content->edgeWords.push_back(graphEdgeWords(edge));
        content->leaving[size_t(edge.from)].push_back(int(i));
        content->arriving[size_t(edge.to)].push_back(int(i));
    }
    return content;
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphview.h"

#include "ui/graph/graphwords.h"
#include "ui/models/coveragesource.h"

#include <QLineEdit>
#include <QScopedValueRollback>

// How the graph follows what others point at, and tells them what was chosen in it.
namespace pdsi {

void GraphView::followPlace()
{
    if (m_leading || !m_coverage.coverage() || m_selection.place().resourceId.isEmpty() || pointAtPlace())
        return;
    const Place &place = m_selection.place();
    if (const std::optional<GraphScope> scope = scopeAt(place.resourceKind, place.resourceId))
        setScope(scope->kind, scope->id);
}

/// The mark that is this finding, or the node of the resource. False when neither is here.
bool GraphView::pointAtPlace()
{
    const GraphContent *content = m_canvas->content();
    const GraphScope &shown = content ? content->graph.scope : m_scope;
    if (!content || shown.kind != m_scope.kind || shown.id != m_scope.id)
        return false;
    const Place &place = m_selection.place();
    GraphItem item{content->nodeOf(place.resourceKind, place.resourceId), -1};
    for (size_t i = 0; i < content->graph.nodes.size() && place.outcome >= 0; ++i) {
        const std::vector<GraphMark> &marks = content->graph.nodes[i].marks;
        const auto found = std::find_if(marks.begin(), marks.end(), [&](const GraphMark &mark) {
            return mark.controlId == place.controlId && mark.resourceKind == place.resourceKind && mark.resourceId == place.resourceId;
        });
        if (found == marks.end())
            continue;
        item = {int(i), int(found - marks.begin())};
        break;
    }
    if (item.node < 0)
        return false;
    m_canvas->setCurrent(item);
    return true;
}

void GraphView::chosen(const GraphItem &item)
{
    const bool opens = m_scope.kind == GraphScopeKind::Account;
    selectItem(item);
    if (opens)
        open(item.node);
}

/// A mark is its finding; everything else is the resource it stands for.
void GraphView::selectItem(const GraphItem &item)
{
    const QScopedValueRollback leading(m_leading, true);
    const GraphNode &node = m_canvas->content()->graph.nodes[size_t(item.node)];
    if (item.mark >= 0) {
        const GraphMark &mark = node.marks[size_t(item.mark)];
        const auto &assessment = m_selection.audit().assessment;
        for (const qsizetype outcome : m_outcomes.of(mark.resourceKind, mark.resourceId)) {
            if (assessment->outcomes.at(outcome).controlId == mark.controlId)
                return m_selection.selectOutcome(outcome);
        }
        if (!mark.resourceId.isEmpty())
            return m_selection.selectResource(mark.resourceKind, mark.resourceId);
    }
    if (!node.id.isEmpty())
        m_selection.selectResource(resourceKindOf(node.kind), node.id);
}

void GraphView::open(int index)
{
    if (index < 0 || !m_canvas->content() || !m_coverage.coverage())
        return;
    const GraphNode &node = m_canvas->content()->graph.nodes[size_t(index)];
    if (const std::optional<GraphScope> scope = scopeAt(resourceKindOf(node.kind), node.id))
        setScope(scope->kind, scope->id);
}

void GraphView::search()
{
    const GraphContent *content = m_canvas->content();
    const QString wanted = m_search->text().simplified().toCaseFolded();
    std::vector<bool> matches;
    if (content && !wanted.isEmpty()) {
        for (const GraphCard &card : content->cards)
            matches.push_back(card.searched.contains(wanted));
    }
    m_canvas->setMatches(std::move(matches));
}

void GraphView::nextMatch(bool forward)
{
    const std::vector<bool> &matches = m_canvas->scene().matches;
    const int count = int(matches.size()), from = m_canvas->current().node;
    for (int step = 1; step <= count; ++step) {
        const int start = from < 0 ? (forward ? -1 : 0) : from;
        const int node = ((forward ? start + step : start - step) % count + count) % count;
        if (matches[size_t(node)])
            return m_canvas->setCurrent({node, -1});
    }
}

/// From finding to finding, in the order of the nodes.
void GraphView::nextMark(bool forward)
{
    if (m_canvas->count() == 0)
        return;
    std::vector<GraphItem> all;
    const std::vector<GraphNode> &nodes = m_canvas->content()->graph.nodes;
    for (size_t i = 0; i < nodes.size(); ++i) {
        for (size_t mark = 0; mark < nodes[i].marks.size(); ++mark)
            all.push_back({int(i), int(mark)});
    }
    if (all.empty())
        return;
    const GraphItem from = m_canvas->current();
    const auto order = [](const GraphItem &item) { return std::pair(item.node, item.mark); };
    const auto later = std::find_if(all.begin(), all.end(), [&](const GraphItem &item) {
        return forward ? order(item) > order(from) : order(item) >= order(from);
    });
    const GraphItem to = forward ? (later == all.end() ? all.front() : *later) : (later == all.begin() ? all.back() : *(later - 1));
    m_canvas->setCurrent(to);
    selectItem(to);
}

} // namespace pdsi

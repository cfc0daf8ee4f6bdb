// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphwords.h"

#include "core/report/plaintext.h"
#include "ui/models/coveragewords.h"
#include "ui/models/translate.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace pdsi {

namespace {

int levelsOf(const EscalationGraph &graph, int policy)
{
    const QString &id = graph.nodes[size_t(policy)].id;
    return int(std::count_if(graph.nodes.begin(), graph.nodes.end(), [&](const GraphNode &node) {
        return node.kind == GraphNodeKind::Level && node.id == id;
    }));
}

qsizetype targetsOf(const EscalationGraph &graph, int level)
{
    return std::count_if(graph.edges.begin(), graph.edges.end(), [level](const GraphEdge &edge) {
        return edge.from == level && edge.kind == GraphEdgeKind::Targets;
    });
}

QString shortInstant(Instant instant)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(instant, Qt::UTC), QStringLiteral("ddd d MMM HH:mm"));
}

QString policyLine(const EscalationGraph &graph, int node)
{
    QStringList facts;
    if (const int levels = levelsOf(graph, node); levels > 0)
        facts << (levels == 1 ? tr("1 level") : tr("%1 levels").arg(levels));
    if (const int loops = graph.nodes[size_t(node)].loops; loops > 0)
        facts << (loops == 1 ? tr("repeats once") : tr("repeats %1 times").arg(loops));
    return facts.join(QStringLiteral(", "));
}

void addScheduleLines(QStringList &lines, const GraphNode &node)
{
    QStringList names;
    for (const QString &name : node.onCallNames)
        names << plainText(name);
    if (!names.isEmpty())
        lines << tr("On call: %1").arg(listWords(names, 2));
    if (node.nextAt && !node.nextName.isEmpty())
        lines << tr("Next: %1").arg(plainText(node.nextName)) << tr("from %1 UTC").arg(shortInstant(*node.nextAt));
}

QString graphEdgeSentence(const EscalationGraph &graph, const GraphEdge &edge)
{
    const QString after = edge.minutes < 0 ? QString() : afterWords(qint64(edge.minutes) * 60);
    switch (edge.kind) {
    case GraphEdgeKind::DependsOn: return tr("Cannot work without it.");
    case GraphEdgeKind::UsesPolicy: return tr("Its alerts take this escalation policy.");
    case GraphEdgeKind::Escalates:
        if (edge.minutes <= 0 || graph.nodes[size_t(edge.from)].kind != GraphNodeKind::Level)
            return tr("Asked at once when an incident begins.");
        return tr("Asked %1, when nobody has acknowledged.").arg(after);
    case GraphEdgeKind::Targets: return tr("Asked when the alert comes this far.");
    case GraphEdgeKind::OnCallNow: return tr("On call at this time.");
    case GraphEdgeKind::OnCallNext: return edge.begins ? tr("Next on call, from %1.").arg(graphInstant(*edge.begins)) : tr("Next on call.");
    case GraphEdgeKind::PagedBy: return after.isEmpty() ? tr("A way to reach this person.") : tr("Used for pages %1.").arg(after);
    case GraphEdgeKind::LoopsBack: break;
    }
    const QString often = edge.count == 1 ? tr("once") : tr("%1 times").arg(edge.count);
    return after.isEmpty() ? tr("Begins again, %1, when nobody has acknowledged.").arg(often)
                           : tr("Begins again, %1, each time %2 when nobody has acknowledged.").arg(often, after);
}

/// What the edges to a node say beyond that they are there: the keyboard and those who listen learn it here.
QStringList arrivingLines(const EscalationGraph &graph, int node)
{
    QStringList lines;
    for (const GraphEdge &edge : graph.edges) {
        const bool says = edge.minutes >= 0 || edge.begins || edge.kind == GraphEdgeKind::LoopsBack;
        if (edge.to == node && says)
            lines << tr("From %1: %2").arg(graphTitle(graph.nodes[size_t(edge.from)]), graphEdgeSentence(graph, edge));
    }
    constexpr qsizetype most = 4; // the rest is found by walking
    return lines.mid(0, most);
}

} // namespace

QString graphInstant(Instant instant)
{
    return tr("%1 UTC").arg(QDateTime::fromSecsSinceEpoch(instant, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm")));
}

QString resourceKindOf(GraphNodeKind kind)
{
    switch (kind) {
    case GraphNodeKind::BusinessService: return QStringLiteral("business_service");
    case GraphNodeKind::Service: return QStringLiteral("service");
    case GraphNodeKind::Policy:
    case GraphNodeKind::Level: return QStringLiteral("escalation_policy");
    case GraphNodeKind::Schedule: return QStringLiteral("schedule");
    case GraphNodeKind::Person:
    case GraphNodeKind::ContactMethod: break;
    }
    return QStringLiteral("user");
}

bool isResource(GraphNodeKind kind) { return kind != GraphNodeKind::Level && kind != GraphNodeKind::ContactMethod; }

QString graphKindWord(GraphNodeKind kind)
{
    switch (kind) {
    case GraphNodeKind::BusinessService: return tr("Business service");
    case GraphNodeKind::Service: return tr("Service");
    case GraphNodeKind::Policy: return tr("Escalation policy");
    case GraphNodeKind::Level: return tr("Level");
    case GraphNodeKind::Schedule: return tr("Schedule");
    case GraphNodeKind::Person: return tr("Person");
    case GraphNodeKind::ContactMethod: break;
    }
    return tr("Contact method");
}

QString graphTitle(const GraphNode &node)
{
    if (node.kind == GraphNodeKind::Level)
        return tr("Level %1").arg(node.level + 1);
    if (node.kind == GraphNodeKind::ContactMethod)
        return contactMethodWord(node.contactType);
    const QString name = plainText(node.name);
    return name.isEmpty() ? plainText(node.id) : name;
}

QStringList graphLines(const EscalationGraph &graph, int index)
{
    const GraphNode &node = graph.nodes[size_t(index)];
    QStringList lines;
    const bool named = isResource(node.kind);
    if (named)
        lines << graphKindWord(node.kind);
    if (node.changed)
        lines << (node.kind == GraphNodeKind::Person ? tr("What if: away") : tr("What if: removed"));
    if (node.disabled)
        lines << tr("Disabled: pages nobody");
    if (node.kind == GraphNodeKind::Policy) {
        if (const QString facts = policyLine(graph, index); !facts.isEmpty())
            lines << facts;
    } else if (node.kind == GraphNodeKind::Level) {
        if (node.roundRobin)
            lines << tr("One at a time, in turn");
        else if (targetsOf(graph, index) > 1)
            lines << tr("Everybody at once");
    } else if (node.kind == GraphNodeKind::Schedule) {
        addScheduleLines(lines, node);
    } else if (node.kind == GraphNodeKind::Person && node.onCallNow) {
        lines << tr("On call");
    }
    return lines;
}

QString graphMarkWord(GraphMarkKind kind, GraphNodeKind node)
{
    if (kind == GraphMarkKind::Unreachable && node == GraphNodeKind::ContactMethod)
        return tr("Cannot be used");
    switch (kind) {
    case GraphMarkKind::MissingPolicy: return tr("No policy");
    case GraphMarkKind::SingleLevel: return tr("Never escalates");
    case GraphMarkKind::SamePersonEveryLevel: return tr("Only one person");
    case GraphMarkKind::NobodyNow: return tr("Nobody on any level");
    case GraphMarkKind::LevelSkipped: return tr("Skipped: nobody");
    case GraphMarkKind::EmptySchedule: return tr("Nobody on call");
    case GraphMarkKind::DeadEnd: return tr("Dead end");
    case GraphMarkKind::Unreachable: return tr("Cannot be paged");
    case GraphMarkKind::NotReadable: break;
    }
    return tr("Could not be read");
}

QString graphMarkSentence(GraphMarkKind kind, GraphNodeKind node)
{
    if (kind == GraphMarkKind::Unreachable && node == GraphNodeKind::ContactMethod)
        return tr("The contact method is blocked or incomplete: nobody is paged by it.");
    switch (kind) {
    case GraphMarkKind::MissingPolicy: return tr("The service has no escalation policy that could be found.");
    case GraphMarkKind::SingleLevel: return tr("No second level reaches anybody else: when the first does not answer, nobody is asked.");
    case GraphMarkKind::SamePersonEveryLevel: return tr("The same person is on every level: escalating asks nobody new.");
    case GraphMarkKind::NobodyNow: return tr("No level has anybody on call at this time: PagerDuty creates no incident.");
    case GraphMarkKind::LevelSkipped: return tr("The level has nobody on call at this time and is passed over.");
    case GraphMarkKind::EmptySchedule: return tr("Nobody is on call on the schedule at this time.");
    case GraphMarkKind::DeadEnd: return tr("The target was deleted or cannot be found: nobody is paged there.");
    case GraphMarkKind::Unreachable: return tr("Nothing set up for this person pages at high urgency.");
    case GraphMarkKind::NotReadable: break;
    }
    return tr("This could not be read: it is neither right nor wrong.");
}

QString graphEdgeWords(const GraphEdge &edge)
{
    switch (edge.kind) {
    case GraphEdgeKind::DependsOn: return tr("depends on");
    case GraphEdgeKind::Escalates:
    case GraphEdgeKind::PagedBy: return edge.minutes < 0 ? QString() : afterWords(qint64(edge.minutes) * 60);
    case GraphEdgeKind::OnCallNow: return tr("on call");
    case GraphEdgeKind::OnCallNext: return tr("next");
    case GraphEdgeKind::LoopsBack: return edge.count == 1 ? tr("repeats once") : tr("repeats %1 times").arg(edge.count);
    case GraphEdgeKind::UsesPolicy:
    case GraphEdgeKind::Targets: break;
    }
    return {};
}

QStringList graphEdgeTip(const EscalationGraph &graph, int index)
{
    const GraphEdge &edge = graph.edges[size_t(index)];
    const QString ends = tr("%1 \u2192 %2").arg(graphTitle(graph.nodes[size_t(edge.from)]), graphTitle(graph.nodes[size_t(edge.to)]));
    return {ends, graphEdgeSentence(graph, edge)};
}

QString spokenGraphNode(const EscalationGraph &graph, int index)
{
    const GraphNode &node = graph.nodes[size_t(index)];
    QStringList facts = graphLines(graph, index);
    QString name = graphTitle(node);
    if (isResource(node.kind)) {
        facts.removeFirst(); // the kind is said first
        name = graphKindWord(node.kind) + QLatin1Char(' ') + name;
    } else if (node.kind == GraphNodeKind::ContactMethod) {
        name = graphKindWord(node.kind) + QLatin1Char(' ') + name;
    }
    facts.prepend(name);
    QString spoken = facts.join(QStringLiteral(", "));
    for (const GraphMark &mark : node.marks)
        spoken += QStringLiteral(". ") + graphMarkWord(mark.kind, node.kind) + QStringLiteral(": ") + graphMarkSentence(mark.kind, node.kind).chopped(1);
    for (const QString &line : arrivingLines(graph, index))
        spoken += QStringLiteral(". ") + line.chopped(1);
    return spoken;
}

QStringList graphTip(const EscalationGraph &graph, int index)
{
    const GraphNode &node = graph.nodes[size_t(index)];
    QStringList lines{graphTitle(node)};
    lines += graphLines(graph, index);
    if (!node.id.isEmpty() && isResource(node.kind))
        lines << tr("Id %1").arg(plainText(node.id));
    for (const GraphMark &mark : node.marks)
        lines << graphMarkWord(mark.kind, node.kind) + QStringLiteral(": ") + graphMarkSentence(mark.kind, node.kind);
    return lines + arrivingLines(graph, index);
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/escalationwords.h"

#include "core/report/plaintext.h"

namespace pdsi {

namespace {

constexpr qsizetype mostEscalationNames = 6;

QString escalationNames(const QStringList &names)
{
    if (names.size() <= mostEscalationNames)
        return names.join(QLatin1String(", "));
    return QStringLiteral("%1 and %2 more")
        .arg(names.mid(0, mostEscalationNames - 1).join(QLatin1String(", ")), QString::number(names.size() - mostEscalationNames + 1));
}

QString escalationMinutes(int minutes)
{
    return minutes == 1 ? QStringLiteral("1 minute") : QStringLiteral("%1 minutes").arg(minutes);
}

/// Tells a graph from its nodes and edges.
class EscalationTeller
{
public:
    explicit EscalationTeller(const EscalationGraph &graph) : m_graph(graph) { }

    QString tell() const
    {
        QStringList sentences;
        for (size_t i = 0; i < m_graph.nodes.size(); ++i) {
            const GraphNode &node = m_graph.nodes[i];
            if (node.kind == GraphNodeKind::Policy)
                sentences.append(policySentence(static_cast<int>(i)));
            else if (node.kind == GraphNodeKind::Level)
                sentences.append(levelSentence(static_cast<int>(i)));
        }
        for (const GraphEdge &edge : m_graph.edges) {
            if (edge.kind == GraphEdgeKind::LoopsBack)
                sentences.append(QStringLiteral("Then it starts again at level 1, %1.")
                                     .arg(edge.count == 1 ? QStringLiteral("once") : QStringLiteral("%1 times").arg(edge.count)));
        }
        for (const GraphNode &node : m_graph.nodes) {
            if (node.kind == GraphNodeKind::Service && !node.marks.empty())
                sentences.append(QStringLiteral("Service %1: %2.").arg(plainText(node.name), marksOf(node)));
        }
        return sentences.join(QLatin1Char(' '));
    }

private:
    const GraphNode &node(int index) const { return m_graph.nodes[static_cast<size_t>(index)]; }

    static QString marksOf(const GraphNode &node)
    {
        QStringList words;
        for (const GraphMark &mark : node.marks)
            words.append(graphMarkWords(mark.kind));
        return words.join(QLatin1String(", "));
    }
    static QString withMarks(const GraphNode &node)
    {
        const QString name = plainText(node.name);
        return node.marks.empty() ? name : QStringLiteral("%1 (%2)").arg(name, marksOf(node));
    }
    QString policySentence(int index) const
    {
        QStringList services;
        for (const GraphEdge &edge : m_graph.edges) {
            if (edge.kind == GraphEdgeKind::UsesPolicy && edge.to == index)
                services.append(plainText(node(edge.from).name));
        }
        const QString used = services.isEmpty() ? QStringLiteral("No service shown uses it")
                                                : QStringLiteral("Used by %1").arg(escalationNames(services));
        return QStringLiteral("Escalation policy %1. %2.").arg(withMarks(node(index)), used);
    }
    QString levelSentence(int index) const
    {
        const GraphNode &level = node(index);
        QStringList targets;
        int minutes = 0;
        for (const GraphEdge &edge : m_graph.edges) {
            if (edge.kind == GraphEdgeKind::Targets && edge.from == index)
                targets.append(targetWords(edge.to));
            if (edge.kind == GraphEdgeKind::Escalates && edge.to == index)
                minutes = edge.minutes;
        }
        const QString when = level.level == 0 ? QStringLiteral("at once")
                                              : QStringLiteral("%1 later").arg(escalationMinutes(minutes));
        const QString marks = level.marks.empty() ? QString() : QStringLiteral(" (%1)").arg(marksOf(level));
        const QString turn = level.roundRobin ? QStringLiteral(", one of them in turn") : QString();
        return QStringLiteral("Level %1, %2%3: %4%5.")
            .arg(QString::number(level.level + 1), when, marks,
                 targets.isEmpty() ? QStringLiteral("no target") : targets.join(QLatin1String("; ")), turn);
    }
    QString targetWords(int index) const
    {
        const GraphNode &target = node(index);
        if (target.kind != GraphNodeKind::Schedule)
            return withMarks(target);
        QStringList parts{QStringLiteral("schedule %1").arg(withMarks(target))};
        QStringList names;
        for (const QString &name : target.onCallNames)
            names.append(plainText(name));
        if (!names.isEmpty())
            parts.append(QStringLiteral("on call %1").arg(escalationNames(names)));
        if (target.nextAt)
            parts.append(QStringLiteral("then %1 from %2").arg(plainText(target.nextName), formatInstant(*target.nextAt)));
        return parts.join(QLatin1String(", "));
    }

    const EscalationGraph &m_graph;
};

} // namespace

QString graphMarkWords(GraphMarkKind kind)
{
    switch (kind) {
    case GraphMarkKind::MissingPolicy: return QStringLiteral("no escalation policy");
    case GraphMarkKind::SingleLevel: return QStringLiteral("never escalates");
    case GraphMarkKind::SamePersonEveryLevel: return QStringLiteral("only one person");
    case GraphMarkKind::NobodyNow: return QStringLiteral("nobody on call");
    case GraphMarkKind::LevelSkipped: return QStringLiteral("skipped: nobody");
    case GraphMarkKind::EmptySchedule: return QStringLiteral("nobody on call");
    case GraphMarkKind::DeadEnd: return QStringLiteral("does not exist");
    case GraphMarkKind::Unreachable: return QStringLiteral("cannot be paged");
    case GraphMarkKind::NotReadable: return QStringLiteral("not readable");
    }
    return {};
}

FigureRole graphMarkRole(GraphMarkKind kind)
{
    switch (kind) {
    case GraphMarkKind::NobodyNow:
    case GraphMarkKind::EmptySchedule: return FigureRole::Nobody;
    case GraphMarkKind::LevelSkipped: return FigureRole::CaughtByLevel;
    case GraphMarkKind::NotReadable: return FigureRole::Unknown;
    case GraphMarkKind::MissingPolicy:
    case GraphMarkKind::SingleLevel:
    case GraphMarkKind::SamePersonEveryLevel:
    case GraphMarkKind::DeadEnd:
    case GraphMarkKind::Unreachable: break;
    }
    return FigureRole::Fail;
}

QString contactMethodWords(const QString &contactType)
{
    if (contactType == QLatin1String("phone_contact_method"))
        return QStringLiteral("phone");
    if (contactType == QLatin1String("sms_contact_method"))
        return QStringLiteral("SMS");
    if (contactType == QLatin1String("email_contact_method"))
        return QStringLiteral("e-mail");
    if (contactType == QLatin1String("whatsapp_contact_method"))
        return QStringLiteral("WhatsApp");
    if (contactType == QLatin1String("push_notification_contact_method"))
        return QStringLiteral("push");
    return plainText(contactType);
}

QString escalationWords(const EscalationGraph &graph) { return EscalationTeller(graph).tell(); }

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"
#include "core/snapshot/inventory.h"

#include <vector>

/// Where an alert goes, as a graph: services, policies, levels, schedules, people, contact methods, at one instant.
/// Text comes from the account and is hostile: escape it wherever it is shown.
namespace pdsi {

enum class GraphNodeKind : quint8 { BusinessService, Service, Policy, Level, Schedule, Person, ContactMethod };

/// What is wrong with a node. Each kind is the subject of one control; see GraphMark.
enum class GraphMarkKind : quint8 {
    MissingPolicy,       ///< the service has no policy that could be read
    SingleLevel,         ///< the policy never escalates
    SamePersonEveryLevel,
    NobodyNow,           ///< no level of the policy has anybody at the instant: no incident is created
    LevelSkipped,        ///< the level has nobody at the instant
    EmptySchedule,       ///< nobody is on call there at the instant
    DeadEnd,             ///< the target was deleted or cannot be found
    Unreachable,         ///< the person has no way to be paged
    NotReadable,         ///< might be there, could not be read: neither right nor wrong
};

struct GraphMark {
    GraphMarkKind kind = GraphMarkKind::MissingPolicy;
    int controlId = 0;          ///< whose finding it is; 0 = no control speaks about it
    QString resourceKind;       ///< the finding's resource: PagerDuty's type string
    QString resourceId;
    bool operator==(const GraphMark &) const = default;
};

struct GraphNode {
    QString key;                ///< unique and the same in every graph of the account, e.g. "level:PABC/2"
    GraphNodeKind kind = GraphNodeKind::Service;
    QString id;                 ///< the resource's id; of a level its policy's, of a contact method its person's
    QString name;               ///< account text; empty for levels and contact methods
    int level = -1;             ///< Level: index
    bool roundRobin = false;    ///< Level
    int loops = 0;              ///< Policy: repeats after the first pass
    QString contactType;        ///< ContactMethod: e.g. "phone_contact_method"
    bool onCallNow = false;     ///< Person: at the instant, on something that is shown
    bool disabled = false;      ///< Service
    bool changed = false;       ///< away or removed in the what-if
    QStringList onCallNames;    ///< Schedule: at the instant; then `nextName` from `nextAt`
    QString nextName;
    std::optional<Instant> nextAt;
    std::vector<GraphMark> marks; ///< worst first, one of each kind
    bool operator==(const GraphNode &) const = default;
};

/// LoopsBack goes from the last level to the first. Targets also connects a schedule to the person of a Person scope
/// who takes part in it, but has no turn now or later in the window.
enum class GraphEdgeKind : quint8 { DependsOn, UsesPolicy, Escalates, Targets, OnCallNow, OnCallNext, PagedBy, LoopsBack };

struct GraphEdge {
    int from = -1, to = -1;     ///< indexes of nodes
    GraphEdgeKind kind = GraphEdgeKind::UsesPolicy;
    int minutes = -1;           ///< Escalates, LoopsBack: delay before `to`; PagedBy: of the notification rule; -1 = none
    int count = 0;              ///< LoopsBack: how often
    std::optional<Instant> begins; ///< OnCallNext: when
    bool operator==(const GraphEdge &) const = default;
};

enum class GraphScopeKind : quint8 { Policy, Service, Person, Team, Account };
struct GraphScope {
    GraphScopeKind kind = GraphScopeKind::Account;
    QString id;                 ///< of the policy, service, person or team
    bool businessServices = false; ///< also what depends on the services
    bool contactMethods = true;    ///< of the people; never in Account
    bool operator==(const GraphScope &) const = default;
};

struct EscalationGraph {
    GraphScope scope;
    Instant at = 0;
    std::vector<GraphNode> nodes; ///< by kind, then by name and id: the same account gives the same order
    std::vector<GraphEdge> edges; ///< by from, to, kind

    int indexOf(const QString &key) const; ///< -1 when absent
    bool operator==(const EscalationGraph &) const = default;
};

/// Pure. `coverage` must be computed from `inventory`; its what-if shows. An unknown id gives an empty graph.
/// Policy, Service: the policy with all that leads there and all that it leads to. Person: only what leads to that
/// person, of each policy up to the last such level; its OnCallNext is the person's own next turn. Team: the team's
/// services and policies, and the others these are connected to. Account: services, policies and schedules only, one
/// edge from a policy to each of its schedules.
EscalationGraph escalationGraph(const Inventory &inventory, const AccountCoverage &coverage, const GraphScope &scope, Instant at);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameters.h"
#include "core/base/requestrecord.h"
#include "core/collector/apirequest.h"
#include "core/collector/answerreader.h"

#include <QJsonObject>
#include <QList>
#include <QSet>

#include <array>
#include <functional>
#include <map>
#include <set>

namespace pdsi {

/// What the plan learns from a final answer.
struct PlanAnswer {
    ReadAnswer read;
    int requestId = 0;  ///< in the request log
};

/// What a reader wants done next.
struct PlanOutput {
    QList<ApiRequest> requests;
    QList<int> superseded;   ///< ids of requests whose pages a later reading replaces
    bool withdraw = false;   ///< take back what this reader has not sent yet
};

/// What one reader finds and another needs. Ordered containers: the same answers give the same requests.
struct PlanFacts {
    Parameters parameters;
    Instant asOf = 0;

    std::set<QString> teams;
    std::set<QString> privilegedUsers;         ///< owners and admins
    std::set<QString> usersLackingMethods, usersLackingRules;
    bool usersLackTeams = false;
    std::map<QString, bool> services;          ///< id -> active
    std::set<std::pair<QString, QString>> integrationsToRead; ///< service id, integration id
    bool servicesLackIntegrations = false;     ///< no field at all: there is nothing to ask by id
    std::set<QString> vendors;
    std::set<QString> businessServices;
    std::set<QString> servicesInDependencies;
    std::set<QString> servicesWithChangeEvents;
    std::set<std::pair<QString, int>> schedulesToRead; ///< id, window index: the list did not render them
    std::set<QString> shiftSchedules;

    std::map<ResourceClass, ResourceClassState> finished;
    bool isFinished(ResourceClass c) const { return finished.count(c) != 0; }
    CollectionState stateOf(ResourceClass c) const { return finished.at(c).state; }
};

using RowFn = std::function<void(const QJsonObject &row)>;

/// Asks for one class of resources (or a part of it) and keeps its state. Pure: what it asks depends on the
/// facts and on the answers alone.
class PlanReader
{
public:
    explicit PlanReader(ResourceClass c) { m_state.resourceClass = c; }
    virtual ~PlanReader() = default;

    /// False while it waits for another reader; then start() has not been called.
    virtual bool ready() const { return true; }
    virtual void start(PlanOutput &out) = 0;
    virtual void answered(const ApiRequest &request, const PlanAnswer &answer, PlanOutput &out) = 0;
    /// Everything asked so far is answered: ask more, or nothing to be finished.
    virtual void settled(PlanOutput &) {}
    /// Another reader finished or a fact was added while this one is at work.
    virtual void factsChanged(PlanOutput &) {}
    /// True while nothing is asked, but something will be once another reader is through.
    virtual bool waiting() const { return false; }
    virtual ResourceClassState state() const = 0;
    /// False when another reader of the same class does the work.
    virtual bool concerned() const { return true; }
    ResourceClass resourceClass() const { return m_state.resourceClass; }

protected:
    ResourceClassState m_state;
};

/// The rows of an answered page, unreadable ones left out. Not for lists of plain strings.
void forEachRow(const ApiRequest &request, const ReadAnswer &answer, const RowFn &fn);
/// How many rows the page has, readable or not.
qsizetype rowCount(const ApiRequest &request, const ReadAnswer &answer);
/// What tells two rows of a list apart: the id, or the whole row where there is none.
QString rowKey(const QJsonValue &row);
/// Keys of all rows of the page, in order.
QStringList rowKeys(const ApiRequest &request, const ReadAnswer &answer);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// export-coverage FIRST LAST: one JSON document a line and a seed: a random account as the engine sees it, and what the
// engine makes of it. coverage_oracle.py works the same out by other means and compares.
#include "core/coverage/gaplist.h"
#include "core/coverage/pagingpath.h"
#include "core/coverage/schedulerecomputation.h"
#include "tests/oracle/randomcoverage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <cstdlib>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

constexpr int pathsPerService = 6;

QJsonValue number(const std::optional<qint64> &value) { return value ? QJsonValue(*value) : QJsonValue(); }
QJsonValue text(const QString &value) { return value.isEmpty() ? QJsonValue() : QJsonValue(value); }
QJsonValue flag(const std::optional<bool> &value) { return value ? QJsonValue(*value) : QJsonValue(); }
QJsonArray pair(Interval interval) { return {interval.start, interval.end}; }

template<typename Rows, typename ToJson>
QJsonArray array(const Rows &rows, ToJson toJson)
{
    QJsonArray result;
    for (const auto &row : rows)
        result.append(toJson(row));
    return result;
}

QJsonArray intervals(const IntervalSet &set) { return array(set.intervals(), pair); }

QJsonArray numbers(const std::vector<int> &values) { return array(values, [](int value) { return QJsonValue(value); }); }

QJsonArray recurring(const std::vector<RecurringTime> &times)
{
    return array(times, [](const RecurringTime &time) {
        return QJsonArray{time.dayOfWeek, time.startSecond, time.durationSeconds};
    });
}

QJsonArray entries(const std::vector<ScheduleEntry> &rows)
{
    return array(rows, [](const ScheduleEntry &entry) {
        return QJsonArray{entry.start, entry.end, text(entry.userId), entry.userDeleted};
    });
}

// ---- what went in ----

QJsonObject layerJson(const ScheduleLayer &layer)
{
    return {{u"start"_s, number(layer.start)},
            {u"end"_s, number(layer.end)},
            {u"virtual"_s, number(layer.virtualStart)},
            {u"turn"_s, number(layer.turnSeconds)},
            {u"users"_s, array(layer.users, [](const Reference &user) { return QJsonValue(user.id); })},
            {u"restrictions"_s, recurring(*layer.restrictions)}};
}

QJsonObject scheduleJson(const Schedule &schedule, const CoverageOptions &options)
{
    return {{u"id"_s, schedule.id},
            {u"zone"_s, schedule.timeZone},
            {u"shiftBased"_s, schedule.generation == ScheduleGeneration::ShiftBased},
            {u"layers"_s, schedule.generation == ScheduleGeneration::ShiftBased ? QJsonArray()
                                                                                : array(schedule.layers, layerJson)},
            {u"hasLayers"_s, !schedule.layers.empty()},
            {u"overrides"_s, entries(schedule.overrides.value_or(std::vector<ScheduleEntry>()))},
            {u"final"_s, entries(*schedule.finalEntries)},
            {u"rendered"_s, pair({schedule.renderedFrom, schedule.renderedUntil})},
            {u"offHours"_s, recurring(options.offHours.value(schedule.id))}};
}

QJsonObject userJson(const User &user)
{
    const auto method = [](const ContactMethod &row) {
        return QJsonArray{row.id, row.type, flag(row.enabled), flag(row.blacklisted)};
    };
    const auto rule = [](const NotificationRule &row) {
        return QJsonArray{row.urgency, row.startDelayMinutes, row.contactMethodId};
    };
    return {{u"id"_s, user.id},
            {u"methods"_s, array(*user.contactMethods, method)},
            {u"rules"_s, user.notificationRules ? QJsonValue(array(*user.notificationRules, rule)) : QJsonValue()}};
}

QJsonObject policyJson(const EscalationPolicy &policy)
{
    const auto target = [](const Reference &row) { return QJsonArray{row.type, row.id}; };
    const auto rule = [&](const EscalationRule &row) {
        return QJsonObject{{u"delay"_s, row.delayMinutes}, {u"roundRobin"_s, row.roundRobin},
                           {u"targets"_s, array(row.targets, target)}};
    };
    return {{u"id"_s, policy.id}, {u"loops"_s, policy.numLoops}, {u"rules"_s, array(policy.rules, rule)}};
}

QJsonObject serviceJson(const Service &service)
{
    const UrgencyRule &rule = service.urgencyRule;
    QJsonValue hours;
    if (service.supportHours) {
        const SupportHours &row = *service.supportHours;
        hours = QJsonArray{row.timeZone, array(row.daysOfWeek, [](int day) { return QJsonValue(day); }), row.startSecond,
                           row.endSecond};
    }
    return {{u"id"_s, service.id},
            {u"policy"_s, service.escalationPolicy ? QJsonValue(service.escalationPolicy->id) : QJsonValue()},
            {u"disabled"_s, !service.isActive()},
            {u"urgency"_s, QJsonArray{rule.type, rule.urgency, rule.duringUrgency, rule.outsideUrgency}},
            {u"supportHours"_s, hours}};
}

QJsonObject inputJson(const RandomCoverage &made)
{
    const Inventory &in = *made.inventory;
    const auto maintenance = [](const MaintenanceWindow &row) {
        return QJsonArray{number(row.start), number(row.end), QJsonArray::fromStringList(row.serviceIds)};
    };
    const bool schedulesComplete = in.isComplete(ResourceClass::Schedules) && in.isComplete(ResourceClass::SchedulesV3);
    return {{u"window"_s, pair(made.options.window)},
            {u"minGap"_s, made.options.minGapSeconds},
            {u"complete"_s, QJsonObject{{u"users"_s, in.isComplete(ResourceClass::Users)},
                                        {u"policies"_s, in.isComplete(ResourceClass::EscalationPolicies)},
                                        {u"schedules"_s, schedulesComplete}}},
            {u"users"_s, array(in.users, userJson)},
            {u"schedules"_s, array(in.schedules, [&](const Schedule &row) { return scheduleJson(row, made.options); })},
            {u"policies"_s, array(in.policies, policyJson)},
            {u"services"_s, array(in.services, serviceJson)},
            {u"maintenance"_s, array(in.maintenanceWindows, maintenance)}};
}

// ---- what came out ----

QString kindName(GapKind kind)
{
    static const QStringList names{u"nobody"_s, u"caught"_s, u"unknown"_s, u"offHours"_s, u"maintenance"_s, u"disabled"_s};
    return names.at(static_cast<int>(kind));
}

QJsonArray gapsJson(const std::vector<CoverageGap> &gaps)
{
    return array(gaps, [](const CoverageGap &gap) {
        return QJsonArray{gap.start, gap.end, kindName(gap.kind), gap.level, gap.counted};
    });
}

QJsonObject recomputedJson(const Schedule &schedule, Interval window)
{
    const RecomputedSchedule result = recompute(schedule, window);
    const auto entry = [](const RecomputedEntry &row) {
        return QJsonArray{row.start, row.end, text(row.userId), row.layer};
    };
    const auto difference = [](const RenderingDifference &row) {
        return QJsonArray{row.start, row.end, text(row.renderedUserId), text(row.recomputedUserId)};
    };
    static const QStringList reasons{u"shiftBased"_s, u"layers"_s, u"overrides"_s, u"rendered"_s, u"zone"_s, u"layer"_s,
                                     u"overlap"_s};
    return {{u"not"_s, result.notRecomputed ? QJsonValue(reasons.at(static_cast<int>(*result.notRecomputed))) : QJsonValue()},
            {u"entries"_s, array(result.entries, entry)},
            {u"differences"_s, array(result.differences, difference)},
            {u"firstWins"_s, result.order == LayerOrder::FirstWins}};
}

QJsonObject personStepJson(const AccountCoverage &coverage, const PagedPerson &person)
{
    const auto step = [](const NotificationStep &row) {
        return QJsonArray{row.delayMinutes, row.methodType, row.usable, row.direct, row.fires};
    };
    return {{u"id"_s, coverage.people[size_t(person.person)].id},
            {u"live"_s, person.liveness == Liveness::Live},
            {u"rulesKnown"_s, person.rulesKnown},
            {u"steps"_s, array(person.steps, step)}};
}

QJsonObject pathJson(const AccountCoverage &coverage, const PagingPath &path)
{
    static const QStringList ends{u"stays"_s,    u"lowUrgency"_s, u"nobody"_s, u"maintenance"_s,
                                  u"disabled"_s, u"noPolicy"_s,   u"unknown"_s};
    static const QStringList urgencies{u"high"_s, u"low"_s, u"bySeverity"_s, u"notKnown"_s};
    const auto step = [&](const PagingStep &row) {
        return QJsonObject{{u"at"_s, QJsonArray{row.pass, row.level, row.afterSeconds}},
                           {u"skipped"_s, row.skipped},
                           {u"unknown"_s, row.unknown},
                           {u"people"_s, array(row.people, [&](const PagedPerson &person) {
                                return personStepJson(coverage, person);
                            })}};
    };
    return {{u"service"_s, coverage.services[size_t(path.service)].id},
            {u"at"_s, path.at},
            {u"end"_s, ends.at(static_cast<int>(path.end))},
            {u"urgency"_s, urgencies.at(static_cast<int>(path.urgency))},
            {u"certain"_s, path.certain},
            {u"notice"_s, number(path.firstNoticeSeconds)},
            {u"human"_s, number(path.firstHumanSeconds)},
            {u"steps"_s, array(path.steps, step)}};
}

QJsonObject worstJson(const WorstCase &worst)
{
    return {{u"longest"_s, number(worst.longestSeconds)},
            {u"when"_s, pair(worst.longestWhen)},
            {u"nobody"_s, intervals(worst.nobody)},
            {u"unknown"_s, intervals(worst.unknown)},
            {u"notPaging"_s, intervals(worst.notPaging)}};
}

QJsonObject personJson(const CoveredPerson &person)
{
    const auto overlap = [](const PersonOverlap &row) {
        return QJsonArray{row.start, row.end, row.scheduleA, row.scheduleB};
    };
    const auto sole = [](const SoleCover &row) { return QJsonArray{row.policy, row.seconds, row.first}; };
    return {{u"id"_s, person.id},
            {u"load"_s, person.loadSeconds},
            {u"scheduled"_s, person.scheduledSeconds},
            {u"shifts"_s, person.shifts},
            {u"overlaps"_s, array(person.overlaps, overlap)},
            {u"sole"_s, array(person.soleCover, sole)},
            {u"atRisk"_s, numbers(person.servicesAtRisk)}};
}

QJsonArray pathsJson(const RandomCoverage &made, const AccountCoverage &coverage, quint64 seed)
{
    Prng prng(seed ^ 0x9a5eULL);
    const Interval window = made.options.window;
    QJsonArray paths;
    for (const CoveredService &service : coverage.services) {
        for (int i = 0; i < pathsPerService; ++i) {
            const Instant at = window.start + prng.below(int(window.seconds()));
            paths.append(pathJson(coverage, pagingPathAt(*made.inventory, coverage, service.id, at)));
        }
    }
    return paths;
}

QJsonObject resultJson(const RandomCoverage &made, quint64 seed)
{
    const auto coverage = computeCoverage(*made.inventory, made.options);
    const auto policy = [](const CoveredPolicy &row) {
        const auto stretch = [](const LevelStretch &one) { return QJsonArray{one.start, one.end, one.level}; };
        return QJsonObject{{u"stretches"_s, array(row.stretches, stretch)}, {u"gaps"_s, gapsJson(row.gaps)}};
    };
    const auto entry = [](const GapListEntry &row) {
        return QJsonArray{row.start, row.end, int(row.subject), row.index, kindName(row.kind), row.level, row.counted};
    };
    QJsonArray worst;
    for (const CoveredService &service : coverage->services)
        worst.append(worstJson(worstCase(*made.inventory, *coverage, service.id)));
    return {{u"recomputed"_s, array(made.inventory->schedules, [&](const Schedule &row) {
                 return recomputedJson(row, made.options.window);
             })},
            {u"schedules"_s, array(coverage->schedules, [](const CoveredSchedule &row) { return gapsJson(row.gaps); })},
            {u"policies"_s, array(coverage->policies, policy)},
            {u"services"_s, array(coverage->services, [](const CoveredService &row) { return gapsJson(row.gaps); })},
            {u"gapList"_s, array(gapList(*coverage), entry)},
            {u"people"_s, array(coverage->people, personJson)},
            {u"paths"_s, pathsJson(made, *coverage, seed)},
            {u"worst"_s, worst}};
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: export-coverage FIRST LAST\n");
        return 2;
    }
    const quint64 last = std::strtoull(argv[2], nullptr, 10);
    for (quint64 seed = std::strtoull(argv[1], nullptr, 10); seed <= last; ++seed) {
        const RandomCoverage made = RandomCoverageBuilder(seed).build();
        const QJsonObject document{{u"seed"_s, qint64(seed)}, {u"input"_s, inputJson(made)},
                                   {u"result"_s, resultJson(made, seed)}};
        std::printf("%s\n", QJsonDocument(document).toJson(QJsonDocument::Compact).constData());
    }
    return 0;
}

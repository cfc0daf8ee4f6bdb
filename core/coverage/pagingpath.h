// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"

namespace pdsi {

/// One notification rule of a person and what becomes of it while the incident stays on the level.
struct NotificationStep {
    int delayMinutes = 0;       ///< after the person was assigned
    QString methodType;         ///< e.g. "sms_contact_method"; empty when the method was not found
    QString methodLabel;
    bool usable = false;        ///< delivered to: neither switched off nor blacklisted
    bool direct = false;        ///< phone, SMS, WhatsApp or push
    bool fires = false;         ///< usable, and due before the incident escalates or at once
};

struct PagedPerson {
    int person = -1;            ///< index in AccountCoverage::people
    int schedule = -1;          ///< index of the schedule that names the person; -1 = direct target
    Liveness liveness = Liveness::Live; ///< Live or Unknown
    bool rulesKnown = true;     ///< false: contact methods or notification rules were not read
    std::vector<NotificationStep> steps; ///< of the incident's urgency, by delay
    std::optional<qint64> firstNoticeSeconds; ///< after the trigger: any method that fires
    std::optional<qint64> firstHumanSeconds;  ///< after the trigger: a direct one
};

/// One level the incident comes to.
struct PagingStep {
    int level = 0;              ///< index of the rule
    int pass = 0;               ///< 0 = first, then one a loop
    qint64 afterSeconds = 0;    ///< since the trigger
    int delayMinutes = 0;       ///< until it escalates
    bool roundRobin = false;    ///< only one of these people is paged; counts as reached when every one would be
    bool skipped = false;       ///< nobody on call: goes on to the next level at once
    bool unknown = false;       ///< nobody is certainly on call, somebody may be
    std::vector<PagedPerson> people;
};

enum class PagingEnd : quint8 {
    StaysAssigned,     ///< after the last level of the last pass the incident stays with those people, nobody else is told
    LowUrgency,        ///< low-urgency incidents do not escalate
    NobodyOnCall,      ///< no level has anybody: no incident is created
    Maintenance,       ///< no incident is created
    Disabled,          ///< no incident is created
    NoPolicy,
    Unknown,           ///< the service, its policy or who is on call could not be read
};

enum class PathUrgency : quint8 { High, Low, BySeverity, NotKnown }; ///< the last two are taken for high

struct PagingPath {
    Instant at = 0;
    int service = -1, policy = -1;
    PathUrgency urgency = PathUrgency::High;
    PagingEnd end = PagingEnd::Unknown;
    qint64 endsAfterSeconds = 0;   ///< when the incident comes to the last of `steps` with people
    int passes = 0;                ///< at most: 1 + loops
    std::vector<PagingStep> steps; ///< in order of time; empty when no incident is created
    std::optional<qint64> firstNoticeSeconds; ///< until somebody is told by any method; nullopt = never, or not known
    std::optional<qint64> firstHumanSeconds;  ///< until a phone rings, so to speak: by a direct method
    /// False: before the first human there is a level that could not be read, or a human may yet be there. Such a
    /// level is taken for one with people who are not reached.
    bool certain = true;
    bool reachesNobody() const { return certain && !firstHumanSeconds; }
};

/// What happens to an incident that this service gets at `at` when nobody acknowledges. Who is on call is looked up
/// at the time the incident comes to each level; outside the window that is unknown. `inventory` must be the one
/// `coverage` was computed from.
PagingPath pagingPathAt(const Inventory &inventory, const AccountCoverage &coverage, const QString &serviceId, Instant at);

/// The same over the whole window, to the second.
struct WorstCase {
    std::optional<qint64> longestSeconds; ///< to the first human, where one is certainly reached
    Interval longestWhen;                 ///< first stretch with that time
    IntervalSet nobody;                   ///< an incident then reaches no human by a direct method, or is not created
    IntervalSet unknown;
    IntervalSet notPaging;                ///< disabled or in maintenance
};
WorstCase worstCase(const Inventory &inventory, const AccountCoverage &coverage, const QString &serviceId);

} // namespace pdsi

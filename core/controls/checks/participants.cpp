// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/sharedfacts.h"
#include "core/controls/usage.h"

namespace pdsi {

namespace {

struct Participants {
    QSet<QString> live;
    QSet<QString> unknown;
    ReasonCode whyUnknown = ReasonCode::Failed;
    QList<Evidence> evidence;
};

Participants participantsOf(const Inventory &inventory, const Schedule &schedule, Instant now)
{
    Participants found;
    for (const ScheduleLayer &layer : schedule.layers) {
        // Only layer-based schedules keep layers that have ended.
        if (schedule.generation == ScheduleGeneration::LayerBased && layer.end && *layer.end <= now)
            continue;
        for (const Reference &user : layer.users) {
            const Knowledge live = userIsLive(inventory, user.id, user.deleted);
            if (user.id.isEmpty() || live.isNo() || found.live.contains(user.id) || found.unknown.contains(user.id))
                continue;
            (live.isYes() ? found.live : found.unknown).insert(user.id);
            if (live.isUnknown())
                found.whyUnknown = live.reason;
            found.evidence.append(evidenceAt(schedule.source, user.pointer, ""));
        }
    }
    return found;
}

Outcome judgeSchedule(const Inventory &inventory, const EvaluationContext &context, const Schedule &schedule)
{
    const ResourceRef resource = resourceRef("schedule", schedule);
    const QString name = quoted(schedule.name);
    const char *layers = schedule.generation == ScheduleGeneration::LayerBased ? "/schedule_layers" : "/rotations";
    if (!schedule.layersKnown)
        return undetermined(ReasonCode::Failed, resource,
                            QStringLiteral("Who takes part in %1 could not be read.").arg(name),
                            {evidenceAt(schedule.source, "/id")});
    Participants found = participantsOf(inventory, schedule, context.now);
    if (found.evidence.isEmpty())
        found.evidence.append(evidenceAt(schedule.source, layers));
    const qsizetype least = context.parameters.minParticipants;
    const qsizetype certain = found.live.size();
    if (certain < least && certain + found.unknown.size() >= least)
        return undetermined(
            found.whyUnknown, resource,
            QStringLiteral("%1 has %2, and %3 could not be read.")
                .arg(name, counted(certain, "certain participant"), counted(found.unknown.size(), "other")),
            found.evidence);
    const QString message = QStringLiteral("%1 has %2; at least %3 must take part.")
                                .arg(name, counted(certain, "live participant"), QString::number(least));
    return outcome(certain >= least ? OutcomeStatus::Pass : OutcomeStatus::Fail, resource, message, found.evidence);
}

} // namespace

QList<Outcome> participants(const Inventory &inventory, const EvaluationContext &context)
{
    QList<Outcome> outcomes;
    for (const Schedule &schedule : inventory.schedules) {
        const auto unused =
            unlessInUse(context.facts().schedule(schedule).inUse, resourceRef("schedule", schedule), schedule.source);
        outcomes.append(unused ? *unused : judgeSchedule(inventory, context, schedule));
    }
    return outcomes;
}

} // namespace pdsi

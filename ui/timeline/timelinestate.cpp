// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinestate.h"

#include "core/base/instant.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pdsi {

namespace {

const QStringList groupings{QStringLiteral("service"), QStringLiteral("policy"), QStringLiteral("team"), QStringLiteral("schedule")};
const QStringList zones{QStringLiteral("account"), QStringLiteral("schedule"), QStringLiteral("utc"), QStringLiteral("mine")};

template<typename Enum>
Enum named(const QStringList &names, const QJsonValue &value)
{
    return static_cast<Enum>(std::max<qsizetype>(0, names.indexOf(value.toString())));
}

QJsonObject offHoursToJson(const QHash<QString, std::vector<RecurringTime>> &offHours)
{
    QJsonObject result;
    for (auto it = offHours.cbegin(); it != offHours.cend(); ++it) {
        QJsonArray times;
        for (const RecurringTime &time : it.value())
            times << QJsonArray{time.dayOfWeek, time.startSecond, time.durationSeconds};
        result.insert(it.key(), times);
    }
    return result;
}

QHash<QString, std::vector<RecurringTime>> offHoursFromJson(const QJsonObject &json)
{
    QHash<QString, std::vector<RecurringTime>> result;
    for (auto it = json.begin(); it != json.end(); ++it) {
        std::vector<RecurringTime> times;
        for (const QJsonValue &value : it.value().toArray()) {
            const QJsonArray one = value.toArray();
            const RecurringTime time{one.at(0).toInt(-1), one.at(1).toInt(-1), one.at(2).toInt(-1)};
            const bool sane = time.dayOfWeek >= 0 && time.dayOfWeek <= 7 && time.startSecond >= 0 && time.startSecond < secondsPerDay
                && time.durationSeconds > 0 && time.durationSeconds <= 7 * secondsPerDay;
            if (sane)
                times.push_back(time);
        }
        if (!times.empty())
            result.insert(it.key(), times);
    }
    return result;
}

} // namespace

QByteArray TimelineState::toJson() const
{
    const QJsonObject json{{QStringLiteral("grouping"), groupings.at(int(rows.grouping))},
                           {QStringLiteral("onlyWithGaps"), rows.onlyWithGaps},
                           {QStringLiteral("zone"), zones.at(int(zone))},
                           {QStringLiteral("headerWidth"), headerWidth},
                           {QStringLiteral("offHours"), offHoursToJson(offHours)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<TimelineState> TimelineState::fromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    TimelineState state;
    state.rows.grouping = named<TimelineGrouping>(groupings, object.value(QStringLiteral("grouping")));
    state.rows.onlyWithGaps = object.value(QStringLiteral("onlyWithGaps")).toBool();
    state.zone = named<TimelineZone>(zones, object.value(QStringLiteral("zone")));
    state.headerWidth = std::clamp(object.value(QStringLiteral("headerWidth")).toInt(), 0, 2000);
    state.offHours = offHoursFromJson(object.value(QStringLiteral("offHours")).toObject());
    return state;
}

} // namespace pdsi

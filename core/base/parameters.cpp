// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parameters.h"

#include <array>

namespace pdsi {

namespace {

struct IntParameter {
    const char *name;
    int Parameters::*member;
    int least;
    int most;
};

constexpr std::array intParameters{
    IntParameter{"scheduleCoverageDays", &Parameters::scheduleCoverageDays, 1, 90},
    IntParameter{"minAdmins", &Parameters::minAdmins, 0, 1'000'000},
    IntParameter{"maxAdminPercent", &Parameters::maxAdminPercent, 0, 100},
    IntParameter{"minGapSeconds", &Parameters::minGapSeconds, 1, 90 * 86'400},
    IntParameter{"minParticipants", &Parameters::minParticipants, 1, 1'000},
    IntParameter{"auditRetentionDays", &Parameters::auditRetentionDays, 1, 3'650},
    IntParameter{"apiKeyMaxAgeDays", &Parameters::apiKeyMaxAgeDays, 1, 334},
    IntParameter{"minServicesForUrgency", &Parameters::minServicesForUrgency, 1, 1'000'000},
    IntParameter{"incidentLookbackDays", &Parameters::incidentLookbackDays, 1, 180},
    IntParameter{"changeEventLookbackDays", &Parameters::changeEventLookbackDays, 1, 90},
};

/// `dependency-depth` and `DependencyDepth` both become `dependencydepth`.
QString folded(const QString &name)
{
    QString key = name;
    key.remove(QLatin1Char('-')).remove(QLatin1Char('_'));
    return key.toLower();
}

Error badValue(const QString &name, const QString &value, const QString &allowed)
{
    return {ErrorCode::InvalidArgument,
            QStringLiteral("%1: \"%2\" is not allowed (%3)").arg(name, value, allowed)};
}

} // namespace

Result<Done> Parameters::set(const QString &name, const QString &value)
{
    const QString key = folded(name);
    for (const IntParameter &p : intParameters) {
        const QString known = QString::fromLatin1(p.name);
        if (key != known.toLower())
            continue;
        bool number = false;
        const int parsed = value.trimmed().toInt(&number);
        if (!number || parsed < p.least || parsed > p.most)
            return badValue(known, value, QStringLiteral("a whole number from %1 to %2").arg(p.least).arg(p.most));
        this->*p.member = parsed;
        return Done{};
    }
    if (key == QLatin1String("criticalservices")) {
        criticalServices = value.trimmed();
        return Done{};
    }
    if (key == QLatin1String("dependencydepth")) {
        if (value != QLatin1String("full") && value != QLatin1String("business"))
            return badValue(QStringLiteral("dependencyDepth"), value, QStringLiteral("full or business"));
        dependencyDepth = value;
        return Done{};
    }
    return Error{ErrorCode::InvalidArgument,
                 QStringLiteral("unknown parameter \"%1\" (known: %2)").arg(name, names().join(QStringLiteral(", ")))};
}

QJsonObject Parameters::toJson() const
{
    QJsonObject json;
    for (const IntParameter &p : intParameters)
        json.insert(QLatin1String(p.name), this->*p.member);
    json.insert(QLatin1String("criticalServices"), criticalServices);
    json.insert(QLatin1String("dependencyDepth"), dependencyDepth);
    return json;
}

Result<Parameters> Parameters::fromJson(const QJsonObject &json)
{
    Parameters parameters;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const QString text = it->isString() ? it->toString() : QString::number(it->toInteger());
        if (auto set = parameters.set(it.key(), text); !set)
            return set.error();
    }
    return parameters;
}

QStringList Parameters::names()
{
    QStringList all;
    for (const IntParameter &p : intParameters)
        all << QString::fromLatin1(p.name);
    all << QStringLiteral("criticalServices") << QStringLiteral("dependencyDepth");
    return all;
}

std::optional<std::pair<int, int>> Parameters::rangeOf(const QString &name)
{
    for (const IntParameter &p : intParameters) {
        if (name == QLatin1String(p.name))
            return std::pair(p.least, p.most);
    }
    return std::nullopt;
}

} // namespace pdsi

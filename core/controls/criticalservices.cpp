// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/criticalservices.h"

#include <algorithm>

namespace pdsi {

namespace {

bool demandsAttention(const QString &urgency)
{
    return urgency == QLatin1String("high") || urgency == QLatin1String("severity_based");
}

bool criticalByUrgency(const UrgencyRule &rule)
{
    if (rule.type == QLatin1String("use_support_hours"))
        return demandsAttention(rule.duringUrgency) || demandsAttention(rule.outsideUrgency);
    if (rule.type == QLatin1String("severity_based"))
        return true;
    return rule.type == QLatin1String("constant") && demandsAttention(rule.urgency);
}

QSet<QString> supportingServices(const Inventory &inventory)
{
    QSet<QString> ids;
    for (const ServiceDependency &edge : inventory.dependencies) {
        if (edge.dependentType.startsWith(QLatin1String("business_service")))
            ids.insert(edge.supportingId);
    }
    return ids;
}

bool named(const Service &service, const QStringList &wanted)
{
    return std::any_of(wanted.begin(), wanted.end(), [&](const QString &entry) {
        const QString one = entry.trimmed();
        return !one.isEmpty() && (service.id == one || matchesPattern(service.name, one));
    });
}

} // namespace

bool criticalByBusinessService(const Parameters &parameters)
{
    return parameters.criticalServices == QLatin1String("supports-business-service");
}

std::vector<const Service *> criticalServices(const Inventory &inventory, const Parameters &parameters)
{
    const bool byBusiness = criticalByBusinessService(parameters);
    const QSet<QString> supporting = byBusiness ? supportingServices(inventory) : QSet<QString>();
    const QStringList wanted = parameters.criticalServices.split(QLatin1Char(','), Qt::SkipEmptyParts);
    std::vector<const Service *> critical;
    for (const Service &service : inventory.services) {
        const bool chosen = byBusiness ? supporting.contains(service.id)
            : wanted.isEmpty()         ? criticalByUrgency(service.urgencyRule)
                                       : named(service, wanted);
        if (chosen && service.isActive())
            critical.push_back(&service);
    }
    return critical;
}

bool matchesPattern(QStringView text, QStringView pattern)
{
    qsizetype t = 0, p = 0, star = -1, resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == QLatin1Char('*')) {
            star = p++;
            resume = t;
        } else if (p < pattern.size()
                   && (pattern[p] == QLatin1Char('?') || pattern[p].toCaseFolded() == text[t].toCaseFolded())) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == QLatin1Char('*'))
        ++p;
    return p == pattern.size();
}

} // namespace pdsi

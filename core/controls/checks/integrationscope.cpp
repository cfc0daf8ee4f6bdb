// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/outcomes.h"
#include "core/coverage/knowledge.h"

#include <QHash>

#include <algorithm>

namespace pdsi {

namespace {

struct KeyUse {
    const Service *service = nullptr;
    const Integration *integration = nullptr;
};
using KeyUses = QHash<QString, std::vector<KeyUse>>;

KeyUses keyUses(const Inventory &inventory)
{
    KeyUses uses;
    for (const Service &service : inventory.services) {
        if (!service.integrations)
            continue;
        for (const Integration &integration : *service.integrations) {
            if (!integration.keyDigest.isEmpty())
                uses[integration.keyDigest].push_back({&service, &integration});
        }
    }
    return uses;
}

/// Why anyone can open incidents by e-mail; empty when not anyone can.
QString openMailbox(const Integration &integration)
{
    if (integration.type != QLatin1String("generic_email_inbound_integration"))
        return {};
    const QString mode = integration.emailFilterMode.value_or(QString());
    if (mode.isEmpty() || mode == QLatin1String("all-email"))
        return QStringLiteral("accepts e-mail from anyone");
    const auto &senders = integration.fromEmailModes;
    const bool anySender = std::all_of(senders.begin(), senders.end(),
                                       [](const QString &from) { return from == QLatin1String("always"); });
    return anySender ? QStringLiteral("has no e-mail filter that limits the sender") : QString();
}

Outcome judgeIntegration(const Service &service, const Integration &integration, const KeyUses &uses)
{
    const ResourceRef resource = resourceRef("integration", integration);
    QList<Evidence> evidence{evidenceAt(integration.source, "/type")};
    QStringList reasons;
    if (const QString open = openMailbox(integration); !open.isEmpty()) {
        reasons.append(open);
        evidence.append(evidenceAt(integration.source, "/email_filter_mode"));
        evidence.append(evidenceAt(integration.source, "/email_filters"));
    }
    if (integration.type == QLatin1String("generic_events_api_inbound_integration"))
        reasons.append(QStringLiteral("uses the superseded Events API v1"));
    QStringList others;
    for (const KeyUse &use : uses.value(integration.keyDigest)) {
        if (use.service->id == service.id)
            continue;
        others.append(use.service->name);
        evidence.append(evidenceAt(use.integration->source, "/id"));
    }
    if (!others.isEmpty())
        reasons.append(QStringLiteral("shares its integration key with ") + listed(others));
    const QString name = QStringLiteral("%1 of %2").arg(quoted(integration.name), quoted(service.name));
    if (reasons.isEmpty())
        return outcome(OutcomeStatus::Pass, resource,
                       QStringLiteral("%1 is limited to its service and its senders.").arg(name), evidence);
    return outcome(OutcomeStatus::Fail, resource,
                   QStringLiteral("%1 %2.").arg(name, reasons.join(QStringLiteral(", and "))), evidence);
}

} // namespace

QList<Outcome> integrationScope(const Inventory &inventory, const EvaluationContext &)
{
    QList<Outcome> outcomes;
    const KeyUses uses = keyUses(inventory);
    for (const Service &service : inventory.services) {
        if (!service.isActive())
            continue;
        if (!service.integrations) {
            outcomes.append(
                undetermined(reasonOf(inventory, {ResourceClass::Integrations, ResourceClass::Services}),
                             resourceRef("service", service),
                             QStringLiteral("The integrations of %1 could not be read.").arg(quoted(service.name)),
                             {evidenceAt(service.source, "/id")}));
            continue;
        }
        for (const Integration &integration : *service.integrations)
            outcomes.append(judgeIntegration(service, integration, uses));
    }
    return outcomes;
}

} // namespace pdsi

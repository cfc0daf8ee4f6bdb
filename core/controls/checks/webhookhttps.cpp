// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/outcomes.h"

#include <QUrl>

namespace pdsi {

namespace {

Outcome judgeUrl(const ResourceRef &resource, const QString &address, const Evidence &evidence)
{
    const QUrl url(address);
    const QString name = quoted(resource.name);
    if (!url.isValid() || url.scheme().isEmpty() || url.host().isEmpty())
        return outcome(OutcomeStatus::Fail, resource,
                       QStringLiteral("The address %1 of %2 is not a valid URL.").arg(quoted(address), name),
                       {evidence});
    const QString scheme = url.scheme().toLower();
    if (scheme == QLatin1String("https"))
        return outcome(OutcomeStatus::Pass, resource,
                       QStringLiteral("%1 is sent to %2 over https.").arg(name, url.host()), {evidence});
    return outcome(OutcomeStatus::Fail, resource,
                   QStringLiteral("%1 is sent to %2 over %3, not over https.").arg(name, url.host(), scheme),
                   {evidence});
}

Outcome judgeSubscription(const WebhookSubscription &webhook)
{
    const ResourceRef resource = resourceRef("webhook_subscription", webhook);
    if (webhook.deliveryType != QLatin1String("http_delivery_method"))
        return outcome(OutcomeStatus::NotApplicable, resource,
                       QStringLiteral("%1 is not delivered over HTTP.").arg(quoted(webhook.name)),
                       {evidenceAt(webhook.source, "/delivery_method")});
    return judgeUrl(resource, webhook.url.value_or(QString()), evidenceAt(webhook.source, "/delivery_method/url"));
}

Outcome judgeExtension(const Extension &extension)
{
    const ResourceRef resource = resourceRef("extension", extension);
    const Evidence evidence = evidenceAt(extension.source, "/endpoint_url");
    const QString address = extension.endpointUrl.value_or(QString());
    if (address.isEmpty())
        return outcome(OutcomeStatus::NotApplicable, resource,
                       QStringLiteral("%1 has no address of its own.").arg(quoted(extension.name)), {evidence});
    return judgeUrl(resource, address, evidence);
}

} // namespace

QList<Outcome> webhookHttps(const Inventory &inventory, const EvaluationContext &)
{
    QList<Outcome> outcomes;
    for (const WebhookSubscription &webhook : inventory.webhookSubscriptions)
        outcomes.append(judgeSubscription(webhook));
    for (const Extension &extension : inventory.extensions)
        outcomes.append(judgeExtension(extension));
    return outcomes;
}

} // namespace pdsi

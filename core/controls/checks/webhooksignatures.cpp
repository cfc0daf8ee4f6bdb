// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/outcomes.h"
#include "core/coverage/knowledge.h"

#include <QRegularExpression>

#include <algorithm>

namespace pdsi {

namespace {

QString schemaName(const Inventory &inventory, const Extension &extension)
{
    return extension.schemaName.isEmpty() ? inventory.extensionSchemaNames.value(extension.schemaId)
                                          : extension.schemaName;
}

/// The generic webhooks that came before v3; PagerDuty never signs them.
bool isUnsignedWebhook(const QString &schemaId, const QString &name)
{
    static const QRegularExpression generic(QStringLiteral("\\bgeneric\\b.*\\bv[12]\\b"),
                                            QRegularExpression::CaseInsensitiveOption);
    return schemaId == QLatin1String("PF9KMXH") || schemaId == QLatin1String("PJFWPEP")
        || (name.contains(QLatin1String("webhook"), Qt::CaseInsensitive) && generic.match(name).hasMatch());
}

bool schemaUnknown(const Inventory &inventory, const Extension &extension)
{
    return !isUnsignedWebhook(extension.schemaId, {}) && schemaName(inventory, extension).isEmpty()
        && !inventory.isComplete(ResourceClass::ExtensionSchemas);
}

Outcome judgeExtension(const Inventory &inventory, const Extension &extension)
{
    const ResourceRef resource = resourceRef("extension", extension);
    const QString name = quoted(extension.name);
    const QList<Evidence> evidence{evidenceAt(extension.source, "/extension_schema")};
    if (schemaUnknown(inventory, extension))
        return undetermined(reasonOf(inventory, {ResourceClass::ExtensionSchemas}), resource,
                            QStringLiteral("What kind of extension %1 is could not be read.").arg(name), evidence);
    const QString schema = schemaName(inventory, extension);
    if (isUnsignedWebhook(extension.schemaId, schema))
        return outcome(OutcomeStatus::Fail, resource,
                       QStringLiteral("%1 is a generic webhook of an old version (%2), which PagerDuty does not sign.")
                           .arg(name, schema.isEmpty() ? extension.schemaId : schema),
                       evidence);
    return outcome(OutcomeStatus::NotApplicable, resource, QStringLiteral("%1 is no generic webhook.").arg(name),
                   evidence);
}

} // namespace

QList<Outcome> webhookSignatures(const Inventory &inventory, const EvaluationContext &)
{
    QList<Outcome> outcomes;
    for (const WebhookSubscription &webhook : inventory.webhookSubscriptions)
        outcomes.append(
            outcome(OutcomeStatus::Pass, resourceRef("webhook_subscription", webhook),
                    QStringLiteral("PagerDuty signs every delivery of %1; whether the receiver verifies the "
                                   "signature is outside the API.")
                        .arg(quoted(webhook.name)),
                    {evidenceAt(webhook.source, "/type")}));
    for (const Extension &extension : inventory.extensions)
        outcomes.append(judgeExtension(inventory, extension));
    if (std::any_of(inventory.extensions.begin(), inventory.extensions.end(),
                    [&](const Extension &extension) { return schemaUnknown(inventory, extension); }))
        addClassOutcomes(outcomes, inventory, {ResourceClass::ExtensionSchemas});
    return outcomes;
}

} // namespace pdsi

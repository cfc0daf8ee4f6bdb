// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/words.h"

#include "ui/models/translate.h"

#include <QHash>

namespace pdsi {

namespace {

const char *knownKindWord(const QString &kind)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("ability"), QT_TRANSLATE_NOOP("pdsi", "Ability")},
        {QStringLiteral("account"), QT_TRANSLATE_NOOP("pdsi", "Account")},
        {QStringLiteral("addon"), QT_TRANSLATE_NOOP("pdsi", "Add-on")},
        {QStringLiteral("api_token"), QT_TRANSLATE_NOOP("pdsi", "API key")},
        {QStringLiteral("audit_record"), QT_TRANSLATE_NOOP("pdsi", "Audit record")},
        {QStringLiteral("business_service"), QT_TRANSLATE_NOOP("pdsi", "Business service")},
        {QStringLiteral("change_event"), QT_TRANSLATE_NOOP("pdsi", "Change event")},
        {QStringLiteral("email_contact_method"), QT_TRANSLATE_NOOP("pdsi", "E-mail")},
        {QStringLiteral("escalation_policy"), QT_TRANSLATE_NOOP("pdsi", "Escalation policy")},
        {QStringLiteral("extension"), QT_TRANSLATE_NOOP("pdsi", "Extension")},
        {QStringLiteral("extension_schema"), QT_TRANSLATE_NOOP("pdsi", "Extension schema")},
        {QStringLiteral("incident"), QT_TRANSLATE_NOOP("pdsi", "Incident")},
        {QStringLiteral("incident_workflow"), QT_TRANSLATE_NOOP("pdsi", "Incident workflow")},
        {QStringLiteral("integration"), QT_TRANSLATE_NOOP("pdsi", "Integration")},
        {QStringLiteral("ip_allow_list"), QT_TRANSLATE_NOOP("pdsi", "IP allow list")},
        {QStringLiteral("license"), QT_TRANSLATE_NOOP("pdsi", "Licence")},
        {QStringLiteral("maintenance_window"), QT_TRANSLATE_NOOP("pdsi", "Maintenance window")},
        {QStringLiteral("oauth_delegation"), QT_TRANSLATE_NOOP("pdsi", "OAuth delegation")},
        {QStringLiteral("oncall"), QT_TRANSLATE_NOOP("pdsi", "On-call entry")},
        {QStringLiteral("phone_contact_method"), QT_TRANSLATE_NOOP("pdsi", "Phone call")},
        {QStringLiteral("priority"), QT_TRANSLATE_NOOP("pdsi", "Priority")},
        {QStringLiteral("push_notification_contact_method"), QT_TRANSLATE_NOOP("pdsi", "Push notification")},
        {QStringLiteral("schedule"), QT_TRANSLATE_NOOP("pdsi", "Schedule")},
        {QStringLiteral("service"), QT_TRANSLATE_NOOP("pdsi", "Service")},
        {QStringLiteral("service_dependency"), QT_TRANSLATE_NOOP("pdsi", "Service dependency")},
        {QStringLiteral("session_configuration"), QT_TRANSLATE_NOOP("pdsi", "Session limit")},
        {QStringLiteral("sms_contact_method"), QT_TRANSLATE_NOOP("pdsi", "Text message")},
        {QStringLiteral("standards_score"), QT_TRANSLATE_NOOP("pdsi", "Standards score")},
        {QStringLiteral("tag"), QT_TRANSLATE_NOOP("pdsi", "Tag")},
        {QStringLiteral("team"), QT_TRANSLATE_NOOP("pdsi", "Team")},
        {QStringLiteral("user"), QT_TRANSLATE_NOOP("pdsi", "User")},
        {QStringLiteral("vendor"), QT_TRANSLATE_NOOP("pdsi", "Vendor")},
        {QStringLiteral("webhook_subscription"), QT_TRANSLATE_NOOP("pdsi", "Webhook subscription")},
        {QStringLiteral("whatsapp_contact_method"), QT_TRANSLATE_NOOP("pdsi", "WhatsApp")},
        {QStringLiteral("workflow_trigger"), QT_TRANSLATE_NOOP("pdsi", "Workflow trigger")},
    };
    return words.value(kind, nullptr);
}

} // namespace

QString wordFor(OutcomeStatus status)
{
    switch (status) {
    case OutcomeStatus::Error: return tr("Error");
    case OutcomeStatus::Fail: return tr("Fail");
    case OutcomeStatus::NotDetermined: return tr("Not determined");
    case OutcomeStatus::Manual: return tr("Manual");
    case OutcomeStatus::Pass: return tr("Pass");
    case OutcomeStatus::NotApplicable: return tr("Not applicable");
    }
    return {};
}

QString wordFor(Severity severity)
{
    switch (severity) {
    case Severity::Critical: return tr("Critical");
    case Severity::High: return tr("High");
    case Severity::Medium: return tr("Medium");
    case Severity::Low: return tr("Low");
    }
    return {};
}

QString wordFor(ReasonCode reason)
{
    switch (reason) {
    case ReasonCode::Permission: return tr("No permission");
    case ReasonCode::Plan: return tr("Not in the plan");
    case ReasonCode::NotExposed: return tr("No API shows it");
    case ReasonCode::Partial: return tr("Read in part");
    case ReasonCode::Cap: return tr("Paging limit");
    case ReasonCode::Failed: return tr("Request failed");
    case ReasonCode::NotCollected: return tr("Not collected");
    }
    return {};
}

QString wordFor(BaselineState state)
{
    switch (state) {
    case BaselineState::None: return {};
    case BaselineState::New: return tr("New");
    case BaselineState::Unchanged: return tr("Unchanged");
    case BaselineState::Absent: return tr("Resolved");
    }
    return {};
}

QString kindWord(const QString &kind)
{
    if (const char *known = knownKindWord(kind))
        return tr(known);
    QString spelled = kind;
    spelled.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!spelled.isEmpty())
        spelled.front() = spelled.front().toUpper();
    return spelled;
}

} // namespace pdsi

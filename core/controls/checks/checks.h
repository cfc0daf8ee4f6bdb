// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/control.h"

/// One function per control, each in a file of its own. They leave `controlId`, the outcomes of the classes they
/// always depend on and the caution of a partial view to the registration.
namespace pdsi {

/// 1. The plan offers single sign-on.
QList<Outcome> ssoEnforcement(const Inventory &inventory, const EvaluationContext &context);
/// 2. Few owners and admins.
QList<Outcome> leastPrivilege(const Inventory &inventory, const EvaluationContext &context);
/// 3. Exactly one account owner.
QList<Outcome> singleOwner(const Inventory &inventory, const EvaluationContext &context);
/// 4. Responders belong to teams.
QList<Outcome> teamBasedAccess(const Inventory &inventory, const EvaluationContext &context);
/// 5. Services have an escalation policy with rules.
QList<Outcome> servicePolicy(const Inventory &inventory, const EvaluationContext &context);
/// 6. Policies in use have at least two different levels.
QList<Outcome> multipleLevels(const Inventory &inventory, const EvaluationContext &context);
/// 7. The last level of a policy in use reaches someone.
QList<Outcome> endsInNotification(const Inventory &inventory, const EvaluationContext &context);
/// 8. Schedules in use have no gaps.
QList<Outcome> onCallCoverage(const Inventory &inventory, const EvaluationContext &context);
/// 9. Schedules in use have more than one participant.
QList<Outcome> participants(const Inventory &inventory, const EvaluationContext &context);
/// 10. Critical services start a response automatically.
QList<Outcome> responseAutomation(const Inventory &inventory, const EvaluationContext &context);
/// 11. The account keeps an audit trail.
QList<Outcome> auditLogging(const Inventory &inventory, const EvaluationContext &context);
/// 12. The audit trail reaches back far enough.
QList<Outcome> auditRetention(const Inventory &inventory, const EvaluationContext &context);
/// 13. API keys are not older than allowed.
QList<Outcome> apiKeyRotation(const Inventory &inventory, const EvaluationContext &context);
/// 14. Webhooks are sent over HTTPS.
QList<Outcome> webhookHttps(const Inventory &inventory, const EvaluationContext &context);
/// 15. Webhooks are signed.
QList<Outcome> webhookSignatures(const Inventory &inventory, const EvaluationContext &context);
/// 16. Integrations accept only what they should.
QList<Outcome> integrationScope(const Inventory &inventory, const EvaluationContext &context);
/// 17. Responders have a working rule for high urgency.
QList<Outcome> notificationRules(const Inventory &inventory, const EvaluationContext &context);
/// 18. On-call users can be reached other than by e-mail.
QList<Outcome> reachability(const Inventory &inventory, const EvaluationContext &context);
/// 19. Not every service is always high urgency.
QList<Outcome> urgencyVariety(const Inventory &inventory, const EvaluationContext &context);
/// 20. Priorities are defined and used.
QList<Outcome> priorityUse(const Inventory &inventory, const EvaluationContext &context);
/// 21. Services appear in the dependency map.
QList<Outcome> dependencyMapping(const Inventory &inventory, const EvaluationContext &context);
/// 22. Acknowledgements time out.
QList<Outcome> acknowledgementTimeout(const Inventory &inventory, const EvaluationContext &context);
/// 23. Incidents resolve by themselves in the end.
QList<Outcome> autoResolveTimeout(const Inventory &inventory, const EvaluationContext &context);
/// 24. Who may open Analytics.
QList<Outcome> analyticsAccess(const Inventory &inventory, const EvaluationContext &context);
/// 25. Services receive change events.
QList<Outcome> changeEventUse(const Inventory &inventory, const EvaluationContext &context);

} // namespace pdsi

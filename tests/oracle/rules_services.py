# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Controls about services and what is attached to them: 10, 14 to 16, 19 to 23, 25."""

import re
from collections import defaultdict
from urllib.parse import urlsplit

from facts import as_dict, as_list, bare, instant, reference, text_of

UNSIGNED_SCHEMAS = ("PF9KMXH", "PJFWPEP")
UNSIGNED_NAME = re.compile(r"generic\s+v[12]\s+webhook", re.IGNORECASE)
EMAIL = "generic_email_inbound_integration"
EVENTS_V1 = "generic_events_api_inbound_integration"


def active_services(facts):
    return [service for service in facts.services.values() if service.active]


def pages_people(service):
    """The default of a critical service: incidents may page somebody at high urgency."""
    rule = service.urgency_rule
    if rule.get("type") == "use_support_hours":
        parts = (as_dict(rule.get("during_support_hours")), as_dict(rule.get("outside_support_hours")))
        return any(part.get("urgency") in ("high", "severity_based") for part in parts)
    if rule.get("type") == "severity_based":
        return True
    return rule.get("type") == "constant" and rule.get("urgency") in ("high", "severity_based")


def glob_matches(pattern, name):
    parts = [{"*": ".*", "?": "."}.get(char, re.escape(char)) for char in pattern]
    return re.fullmatch("".join(parts), name, re.DOTALL) is not None


def critical_services(facts):
    configured, services = facts.number("criticalServices"), active_services(facts)
    if not configured:
        return [service for service in services if pages_people(service)]
    if configured == "supports-business-service":
        supporting = {edge[0].id for edge in facts.edges if edge[1].type == "business_service"}
        return [service for service in services if service.id in supporting]
    wanted = [each.strip() for each in configured.split(",") if each.strip()]
    return [service for service in services
            if any(service.id == each or glob_matches(each, service.name) for each in wanted)]


def trigger_enabled(facts, trigger):
    """None when the workflow behind the trigger was not read."""
    if trigger.get("is_disabled") is True:
        return False
    workflow_id = as_dict(trigger.get("workflow")).get("id")
    workflow = facts.workflows.get(workflow_id)
    if workflow is None:
        return True if facts.read("incident_workflows").complete else None
    return workflow.get("is_enabled") is not False


def automated(facts, service):
    if service.response_play:
        return True
    covering = []
    for trigger in facts.triggers:
        listed = [as_dict(each).get("id") for each in as_list(trigger.get("services"))]
        if trigger.get("is_subscribed_to_all_services") is True or service.id in listed:
            covering.append(trigger_enabled(facts, trigger))
    if True in covering:
        return True
    return None if None in covering or not facts.read("incident_workflow_triggers").complete else False


def response_automation(facts, verdicts):
    critical = critical_services(facts)
    for service in critical:
        verdicts.decide("service", service.id, automated(facts, service), "incident_workflow_triggers",
                        "incident_workflows")
    verdicts.unread("services")
    if facts.number("criticalServices") == "supports-business-service":
        verdicts.unread("business_services", "business_service_dependencies")
    if not critical and facts.read("services").complete:
        verdicts.account("notApplicable")
    if critical:
        verdicts.unread("incident_workflow_triggers", "incident_workflows")
    verdicts.nothing_else()


def is_https(url):
    try:
        parts = urlsplit(text_of(url))
        return parts.scheme.lower() == "https" and bool(parts.hostname)
    except ValueError:
        return False


def https_webhooks(facts, verdicts):
    for webhook in facts.webhooks:
        delivery = as_dict(webhook.get("delivery_method"))
        if bare(delivery.get("type")) == "http_delivery_method":
            verdicts.decide("webhook_subscription", webhook["id"], is_https(delivery.get("url")))
        else:
            verdicts.add("notApplicable", "webhook_subscription", webhook["id"])
    for extension in facts.extensions:
        if extension.get("endpoint_url") is None:
            verdicts.add("notApplicable", "extension", extension["id"])
        else:
            verdicts.decide("extension", extension["id"], is_https(extension["endpoint_url"]))
    verdicts.unread("webhook_subscriptions", "extensions")
    verdicts.nothing_else()


def unsigned(facts, extension):
    """Whether the extension is a generic v1 or v2 webhook; None when its schema's name was not read."""
    ref = as_dict(extension.get("extension_schema"))
    schema = facts.extension_schemas.get(ref.get("id"), {})
    names = [text_of(row.get(key)) for row in (ref, schema) for key in ("summary", "label", "name")]
    if ref.get("id") in UNSIGNED_SCHEMAS or any(UNSIGNED_NAME.search(name) for name in names):
        return True
    return False if any(names) or facts.read("extension_schemas").complete else None


def signed_webhooks(facts, verdicts):
    needed = ["webhook_subscriptions", "extensions"]
    for webhook in facts.webhooks:
        verdicts.add("pass", "webhook_subscription", webhook["id"])
    for extension in facts.extensions:
        answer = unsigned(facts, extension)
        if answer is None:
            needed = ["webhook_subscriptions", "extensions", "extension_schemas"]
            verdicts.decide("extension", extension["id"], None, "extension_schemas")
        else:
            verdicts.add("fail" if answer else "notApplicable", "extension", extension["id"])
    verdicts.unread(*needed)
    verdicts.nothing_else()


def accepts_anyone(integration):
    if integration.filter_mode in (None, "", "all-email"):
        return True
    return all(as_dict(each).get("from_email_mode") == "always" for each in integration.filters)


def scoped_integrations(facts, verdicts):
    holders = defaultdict(set)
    for service in facts.services.values():
        for integration in service.integrations or []:
            if integration.key:
                holders[integration.key].add(service.id)
    needed = ["services"]
    for service in active_services(facts):
        if service.integrations is None:
            needed = ["services", "integrations"]
        for integration in service.integrations or []:
            if not integration.read:
                needed = ["services", "integrations"]
                verdicts.decide("integration", integration.id, None, "integrations", "services")
                continue
            bad = (integration.type == EVENTS_V1 or len(holders.get(integration.key, ())) > 1
                   or (integration.type == EMAIL and accepts_anyone(integration)))
            verdicts.decide("integration", integration.id, not bad)
    verdicts.unread(*needed)
    verdicts.nothing_else()


def urgency(facts, verdicts):
    if not facts.read("abilities").complete:
        verdicts.unread("abilities", "services")
        return
    services = active_services(facts)
    all_high = all(service.urgency_rule.get("type") == "constant" and service.urgency_rule.get("urgency") == "high"
                   for service in services)
    complete = facts.read("services").complete
    enough = len(services) >= facts.number("minServicesForUrgency")
    if "urgencies" not in facts.abilities or (complete and not enough):
        verdicts.account("notApplicable")
        return
    if complete and all_high:
        verdicts.account("fail")
    elif enough and not all_high:
        verdicts.account("pass")
    verdicts.unread("services")


def priorities(facts, verdicts):
    read = facts.read("priorities")
    if read.payment_required or read.missing or (read.complete and not facts.priorities):
        verdicts.account("fail")
        return
    if facts.priorities:
        since = facts.days_ago(facts.number("incidentLookbackDays"))
        dated = [(instant(row.get("created_at")), row) for row in facts.incidents]
        recent = [each for each in dated if each[0] and since <= each[0] <= facts.now]
        newest = [row for _, row in sorted(recent, key=lambda each: each[0], reverse=True)[:1000]]
        complete = facts.read("incidents").complete
        if any(row.get("priority") is not None for row in newest):
            verdicts.account("pass")
        elif complete:
            verdicts.account("fail" if newest else "manual")
        verdicts.unread("incidents")
    verdicts.unread("priorities")


def mapped(facts, service, named):
    if service.id in named:
        return True
    if service.id in facts.edges_read_for:
        return False
    return None


def dependencies(facts, verdicts):
    if facts.read("business_services").complete and not facts.business_services:
        verdicts.account("fail")
        verdicts.unread("services")
        return
    named = {ref.id for edge in facts.edges for ref in edge if ref.type != "business_service"}
    by_choice = facts.number("dependencyDepth") == "business"
    needed = ["services", "business_services", "business_service_dependencies"]
    for service in active_services(facts):
        answer = mapped(facts, service, named)
        if answer is None and by_choice:
            verdicts.add("notDetermined", "service", service.id, "notCollected")
        else:
            verdicts.decide("service", service.id, answer, "business_services", "business_service_dependencies",
                            "service_dependencies")
            if answer is None:
                needed.append("service_dependencies")
    verdicts.unread(*dict.fromkeys(needed))
    verdicts.nothing_else()


def acknowledgement_timeout(facts, verdicts):
    for service in active_services(facts):
        verdicts.decide("service", service.id, service.acknowledgement_timeout > 0)
    verdicts.unread("services")
    verdicts.nothing_else()


def auto_resolve_timeout(facts, verdicts):
    for service in active_services(facts):
        verdicts.decide("service", service.id, service.auto_resolve_timeout > 0)
    verdicts.unread("services")
    verdicts.nothing_else()


def change_events(facts, verdicts):
    since = facts.days_ago(facts.number("changeEventLookbackDays"))
    named = set()
    for event in facts.change_events:
        at = instant(event.get("timestamp"))
        if at and since <= at <= facts.now:
            named |= {ref.id for ref in map(reference, as_list(event.get("services"))) if ref}
    complete = facts.read("change_events").complete
    for service in active_services(facts):
        verdict = True if service.id in named else (False if complete else None)
        verdicts.decide("service", service.id, verdict, "change_events")
    verdicts.unread("services", "change_events")
    verdicts.nothing_else()


RULES = {10: response_automation, 14: https_webhooks, 15: signed_webhooks, 16: scoped_integrations, 19: urgency,
         20: priorities, 21: dependencies, 22: acknowledgement_timeout, 23: auto_resolve_timeout, 25: change_events}

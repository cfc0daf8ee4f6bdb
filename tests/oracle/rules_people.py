# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Controls about users and the account: 1 to 4, 17, 24."""

from facts import as_dict, bare

PRIVILEGED = ("owner", "admin")
RESPONDERS = ("owner", "admin", "user", "limited_user", "observer", "restricted_access")
REACHING = ("phone_contact_method", "sms_contact_method", "whatsapp_contact_method",
            "push_notification_contact_method")


def usable(method):
    return method.get("enabled") is not False and method.get("blacklisted") is not True


def reachable(user):
    """A usable method other than e-mail; None when the methods were not read."""
    if user.contact_methods is None:
        return None
    return any(bare(method.get("type")) in REACHING and usable(method) for method in map(as_dict, user.contact_methods))


def sso(facts, verdicts):
    if facts.read("abilities").complete:
        verdicts.account("manual" if "sso" in facts.abilities else "fail")
    verdicts.unread("abilities")


def least_privilege(facts, verdicts):
    if facts.read("users").complete:
        privileged = sum(user.role in PRIVILEGED for user in facts.users.values())
        percent = facts.number("maxAdminPercent") * len(facts.users)
        allowed = max(facts.number("minAdmins"), -(-percent // 100))
        if privileged > allowed:
            verdicts.account("fail")
        elif facts.scope == "account":
            verdicts.account("pass")
        else:
            verdicts.account("notDetermined", facts.scope_reason)
    verdicts.unread("users")


def one_owner(facts, verdicts):
    owners = [user for user in facts.users.values() if user.role == "owner"]
    complete = facts.read("users").complete
    if len(owners) > 1:
        for owner in owners:
            verdicts.add("fail", "user", owner.id)
    elif owners and not complete:
        verdicts.add("notDetermined", "user", owners[0].id, facts.read("users").reason)
    elif owners and facts.scope != "account":
        verdicts.add("notDetermined", "user", owners[0].id, facts.scope_reason)
    elif owners:
        verdicts.add("pass", "user", owners[0].id)
    else:
        verdicts.account("notDetermined", "permission")
    verdicts.unread("users")


def in_a_team(facts, user):
    """True, False, or None when the memberships were not read."""
    if user.teams or user.id in facts.team_member_ids:
        return True
    if user.teams is not None:
        return False
    if facts.read("teams").complete and (not facts.teams or facts.read("team_members").complete):
        return False
    return None


def team_access(facts, verdicts):
    if facts.read("abilities").complete and "teams" not in facts.abilities:
        verdicts.account("fail")
        return
    needed = ["users", "abilities"]
    for user in facts.users.values():
        if user.role not in RESPONDERS:
            verdicts.add("notApplicable", "user", user.id)
        else:
            member = in_a_team(facts, user)
            verdicts.decide("user", user.id, member, "teams", "team_members", "users")
            if member is None:
                needed = ["users", "abilities", "teams", "team_members"]
    verdicts.unread(*needed)
    verdicts.nothing_else()


def has_high_rule(user):
    if user.rules is None or user.contact_methods is None:
        return None
    methods = {method.get("id"): method for method in map(as_dict, user.contact_methods)}
    for rule in map(as_dict, user.rules):
        method = methods.get(as_dict(rule.get("contact_method")).get("id"))
        if rule.get("urgency") == "high" and method is not None and usable(method):
            return True
    return False


def notification_rules(facts, verdicts):
    needed = ["users"]
    for user in facts.users.values():
        if user.role in RESPONDERS:
            verdict = has_high_rule(user)
            verdicts.decide("user", user.id, verdict, "contact_methods", "notification_rules", "users")
            if verdict is None:
                needed = ["users", "contact_methods", "notification_rules"]
    verdicts.unread(*needed)
    verdicts.nothing_else()


def analytics_access(facts, verdicts):
    if facts.read("abilities").complete:
        offered = any("analytics" in ability for ability in facts.abilities)
        verdicts.account("manual" if offered else "notApplicable")
    verdicts.unread("abilities")


RULES = {1: sso, 2: least_privilege, 3: one_owner, 4: team_access, 17: notification_rules, 24: analytics_access}

# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Controls about the audit trail: 11 to 13."""

from datetime import timedelta

from facts import as_dict, as_list, instant, text_of

MONTH = timedelta(days=31)
YEAR_DAYS = 365
RECENT, HISTORY = "audit_records_recent", "audit_records_history"
TOKENS_RECENT, TOKENS_OLD = "audit_records_api_token_recent", "audit_records_api_token_old"


def executed(record):
    return instant(record.get("execution_time"))


def within(records, since, until):
    return [record for record in records if executed(record) and since <= executed(record) <= until]


def audit_logging(facts, verdicts):
    read = facts.read(RECENT)
    if read.payment_required:
        verdicts.account("fail")
        return
    if within(facts.audit_recent, facts.now - MONTH, facts.now):
        verdicts.account("pass")
    elif read.complete:
        year = within(facts.audit_recent + facts.audit_history, facts.days_ago(YEAR_DAYS), facts.now)
        if year:
            verdicts.account("pass")
        elif facts.read(HISTORY).complete:
            verdicts.account("fail")
        verdicts.unread(HISTORY)
    verdicts.unread(RECENT)


def audit_retention(facts, verdicts):
    required = facts.number("auditRetentionDays")
    read = facts.read(HISTORY)
    if read.payment_required or facts.read(RECENT).payment_required:
        verdicts.account("fail")
        return
    if required > YEAR_DAYS:
        if read.complete:
            verdicts.account("manual")
    elif within(facts.audit_history, facts.days_ago(required), facts.days_ago(required - 31)):
        verdicts.account("pass")
    elif read.complete:
        verdicts.account("manual")
    verdicts.unread(HISTORY)


def tokens(records):
    found = set()
    for record in records:
        method = as_dict(record.get("method"))
        actors = as_list(record.get("actors"))
        if method.get("type") == "api_token" and text_of(method.get("truncated_token")):
            actor = text_of(as_dict(actors[0]).get("id")) if actors else ""
            found.add((actor, method["truncated_token"]))
    return found


def keys_rotated(facts, verdicts):
    age = timedelta(days=facts.number("apiKeyMaxAgeDays"))
    recent = tokens(within(facts.tokens_recent, facts.now - MONTH, facts.now))
    old = tokens(within(facts.tokens_old, facts.now - age - MONTH, facts.now - age))
    for token in sorted(recent | old):
        if token[0] and token in recent and token in old:
            verdicts.add("fail", "api_token", "/".join(token))
        else:
            verdicts.add("notDetermined", "api_token", "/".join(token), "notExposed")
    verdicts.account("notDetermined", "notExposed")
    verdicts.unread(TOKENS_RECENT, TOKENS_OLD)


RULES = {11: audit_logging, 12: audit_retention, 13: keys_rotated}

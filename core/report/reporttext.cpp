// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reporttext.h"

namespace pdsi {

QStringList readingNotes()
{
    return {
        QStringLiteral("A control takes the worst status among its outcomes, in the order error, fail, not determined, manual, "
                       "pass. A waiver changes no status: the finding stays, marked as accepted until a date."),
        QStringLiteral("Each fact names a field of a stored answer by JSON pointer, its value, the request it came with, when "
                       "it arrived and the beginning of its SHA-256 digest; the request log holds the whole digest. Times are "
                       "UTC. Control characters in names are shown as \uFFFD."),
    };
}

QStringList methodNotes()
{
    return {
        QStringLiteral("The account was read through PagerDuty's public API with requests that change nothing. The answers were "
                       "sealed as a snapshot; every verdict is worked out from it alone, so that the same snapshot, parameters "
                       "and version give the same verdicts."),
        QStringLiteral("Credentials inside the answers were taken out before anything was stored. The digest of an answer is over "
                       "the body as it was received, so that a removed field hides no change."),
        QStringLiteral("What was not read never passes. A list that was denied or cut short keeps its control from pass; a "
                       "failure that was seen stays a failure."),
        QStringLiteral("Coverage takes the schedules as PagerDuty rendered them, over all levels of each policy. While no level "
                       "has anybody on call, PagerDuty creates no incident. An empty first level that another level catches is "
                       "told apart from that."),
        QStringLiteral("References to frameworks carry their edition and what a review says of them: confirmed, corrected, "
                       "disputed or unverified. They say that a finding is evidence for a requirement, never that it is met."),
    };
}

QList<std::pair<QString, QString>> glossary()
{
    return {
        {QStringLiteral("Assessment"), QStringLiteral("one run of the catalogue of controls over one snapshot")},
        {QStringLiteral("Attestation"), QStringLiteral("a dated statement of a person that settles what no API shows")},
        {QStringLiteral("Baseline"), QStringLiteral("an earlier report that this one is compared with")},
        {QStringLiteral("Control"), QStringLiteral("a requirement that can be judged")},
        {QStringLiteral("Evidence"), QStringLiteral("the facts behind a verdict: field, value, request, time, digest")},
        {QStringLiteral("Finding"), QStringLiteral("a failing outcome; it keeps its fingerprint from run to run")},
        {QStringLiteral("Gap"), QStringLiteral("a stretch of time in which nobody is on call")},
        {QStringLiteral("Outcome"), QStringLiteral("a control judged on one resource")},
        {QStringLiteral("Population"), QStringLiteral("the resources a control was judged on")},
        {QStringLiteral("Snapshot"), QStringLiteral("a sealed, unchangeable capture of the account at a time")},
        {QStringLiteral("Waiver"), QStringLiteral("the acceptance of findings by somebody, for a reason and a time")},
    };
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/madeassessment.h"

#include "core/assessment/fingerprint.h"
#include "core/assessment/rollup.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace pdsi::made {

namespace {

constexpr Instant asOf = 1'772'454'600; // 2026-03-02T12:30:00Z

QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(asOf * 1000 + ms, Qt::UTC);
}

RequestRecord request(int id, ResourceClass c, const QString &path, int status = 200)
{
    RequestRecord record;
    record.id = id;
    record.resourceClass = c;
    record.path = path;
    record.sentAt = at(id * 100);
    record.receivedAt = at(id * 100 + 87);
    record.status = status;
    record.bytes = 1000 + id;
    record.sha256 = findingFingerprint(id, QStringLiteral("body"), path).toLatin1();
    record.serverRequestId = QStringLiteral("req-%1").arg(id);
    record.result = status == 200 ? RequestResult::Answered : RequestResult::Denied;
    return record;
}

std::shared_ptr<Assessment> blank()
{
    auto assessment = std::make_shared<Assessment>();
    assessment->id = QUuid(QStringLiteral("11111111-2222-4333-8444-555555555555"));
    assessment->toolVersion = QStringLiteral("0.1.0");
    assessment->asOf = asOf;
    assessment->assessedAt = at(60'000);
    assessment->profile = QStringLiteral("specification");
    assessment->signIn = SignInKind::ApiKey;
    assessment->subdomain = QStringLiteral("harbour");
    SnapshotInfo &info = assessment->snapshot;
    info.account = {QStringLiteral("https://api.pagerduty.com"), SignInKind::ApiKey, QStringLiteral("x9Zq"),
                    QStringLiteral("dana@harbour.example")};
    info.startedAt = at(0);
    info.finishedAt = at(4'000);
    info.requests = 4;
    info.bytes = 4'010;
    for (int c = 0; c < resourceClassCount; ++c) {
        const auto resourceClass = static_cast<ResourceClass>(c);
        info.states << ResourceClassState{resourceClass, CollectionState::Complete, {}, c, c, 1, 0};
    }
    assessment->requests = {request(1, ResourceClass::Users, QStringLiteral("/users?limit=100&offset=0&total=true")),
                            request(2, ResourceClass::Schedules, QStringLiteral("/schedules?limit=100&offset=0&total=true")),
                            request(3, ResourceClass::AuditRecent, QStringLiteral("/audit/records?limit=1"), 403),
                            request(4, ResourceClass::Abilities, QStringLiteral("/abilities"))};
    assessment->bodiless = {3};
    return assessment;
}

AssessedOutcome outcome(OutcomeStatus status, const QString &kind, const QString &id, const QString &name,
                        const QString &message)
{
    AssessedOutcome made;
    made.status = status;
    made.resource = {kind, id, name,
                     id == QLatin1String("*") ? QString()
                                              : QStringLiteral("https://harbour.pagerduty.com/%1s/%2").arg(kind, id)};
    made.message = message;
    return made;
}

void add(Assessment &assessment, int controlId, QList<AssessedOutcome> outcomes)
{
    static const Result<QList<ControlInfo>> catalog = loadControlCatalog();
    for (AssessedOutcome &one : outcomes) {
        one.controlId = controlId;
        if (one.status == OutcomeStatus::Fail)
            one.fingerprint = findingFingerprint(controlId, one.resource.kind, one.resource.id);
    }
    std::stable_sort(outcomes.begin(), outcomes.end(), outcomeLess);
    ControlResult result = rollUp(catalog.value().at(controlId - 1), {outcomes.constData(), std::size_t(outcomes.size())});
    result.firstOutcome = assessment.outcomes.size();
    result.outcomeCount = outcomes.size();
    assessment.controls << result;
    assessment.outcomes << outcomes;
}

AssessedOutcome attestedSso()
{
    AssessedOutcome sso = outcome(OutcomeStatus::Pass, QStringLiteral("account"), QStringLiteral("harbour"),
                                  QStringLiteral("harbour"), QStringLiteral("The plan offers single sign-on; whether it is enforced is not exposed."));
    sso.evidence = {{4, QStringLiteral("/abilities/2"), QStringLiteral("sso")}};
    sso.attestation = AppliedAttestation{QStringLiteral("Password sign-in is off"), QStringLiteral("Dana Reyes"), at(-86'400'000),
                                         at(86'400'000), OutcomeStatus::Manual};
    return sso;
}

QList<AssessedOutcome> coverage()
{
    AssessedOutcome open = outcome(OutcomeStatus::Fail, QStringLiteral("schedule"), QStringLiteral("PSCHED1"),
                                   QStringLiteral("Night watch"), QStringLiteral("Nobody is on call for 3600 s in 1 gap."));
    open.evidence = {{2, QStringLiteral("/schedules/0/final_schedule/rendered_coverage_percentage"), 99.86}};
    open.gaps = {{asOf + 7'200, asOf + 9'000, QStringLiteral("level 2")}, {asOf + 9'000, asOf + 10'800, {}}};
    AssessedOutcome waived = outcome(OutcomeStatus::Fail, QStringLiteral("schedule"), QStringLiteral("PSCHED2"),
                                     QStringLiteral("Office hours"), QStringLiteral("Nobody is on call for 1814400 s in 30 gaps."));
    waived.evidence = {{2, QStringLiteral("/schedules/1/final_schedule"),
                        QJsonObject{{QStringLiteral("name"), QStringLiteral("Final Schedule")}}}};
    waived.gaps = {{asOf + 1, asOf + 61, {}}};
    waived.waiver = AppliedWaiver{QStringLiteral("Internal tool, weekdays only"), QStringLiteral("Dana Reyes"),
                                  QStringLiteral("RISK-12"), at(86'400'000)};
    return {waived, open,
            outcome(OutcomeStatus::Pass, QStringLiteral("schedule"), QStringLiteral("PSCHED3"), QStringLiteral("Core"),
                    QStringLiteral("Somebody is on call at every instant.")),
            outcome(OutcomeStatus::NotApplicable, QStringLiteral("schedule"), QStringLiteral("PSCHED4"),
                    QStringLiteral("Unused"), QStringLiteral("No policy in use names this schedule."))};
}

AssessedOutcome deniedAudit()
{
    AssessedOutcome denied = outcome(OutcomeStatus::NotDetermined, QStringLiteral("audit_records_recent"),
                                     QStringLiteral("*"), QStringLiteral("audit records"),
                                     QStringLiteral("Audit records could not be read."));
    denied.reason = ReasonCode::Permission;
    denied.evidence = {{3, QString(), 403}};
    return denied;
}

std::shared_ptr<Assessment> smallOne()
{
    auto assessment = blank();
    ResourceClassState &audit = assessment->snapshot.states[static_cast<int>(ResourceClass::AuditRecent)];
    audit = {ResourceClass::AuditRecent, CollectionState::Denied, ReasonCode::Permission, 0, {}, 0, 0};
    add(*assessment, 1, {attestedSso()});
    AssessedOutcome admins = outcome(OutcomeStatus::Fail, QStringLiteral("account"), QStringLiteral("harbour"),
                                     QStringLiteral("harbour"), QStringLiteral("4 of 12 users are owner or admin; 2 are allowed."));
    for (int i = 0; i < 4; ++i)
        admins.evidence << Evidence{1, QStringLiteral("/users/%1/role").arg(i), QStringLiteral("admin")};
    add(*assessment, 2, {admins});
    add(*assessment, 8, coverage());
    add(*assessment, 11, {deniedAudit()});
    AssessedOutcome retention = outcome(OutcomeStatus::Manual, QStringLiteral("account"), QStringLiteral("harbour"),
                                        QStringLiteral("harbour"), QStringLiteral("PagerDuty keeps 12 months; an export has to be attested."));
    add(*assessment, 12, {retention});
    add(*assessment, 21, {});
    add(*assessment, 22, {outcome(OutcomeStatus::Error, QStringLiteral("account"), QStringLiteral("harbour"),
                                  QStringLiteral("harbour"), QStringLiteral("The program failed while judging this control; nothing is concluded."))});
    return assessment;
}

} // namespace

std::shared_ptr<const Assessment> small()
{
    return smallOne();
}

std::shared_ptr<const Assessment> compared()
{
    auto assessment = smallOne();
    assessment->baselineName = QStringLiteral("earlier.json");
    for (AssessedOutcome &one : assessment->outcomes) {
        if (one.status == OutcomeStatus::Fail)
            one.baseline = one.controlId == 2 ? BaselineState::Unchanged : BaselineState::New;
    }
    assessment->resolved = {{8, {QStringLiteral("schedule"), QStringLiteral("PSCHED3"), QStringLiteral("Core"), {}},
                             QStringLiteral("Nobody is on call for 60 s in 1 gap."),
                             findingFingerprint(8, QStringLiteral("schedule"), QStringLiteral("PSCHED3"))}};
    return assessment;
}

QStringList hostileTexts()
{
    return {QStringLiteral("<script>alert(1)</script>"),
            QStringLiteral("\"><img src=x onerror=alert(1)>"),
            QStringLiteral("=cmd|' /C calc'!A0"),
            QStringLiteral("+1+1"),
            QStringLiteral("-1-1"),
            QStringLiteral("@SUM(1,1)"),
            QStringLiteral("\t=1+1"),
            QStringLiteral("\r\n=1+1"),
            QStringLiteral("a,b;\"c\"\r\nd"),
            QString(QChar(0x202E)) + QStringLiteral("txt.exe") + QChar(0x202C) + QChar(0x2066),
            QStringLiteral("\u05E9\u05DC\u05D5\u05DD\u200F!"),
            QStringLiteral("nul\u0001\u001b[31mred\u009f\u007f"),
            QString(QChar(0)) + QStringLiteral("after nul"),
            QStringLiteral("high ") + QChar(0xD800) + QStringLiteral(" low ") + QChar(0xDC00),
            QStringLiteral("noncharacter ") + QChar(0xFFFF) + QChar(0xFDD0),
            QStringLiteral("[x](javascript:alert(1)) `code` {0} *b* |"),
            QStringLiteral("</style></code></td></table>&amp;&lt;"),
            QStringLiteral("\U0001F4DF pager"),
            QString(10'240, QLatin1Char('W'))};
}

std::shared_ptr<const Assessment> hostile()
{
    auto assessment = blank();
    const QStringList texts = hostileTexts();
    const QStringList addresses{QStringLiteral("javascript:alert(1)"), QStringLiteral("https://user:pw@evil.example/"),
                                QStringLiteral("http://plain.example/"), QStringLiteral("https://ok.example/\"><b>"),
                                QStringLiteral("https://harbour.pagerduty.com/users/PUSER1?a=1&b=2")};
    QList<AssessedOutcome> outcomes;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        AssessedOutcome one = outcome(OutcomeStatus::Fail, QStringLiteral("user"), QStringLiteral("PUSER%1").arg(i),
                                      texts.at(i), QStringLiteral("%1 has no team.").arg(texts.at(i)));
        one.resource.url = addresses.at(i % addresses.size());
        one.evidence = {{1, QStringLiteral("/users/%1/name").arg(i), texts.at(i)},
                        {1, QStringLiteral("/users/%1").arg(i),
                         QJsonObject{{texts.at(i), QJsonArray{texts.at(i), QJsonValue::Null, true, 1.5}}}}};
        one.gaps = {{asOf, asOf + 60, texts.at(i)}};
        one.waiver = AppliedWaiver{texts.at(i), texts.at(i), texts.at(i), at(86'400'000)};
        outcomes << one;
    }
    add(*assessment, 4, outcomes);
    assessment->subdomain = texts.front();
    assessment->snapshot.account.requester = texts.at(1);
    assessment->requests[0].path = QStringLiteral("/users?query=") + texts.front();
    assessment->requests[0].serverRequestId = texts.at(11);
    assessment->parameters.criticalServices = texts.front();
    return assessment;
}

std::shared_ptr<const Assessment> large(int findings)
{
    auto assessment = blank();
    QList<AssessedOutcome> outcomes;
    outcomes.reserve(findings);
    for (int i = 0; i < findings; ++i) {
        AssessedOutcome one = outcome(OutcomeStatus::Fail, QStringLiteral("user"), QStringLiteral("P%1").arg(i, 6, 10, QLatin1Char('0')),
                                      QStringLiteral("Person number %1").arg(i),
                                      QStringLiteral("Person number %1 has no high-urgency notification rule.").arg(i));
        const QString pointer = QStringLiteral("/users/%1/").arg(i % 100);
        one.evidence = {{1, pointer + QStringLiteral("notification_rules"), QJsonArray()},
                        {1, pointer + QStringLiteral("role"), QStringLiteral("limited_user")},
                        {1, pointer + QStringLiteral("contact_methods/0/type"), QStringLiteral("email_contact_method")}};
        outcomes << one;
    }
    add(*assessment, 17, outcomes);
    return assessment;
}

std::shared_ptr<const Assessment> empty()
{
    auto assessment = blank();
    assessment->requests.clear();
    assessment->subdomain.clear();
    assessment->snapshot.account.keyHint.clear();
    assessment->snapshot.account.requester.clear();
    assessment->snapshot.finishedAt = {};
    for (ResourceClassState &state : assessment->snapshot.states)
        state = {state.resourceClass, CollectionState::NotCollected, ReasonCode::NotCollected, 0, {}, 0, 0};
    return assessment;
}

} // namespace pdsi::made

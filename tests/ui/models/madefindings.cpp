// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/models/madefindings.h"

#include "core/assessment/fingerprint.h"
#include "core/assessment/rollup.h"
#include "tests/support/prng.h"

#include <algorithm>

namespace pdsi::made {

using namespace Qt::StringLiterals;

namespace {

constexpr Instant asOf = 1'772'454'600; // 2026-03-02T12:30:00Z

const QList<ControlInfo> &catalogue()
{
    static const Result<QList<ControlInfo>> loaded = loadControlCatalog();
    return loaded.value();
}

QDateTime day(int days) { return QDateTime::fromSecsSinceEpoch(asOf + days * secondsPerDay, Qt::UTC); }

struct Made {
    QString kind;
    QString id;
    QString name;
};

Made randomResource(Prng &random)
{
    static const QStringList kinds{u"user"_s, u"service"_s, u"schedule"_s, u"escalation_policy"_s, u"team"_s, u"business_service"_s};
    static const QStringList words{u"Payments"_s, u"night shift"_s, u"ΣΊΣΥΦΟΣ"_s, u"Straße"_s, u"Ünal"_s, u"U\u0308nal"_s,
                                   u"שלום"_s,     u"Data Lake"_s,   u"core-api"_s, u"<b>bold</b>"_s, u"=1+1"_s, u"İstanbul"_s};
    const int number = random.below(200'000);
    const QString id = u'P' + QString::number(number + 60'466'176, 36).toUpper();
    return {random.pickFrom(kinds), id, random.pickFrom(words) + u" number %1"_s.arg(number)};
}

void giveStatus(AssessedOutcome &made, Prng &random)
{
    constexpr std::array weights{1, 15, 22, 27, 90, 100}; // error .. not applicable, of a hundred, added up
    const int drawn = random.below(100);
    made.status = static_cast<OutcomeStatus>(std::find_if(weights.begin(), weights.end(), [&](int w) { return drawn < w; }) - weights.begin());
    if (made.status == OutcomeStatus::NotDetermined)
        made.reason = static_cast<ReasonCode>(random.below(7));
    if (made.status == OutcomeStatus::Fail) {
        made.fingerprint = findingFingerprint(made.controlId, made.resource.kind, made.resource.id);
        made.baseline = random.below(2) ? BaselineState::New : BaselineState::Unchanged;
        if (random.below(8) == 0)
            made.waiver = AppliedWaiver{u"Accepted"_s, u"Dana"_s, {}, random.below(3) ? day(random.below(300)) : QDateTime()};
    }
    if (made.status == OutcomeStatus::Pass && random.below(10) == 0)
        made.attestation = AppliedAttestation{u"Looked at it"_s, u"Dana"_s, day(-1), day(30), OutcomeStatus::Manual};
    if (made.status == OutcomeStatus::Pass && random.below(10) == 0)
        made.baseline = BaselineState::Absent;
}

} // namespace

AssessedOutcome findingOf(int controlId, OutcomeStatus status, const QString &kind, const QString &id, const QString &name)
{
    AssessedOutcome made;
    made.controlId = controlId;
    made.status = status;
    made.resource = {kind, id, name, u"https://harbour.pagerduty.com/%1s/%2"_s.arg(kind, id)};
    made.message = u"\"%1\" is what was looked at."_s.arg(name);
    return made;
}

std::shared_ptr<const Assessment> randomFindings(quint32 seed, qsizetype outcomes)
{
    Prng random(seed);
    QList<AssessedOutcome> all;
    all.reserve(outcomes);
    for (qsizetype i = 0; i < outcomes; ++i) {
        const ControlInfo &control = catalogue().at(i * catalogue().size() / outcomes);
        const Made resource = randomResource(random);
        AssessedOutcome made = findingOf(control.id, OutcomeStatus::Pass, resource.kind, resource.id, resource.name);
        giveStatus(made, random);
        made.message = u"%1 has %2 gaps in the next 30 days, the longest of %3 minutes."_s.arg(resource.name)
                           .arg(random.below(40)).arg(random.below(5'000));
        all << made;
    }
    return findingsOf(std::move(all));
}

std::shared_ptr<const Assessment> findingsOf(QList<AssessedOutcome> outcomes)
{
    auto assessment = std::make_shared<Assessment>();
    assessment->asOf = asOf;
    assessment->baselineName = u"earlier.json"_s;
    std::stable_sort(outcomes.begin(), outcomes.end(), [](const AssessedOutcome &a, const AssessedOutcome &b) {
        return a.controlId != b.controlId ? a.controlId < b.controlId : outcomeLess(a, b);
    });
    qsizetype first = 0;
    for (const ControlInfo &info : catalogue()) {
        qsizetype last = first;
        while (last < outcomes.size() && outcomes.at(last).controlId == info.id)
            ++last;
        ControlResult result = rollUp(info, {outcomes.constData() + first, size_t(last - first)});
        result.firstOutcome = first;
        result.outcomeCount = last - first;
        assessment->controls << result;
        first = last;
    }
    assessment->outcomes = std::move(outcomes);
    return assessment;
}

} // namespace pdsi::made

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/judging.h"
#include "tests/support/inventorybuilder.h"
#include "ui/models/relatedresources.h"
#include "ui/models/resourceoutcomes.h"

#include <QTest>

#include <algorithm>

using namespace pdsi;

class TestRelatedResources : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothWays();
    void severalNotesOneEntry();
    void deletedAndUnknown();
    void whatWasNotReadIsSaid();
    void aLimitedKeyProvesNoAbsence();
    void dependencies();
    void rowsAreFound();
    void outcomesOfAResource();
    void sampleIsSymmetric();
};

namespace {

const auto user = QStringLiteral("user"), team = QStringLiteral("team"), service = QStringLiteral("service"),
           policy = QStringLiteral("escalation_policy"), schedule = QStringLiteral("schedule");

RelatedGroup group(const RelatedResources &related, const QString &kind, const QString &id, Relation relation)
{
    for (const RelatedGroup &found : related.of(kind, id)) {
        if (found.relation == relation)
            return found;
    }
    return {relation, {{QStringLiteral("no such relation"), {}, {}, {}}}, {}};
}

QStringList ids(const RelatedGroup &of)
{
    QStringList all;
    for (const RelatedResource &resource : of.resources)
        all << resource.id;
    return all;
}

std::shared_ptr<const Inventory> account()
{
    InventoryBuilder b;
    b.user(QStringLiteral("PUSR1")).teamIds = QStringList{QStringLiteral("PTEAM1")};
    b.user(QStringLiteral("PUSR2")).teamIds = QStringList{};
    b.policy(QStringLiteral("PPOL1"), {{QStringLiteral("PUSR1"), QStringLiteral("PSCH1")}, {QStringLiteral("PUSR1")}});
    b.service(QStringLiteral("PSVC1"), QStringLiteral("PPOL1")).teamIds = QStringList{QStringLiteral("PTEAM1")};
    b.schedule(QStringLiteral("PSCH1"), {QStringLiteral("PUSR1"), QStringLiteral("PUSR2")});
    Team made;
    made.id = made.name = QStringLiteral("PTEAM1");
    b.rows().teams.push_back(made);
    return b.build();
}

} // namespace

void TestRelatedResources::bothWays()
{
    const RelatedResources related(account());
    QCOMPARE(ids(group(related, user, QStringLiteral("PUSR1"), Relation::Teams)), QStringList{QStringLiteral("PTEAM1")});
    QCOMPARE(ids(group(related, team, QStringLiteral("PTEAM1"), Relation::Members)), QStringList{QStringLiteral("PUSR1")});
    QCOMPARE(ids(group(related, service, QStringLiteral("PSVC1"), Relation::Policy)), QStringList{QStringLiteral("PPOL1")});
    QCOMPARE(ids(group(related, policy, QStringLiteral("PPOL1"), Relation::Services)), QStringList{QStringLiteral("PSVC1")});
    QCOMPARE(ids(group(related, schedule, QStringLiteral("PSCH1"), Relation::Policies)), QStringList{QStringLiteral("PPOL1")});
    QCOMPARE(ids(group(related, schedule, QStringLiteral("PSCH1"), Relation::Members)),
             (QStringList{QStringLiteral("PUSR1"), QStringLiteral("PUSR2")}));
    QCOMPARE(ids(group(related, user, QStringLiteral("PUSR2"), Relation::Schedules)), QStringList{QStringLiteral("PSCH1")});
    QCOMPARE(ids(group(related, team, QStringLiteral("PTEAM1"), Relation::Services)), QStringList{QStringLiteral("PSVC1")});
}

void TestRelatedResources::severalNotesOneEntry()
{
    const RelatedResources related(account());
    const RelatedGroup policies = group(related, user, QStringLiteral("PUSR1"), Relation::Policies);
    QCOMPARE(policies.resources.size(), 1);
    QCOMPARE(policies.resources.first().notes, (QStringList{QStringLiteral("level 1"), QStringLiteral("level 2")}));
}

void TestRelatedResources::deletedAndUnknown()
{
    InventoryBuilder b;
    EscalationPolicy &made = b.policy(QStringLiteral("PPOL1"), {{QStringLiteral("PUSR9"), QStringLiteral("PUSR8")}});
    made.rules[0].targets[0].deleted = true;
    made.rules[0].targets[0].name = QStringLiteral("Gone Person");
    const RelatedResources related(b.build());
    const RelatedGroup targets = group(related, policy, QStringLiteral("PPOL1"), Relation::Targets);
    QCOMPARE(targets.resources.size(), 2);
    QCOMPARE(targets.resources.at(0).name, QStringLiteral("Gone Person"));
    QVERIFY(targets.resources.at(0).deleted && !targets.resources.at(0).inInventory);
    QVERIFY(!targets.resources.at(1).deleted && !targets.resources.at(1).inInventory);
}

void TestRelatedResources::whatWasNotReadIsSaid()
{
    InventoryBuilder b;
    b.user(QStringLiteral("PUSR1")).teamIds = std::nullopt;
    b.service(QStringLiteral("PSVC1")).integrations = std::nullopt;
    b.schedule(QStringLiteral("PSCH1")).layersKnown = false;
    b.setState(ResourceClass::EscalationPolicies, CollectionState::Denied, ReasonCode::Permission);
    b.setState(ResourceClass::Integrations, CollectionState::Partial, ReasonCode::Partial);
    const RelatedResources related(b.build());
    QCOMPARE(group(related, user, QStringLiteral("PUSR1"), Relation::Teams).incomplete, ReasonCode::Failed);
    QCOMPARE(group(related, user, QStringLiteral("PUSR1"), Relation::Policies).incomplete, ReasonCode::Permission);
    QCOMPARE(group(related, user, QStringLiteral("PUSR1"), Relation::Schedules).incomplete, std::nullopt);
    QCOMPARE(group(related, service, QStringLiteral("PSVC1"), Relation::Integrations).incomplete, ReasonCode::Partial);
    QCOMPARE(group(related, schedule, QStringLiteral("PSCH1"), Relation::Members).incomplete, ReasonCode::Failed);
}

void TestRelatedResources::aLimitedKeyProvesNoAbsence()
{
    InventoryBuilder b;
    b.user(QStringLiteral("PUSR1"));
    b.rows().keyScope = KeyScope::Limited;
    const RelatedResources related(b.build());
    QCOMPARE(group(related, user, QStringLiteral("PUSR1"), Relation::Schedules).incomplete, ReasonCode::Permission);
}

void TestRelatedResources::dependencies()
{
    InventoryBuilder b;
    b.service(QStringLiteral("PSVC1"));
    b.businessService(QStringLiteral("PBS1"));
    b.dependency(QStringLiteral("PSVC1"), QStringLiteral("PBS1"));
    b.rows().dependencies.back().supportingType = QStringLiteral("technical_service");
    const RelatedResources related(b.build());
    QCOMPARE(ids(group(related, QStringLiteral("business_service"), QStringLiteral("PBS1"), Relation::DependsOn)),
             QStringList{QStringLiteral("PSVC1")});
    const RelatedGroup needed = group(related, service, QStringLiteral("PSVC1"), Relation::NeededBy);
    QCOMPARE(ids(needed), QStringList{QStringLiteral("PBS1")});
    QVERIFY(needed.resources.first().inInventory);
}

void TestRelatedResources::rowsAreFound()
{
    InventoryBuilder b;
    b.service(QStringLiteral("PSVC1")).integrations =
        std::vector<Integration>{InventoryBuilder::integration(QStringLiteral("PINT1"))};
    GenericResource tag;
    tag.id = QStringLiteral("PTAG1");
    tag.className = QStringLiteral("tags");
    b.rows().others.push_back(tag);
    const RelatedResources related(b.build());
    QVERIFY(related.row(QStringLiteral("integration"), QStringLiteral("PINT1")));
    QCOMPARE(related.serviceOfIntegration(QStringLiteral("PINT1")), QStringLiteral("PSVC1"));
    QVERIFY(related.row(QStringLiteral("tag"), QStringLiteral("PTAG1")));
    QVERIFY(!related.row(user, QStringLiteral("PSVC1")));
    QVERIFY(RelatedResources().of(user, QStringLiteral("PUSR1")).isEmpty());
}

void TestRelatedResources::outcomesOfAResource()
{
    auto made = std::make_shared<Assessment>();
    const auto control = [&](int id, Severity severity) {
        ControlResult result;
        result.info.id = id;
        result.info.severity = severity;
        made->controls << result;
    };
    control(1, Severity::Low);
    control(2, Severity::Critical);
    const auto outcome = [&](int controlId, OutcomeStatus status, bool waived = false) {
        AssessedOutcome one;
        one.controlId = controlId;
        one.status = status;
        one.resource = {user, QStringLiteral("PUSR1"), {}, {}};
        if (waived)
            one.waiver = AppliedWaiver{};
        made->outcomes << one;
    };
    outcome(1, OutcomeStatus::Pass);
    outcome(1, OutcomeStatus::Fail);
    outcome(2, OutcomeStatus::Fail, true);
    outcome(2, OutcomeStatus::Fail);
    const ResourceOutcomes outcomes(made);
    QCOMPARE(outcomes.of(user, QStringLiteral("PUSR1")), (QList<qsizetype>{2, 3, 1, 0}));
    const ResourceOutcomes::Findings findings = outcomes.findings(user, QStringLiteral("PUSR1"));
    QCOMPARE(findings.open, 2);
    QCOMPARE(findings.waived, 1);
    QCOMPARE(findings.worst, Severity::Critical);
    QVERIFY(outcomes.of(user, QStringLiteral("PUSR2")).isEmpty());
}

/// Over a whole account: whoever names somebody is named back.
void TestRelatedResources::sampleIsSymmetric()
{
    const auto judged = judgeSample();
    QVERIFY(judged.ok());
    const Inventory &in = *judged->inventory;
    const RelatedResources related(judged->inventory);
    int edges = 0;
    for (const User &one : in.users) {
        for (const QString &id : ids(group(related, user, one.id, Relation::Schedules))) {
            QVERIFY(ids(group(related, schedule, id, Relation::Members)).contains(one.id));
            ++edges;
        }
        for (const QString &id : ids(group(related, user, one.id, Relation::Policies))) {
            QVERIFY(ids(group(related, policy, id, Relation::Targets)).contains(one.id));
            ++edges;
        }
        QCOMPARE(ids(group(related, user, one.id, Relation::Teams)).size(), one.teamIds->size());
    }
    QVERIFY(edges > 50);
    for (const Service &one : in.services) {
        const bool has = one.escalationPolicy.has_value();
        QCOMPARE(ids(group(related, service, one.id, Relation::Policy)).size(), has ? 1 : 0);
        QCOMPARE(ids(group(related, service, one.id, Relation::Incidents)).size(),
                 std::count_if(in.incidents.begin(), in.incidents.end(), [&](const Incident &i) { return i.serviceId == one.id; }));
    }
}

QTEST_GUILESS_MAIN(TestRelatedResources)
#include "tst_relatedresources.moc"

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/escalationgraph.h"
#include "core/snapshot/snapshotarchive.h"
#include "tests/core/controls/controlcase.h"
#include "tests/support/prng.h"

#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant hour = 3'600;

/// Everything that can be wrong, by chance: gaps, deleted and unreadable people and schedules, policies out of use.
std::shared_ptr<const Inventory> chanceAccount(quint64 seed)
{
    Prng prng(seed);
    InventoryBuilder builder;
    for (int i = 0; i < 8; ++i) {
        User &user = builder.user(u"PU%1"_s.arg(i), prng.below(6) ? u"limited_user"_s : u"read_only_user"_s);
        if (prng.below(4) == 0)
            user.contactMethods->pop_back();
        if (prng.below(5) == 0)
            user.notificationRules->clear();
        if (prng.below(9) == 0)
            user.contactMethods.reset();
    }
    const auto someone = [&] { return u"PU%1"_s.arg(prng.below(9)); }; // PU8 is gone
    for (int i = 0; i < 5; ++i) {
        Schedule &schedule = builder.schedule(u"PSCH%1"_s.arg(i), {someone(), someone()});
        for (Instant at = 0; at < 30 * 24; at += 12) {
            if (prng.below(8))
                InventoryBuilder::entry(schedule, at * hour, (at + 12) * hour, someone());
        }
        if (prng.below(6) == 0)
            schedule.finalEntries.reset();
    }
    for (int i = 0; i < 6; ++i) {
        QList<QStringList> levels;
        for (int level = 0, n = prng.below(4); level < n; ++level)
            levels.append({prng.below(2) ? someone() : u"PSCH%1"_s.arg(prng.below(6))}); // PSCH5 is gone
        builder.policy(u"PE%1"_s.arg(i), levels);
    }
    for (int i = 0; i < 7; ++i) {
        Service &service = builder.service(u"PS%1"_s.arg(i), prng.below(7) ? u"PE%1"_s.arg(prng.below(7)) : QString());
        if (prng.below(5) == 0)
            service.status = u"disabled"_s;
    }
    if (prng.below(4) == 0)
        builder.setState(ResourceClass::Users, CollectionState::Partial, ReasonCode::Partial);
    if (prng.below(5) == 0)
        builder.setState(ResourceClass::Schedules, CollectionState::Partial, ReasonCode::Partial);
    return builder.build();
}

/// What the controls say of each resource.
class Verdicts
{
public:
    Verdicts(const Inventory &inventory, Instant asOf)
    {
        for (const int control : {5, 6, 7, 8, 17, 18}) {
            const QList<Outcome> outcomes = judged(control, inventory, {}, asOf);
            for (const Outcome &outcome : outcomes)
                m_statuses.insert(key(control, outcome.resource.kind, outcome.resource.id), outcome.status);
        }
    }
    std::optional<OutcomeStatus> of(const GraphMark &mark) const
    {
        const auto found = m_statuses.constFind(key(mark.controlId, mark.resourceKind, mark.resourceId));
        return found == m_statuses.constEnd() ? std::nullopt : std::optional(*found);
    }
    bool isFailed(int control, const char *kind, const QString &id) const
    {
        return m_statuses.value(key(control, QLatin1String(kind), id), OutcomeStatus::Pass) == OutcomeStatus::Fail;
    }

private:
    static QString key(int control, const QString &kind, const QString &id) { return u"%1 %2 %3"_s.arg(control).arg(kind, id); }
    QHash<QString, OutcomeStatus> m_statuses;
};

bool hasMark(const GraphNode &node, GraphMarkKind kind)
{
    return std::any_of(node.marks.begin(), node.marks.end(), [kind](const GraphMark &mark) { return mark.kind == kind; });
}

} // namespace

/// The graph and the controls see the same account: a mark that names a finding names one that is there.
class TestGraphVerdicts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksNameFindings_data();
    void marksNameFindings();

private:
    void compare(const EscalationGraph &graph, const Verdicts &verdicts);
    void compareNode(const GraphNode &node, const Verdicts &verdicts);
    int m_named = 0;
};

void TestGraphVerdicts::marksNameFindings_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::newRow("sample account") << quint64(0);
    for (quint64 seed = 1; seed <= 40; ++seed)
        QTest::newRow(qPrintable(u"seed %1"_s.arg(seed))) << seed;
}

void TestGraphVerdicts::compareNode(const GraphNode &node, const Verdicts &verdicts)
{
    for (const GraphMark &mark : node.marks) {
        if (mark.controlId == 0)
            continue;
        ++m_named;
        const QString what = u"%1 kind %2 control %3 %4"_s.arg(node.key).arg(int(mark.kind)).arg(mark.controlId).arg(mark.resourceId);
        const std::optional<OutcomeStatus> status = verdicts.of(mark);
        QVERIFY2(status, qPrintable(what));
        const bool unread = mark.kind == GraphMarkKind::NotReadable && *status == OutcomeStatus::NotDetermined;
        QVERIFY2(unread || *status == OutcomeStatus::Fail, qPrintable(what));
    }
    // And the other way round, where the fact does not depend on the instant.
    if (node.kind == GraphNodeKind::Policy)
        QVERIFY2(!verdicts.isFailed(6, "escalation_policy", node.id) || hasMark(node, GraphMarkKind::SingleLevel), qPrintable(node.key));
    if (node.kind == GraphNodeKind::Person && !hasMark(node, GraphMarkKind::DeadEnd))
        QVERIFY2(!verdicts.isFailed(18, "user", node.id) || hasMark(node, GraphMarkKind::Unreachable), qPrintable(node.key));
}

void TestGraphVerdicts::compare(const EscalationGraph &graph, const Verdicts &verdicts)
{
    for (const GraphNode &node : graph.nodes) {
        compareNode(node, verdicts);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestGraphVerdicts::marksNameFindings()
{
    QFETCH(const quint64, seed);
    std::shared_ptr<const Inventory> inventory;
    if (seed > 0) {
        inventory = chanceAccount(seed);
    } else {
        const auto snapshot = openSnapshotArchive(qEnvironmentVariable("PDSI_SOURCE_DIR") + u"/resources/sample/sample.pdsnap"_s);
        QVERIFY(snapshot.ok());
        inventory = Inventory::load(*snapshot);
    }
    const Instant asOf = inventory->info().asOf;
    const auto coverage = computeCoverage(*inventory, coverageOptions(asOf, {}));
    const Verdicts verdicts(*inventory, asOf);
    m_named = 0;
    for (const Instant at : {asOf, asOf + 17 * hour, asOf + 5 * secondsPerDay, asOf + 29 * secondsPerDay}) {
        compare(escalationGraph(*inventory, *coverage, {}, at), verdicts);
        for (const EscalationPolicy &policy : inventory->policies)
            compare(escalationGraph(*inventory, *coverage, {GraphScopeKind::Policy, policy.id, false, true}, at), verdicts);
        for (const User &user : inventory->users)
            compare(escalationGraph(*inventory, *coverage, {GraphScopeKind::Person, user.id, false, true}, at), verdicts);
    }
    QVERIFY(m_named > 0);
}

QTEST_GUILESS_MAIN(TestGraphVerdicts)
#include "tst_graphverdicts.moc"

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/prng.h"
#include "tests/ui/models/madefindings.h"
#include "ui/models/findingorder.h"
#include "ui/models/findingsearch.h"

#include <QFuture>
#include <QTest>

#include <algorithm>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

QString fold(const QString &text) { return text.normalized(QString::NormalizationForm_C).toCaseFolded(); }
bool holds(const QString &text, const QString &word) { return fold(text).contains(fold(word)); }
QString yesNo(bool yes) { return yes ? u"yes"_s : u"no"_s; }

const ControlInfo &infoOf(const Assessment &assessment, const AssessedOutcome &outcome)
{
    return std::find_if(assessment.controls.begin(), assessment.controls.end(),
                        [&](const ControlResult &control) { return control.info.id == outcome.controlId; })->info;
}

bool isMapped(const ControlInfo &info, const QString &framework, const QString &requirement)
{
    return std::any_of(info.frameworks.begin(), info.frameworks.end(), [&](const FrameworkReference &reference) {
        return (framework.isEmpty() || reference.framework == framework)
            && (requirement.isEmpty() ? !reference.reviewed.isEmpty() : reference.reviewed.contains(requirement));
    });
}

/// What a term means, spelled out: no index, no tables. Knows values by their full names only.
bool naiveValue(const Assessment &assessment, const AssessedOutcome &o, const QString &facet, const QString &value)
{
    const ControlInfo &info = infoOf(assessment, o);
    if (facet.isEmpty())
        return holds(o.resource.name, value) || holds(o.resource.id, value) || holds(o.message, value) || holds(info.title, value);
    if (facet == u"status")
        return outcomeStatusName(o.status) == value;
    if (facet == u"severity")
        return severityName(info.severity) == value;
    if (facet == u"control")
        return QString::number(info.id) == value || info.slug == value;
    if (facet == u"framework")
        return isMapped(info, value, {});
    if (facet == u"requirement")
        return isMapped(info, {}, value);
    if (facet == u"kind")
        return o.resource.kind == value;
    if (facet == u"name")
        return holds(o.resource.name, value);
    if (facet == u"id")
        return fold(o.resource.id) == fold(value);
    if (facet == u"reason")
        return o.reason && reasonCodeName(*o.reason) == value;
    if (facet == u"waived")
        return value == yesNo(o.waiver.has_value());
    if (facet == u"attested")
        return value == yesNo(o.attestation.has_value());
    if (facet == u"fingerprint")
        return o.fingerprint.startsWith(value);
    return o.baseline == (value == u"new" ? BaselineState::New : value == u"unchanged" ? BaselineState::Unchanged : BaselineState::Absent);
}

bool naive(const Assessment &assessment, const AssessedOutcome &outcome, const SearchWords &words)
{
    return std::all_of(words.terms().begin(), words.terms().end(), [&](const SearchTerm &term) {
        return std::any_of(term.values.begin(), term.values.end(), [&](const QString &value) {
            return naiveValue(assessment, outcome, term.facet, value);
        }) != term.negated;
    });
}

QString randomTerm(Prng &random, const Assessment &assessment)
{
    const AssessedOutcome &any = random.pickFrom(assessment.outcomes);
    const QList<std::pair<QString, QStringList>> pool{
        {u"status"_s, {u"fail"_s, u"pass"_s, u"error"_s, u"notDetermined"_s, u"manual"_s, u"notApplicable"_s}},
        {u"severity"_s, {u"critical"_s, u"high"_s, u"medium"_s, u"low"_s}},
        {u"control"_s, {u"1"_s, u"8"_s, u"17"_s, u"oncall-coverage"_s, u"sso-enforcement"_s}},
        {u"framework"_s, {u"SOC 2"_s, u"CIS"_s, u"PCI-DSS"_s}},
        {u"requirement"_s, {u"CC6.1"_s, u"IA-2"_s}},
        {u"kind"_s, {u"user"_s, u"schedule"_s, u"business_service"_s}},
        {u"name"_s, {u"SHIFT"_s, u"ünal"_s, u"σίσυφος"_s, u"7"_s, any.resource.name}},
        {u"id"_s, {any.resource.id, any.resource.id.toLower(), u"P"_s}},
        {u"reason"_s, {u"permission"_s, u"plan"_s, u"cap"_s}},
        {u"waived"_s, {u"yes"_s, u"no"_s}},
        {u"attested"_s, {u"yes"_s, u"no"_s}},
        {u"baseline"_s, {u"new"_s, u"unchanged"_s, u"resolved"_s}},
        {u"fingerprint"_s, {any.fingerprint.left(3) + u"0"_s, u"a"_s}},
        {u""_s, {u"gaps"_s, u"coverage"_s, u"STRAßE"_s, u"12"_s, u"<b>"_s, u"zzz"_s, any.resource.id}},
    };
    const auto &[facet, values] = random.pickFrom(pool);
    QString written = random.chance(25) ? u"-"_s : QString();
    if (facet.isEmpty())
        return written + SearchWords::quoted(random.pickFrom(values));
    QStringList chosen;
    for (int n = random.between(1, 3); n > 0; --n)
        chosen << SearchWords::quoted(random.pickFrom(values));
    return written + facet + u':' + chosen.join(u',');
}

QString idsOf(const QString &search, const std::shared_ptr<const FindingIndex> &index)
{
    const FindingFilter filter(index, SearchWords::parse(search));
    QStringList ids;
    for (qsizetype row = 0; row < index->size(); ++row) {
        if (filter.accepts(row))
            ids << index->outcome(row).resource.id;
    }
    return ids.join(u' ');
}

std::shared_ptr<const FindingIndex> smallIndex()
{
    AssessedOutcome waived = made::findingOf(8, OutcomeStatus::Fail, u"schedule"_s, u"S1"_s, u"Payments night"_s);
    waived.waiver = AppliedWaiver{};
    waived.baseline = BaselineState::New;
    waived.fingerprint = u"3fa9"_s;
    AssessedOutcome denied = made::findingOf(11, OutcomeStatus::NotDetermined, u"audit_record"_s, u"*"_s, u"audit records"_s);
    denied.reason = ReasonCode::Permission;
    AssessedOutcome attested = made::findingOf(1, OutcomeStatus::Pass, u"account"_s, u"A1"_s, u"harbour"_s);
    attested.attestation = AppliedAttestation{};
    return FindingIndex::build(made::findingsOf({waived, denied, attested,
                                                 made::findingOf(12, OutcomeStatus::Manual, u"account"_s, u"A2"_s, u"harbour"_s),
                                                 made::findingOf(4, OutcomeStatus::Fail, u"user"_s, u"U1"_s, u"Ünal Straße"_s),
                                                 made::findingOf(14, OutcomeStatus::NotApplicable, u"webhook_subscription"_s, u"W1"_s, u"say \"hi\""_s)}));
}

} // namespace

class TestFindingFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("ids"); // in the order of the report
        QTest::newRow("everything") << u""_s << u"A1 U1 S1 * A2 W1"_s;
        QTest::newRow("status") << u"status:fail"_s << u"U1 S1"_s;
        QTest::newRow("status, visible word") << u"status:\"not determined\""_s << u"*"_s;
        QTest::newRow("status, begun") << u"status:notd"_s << u"*"_s;
        QTest::newRow("status, several") << u"status:FAIL,manual"_s << u"U1 S1 A2"_s;
        QTest::newRow("severity") << u"severity:critical"_s << u"A1"_s;
        QTest::newRow("severity, begun") << u"severity:crit"_s << u"A1"_s;
        QTest::newRow("control by number") << u"control:8"_s << u"S1"_s;
        QTest::newRow("a number is no beginning") << u"control:1"_s << u"A1"_s;
        QTest::newRow("control by slug") << u"control:oncall-coverage"_s << u"S1"_s;
        QTest::newRow("control by title") << u"control:\"team-based access\""_s << u"U1"_s;
        QTest::newRow("kind") << u"kind:schedule"_s << u"S1"_s;
        QTest::newRow("kind, visible word") << u"kind:\"Webhook subscription\""_s << u"W1"_s;
        QTest::newRow("name") << u"name:PAYMENTS"_s << u"S1"_s;
        QTest::newRow("name, any of") << u"name:night,hi"_s << u"S1 W1"_s;
        QTest::newRow("name does not look into messages") << u"name:looked"_s << u""_s;
        QTest::newRow("name with quotes") << u"name:\"\"\"hi\"\"\""_s << u"W1"_s;
        QTest::newRow("name, other spelling") << u"name:\"ÜNAL STRAßE\""_s << u"U1"_s;
        QTest::newRow("id, whole") << u"id:a1"_s << u"A1"_s;
        QTest::newRow("id, not a part") << u"id:A"_s << u""_s;
        QTest::newRow("reason") << u"reason:permission"_s << u"*"_s;
        QTest::newRow("reason, visible word") << u"reason:\"No permission\""_s << u"*"_s;
        QTest::newRow("waived") << u"waived:yes"_s << u"S1"_s;
        QTest::newRow("not waived") << u"status:fail waived:no"_s << u"U1"_s;
        QTest::newRow("attested") << u"attested:yes"_s << u"A1"_s;
        QTest::newRow("baseline") << u"baseline:new"_s << u"S1"_s;
        QTest::newRow("fingerprint") << u"fingerprint:3FA"_s << u"S1"_s;
        QTest::newRow("requirement") << u"requirement:cc6.1 control:1"_s << u"A1"_s;
        QTest::newRow("requirement of another framework") << u"requirement:CC6.1 framework:cis"_s << u""_s;
        QTest::newRow("a free word") << u"payments"_s << u"S1"_s;
        QTest::newRow("in the message") << u"looked"_s << u"A1 U1 S1 * A2 W1"_s;
        QTest::newRow("in the control's title") << u"24/7"_s << u"S1"_s;
        QTest::newRow("all free words") << u"night payments"_s << u"S1"_s;
        QTest::newRow("a phrase") << u"\"night payments\""_s << u""_s;
        QTest::newRow("without a word") << u"-harbour"_s << u"U1 S1 * W1"_s;
        QTest::newRow("without a title") << u"-24/7 status:fail"_s << u"U1"_s;
        QTest::newRow("without some") << u"-kind:account,user"_s << u"S1 * W1"_s;
        QTest::newRow("a facet twice") << u"status:fail,manual status:manual,pass"_s << u"A2"_s;
    }

    void finds()
    {
        QFETCH(const QString, search);
        const auto index = smallIndex();
        QCOMPARE(FindingFilter(index, SearchWords::parse(search)).problems().size(), search.contains(u"framework:cis") ? 1 : 0);
        QTEST(idsOf(search, index), "ids");
    }

    /// An outcome kept back must have a reason that is told; nothing may match by mistake.
    void problems_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("said"); // in the text of the problem
        QTest::addColumn<QString>("term");
        QTest::newRow("unknown facet") << u"status:fail foo:bar"_s << u"no word \"foo:\""_s << u"foo:bar"_s;
        QTest::newRow("unknown facet, negated") << u"-foo:bar"_s << u"no word \"foo:\""_s << u"-foo:bar"_s;
        QTest::newRow("unknown status") << u"status:foo"_s << u"no status \"foo\". Use error, fail, notDetermined, manual, pass or notApplicable"_s << u"status:foo"_s;
        QTest::newRow("unknown among known") << u"status:fail,foo"_s << u"\"foo\""_s << u"status:fail,foo"_s;
        QTest::newRow("unknown, negated") << u"-severity:none"_s << u"\"none\""_s << u"-severity:none"_s;
        QTest::newRow("could be several") << u"status:not"_s << u"could mean notDetermined or notApplicable"_s << u"status:not"_s;
        QTest::newRow("control that is not there") << u"control:99"_s << u"no control \"99\""_s << u"control:99"_s;
        QTest::newRow("kind that is not there") << u"kind:team"_s << u"no kind \"team\". Use account"_s << u"kind:team"_s;
        QTest::newRow("requirement") << u"requirement:X9"_s << u"requirement \"X9\""_s << u"requirement:X9"_s;
        QTest::newRow("yes or no") << u"waived:maybe"_s << u"Use no or yes"_s << u"waived:maybe"_s;
    }

    void problems()
    {
        QFETCH(const QString, search);
        QFETCH(const QString, said);
        const auto index = smallIndex();
        const FindingFilter filter(index, SearchWords::parse(search));
        QCOMPARE(filter.problems().size(), 1);
        const FilterProblem problem = filter.problems().first();
        QVERIFY2(problem.text.contains(said), qPrintable(problem.text));
        QTEST(search.mid(problem.start, problem.length), "term");
        QVERIFY(filter.matchesNothing());
        QCOMPARE(idsOf(search, index), QString());
        std::vector<quint8> mask(size_t(index->size()), 1);
        filter.match(0, mask);
        QCOMPARE(std::count(mask.begin(), mask.end(), 0), index->size());
    }

    void aFacetWithoutValueIsPassedOverAndSaysSo()
    {
        const auto index = smallIndex();
        const FindingFilter filter(index, SearchWords::parse(u"kind:schedule status:"_s));
        QCOMPARE(filter.problems().size(), 1);
        QVERIFY(filter.problems().first().text.contains(u"not applied"_s));
        QVERIFY(!filter.matchesNothing());
        QCOMPARE(idsOf(u"kind:schedule status:"_s, index), u"S1"_s);
    }

    void withoutBaselineNothingIsNew()
    {
        auto assessment = std::make_shared<Assessment>(smallIndex()->assessment());
        assessment->baselineName.clear();
        const FindingFilter filter(FindingIndex::build(assessment), SearchWords::parse(u"-baseline:new"_s));
        QVERIFY(filter.matchesNothing());
        QVERIFY(filter.problems().first().text.contains(u"not compared"_s));
    }

    /// For random searches over random assessments: every row, in order, counts included.
    void equalsNaiveEvaluation()
    {
        Prng random(2026);
        int matches = 0;
        for (quint32 seed = 1; seed <= 4; ++seed) {
            const auto assessment = made::randomFindings(seed, seed == 4 ? 9'000 : 300);
            const auto index = FindingIndex::build(assessment);
            const auto order = std::make_shared<std::vector<quint32>>(orderRows(*index, {{FindingColumn::Name, Qt::DescendingOrder}}));
            for (int i = 0; i < (seed == 4 ? 25 : 150); ++i) {
                QStringList terms;
                for (int n = random.below(4); n > 0; --n)
                    terms << randomTerm(random, *assessment);
                matches += check(terms.join(u' '), index, order);
                if (QTest::currentTestFailed())
                    return;
            }
        }
        QVERIFY2(matches > 10'000, "the searches are too narrow to show anything");
    }

    void stopsWhenCancelled()
    {
        const auto index = FindingIndex::build(made::randomFindings(1, 20'000));
        QPromise<FoundRowsPtr> promise;
        promise.start();
        promise.future().cancel();
        searchFindings(promise, FindingFilter(index), std::make_shared<std::vector<quint32>>(orderRows(*index, {})));
        QCOMPARE(promise.future().resultCount(), 0);
    }

private:
    /// The number of rows found.
    static int check(const QString &search, const std::shared_ptr<const FindingIndex> &index, const RowOrder &order)
    {
        const Assessment &assessment = index->assessment();
        const SearchWords words = SearchWords::parse(search);
        const FindingFilter filter(index, words);
        std::vector<quint32> expected;
        for (const quint32 row : *order) {
            const bool matches = !filter.matchesNothing() && naive(assessment, assessment.outcomes.at(row), words);
            if (filter.accepts(row) != matches)
                QTest::qFail(qPrintable(search + u" row "_s + QString::number(row)), __FILE__, __LINE__);
            if (matches)
                expected.push_back(row);
        }
        QPromise<FoundRowsPtr> promise;
        promise.start();
        searchFindings(promise, filter, order);
        promise.finish();
        std::vector<quint32> found;
        for (const FoundRowsPtr &lot : promise.future().results())
            found.insert(found.end(), lot->rows.begin(), lot->rows.end());
        if (found != expected || !promise.future().results().last()->isLast)
            QTest::qFail(qPrintable(search), __FILE__, __LINE__);
        checkCounts(words, index, promise.future().results().last()->counts);
        return int(found.size());
    }

    /// Counts are those of the search without its words about the status.
    static void checkCounts(const SearchWords &words, const std::shared_ptr<const FindingIndex> &index, const StatusCounts &counts)
    {
        const FindingFilter others(index, words.withFacet(u"status"_s, {}));
        StatusCounts expected;
        for (qsizetype row = 0; row < index->size(); ++row) {
            if (others.accepts(row))
                expected.add(index->statusOf(row));
        }
        for (int status = 0; status < 6; ++status)
            QCOMPARE(counts.of(static_cast<OutcomeStatus>(status)), expected.of(static_cast<OutcomeStatus>(status)));
    }
};

QTEST_GUILESS_MAIN(TestFindingFilter)
#include "tst_findingfilter.moc"

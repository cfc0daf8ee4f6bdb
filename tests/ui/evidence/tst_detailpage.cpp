// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/inventorybuilder.h"
#include "ui/evidence/detaillink.h"
#include "ui/evidence/detailpage.h"
#include "ui/evidence/requestpage.h"
#include "ui/models/collectionwords.h"
#include "ui/models/inventorykinds.h"
#include "ui/models/inventorytable.h"

#include <QRegularExpression>
#include <QTest>
#include <QTextDocument>
#include <QUrl>

using namespace pdsi;

class TestDetailPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySectionOfAnOutcome();
    void gapsWithTimesLengthAndWhoCatchesThem();
    void lifecycleNotes();
    void undeterminedSaysWhy();
    void controlWithWorstOutcomes();
    void resourceLinksItsRelations();
    void absenceIsNotClaimed();
    void hostileTextIsEscaped();
    void onlyHttpsIsLinked();
    void nothingOpenAndNothingChosen();
    void everyPlaceOfTheSampleHasAPage();
    void everyListedResourceHasAPage();
    void links_data();
    void links();
    void requestsShowTheWholeDigest();
    void removedFieldsAreListed();
};

namespace {

const auto hostile = QStringLiteral("<img src=\"https://evil.test/x\"><script>alert(1)</script><a href=\"pdsi:control/1\">x</a>\u202E");

ControlInfo info(int id)
{
    ControlInfo made;
    made.id = id;
    made.title = QStringLiteral("Coverage");
    made.severity = Severity::High;
    made.requirement = QStringLiteral("Somebody is on call.");
    made.why = QStringLiteral("Alerts wait.");
    made.fix = QStringLiteral("Add a layer.");
    made.evidence = QStringLiteral("Shows the rendering.");
    made.frameworks = {{QStringLiteral("FedRAMP"), QStringLiteral("Rev 5"), {QStringLiteral("IR-4")}, {QStringLiteral("IR-6")},
                        QStringLiteral("corrected"), QStringLiteral("IR-4 is about handling.")}};
    return made;
}

struct Made {
    InventoryBuilder builder;
    Assessment assessment;

    Made()
    {
        ControlResult control;
        control.info = info(8);
        control.status = OutcomeStatus::Fail;
        control.message = QStringLiteral("1 of 2 failed.");
        control.population = 2;
        assessment.controls << control;
        assessment.baselineName = QStringLiteral("march.json");
    }

    AssessedOutcome &outcome(OutcomeStatus status, const ResourceRef &resource)
    {
        AssessedOutcome made;
        made.controlId = 8;
        made.status = status;
        made.resource = resource;
        made.message = QStringLiteral("The verdict in one sentence.");
        assessment.outcomes << made;
        ControlResult &control = assessment.controls.first();
        control.outcomeCount = assessment.outcomes.size();
        control.counts.add(status);
        return assessment.outcomes.last();
    }

    DetailSource source() const
    {
        return DetailSource(JudgedSnapshot{builder.build(), std::make_shared<const Assessment>(assessment)});
    }
};

ResourceRef scheduleRef() { return {QStringLiteral("schedule"), QStringLiteral("PSCH1"), QStringLiteral("Night"), QStringLiteral("https://x.pagerduty.com/s")}; }

QString plain(const QString &html)
{
    QTextDocument document;
    document.setHtml(html);
    return document.toPlainText();
}

QString outcomeText(const Made &made)
{
    Place place;
    place.outcome = 0;
    return plain(detailPage(made.source(), place));
}

} // namespace

void TestDetailPage::everySectionOfAnOutcome()
{
    Made made;
    made.builder.schedule(QStringLiteral("PSCH1"));
    AssessedOutcome &outcome = made.outcome(OutcomeStatus::Fail, scheduleRef());
    outcome.evidence = {{int(ResourceClass::Schedules) + 1, QStringLiteral("/schedules/0/final_schedule"), QStringLiteral("empty")}};
    const QString text = outcomeText(made);
    qsizetype last = -1;
    for (const char *part : {"Fail", "High", "The verdict in one sentence.", "Control 8: Coverage", "Schedule", "Night", "PSCH1", "Open in PagerDuty",
                             "Why it matters", "Alerts wait.", "How to fix it", "Add a layer.", "Evidence", "/schedules/0/final_schedule",
                             "\"empty\"", "What the evidence can and cannot show", "Framework references", "FedRAMP", "Rev 5", "Reviewed",
                             "IR-6", "Specified", "IR-4", "corrected", "IR-4 is about handling."}) {
        const qsizetype at = text.indexOf(QLatin1String(part), last + 1);
        QVERIFY2(at > last, part); // there, and in this order
        last = at;
    }
}

void TestDetailPage::gapsWithTimesLengthAndWhoCatchesThem()
{
    Made made;
    AssessedOutcome &outcome = made.outcome(OutcomeStatus::Fail, scheduleRef());
    outcome.gaps = {{InventoryBuilder::now, InventoryBuilder::now + 5'400, {}},
                    {InventoryBuilder::now + 86'400, InventoryBuilder::now + 86'460, QStringLiteral("level 2")}};
    const QString text = outcomeText(made);
    for (const char *part : {"2 gaps", "2026-03-02T12:30:00Z", "2026-03-02T14:00:00Z", "1 h 30 min", "nobody", "2026-03-03T12:30:00Z", "1 min", "level 2"})
        QVERIFY2(text.contains(QLatin1String(part)), part);
    outcome.gaps = QList<Gap>(700, outcome.gaps.first());
    QVERIFY(outcomeText(made).contains(QStringLiteral("200 more gaps")));
}

void TestDetailPage::lifecycleNotes()
{
    Made made;
    AssessedOutcome &outcome = made.outcome(OutcomeStatus::Fail, scheduleRef());
    outcome.waiver = AppliedWaiver{QStringLiteral("Office hours only"), QStringLiteral("Dana"), QStringLiteral("RISK-12"),
                                   QDateTime::fromSecsSinceEpoch(InventoryBuilder::now, Qt::UTC)};
    outcome.baseline = BaselineState::New;
    QString text = outcomeText(made);
    for (const char *part : {"waived", "Office hours only", "Dana", "RISK-12", "2026-03-02T12:30:00Z", "New since the baseline march.json", "Fail"})
        QVERIFY2(text.contains(QLatin1String(part)), part);
    outcome.waiver.reset();
    outcome.baseline = BaselineState::Unchanged;
    outcome.status = OutcomeStatus::Pass;
    outcome.attestation = AppliedAttestation{QStringLiteral("SSO is required"), QStringLiteral("Sam"), {}, {}, OutcomeStatus::Manual};
    text = outcomeText(made);
    for (const char *part : {"attestation", "SSO is required", "Sam", "Manual", "already in the baseline"})
        QVERIFY2(text.contains(QLatin1String(part)), part);
    QVERIFY(!text.contains(QStringLiteral("Office hours")));
}

void TestDetailPage::undeterminedSaysWhy()
{
    for (const ReasonCode reason : {ReasonCode::Permission, ReasonCode::Plan, ReasonCode::NotExposed, ReasonCode::Partial, ReasonCode::Cap,
                                    ReasonCode::Failed, ReasonCode::NotCollected}) {
        Made made;
        made.outcome(OutcomeStatus::NotDetermined, {QStringLiteral("user"), QStringLiteral("*"), QStringLiteral("all users"), {}}).reason = reason;
        const QString text = outcomeText(made);
        QVERIFY(text.contains(sentenceFor(reason)));
        QVERIFY(text.contains(QStringLiteral("Not determined")));
        QVERIFY(text.contains(QStringLiteral("None: nothing was read")));
    }
}

void TestDetailPage::controlWithWorstOutcomes()
{
    Made made;
    made.outcome(OutcomeStatus::Fail, scheduleRef());
    for (int i = 0; i < 120; ++i)
        made.outcome(OutcomeStatus::Pass, {QStringLiteral("schedule"), QStringLiteral("P%1").arg(i), QStringLiteral("Other"), {}});
    const QString html = controlPage(made.source(), made.assessment.controls.first());
    const QString text = plain(html);
    for (const char *part : {"1 of 2 failed.", "Somebody is on call.", "2 resources", "Night", "Alerts wait.", "FedRAMP", "The other 21"})
        QVERIFY2(text.contains(QLatin1String(part)), part);
    QVERIFY(html.contains(DetailLink::toOutcome(0)));
}

void TestDetailPage::resourceLinksItsRelations()
{
    Made made;
    made.builder.user(QStringLiteral("PUSR1")).name = QStringLiteral("Ada");
    made.builder.policy(QStringLiteral("PPOL1"), {{QStringLiteral("PUSR1"), QStringLiteral("PUSR7")}});
    made.builder.schedule(QStringLiteral("PSCH1"), {QStringLiteral("PUSR1")});
    made.outcome(OutcomeStatus::Fail, {QStringLiteral("user"), QStringLiteral("PUSR1"), QStringLiteral("Ada"), {}});
    const QString user = resourcePage(made.source(), QStringLiteral("user"), QStringLiteral("PUSR1"));
    QVERIFY(user.contains(DetailLink::toResource(QStringLiteral("escalation_policy"), QStringLiteral("PPOL1"))));
    QVERIFY(user.contains(DetailLink::toResource(QStringLiteral("schedule"), QStringLiteral("PSCH1"))));
    QVERIFY(user.contains(DetailLink::toOutcome(0)));
    const QString text = plain(user);
    for (const char *part : {"Ada", "limited_user", "Contact methods", "E-mail", "Phone call", "Notification rules", "high urgency", "level 1",
                             "Where it was read", "/users/0"})
        QVERIFY2(text.contains(QLatin1String(part)), part);
    const QString policy = resourcePage(made.source(), QStringLiteral("escalation_policy"), QStringLiteral("PPOL1"));
    QVERIFY(policy.contains(DetailLink::toResource(QStringLiteral("user"), QStringLiteral("PUSR1"))));
    QVERIFY(!policy.contains(DetailLink::toResource(QStringLiteral("user"), QStringLiteral("PUSR7")))); // nothing to show
    QVERIFY(plain(policy).contains(QStringLiteral("PUSR7")));
}

void TestDetailPage::absenceIsNotClaimed()
{
    Made made;
    made.builder.user(QStringLiteral("PUSR1"));
    const auto page = [&] { return plain(resourcePage(made.source(), QStringLiteral("user"), QStringLiteral("PUSR1"))); };
    QVERIFY(!page().contains(QStringLiteral("not certain")));
    made.builder.setState(ResourceClass::Schedules, CollectionState::Denied, ReasonCode::Permission);
    QVERIFY(page().contains(QStringLiteral("None seen, but this is not certain. ") + sentenceFor(ReasonCode::Permission)));
    const QString unknown = plain(resourcePage(made.source(), QStringLiteral("user"), QStringLiteral("PNOBODY")));
    QVERIFY(unknown.contains(QStringLiteral("PNOBODY is not in this snapshot")));
}

void TestDetailPage::hostileTextIsEscaped()
{
    Made made;
    made.builder.user(QStringLiteral("PUSR1")).name = hostile;
    made.builder.rows().users[0].email = hostile;
    made.builder.rows().users[0].role = hostile;
    made.builder.rows().users[0].contactMethods->front().label = hostile;
    made.builder.policy(QStringLiteral("PPOL1"), {{QStringLiteral("PUSR1"), QStringLiteral("PUSR2")}}).name = hostile;
    made.builder.rows().policies[0].rules[0].targets[1].name = hostile;
    made.builder.rows().policies[0].rules[0].targets[1].type = hostile;
    AssessedOutcome &outcome = made.outcome(OutcomeStatus::Fail, {hostile, hostile, hostile, hostile});
    outcome.message = hostile;
    outcome.evidence = {{3, hostile, hostile}};
    outcome.gaps = {{0, 60, hostile}};
    outcome.waiver = AppliedWaiver{hostile, hostile, hostile, {}};
    outcome.attestation = AppliedAttestation{hostile, hostile, {}, {}, OutcomeStatus::Manual};
    made.outcome(OutcomeStatus::Fail, {QStringLiteral("user"), QStringLiteral("PUSR1"), hostile, {}}).message = hostile;
    made.assessment.controls.first().message = hostile;
    const DetailSource source = made.source();
    const QStringList pages{outcomePage(source, 0), outcomePage(source, 1), controlPage(source, made.assessment.controls.first()),
                            resourcePage(source, QStringLiteral("user"), QStringLiteral("PUSR1")),
                            resourcePage(source, QStringLiteral("escalation_policy"), QStringLiteral("PPOL1")), resourcePage(source, hostile, hostile)};
    for (const QString &page : pages) {
        QVERIFY(!page.contains(QStringLiteral("<script"), Qt::CaseInsensitive));
        QVERIFY(!page.contains(QStringLiteral("src=\"https")));
        QVERIFY(!page.contains(QStringLiteral("href=\"pdsi:control/1\"")));
        QVERIFY(!page.contains(QChar(0x202E)));
        static const QRegularExpression image(QStringLiteral("<img (?!src=\"pdsi-icon:(?:status|severity)/[A-Za-z]+\")"));
        QVERIFY(!page.contains(image));
    }
}

void TestDetailPage::onlyHttpsIsLinked()
{
    for (const char *bad : {"http://x.pagerduty.com/s", "javascript:alert(1)", "file:///etc/passwd", "https://user:pw@evil.test/", "//evil.test"}) {
        Made made;
        ResourceRef resource = scheduleRef();
        resource.url = QLatin1String(bad);
        made.outcome(OutcomeStatus::Fail, resource);
        QVERIFY2(!outcomePage(made.source(), 0).contains(QLatin1String("Open in PagerDuty")), bad);
        QVERIFY2(!outcomePage(made.source(), 0).contains(QLatin1String(bad)), bad);
    }
}

void TestDetailPage::nothingOpenAndNothingChosen()
{
    QVERIFY(plain(detailPage({}, {})).contains(QStringLiteral("Nothing is open")));
    Made made;
    made.outcome(OutcomeStatus::Pass, scheduleRef());
    QVERIFY(plain(detailPage(made.source(), {})).contains(QStringLiteral("Choose a finding")));
    Place stale;
    stale.outcome = 99;
    QVERIFY(plain(detailPage(made.source(), stale)).contains(QStringLiteral("Nothing is selected")));
}

void TestDetailPage::everyPlaceOfTheSampleHasAPage()
{
    const auto judged = judgeSample();
    QVERIFY(judged.ok());
    const DetailSource source(*judged);
    for (qsizetype i = 0; i < judged->assessment->outcomes.size(); ++i) {
        const AssessedOutcome &outcome = judged->assessment->outcomes.at(i);
        QVERIFY(outcomePage(source, i).contains(outcome.message.toHtmlEscaped()));
        const QString page = resourcePage(source, outcome.resource.kind, outcome.resource.id);
        QVERIFY2(page.contains(DetailLink::toOutcome(i)), qPrintable(outcome.resource.kind));
        QVERIFY(!page.contains(QStringLiteral("not in this snapshot:")));
    }
}

/// Whatever the inventory lets one choose leads to a page and to the place it was read at.
void TestDetailPage::everyListedResourceHasAPage()
{
    const auto judged = judgeSample();
    QVERIFY(judged.ok());
    const DetailSource source(*judged);
    int chosen = 0;
    for (const InventoryKind &kind : inventoryKinds()) {
        QSet<QString> seen;
        for (const InventoryRow &row : inventoryTable(*judged->inventory, kind.kind).rows) {
            if (row.id.isEmpty())
                continue;
            QVERIFY2(!seen.contains(row.id), qPrintable(kind.kind + row.id));
            seen.insert(row.id);
            const ResourceRow *found = source.related.row(kind.kind, row.id);
            QVERIFY2(found && found->source.requestId > 0, qPrintable(kind.kind + row.id));
            ++chosen;
        }
        if (!seen.isEmpty())
            QVERIFY(plain(resourcePage(source, kind.kind, *seen.begin())).contains(QStringLiteral("Where it was read")));
    }
    QVERIFY(chosen > 500);
}

void TestDetailPage::links_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<DetailLink>("link");
    const auto odd = QStringLiteral("a/b c?d#e%&<");
    QTest::newRow("outcome") << DetailLink::toOutcome(12) << DetailLink{DetailLink::Outcome, 12, {}, {}, {}};
    QTest::newRow("control") << DetailLink::toControl(8) << DetailLink{DetailLink::Control, 8, {}, {}, {}};
    QTest::newRow("resource") << DetailLink::toResource(QStringLiteral("schedule"), odd)
                              << DetailLink{DetailLink::Resource, -1, QStringLiteral("schedule"), odd, {}};
    QTest::newRow("request") << DetailLink::toRequest(3) << DetailLink{DetailLink::Request, 3, {}, {}, {}};
    QTest::newRow("request and pointer") << DetailLink::toRequest(3, QStringLiteral("/a~1b/0/") + odd)
                                         << DetailLink{DetailLink::Request, 3, {}, {}, QStringLiteral("/a~1b/0/") + odd};
    QTest::newRow("https") << QStringLiteral("https://x.pagerduty.com/a") << DetailLink{DetailLink::Web, -1, {}, {}, {}};
    for (const char *bad : {"http://x.test/", "file:///etc/passwd", "pdsi:outcome/-1", "pdsi:outcome/x", "pdsi:nonsense/1", "pdsi:", "https://u:p@x.test/", ""})
        QTest::newRow(bad) << QString::fromLatin1(bad) << DetailLink{};
}

void TestDetailPage::links()
{
    QFETCH(QString, address);
    QFETCH(DetailLink, link);
    const DetailLink parsed = DetailLink::fromUrl(QUrl(address));
    QCOMPARE(parsed.kind, link.kind);
    if (link.kind != DetailLink::Nowhere)
        QVERIFY(parsed == link);
}

void TestDetailPage::requestsShowTheWholeDigest()
{
    const auto judged = judgeSample();
    QVERIFY(judged.ok());
    for (const RequestRecord &request : judged->inventory->requests()) {
        const QString page = requestPage(*judged->inventory, request.id, DigestCheck::Matches, false);
        QVERIFY(page.contains(QString::fromLatin1(request.sha256)));
        QVERIFY(page.contains(request.path.toHtmlEscaped()));
        QVERIFY(page.contains(request.serverRequestId));
        QVERIFY(page.contains(formatTimestamp(request.sentAt)) && page.contains(formatTimestamp(request.receivedAt)));
    }
    QVERIFY(requestPage(*judged->inventory, 9'999, std::nullopt, false).contains(QStringLiteral("not in the log")));
}

void TestDetailPage::removedFieldsAreListed()
{
    const auto judged = judgeSample();
    QVERIFY(judged.ok());
    const int services = judged->inventory->requestIds(ResourceClass::Services).first();
    const QList<RemovedField> removed = judged->inventory->removed(services);
    QVERIFY(!removed.isEmpty());
    const QString page = requestPage(*judged->inventory, services, DigestCheck::Redacted, false);
    for (const RemovedField &field : removed)
        QVERIFY(page.contains(field.pointer));
    QVERIFY(page.contains(digestSentence(DigestCheck::Redacted, removed.size())));
    QVERIFY(digestSentence(DigestCheck::Differs, 0).contains(QStringLiteral("do not rely")));
}

QTEST_MAIN(TestDetailPage)
#include "tst_detailpage.moc"

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/waiverbook.h"
#include "core/report/bundle/bundleverification.h"
#include "core/report/reportexport.h"
#include "core/session/bundling.h"
#include "core/session/reporting.h"
#include "core/snapshot/memorybodysource.h"
#include "tests/core/collector/collectrun.h"
#include "tests/core/snapshot/archivefixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <bitset>
#include <cstring>

using namespace pdsi;
using namespace pdsi::fixture;

namespace {

Snapshot collected(const AccountModel &account)
{
    FakePagerDuty fake(account);
    MemoryPageStore store;
    if (!fake.listen())
        qFatal("cannot listen");
    const CollectRun run = collect(requestTo(fake), store, 120'000);
    SnapshotInfo info;
    info.id = QUuid::createUuid();
    info.account = {QStringLiteral("https://api.pagerduty.com"), SignInKind::ApiKey, {}, QStringLiteral("auditor@corp.example")};
    info.asOf = account.now;
    info.startedAt = info.finishedAt = QDateTime::fromSecsSinceEpoch(account.now, Qt::UTC);
    info.states = run.outcome.states;
    QList<RequestRecord> records;
    QHash<int, QByteArray> bodies;
    QHash<int, QList<RemovedField>> removed;
    for (const CollectedPage &page : std::as_const(store.pages)) {
        records << page.record;
        bodies.insert(page.record.id, page.body);
        removed.insert(page.record.id, page.removed);
    }
    return Snapshot(info, records, removed, std::make_shared<MemoryBodySource>(bodies));
}

/// What must not be found: names of two words and more, addresses and numbers of all people.
QList<QByteArray> personalTexts(const AccountModel &account)
{
    QList<QByteArray> all{"auditor@corp.example"};
    for (const QJsonValue &user : account.list(QStringLiteral("users"))) {
        const QString name = user[QLatin1String("name")].toString();
        if (name.contains(u' '))
            all << name.toUtf8() << name.toHtmlEscaped().toUtf8();
        if (const QByteArray email = user[QLatin1String("email")].toString().toUtf8(); email.contains('@'))
            all << email;
        const QJsonArray methods = user[QLatin1String("contact_methods")].toArray();
        for (const QJsonValue &method : methods) {
            if (const QByteArray address = method[QLatin1String("address")].toString().toUtf8(); address.size() > 6)
                all << address;
        }
    }
    return all;
}

/// Every file of a ZIP, and of the ZIPs in it.
Entries unpackedWhole(const QString &path, const QTemporaryDir &work)
{
    Entries all;
    for (const auto &[name, content] : unpacked(path)) {
        all << std::pair(name, content);
        if (!content.startsWith("PK"))
            continue;
        const QString inner = work.filePath(QStringLiteral("inner.zip"));
        write(inner, content);
        for (const auto &[innerName, innerContent] : unpacked(inner))
            all << std::pair(name + "!" + innerName, innerContent);
    }
    return all;
}

/// Looks for thousands of texts in one pass over the bytes.
class AnyOfTexts
{
public:
    explicit AnyOfTexts(const QList<QByteArray> &texts) : m_count(texts.size())
    {
        for (const QByteArray &text : texts) {
            if (text.size() < qsizetype(sizeof(quint64)))
                m_short.append(text);
            else
                m_long[beginning(text.constData())].append(text);
            m_starts.set(firstTwo(text.constData()));
        }
    }
    qsizetype count() const { return m_count; }
    /// Empty when none is there.
    QByteArray firstIn(const QByteArray &bytes) const
    {
        for (const QByteArray &text : m_short) {
            if (bytes.contains(text))
                return text;
        }
        for (qsizetype at = 0; at + qsizetype(sizeof(quint64)) <= bytes.size(); ++at) {
            if (!m_starts.test(firstTwo(bytes.constData() + at)))
                continue;
            const auto texts = m_long.constFind(beginning(bytes.constData() + at));
            if (texts == m_long.cend())
                continue;
            for (const QByteArray &text : *texts) {
                if (QByteArrayView(bytes).sliced(at).startsWith(text))
                    return text;
            }
        }
        return {};
    }

private:
    static size_t firstTwo(const char *text) { return size_t(uchar(text[0])) << 8 | uchar(text[1]); }
    static quint64 beginning(const char *text)
    {
        quint64 eight;
        std::memcpy(&eight, text, sizeof eight);
        return eight;
    }
    QHash<quint64, QList<QByteArray>> m_long; ///< by their first eight bytes
    QList<QByteArray> m_short;
    std::bitset<65536> m_starts;
    qsizetype m_count;
};

} // namespace

/// From a judged snapshot to a bundle, with and without its people.
class TestBundling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bundleHoldsEveryFormatAndIsGood();
    void sameAuditGivesTheSameBytes();
    void redactedBundleNamesNobody_data();
    void redactedBundleNamesNobody();
    void sameKeyGivesTheSamePseudonyms();
    void statementsAreRedactedToo();
    void scopeNamesTheSameFindings();
    void otherVerdictsAreRefused();

private:
    QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }

    QTemporaryDir m_directory;
};

void TestBundling::bundleHoldsEveryFormatAndIsGood()
{
    const auto judged = judgeSample();
    const BundleReport own{QStringLiteral("report.pdf"), [](QIODevice &device) { return device.write("%PDF") == 4; }};
    const auto content = bundleOf(makeReport(*judged), {own});
    QVERIFY(content);
    QStringList names;
    for (const BundleReport &report : content->reports)
        names << report.name;
    QCOMPARE(names.size(), reportFormats().size() + 1);
    for (const char *name : {"report.json", "report.csv", "report.html", "report.sarif.json", "report.xlsx", "report.oscal.json", "report.pdf"})
        QVERIFY2(names.contains(QLatin1String(name)), name);
    const auto key = SigningKey::generate();
    QVERIFY(writeEvidenceBundle(*content, &*key, path("sample.zip")));
    const auto verdict = verifyEvidenceBundle(path("sample.zip"), {keyFingerprint(key->publicKey()), {}});
    QVERIFY(verdict && verdict->good());
    // Every place that SARIF points at is in the bundle.
    Entries entries = unpacked(path("sample.zip"));
    const QJsonObject sarif = QJsonDocument::fromJson(entry(entries, "report.sarif.json")).object();
    int places = 0;
    for (const QJsonValue &result : sarif[QLatin1String("runs")][0][QLatin1String("results")].toArray()) {
        const QString uri = result[QLatin1String("locations")][0][QLatin1String("physicalLocation")][QLatin1String("artifactLocation")]
                                  [QLatin1String("uri")].toString();
        QVERIFY2(std::any_of(entries.begin(), entries.end(), [&](const auto &e) { return e.first == uri.toUtf8(); }), qPrintable(uri));
        ++places;
    }
    QVERIFY(places > 50);
}

void TestBundling::sameAuditGivesTheSameBytes()
{
    const auto judged = judgeSample();
    const auto key = SigningKey::generate();
    for (const char *name : {"one.zip", "two.zip"})
        QVERIFY(writeEvidenceBundle(*bundleOf(makeReport(*judged)), &*key, path(name)));
    QVERIFY(contentOf(path("one.zip")) == contentOf(path("two.zip")));
}

void TestBundling::redactedBundleNamesNobody_data()
{
    QTest::addColumn<AccountModel>("account");
    QTest::newRow("sample") << sampleAccount();
    QTest::newRow("reference") << referenceAccount();
    for (const quint64 seed : {3, 11, 42})
        QTest::addRow("random %llu", seed) << randomAccount(seed);
}

void TestBundling::redactedBundleNamesNobody()
{
    QFETCH(AccountModel, account);
    const Snapshot snapshot = collected(account);
    const JudgedSnapshot judged = judgeSnapshot(snapshot, SignInKind::ApiKey);
    const auto audit = redactAudit(judged, optionsOf(*judged.assessment), {}, RedactionKey::random());
    QVERIFY2(audit, qPrintable(audit ? QString() : audit.error().detail));
    const auto content = bundleOf(makeReport(audit->judged, audit->options));
    QVERIFY(content && content->redacted);
    QVERIFY(writeEvidenceBundle(*content, nullptr, path("redacted.zip")));
    const auto verdict = verifyEvidenceBundle(path("redacted.zip"));
    QVERIFY(verdict && verdict->good());
    const AnyOfTexts personal(personalTexts(account));
    QVERIFY(personal.count() > 10);
    int files = 0;
    for (const auto &[name, bytes] : unpackedWhole(path("redacted.zip"), m_directory)) {
        const QByteArray found = personal.firstIn(bytes);
        QVERIFY2(found.isEmpty(), name + " holds " + found);
        ++files;
    }
    QVERIFY(files > 30);
    // The same people, policies and schedules hang together as before.
    const Inventory &before = *judged.inventory, &after = *audit->judged.inventory;
    QCOMPARE(after.users.size(), before.users.size());
    for (std::size_t i = 0; i < before.users.size(); ++i) {
        QCOMPARE(after.users[i].id, before.users[i].id);
        QCOMPARE(after.users[i].teamIds, before.users[i].teamIds);
    }
    QCOMPARE(after.schedules.size(), before.schedules.size());
    QCOMPARE(after.policies.size(), before.policies.size());
    QCOMPARE(audit->judged.assessment->score(), judged.assessment->score());
    // The digests of what was received stay, and what was replaced is said.
    const RequestRecord &users = *std::find_if(snapshot.requests().begin(), snapshot.requests().end(),
                                               [](const RequestRecord &r) { return r.resourceClass == ResourceClass::Users; });
    QCOMPARE(after.request(users.id)->sha256, users.sha256);
    QVERIFY(after.removed(users.id).size() > before.removed(users.id).size());
}

void TestBundling::sameKeyGivesTheSamePseudonyms()
{
    const auto snapshot = openSampleSnapshot();
    const RedactionKey key = RedactionKey::random();
    const RedactedSnapshot one = redactSnapshot(*snapshot, key), two = redactSnapshot(*snapshot, key);
    QCOMPARE(reversalTable(one), reversalTable(two));
    QVERIFY(reversalTable(one) != reversalTable(redactSnapshot(*snapshot, RedactionKey::random())));
    QVERIFY(saveSnapshotArchive(one.snapshot, path("redacted.pdsnap")));
    const auto opened = openSnapshotArchive(path("redacted.pdsnap"));
    QVERIFY(opened && opened->info().redacted);
    QVERIFY(reversalTable(one).contains("Marit Solheim"));
}

void TestBundling::statementsAreRedactedToo()
{
    const auto plain = judgeSample();
    const auto finding = std::find_if(plain->assessment->outcomes.begin(), plain->assessment->outcomes.end(),
                                      [](const AssessedOutcome &o) { return o.status == OutcomeStatus::Fail; });
    AssessmentOptions options = optionsOf(*plain->assessment);
    options.waivers = WaiverBook({Waiver{finding->controlId, {}, {}, {}, QStringLiteral("Agreed with Marit Solheim"),
                                         QStringLiteral("Joost Verbeek"), {}, options.asOf + secondsPerDay}});
    const JudgedSnapshot judged{plain->inventory, assess(plain->inventory, options)};
    ReportOptions report;
    report.operatorName = QStringLiteral("Marit Solheim");
    const auto audit = redactAudit(judged, options, report, RedactionKey::random());
    QVERIFY(audit);
    const auto waived = std::find_if(audit->judged.assessment->outcomes.begin(), audit->judged.assessment->outcomes.end(),
                                     [](const AssessedOutcome &o) { return o.waiver.has_value(); });
    QVERIFY(waived != audit->judged.assessment->outcomes.end());
    const PersonalText &text = *audit->redacted.text;
    QCOMPARE(waived->waiver->approver, text.pseudonym(QStringLiteral("PHFU002")));
    QCOMPARE(waived->waiver->reason, QStringLiteral("Agreed with ") + text.pseudonym(QStringLiteral("PHFU001")));
    QCOMPARE(audit->options.operatorName, text.pseudonym(QStringLiteral("PHFU001")));
    QVERIFY(audit->options.redacted);
}

void TestBundling::scopeNamesTheSameFindings()
{
    const auto judged = judgeSample();
    const auto &outcomes = judged->assessment->outcomes;
    ReportOptions options;
    QSet<QString> chosen;
    options.scope.outcomes = QList<qsizetype>();
    for (qsizetype i = 0; i < outcomes.size(); i += 3) {
        options.scope.outcomes->append(i);
        chosen.insert(outcomes.at(i).fingerprint);
    }
    const auto audit = redactAudit(*judged, optionsOf(*judged->assessment), options, RedactionKey::random());
    QVERIFY(audit);
    QSet<QString> again;
    for (const qsizetype i : *audit->options.scope.outcomes)
        again.insert(audit->judged.assessment->outcomes.at(i).fingerprint);
    QCOMPARE(again, chosen);
}

void TestBundling::otherVerdictsAreRefused()
{
    const auto judged = judgeSample();
    AssessmentOptions other = optionsOf(*judged->assessment);
    QVERIFY(other.parameters.set(QStringLiteral("minParticipants"), QStringLiteral("9")));
    const auto audit = redactAudit(*judged, other, {}, RedactionKey::random());
    QVERIFY(!audit && audit.error().code == ErrorCode::Internal);
    QVERIFY2(audit.error().detail.contains(QLatin1String("control 9, schedule PHF")), qPrintable(audit.error().detail));
}

Q_DECLARE_METATYPE(pdsi::AccountModel)
QTEST_GUILESS_MAIN(TestBundling)
#include "tst_bundling.moc"

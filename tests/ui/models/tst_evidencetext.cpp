// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/judging.h"
#include "core/snapshot/memorybodysource.h"
#include "ui/models/evidencetext.h"
#include "ui/models/jsonlocator.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace pdsi;

class TestEvidenceText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyFactIsWhereItsPointerSays();
    void digestsAreChecked();

private:
    JudgedSnapshot m_sample;
};

namespace {
QJsonValue parsed(const QString &json) { return QJsonDocument::fromJson('[' + json.toUtf8() + ']').array().first(); }
} // namespace

void TestEvidenceText::initTestCase()
{
    const auto judged = judgeSample();
    QVERIFY(judged.ok());
    m_sample = *judged;
}

/// Every fact of the sample: the bytes the locator finds are the value the assessment holds, and so is what is shown.
void TestEvidenceText::everyFactIsWhereItsPointerSays()
{
    int facts = 0, laidOut = 0;
    QHash<int, QByteArray> bodies;
    QSet<QString> shownBefore;
    for (const AssessedOutcome &outcome : m_sample.assessment->outcomes) {
        for (const Evidence &fact : outcome.evidence) {
            if (!bodies.contains(fact.requestId))
                bodies.insert(fact.requestId, m_sample.inventory->body(fact.requestId));
            const QByteArray body = bodies.value(fact.requestId);
            const auto range = JsonLocator(body).locate(fact.pointer);
            QVERIFY2(range, qPrintable(fact.pointer));
            QCOMPARE(parsed(QString::fromUtf8(body.mid(range->start, range->length))), fact.value);
            ++facts;
            // Laying out large answers hundreds of times proves nothing new: once per control and request.
            const QString once = QStringLiteral("%1/%2").arg(outcome.controlId).arg(fact.requestId);
            if (shownBefore.contains(once))
                continue;
            shownBefore.insert(once);
            const EvidenceText text = readEvidenceText(*m_sample.inventory, fact.requestId, fact.pointer);
            QVERIFY(text.isJson && text.shown.mark);
            QCOMPARE(parsed(text.shown.text.mid(text.shown.mark->start, text.shown.mark->length)), fact.value);
            QCOMPARE(text.value, fact.value);
            ++laidOut;
        }
    }
    QVERIFY(facts > 700);
    QVERIFY(laidOut > 40);
}

void TestEvidenceText::digestsAreChecked()
{
    int matching = 0, redacted = 0;
    for (const RequestRecord &request : m_sample.inventory->requests()) {
        const DigestCheck check = readEvidenceText(*m_sample.inventory, request.id, {}).digest;
        QVERIFY(check == DigestCheck::Matches || check == DigestCheck::Redacted);
        QCOMPARE(check == DigestCheck::Redacted, !m_sample.inventory->removed(request.id).isEmpty());
        ++(check == DigestCheck::Matches ? matching : redacted);
    }
    QVERIFY(matching > 10 && redacted > 5);
    const RequestRecord wrong = [] {
        RequestRecord record;
        record.id = 1;
        record.sha256 = QByteArray(64, '0');
        return record;
    }();
    const Snapshot tampered({}, {wrong}, {}, std::make_shared<const MemoryBodySource>(QHash<int, QByteArray>{{1, "{}"}}));
    QCOMPARE(readEvidenceText(*Inventory::load(tampered), 1, {}).digest, DigestCheck::Differs);
    QCOMPARE(readEvidenceText(*Inventory::load(tampered), 2, {}).digest, DigestCheck::NothingStored);
}

QTEST_GUILESS_MAIN(TestEvidenceText)
#include "tst_evidencetext.moc"

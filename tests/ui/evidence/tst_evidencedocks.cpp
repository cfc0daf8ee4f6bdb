// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonaccess.h"
#include "core/snapshot/memorybodysource.h"
#include "ui/evidence/answerview.h"
#include "ui/evidence/detailview.h"
#include "ui/evidence/evidenceview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;

class TestEvidenceDocks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void showsTheValueOfEveryControl();
    void resourcesShowWhereTheyWereRead();
    void copiesAndSaves();
    void savingSaysWhenItFails();
    void findsInTheAnswer();
    void lastOfSeveralIsShown();
    void largeAnswersAreShownAroundTheValue();
    void noJsonAndNoBody();
    void anotherAuditReplacesTheFirst();

private:
    QAction *action(QWidget &dock, const char *name) const { return dock.findChild<QAction *>(QLatin1String(name)); }
    JudgedSnapshot m_sample;
};

namespace {

QJsonValue parsed(const QString &json) { return QJsonDocument::fromJson('[' + json.toUtf8() + ']').array().first(); }

QString markedText(const AnswerView &view)
{
    const auto marks = view.text()->extraSelections();
    return marks.isEmpty() ? QString() : marks.first().cursor.selectedText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

/// An audit of one answer, whatever it holds.
JudgedSnapshot auditOf(const QByteArray &body, const QString &pointer)
{
    SnapshotInfo info;
    RequestRecord record;
    record.id = 1;
    record.resourceClass = ResourceClass::Users;
    record.path = QStringLiteral("/users");
    record.result = RequestResult::Unreadable;
    record.sha256 = QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
    const Snapshot snapshot(info, {record}, {}, std::make_shared<const MemoryBodySource>(QHash<int, QByteArray>{{1, body}}));
    auto assessment = std::make_shared<Assessment>();
    AssessedOutcome outcome;
    outcome.controlId = 1;
    outcome.resource = {QStringLiteral("user"), QStringLiteral("P1"), {}, {}};
    outcome.evidence = {{1, pointer, QJsonValue::Undefined}};
    assessment->outcomes << outcome;
    return {Inventory::load(snapshot), assessment};
}

qsizetype firstWithEvidence(const Assessment &assessment, int controlId)
{
    for (qsizetype i = 0; i < assessment.outcomes.size(); ++i) {
        const AssessedOutcome &outcome = assessment.outcomes.at(i);
        if (outcome.controlId == controlId && !outcome.evidence.isEmpty())
            return i;
    }
    return -1;
}

} // namespace

void TestEvidenceDocks::initTestCase()
{
    const auto judged = judgeSample();
    QVERIFY(judged.ok());
    m_sample = *judged;
}

void TestEvidenceDocks::showsTheValueOfEveryControl()
{
    Selection selection;
    EvidenceView view(selection);
    view.show();
    QAbstractItemModelTester tester(view.findChild<EvidenceModel *>());
    selection.setAudit(m_sample);
    QSignalSpy loaded(&view.answer(), &AnswerView::loaded);
    QSignalSpy coloured(&view.answer(), &AnswerView::highlighted);
    int shown = 0;
    for (const ControlResult &control : m_sample.assessment->controls) {
        const qsizetype outcome = firstWithEvidence(*m_sample.assessment, control.info.id);
        if (outcome < 0)
            continue;
        loaded.clear();
        coloured.clear();
        selection.selectOutcome(outcome);
        const Evidence fact = m_sample.assessment->outcomes.at(outcome).evidence.first();
        QTRY_COMPARE(loaded.count(), 1);
        const QString text = view.answer().answer()->shown.text;
        QCOMPARE(view.answer().text()->toPlainText(), text);
        if (!fact.pointer.isEmpty()) {
            QCOMPARE(parsed(markedText(view.answer())), fact.value);
            // Scrolled to it: the first marked line can be seen.
            QVERIFY(view.answer().text()->viewport()->rect().contains(view.answer().text()->cursorRect().center()));
        }
        QTRY_COMPARE(coloured.count(), 1);
        QCOMPARE(view.answer().text()->toPlainText(), text); // colours change nothing
        ++shown;
    }
    QVERIFY(shown >= 23);
}

void TestEvidenceDocks::resourcesShowWhereTheyWereRead()
{
    Selection selection;
    EvidenceView view(selection);
    view.show();
    selection.setAudit(m_sample);
    QSignalSpy loaded(&view.answer(), &AnswerView::loaded);
    const User &user = m_sample.inventory->users.at(7);
    selection.selectResource(QStringLiteral("user"), user.id);
    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(textAt(parsed(markedText(view.answer())).toObject(), QLatin1String("id")), user.id);
    // The fact had no value before the answer was read.
    QCOMPARE(textAt(view.model().evidence().first().value.toObject(), QLatin1String("id")), user.id);
    selection.selectResource(QStringLiteral("user"), QStringLiteral("PNOBODY"));
    QCOMPARE(view.model().rowCount(), 0);
    QVERIFY(view.answer().text()->toPlainText().isEmpty());
    QVERIFY(!action(view, "evidence.copyValue")->isEnabled());
}

void TestEvidenceDocks::copiesAndSaves()
{
    Selection selection;
    EvidenceView view(selection);
    selection.setAudit(m_sample);
    const qsizetype outcome = firstWithEvidence(*m_sample.assessment, 8);
    const Evidence fact = m_sample.assessment->outcomes.at(outcome).evidence.first();
    selection.selectOutcome(outcome);
    action(view, "evidence.copyPointer")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), fact.pointer);
    action(view, "evidence.copyValue")->trigger();
    QCOMPARE(parsed(QGuiApplication::clipboard()->text()), fact.value);
    action(view, "evidence.copySha256")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text().toLatin1(), m_sample.inventory->request(fact.requestId)->sha256);
    QTemporaryDir folder;
    QSignalSpy saved(&view, &EvidenceView::saved);
    view.saveBody(folder.filePath(QStringLiteral("answer.json")));
    QTRY_COMPARE(saved.count(), 1);
    QVERIFY(saved.first().first().toBool());
    QFile file(folder.filePath(QStringLiteral("answer.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), m_sample.inventory->body(fact.requestId));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
}

void TestEvidenceDocks::savingSaysWhenItFails()
{
    Selection selection;
    EvidenceView view(selection);
    selection.setAudit(m_sample);
    selection.selectOutcome(firstWithEvidence(*m_sample.assessment, 8));
    QTemporaryDir folder;
    QSignalSpy saved(&view, &EvidenceView::saved);
    view.saveBody(folder.filePath(QStringLiteral("missing/answer.json")));
    QTRY_COMPARE(saved.count(), 1);
    QVERIFY(!saved.first().first().toBool());
    const auto *box = view.findChild<QMessageBox *>();
    QVERIFY(box && box->isVisible() && box->textFormat() == Qt::PlainText);
}

void TestEvidenceDocks::findsInTheAnswer()
{
    Selection selection;
    EvidenceView view(selection);
    view.show();
    selection.setAudit(auditOf(R"({"a":"needle","b":["x","Needle"]})", QStringLiteral("/a")));
    QSignalSpy loaded(&view.answer(), &AnswerView::loaded);
    selection.selectOutcome(0);
    QTRY_COMPARE(loaded.count(), 1);
    action(view, "evidence.find")->trigger();
    auto *field = view.findChild<QLineEdit *>(QStringLiteral("answerFindText"));
    QVERIFY(field->isVisible());
    field->setText(QStringLiteral("needle"));
    const QPlainTextEdit *text = view.answer().text();
    action(view, "evidence.findNext")->trigger();
    const int first = text->textCursor().selectionStart();
    QCOMPARE(text->textCursor().selectedText().toLower(), QStringLiteral("needle"));
    action(view, "evidence.findNext")->trigger();
    const int second = text->textCursor().selectionStart();
    QVERIFY(second > first);
    action(view, "evidence.findNext")->trigger(); // from the other end
    QCOMPARE(text->textCursor().selectionStart(), first);
    action(view, "evidence.findPrevious")->trigger();
    QCOMPARE(text->textCursor().selectionStart(), second);
    field->setText(QStringLiteral("nowhere"));
    action(view, "evidence.findNext")->trigger();
    QCOMPARE(text->textCursor().selectionStart(), second);
}

void TestEvidenceDocks::lastOfSeveralIsShown()
{
    Selection selection;
    EvidenceView view(selection);
    selection.setAudit(m_sample);
    QSignalSpy loaded(&view.answer(), &AnswerView::loaded);
    for (int control = 1; control <= 8; ++control)
        selection.selectOutcome(firstWithEvidence(*m_sample.assessment, control));
    const Evidence last = m_sample.assessment->outcomes.at(firstWithEvidence(*m_sample.assessment, 8)).evidence.first();
    QTRY_VERIFY(view.answer().answer().has_value());
    QCOMPARE(parsed(markedText(view.answer())), last.value);
    QVERIFY(loaded.count() < 8);
    selection.selectOutcome(firstWithEvidence(*m_sample.assessment, 5));
    selection.clearPlace();
    QVERIFY(!view.answer().answer());
    QVERIFY(view.answer().text()->toPlainText().isEmpty());
}

void TestEvidenceDocks::largeAnswersAreShownAroundTheValue()
{
    QByteArray body = "{\"users\":[";
    for (int i = 0; body.size() < 3 * 1024 * 1024; ++i)
        body += "{\"id\":\"P" + QByteArray::number(i) + "\",\"filler\":\"" + QByteArray(900, 'x') + "\"},";
    body += "{\"id\":\"PLAST\"}]}";
    const qsizetype users = body.count("\"id\"");
    Selection selection;
    EvidenceView view(selection);
    view.show();
    selection.setAudit(auditOf(body, QStringLiteral("/users/%1/id").arg(users - 1)));
    QSignalSpy loaded(&view.answer(), &AnswerView::loaded);
    selection.selectOutcome(0);
    QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 1, 20'000);
    QCOMPARE(markedText(view.answer()), QStringLiteral("\"PLAST\""));
    QVERIFY(view.answer().text()->toPlainText().size() < 3 * bodyWindow);
    const QString note = view.findChild<QLabel *>(QStringLiteral("answerNote"))->text();
    QVERIFY(note.contains(QStringLiteral("too large to show whole")));
    QVERIFY(note.contains(QStringLiteral("line %1:").arg(4 * users)));
}

void TestEvidenceDocks::noJsonAndNoBody()
{
    Selection selection;
    EvidenceView view(selection);
    const auto note = [&] { return view.findChild<QLabel *>(QStringLiteral("answerNote"))->text(); };
    QSignalSpy loaded(&view.answer(), &AnswerView::loaded);
    selection.setAudit(auditOf("<html><img src=\"https://evil.test/x\">Bad gateway</html>", {}));
    selection.selectOutcome(0);
    QTRY_COMPARE(loaded.count(), 1);
    QVERIFY(note().contains(QStringLiteral("no JSON")));
    QVERIFY(view.answer().text()->toPlainText().startsWith(QStringLiteral("<html>")));
    selection.setAudit(auditOf({}, QStringLiteral("/a")));
    selection.selectOutcome(0);
    QTRY_COMPARE(loaded.count(), 2);
    QVERIFY(note().contains(QStringLiteral("No answer is stored")));
    selection.setAudit(auditOf("{}", QStringLiteral("/a")));
    selection.selectOutcome(0);
    QTRY_COMPARE(loaded.count(), 3);
    QVERIFY(note().contains(QStringLiteral("The answer has no /a.")));
}

void TestEvidenceDocks::anotherAuditReplacesTheFirst()
{
    Selection selection;
    EvidenceView evidence(selection);
    DetailView detail(selection);
    selection.setAudit(m_sample);
    selection.selectOutcome(firstWithEvidence(*m_sample.assessment, 8));
    selection.setAudit(auditOf("{\"a\":1}", QStringLiteral("/a")));
    QCOMPARE(evidence.model().rowCount(), 0);
    QSignalSpy loaded(&evidence.answer(), &AnswerView::loaded);
    selection.selectOutcome(0);
    QTRY_VERIFY(evidence.answer().answer().has_value());
    QCOMPARE(markedText(evidence.answer()), QStringLiteral("1"));
    evidence.showFact(1, QStringLiteral("")); // another fact than the verdict's own
    QCOMPARE(evidence.model().rowCount(), 1);
    QTRY_VERIFY(evidence.answer().answer().has_value());
    QVERIFY(markedText(evidence.answer()).isEmpty());
}

QTEST_MAIN(TestEvidenceDocks)
#include "tst_evidencedocks.moc"

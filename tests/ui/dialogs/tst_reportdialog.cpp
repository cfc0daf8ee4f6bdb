// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/privatefile.h"
#include "core/report/bundle/bundleverification.h"
#include "tests/support/madeauthority.h"
#include "ui/dialogs/reportdialog.h"
#include "ui/dialogs/reportform.h"
#include "ui/dialogs/reportpreview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

/// The report dialog on the sample account; files go to a directory of the test.
class TestReportDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        auto judged = judgeSample();
        QVERIFY(judged.ok());
        m_audit = *judged;
    }

    void init()
    {
        QSettings().clear();
        m_settings = std::make_unique<AppSettings>();
        m_directory = std::make_unique<QTemporaryDir>();
    }

    void cleanup() { m_dialog.reset(); }

    void showsThePagesAsTheyPrint()
    {
        open();
        ReportPreview &preview = *m_dialog->preview();
        QTRY_VERIFY_WITH_TIMEOUT(preview.pageCount() > 3, 20'000);
        const int full = preview.pageCount();
        QCOMPARE(preview.page(), 1);
        QTRY_VERIFY(pagePicture().width() > 100);
        const QImage first = pagePicture();
        QTest::keyClick(preview.findChild<QScrollArea *>(), Qt::Key_PageDown);
        QCOMPARE(preview.page(), 2);
        QTRY_VERIFY(pagePicture() != first);
        choose("report.depth", int(ReportDepth::Executive));
        QTRY_VERIFY_WITH_TIMEOUT(preview.pageCount() > 0 && preview.pageCount() < full, 20'000);
    }

    void textFormatsShowTheirBeginning()
    {
        open();
        choose("report.kind", int(ReportKind::Csv));
        auto *text = m_dialog->findChild<QPlainTextEdit *>(u"report.previewText"_s);
        QTRY_VERIFY_WITH_TIMEOUT(text->toPlainText().contains(u"control_id,control,severity"_s), 20'000);
        QVERIFY(!m_dialog->findChild<QComboBox *>(u"report.depth"_s)->isVisible());
        QVERIFY(m_dialog->findChild<QComboBox *>(u"report.severity"_s)->isVisible());
    }

    void wordsThatMeanNothingAreSaid()
    {
        open(u"severity:hihg"_s);
        m_dialog->findChild<QCheckBox *>(u"report.onlyFiltered"_s)->setChecked(true);
        auto *message = m_dialog->findChild<QLabel *>(u"report.previewMessage"_s);
        QTRY_VERIFY_WITH_TIMEOUT(message->isVisible() && message->text().contains(u"hihg"_s), 20'000);
    }

    void writes_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("pdf") << int(ReportKind::Pdf) << QByteArray("%PDF-");
        QTest::newRow("html") << int(ReportKind::Html) << QByteArray("<!DOCTYPE html>");
        QTest::newRow("xlsx") << int(ReportKind::Xlsx) << QByteArray("PK");
        QTest::newRow("bundle") << int(ReportKind::Bundle) << QByteArray("PK");
        QTest::newRow("json") << int(ReportKind::Json) << QByteArray("{");
        QTest::newRow("oscal") << int(ReportKind::Oscal) << QByteArray("{");
    }

    void writes()
    {
        QFETCH(const int, kind);
        open();
        choose("report.kind", kind);
        QSignalSpy written(m_dialog.get(), &ReportDialog::written);
        QTest::mouseClick(m_dialog->findChild<QPushButton *>(u"report.write"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 60'000);
        QFile file(written.at(0).at(0).toString());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QFETCH(const QByteArray, begins);
        QVERIFY(file.read(64).startsWith(begins));
        QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void bundleIsNotWrittenWithoutTheKeyItShouldHave()
    {
        m_hasKey = false;
        open();
        choose("report.kind", int(ReportKind::Bundle));
        m_dialog->findChild<QPushButton *>(u"report.write"_s)->click();
        QVERIFY(m_dialog->findChild<QLabel *>(u"report.status"_s)->text().contains(u"locked"_s));
        QVERIFY(!m_dialog->isWriting() && !QFile::exists(m_path));
        m_dialog->findChild<QCheckBox *>(u"report.signed"_s)->setChecked(false);
        QSignalSpy written(m_dialog.get(), &ReportDialog::written);
        m_dialog->findChild<QPushButton *>(u"report.write"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 60'000);
        m_hasKey = true;
    }

    void bundlesAreStampedWhenTheSettingsNameAServer()
    {
        const MadeAuthority authority;
        openBundle(authority);
        QVERIFY(m_dialog->findChild<QCheckBox *>(u"report.stamped"_s)->isChecked());
        QVERIFY(m_dialog->findChild<QCheckBox *>(u"report.stamped"_s)->text().contains(u"127.0.0.1"_s));
        QSignalSpy written(m_dialog.get(), &ReportDialog::written);
        m_dialog->findChild<QPushButton *>(u"report.write"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 60'000);
        QVERIFY(status().contains(u"Harbour Time"_s));
        const auto verdict = verifyEvidenceBundle(m_path);
        QVERIFY(verdict && verdict->good());
        QCOMPARE(verdict->timestamp.state, TimestampVerdict::State::Valid);
    }

    void withoutAStampItAsks()
    {
        MadeAuthority authority;
        authority.mood = MadeAuthority::Mood::NotFound;
        openBundle(authority);
        QSignalSpy written(m_dialog.get(), &ReportDialog::written);
        m_dialog->findChild<QPushButton *>(u"report.write"_s)->click();
        auto *again = m_dialog->findChild<QPushButton *>(u"report.stampAgain"_s);
        QTRY_VERIFY_WITH_TIMEOUT(again->isVisible(), 60'000);
        QVERIFY(status().contains(u"it has no time stamp"_s) && status().contains(u"404"_s));
        QVERIFY(written.isEmpty() && !m_dialog->isWriting());
        authority.mood = MadeAuthority::Mood::Good;
        again->click();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 30'000);
        QVERIFY(!again->isVisible());
        QCOMPARE(verifyEvidenceBundle(m_path)->timestamp.state, TimestampVerdict::State::Valid);
    }

    void bundleIsKeptWithoutAStamp_data()
    {
        QTest::addColumn<bool>("byClosing");
        QTest::newRow("by the button") << false;
        QTest::newRow("by closing") << true;
    }

    void bundleIsKeptWithoutAStamp()
    {
        QFETCH(const bool, byClosing);
        MadeAuthority authority;
        authority.mood = MadeAuthority::Mood::Silent;
        openBundle(authority);
        QSignalSpy written(m_dialog.get(), &ReportDialog::written);
        m_dialog->findChild<QPushButton *>(u"report.write"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!authority.asked.body.isEmpty(), 60'000);
        QVERIFY(m_dialog->isWriting());
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape); // stops the asking, not more
        auto *keep = m_dialog->findChild<QPushButton *>(u"report.keepUnstamped"_s);
        QTRY_VERIFY(keep->isVisible());
        QVERIFY(m_dialog->isVisible() && !m_dialog->isWriting() && written.isEmpty());
        byClosing ? m_dialog->reject() : keep->click();
        QCOMPARE(written.size(), 1);
        const auto verdict = verifyEvidenceBundle(m_path);
        QVERIFY(verdict && verdict->good());
        QCOMPARE(verdict->timestamp.state, TimestampVerdict::State::None);
    }

    void withoutAServerNothingIsStamped()
    {
        open();
        choose("report.kind", int(ReportKind::Bundle));
        const auto *stamped = m_dialog->findChild<QCheckBox *>(u"report.stamped"_s);
        QVERIFY(stamped->isVisible() && !stamped->isEnabled());
        QVERIFY(stamped->text().contains(u"no server"_s));
    }

    void peopleAreHiddenAndTheTableIsBeside()
    {
        open();
        choose("report.kind", int(ReportKind::Json));
        m_dialog->findChild<QCheckBox *>(u"report.redacted"_s)->setChecked(true);
        QSignalSpy written(m_dialog.get(), &ReportDialog::written);
        m_dialog->findChild<QPushButton *>(u"report.write"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 60'000);
        QFile report(m_path), table(reversalTablePath(m_path));
        QVERIFY(report.open(QIODevice::ReadOnly) && table.open(QIODevice::ReadOnly));
        const QByteArray people = table.readAll(), content = report.readAll();
        QVERIFY(people.contains("Bart Oosterhuis") || people.contains("Colm"));
        QVERIFY(!content.contains("Colm Gallagher"));
    }

    void reportAndTableComeTogetherOrNotAtAll()
    {
        open();
        choose("report.kind", int(ReportKind::Json));
        m_dialog->findChild<QCheckBox *>(u"report.redacted"_s)->setChecked(true);
        const QDir folder(m_directory->path());
        const QString table = QFileInfo(reversalTablePath(m_path)).fileName();
        QVERIFY(folder.mkdir(table)); // where the table should go
        QSignalSpy failed(m_dialog.get(), &ReportDialog::failed);
        m_dialog->findChild<QPushButton *>(u"report.write"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 60'000);
        QVERIFY(m_dialog->findChild<QLabel *>(u"report.status"_s)->text().contains(table));
        QCOMPARE(folder.entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{table});
        // The other way round: no report, and the table of an earlier one stays as it was.
        QVERIFY(folder.rmdir(table) && folder.mkdir(QFileInfo(m_path).fileName()));
        QVERIFY(writePrivateFile(folder.filePath(table), "earlier"));
        m_dialog->findChild<QPushButton *>(u"report.write"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, 60'000);
        QFile kept(folder.filePath(table));
        QVERIFY(kept.open(QIODevice::ReadOnly) && kept.readAll() == "earlier");
    }

    void nothingIsLeftWhenTheFileCannotBeWritten()
    {
        open();
        m_path = m_directory->filePath(u"no/such/directory/report.pdf"_s);
        QSignalSpy failed(m_dialog.get(), &ReportDialog::failed);
        m_dialog->findChild<QPushButton *>(u"report.write"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30'000);
        QVERIFY(m_dialog->findChild<QLabel *>(u"report.status"_s)->text().contains(u"no/such/directory"_s));
        QVERIFY(m_dialog->findChild<QPushButton *>(u"report.write"_s)->isEnabled());
    }

    void escapeWhileWritingCancels()
    {
        open();
        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->preview()->isBusy(), 20'000);
        m_dialog->findChild<QPushButton *>(u"report.write"_s)->click();
        QVERIFY(m_dialog->isWriting());
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isWriting(), 30'000);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!QFile::exists(m_path));
        QCOMPARE(m_dialog->findChild<QLabel *>(u"report.status"_s)->text(), u"Cancelled. Nothing was written."_s);
    }

    void presetsAreKeptRemovedAndTakenBack()
    {
        open();
        choose("report.kind", int(ReportKind::Csv));
        m_dialog->findChild<QPushButton *>(u"report.savePreset"_s)->click();
        auto *question = m_dialog->findChild<QInputDialog *>();
        QVERIFY(question);
        question->setTextValue(u"Weekly table"_s);
        question->accept();
        auto *presets = m_dialog->findChild<QComboBox *>(u"report.preset"_s);
        QTRY_COMPARE(presets->currentText(), u"Weekly table"_s);
        m_dialog->findChild<QPushButton *>(u"report.removePreset"_s)->click();
        QCOMPARE(presets->findText(u"Weekly table"_s), -1);
        m_dialog->findChild<QPushButton *>(u"report.undoPreset"_s)->click();
        QVERIFY(presets->findText(u"Weekly table"_s) > 0);
        open();
        QVERIFY(m_dialog->findChild<QComboBox *>(u"report.preset"_s)->findText(u"Weekly table"_s) > 0);
    }

    void passwordsAreNeverKept()
    {
        open();
        m_dialog->findChild<QLineEdit *>(u"report.password"_s)->setText(u"correct horse"_s);
        QSignalSpy written(m_dialog.get(), &ReportDialog::written);
        m_dialog->findChild<QPushButton *>(u"report.write"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 30'000);
        QSettings settings;
        settings.sync();
        for (const QString &key : settings.allKeys())
            QVERIFY(!settings.value(key).toStringList().join(u' ').contains(u"correct horse"_s));
        open();
        QVERIFY(m_dialog->form()->password().isEmpty());
    }

private:
    void openBundle(const MadeAuthority &authority)
    {
        m_service = TimestampService{authority.url()};
        open();
        m_service.reset();
        choose("report.kind", int(ReportKind::Bundle));
    }

    QString status() const { return m_dialog->findChild<QLabel *>(u"report.status"_s)->text(); }

    void open(const QString &filter = {})
    {
        m_path = m_directory->filePath(u"report.out"_s);
        ReportDialog::Surroundings around;
        around.askForFile = [this](const ReportOrder &, const auto &chosen) { chosen(m_path); };
        around.signingKey = [this](const auto &then) { then(m_hasKey ? SigningKey::generate() : Result<SigningKey>(Error{ErrorCode::KeychainLocked, u"locked"_s})); };
        around.describe = [](const Error &error) { return error.detail; };
        if (m_service) {
            around.timestampHost = m_service->authority.host();
            around.timestampService = [service = *m_service](const auto &found) { found(service); };
        }
        m_dialog = std::make_unique<ReportDialog>(m_audit, SearchWords::parse(filter), *m_settings, around);
        m_dialog->show();
    }

    void choose(const char *name, int value)
    {
        auto *box = m_dialog->findChild<QComboBox *>(QLatin1String(name));
        box->setCurrentIndex(box->findData(value));
    }

    QImage pagePicture() const
    {
        const auto *scroll = m_dialog->preview()->findChild<QScrollArea *>();
        return static_cast<QLabel *>(scroll->widget())->pixmap().toImage();
    }

    JudgedSnapshot m_audit;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ReportDialog> m_dialog;
    QString m_path;
    bool m_hasKey = true;
    std::optional<TimestampService> m_service;
};

QTEST_MAIN(TestReportDialog)
#include "tst_reportdialog.moc"

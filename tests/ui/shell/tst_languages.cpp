// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connectionaccess.h"
#include "core/report/pdf/pdfreport.h"
#include "core/report/reportexport.h"
#include "tests/core/report/madeassessment.h"
#include "tests/support/fakecredentialstore.h"
#include "translations/translations.h"
#include "ui/models/languages.h"
#include "ui/models/words.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/selection.h"

#include <QAction>
#include <QBuffer>
#include <QDialogButtonBox>
#include <QFile>
#include <QLibraryInfo>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace pdsi;

namespace {

QByteArray pdfBytes(const Report &report)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return writePdfReport(report, {}, buffer) ? bytes : QByteArray();
}

/// The small report in every format; a workbook holds when it was written and is left out.
std::map<QString, QByteArray> reports()
{
    const Report report({made::small(), nullptr, nullptr}, {});
    std::map<QString, QByteArray> all{{QStringLiteral("pdf"), pdfBytes(report)}};
    for (const auto &[name, format] : {std::pair{"json", ReportFormat::Json}, {"csv", ReportFormat::Csv}, {"sarif", ReportFormat::Sarif},
                                       {"html", ReportFormat::Html}, {"oscal", ReportFormat::Oscal}})
        all[QLatin1String(name)] = exportReport(report, format);
    return all;
}

} // namespace

/// What was made in English before anything was translated, against the same in German.
class TestLanguages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void choosesByWishThenBySystem();
    void menusSpeakGerman();
    void qtSpeaksGerman();
    void searchWordsStay();
    void reportsStayEnglish();
    void verdictsStayEnglish();

private:
    std::unique_ptr<MainWindow> window() { return std::make_unique<MainWindow>(*m_settings, *m_access); }

    static QStringList sampleVerdicts(MainWindow &window)
    {
        QSignalSpy opened(&window, &MainWindow::opened);
        window.openSample();
        if (!QTest::qWaitFor([&] { return opened.count() == 1; }))
            return {};
        QStringList messages;
        for (const AssessedOutcome &outcome : window.selection().audit().assessment->outcomes)
            messages << outcome.message;
        return messages;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<ConnectionAccess> m_access;
    std::map<QString, QByteArray> m_englishReports;
    QStringList m_englishVerdicts;
};

void TestLanguages::initTestCase()
{
    initTranslations();
    if (!languages().contains(QStringLiteral("de")))
        QSKIP("built without Qt's translation tools: there is no German");
    init();
    {
        const auto english = window();
        QCOMPARE(english->menuBar()->actions().first()->text(), QStringLiteral("&File"));
        m_englishVerdicts = sampleVerdicts(*english);
    }
    QVERIFY(!m_englishVerdicts.isEmpty());
    m_englishReports = reports();
    speak(QStringLiteral("de"));
}

void TestLanguages::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_access = std::make_unique<ConnectionAccess>(m_folder->path(), std::make_unique<FakeCredentialStore>(), Clock::system());
    m_settings = std::make_unique<AppSettings>();
}

void TestLanguages::choosesByWishThenBySystem()
{
    const QString de = QStringLiteral("de"), en = QStringLiteral("en");
    QCOMPARE(languages().first(), en);
    QCOMPARE(languageName(en), QStringLiteral("English"));
    QCOMPARE(languageName(de), QStringLiteral("Deutsch"));
    QCOMPARE(chosenLanguage(de, {en}), de);
    QCOMPARE(chosenLanguage(en, {QStringLiteral("de-DE"), de}), en);
    QCOMPARE(chosenLanguage({}, {QStringLiteral("de-AT"), QStringLiteral("en-GB")}), de);
    QCOMPARE(chosenLanguage({}, {QStringLiteral("fr-FR"), QStringLiteral("en-US"), de}), en);
    QCOMPARE(chosenLanguage(QStringLiteral("xx"), {QStringLiteral("C")}), en);
}

void TestLanguages::menusSpeakGerman()
{
    const auto german = window();
    QStringList titles;
    for (const QAction *menu : german->menuBar()->actions())
        titles << menu->text();
    QCOMPARE(titles, QStringList({QStringLiteral("&Datei"), QStringLiteral("&Ansicht"), QStringLiteral("&Gehe zu"), QStringLiteral("&Hilfe")}));
    QCOMPARE(german->findChild<QAction *>(QStringLiteral("file.quit"))->text(), QStringLiteral("&Beenden"));
    // A function outside of classes looks its words up where lupdate filed them.
    QCOMPARE(wordFor(OutcomeStatus::NotDetermined), QStringLiteral("Nicht feststellbar"));
    QCOMPARE(kindWord(QStringLiteral("schedule")), QStringLiteral("Bereitschaftsplan"));
}

void TestLanguages::qtSpeaksGerman()
{
    if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_de.qm")))
        QSKIP("Qt's own translations are not installed");
    const QDialogButtonBox box(QDialogButtonBox::Cancel);
    QCOMPARE(box.button(QDialogButtonBox::Cancel)->text().remove(QLatin1Char('&')), QStringLiteral("Abbrechen"));
}

void TestLanguages::searchWordsStay()
{
    const auto german = window();
    sampleVerdicts(*german);
    german->findChild<QAction *>(QStringLiteral("go.undetermined"))->trigger();
    QCOMPARE(german->selection().filter().text(), QStringLiteral("status:notDetermined"));
}

void TestLanguages::reportsStayEnglish()
{
    const std::map<QString, QByteArray> german = reports();
    QCOMPARE(german.size(), m_englishReports.size());
    for (const auto &[format, bytes] : m_englishReports) {
        QVERIFY2(!bytes.isEmpty(), qPrintable(format));
        QVERIFY2(german.at(format) == bytes, qPrintable(format));
    }
}

void TestLanguages::verdictsStayEnglish() { QCOMPARE(sampleVerdicts(*window()), m_englishVerdicts); }

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"

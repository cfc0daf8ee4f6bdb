// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdfreport.h"
#include "core/report/reportexport.h"
#include "tests/core/report/madeassessment.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;

namespace {

QByteArray pdfOf(const Report &report, const PdfOptions &options = {})
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const auto written = writePdfReport(report, options, buffer);
    return written ? bytes : QByteArray();
}

Report reportOf(std::shared_ptr<const Assessment> assessment, ReportDepth depth, ReportGrouping grouping = ReportGrouping::Severity)
{
    ReportOptions options;
    options.depth = depth;
    options.grouping = grouping;
    options.sampleSize = 2;
    return Report({std::move(assessment), nullptr, nullptr}, options);
}

/// Takes nothing.
class FullDevice : public QBuffer
{
protected:
    qint64 writeData(const char *, qint64) override { return -1; }
};

} // namespace

class TestPdfReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameReportSameBytes();
    void equalsTheGoldenText();
    void depthsAreDeeper_data();
    void depthsAreDeeper();
    void groupsByFramework();
    void passesTheCheck_data();
    void passesTheCheck();
    void passwordOpens();
    void attachesTheJsonReport();
    void redactedReportsAttachNoAnswers();
    void everyPageSaysWhichItIs();
    void outlineNamesEveryChapter();
    void factsLeadToTheirRequest();
    void previewHasTheSamePages();
    void cancels();
    void saysWhenTheDeviceIsFull();

private:
    QByteArray run(const QString &program, const QStringList &arguments, int *code = nullptr);
    QByteArray textOf(const QByteArray &pdf);
    QString keep(const QByteArray &pdf);

    QTemporaryDir m_folder;
};

QString TestPdfReport::keep(const QByteArray &pdf)
{
    QFile file(m_folder.filePath(QStringLiteral("report.pdf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        qFatal("cannot write the scratch file");
    return file.fileName();
}

QByteArray TestPdfReport::run(const QString &program, const QStringList &arguments, int *code)
{
    QProcess process;
    process.start(program, arguments);
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000))
        return {};
    if (code)
        *code = process.exitCode();
    return process.readAllStandardOutput();
}

QByteArray TestPdfReport::textOf(const QByteArray &pdf)
{
    return run(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), keep(pdf), QStringLiteral("-")});
}

void TestPdfReport::sameReportSameBytes()
{
    PdfOptions plain;
    plain.attachments = false;
    for (const PdfOptions &options : {PdfOptions(), plain}) {
        const QByteArray first = pdfOf(Report(made::small()), options);
        QVERIFY(first.startsWith("%PDF-1."));
        QCOMPARE(pdfOf(Report(made::small()), options), first);
    }
}

/// PDSI_UPDATE_GOLDEN=1 writes the file anew; read the difference before committing it.
void TestPdfReport::equalsTheGoldenText()
{
    const Report report = reportOf(made::small(), ReportDepth::Auditor);
    QByteArray text = textOf(pdfOf(report));
    // It changes with every field of the JSON report; another test holds it.
    text.replace(QCryptographicHash::hash(exportReport(report, ReportFormat::Json), QCryptographicHash::Sha256).toHex(), "(digest)");
    QFile file(qEnvironmentVariable("PDSI_SOURCE_DIR") + QStringLiteral("/tests/golden/small.pdf.txt"));
    if (qEnvironmentVariableIsSet("PDSI_UPDATE_GOLDEN")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    // Versions of pdftotext space columns differently; the words and their order are ours.
    const auto words = [](const QByteArray &bytes) {
        return QString::fromUtf8(bytes).split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
    };
    const QStringList actual = words(text), expected = words(file.readAll());
    for (qsizetype i = 0; i < std::min(actual.size(), expected.size()); ++i)
        QVERIFY2(actual.at(i) == expected.at(i), qPrintable(actual.mid(std::max<qsizetype>(0, i - 5), 10).join(QLatin1Char(' '))));
    QCOMPARE(actual.size(), expected.size());
}

void TestPdfReport::depthsAreDeeper_data()
{
    QTest::addColumn<int>("depth");
    QTest::addColumn<QStringList>("in");
    QTest::addColumn<QStringList>("out");
    const QString findings = QStringLiteral("Controls and findings"), population = QStringLiteral("Population"), log = QStringLiteral("Request log"),
                  fact = QStringLiteral("/users/0/role"), sample = QStringLiteral("Sample for the auditor"), open = QStringLiteral("What could not be determined");
    QTest::newRow("executive") << int(ReportDepth::Executive) << QStringList{open} << QStringList{findings, population, log, fact, sample};
    QTest::newRow("manager") << int(ReportDepth::Manager) << QStringList{open, findings, population} << QStringList{log, fact, sample};
    QTest::newRow("auditor") << int(ReportDepth::Auditor) << QStringList{open, findings, population, log, fact, sample} << QStringList();
}

void TestPdfReport::depthsAreDeeper()
{
    QFETCH(int, depth);
    QFETCH(QStringList, in);
    QFETCH(QStringList, out);
    const QString text = QString::fromUtf8(textOf(pdfOf(reportOf(made::small(), static_cast<ReportDepth>(depth)))));
    for (const QString &words : in)
        QVERIFY2(text.contains(words), qPrintable(words));
    for (const QString &words : out)
        QVERIFY2(!text.contains(words), qPrintable(words));
}

void TestPdfReport::groupsByFramework()
{
    const QString text = QString::fromUtf8(textOf(pdfOf(reportOf(made::small(), ReportDepth::Manager, ReportGrouping::Framework))));
    QVERIFY(text.contains(QStringLiteral("Framework requirements")));
    QVERIFY(text.contains(QStringLiteral("Edition: Rev 5 (NIST SP 800-53r5)")));
}

void TestPdfReport::passesTheCheck_data()
{
    QTest::addColumn<std::shared_ptr<const Assessment>>("assessment");
    QTest::newRow("small") << made::small();
    QTest::newRow("compared") << made::compared();
    QTest::newRow("hostile") << made::hostile();
    QTest::newRow("empty") << made::empty();
    QTest::newRow("large") << made::large(300);
}

void TestPdfReport::passesTheCheck()
{
    QFETCH(std::shared_ptr<const Assessment>, assessment);
    const QString file = keep(pdfOf(Report(assessment)));
    int code = -1;
    const QByteArray words = run(QStringLiteral("qpdf"), {QStringLiteral("--check"), file}, &code);
    QVERIFY2(code == 0 && words.contains("No syntax or stream encoding errors"), words.constData());
    const QByteArrayList fonts = run(QStringLiteral("pdffonts"), {file}).split('\n').mid(2);
    QVERIFY(fonts.size() > 1);
    for (const QByteArray &font : fonts) {
        if (!font.isEmpty())
            QVERIFY2(QRegularExpression(QStringLiteral(" yes (yes|no) +yes ")).match(QString::fromUtf8(font)).hasMatch(), font.constData());
    }
}

void TestPdfReport::passwordOpens()
{
    PdfOptions options;
    options.password = Secret("correct horse");
    const QByteArray pdf = pdfOf(Report(made::small()), options);
    QVERIFY(!pdf.contains("harbour"));
    const QString file = keep(pdf);
    int code = -1;
    run(QStringLiteral("qpdf"), {QStringLiteral("--check"), file}, &code);
    QVERIFY(code != 0);
    const QByteArray words = run(QStringLiteral("qpdf"), {QStringLiteral("--password=correct horse"), QStringLiteral("--check"), file}, &code);
    QVERIFY2(code == 0 && words.contains("AESv3"), words.constData());
}

void TestPdfReport::attachesTheJsonReport()
{
    const Report report(made::small());
    PdfOptions options;
    options.body = [](int id) { return QByteArray("{\"answer\":") + QByteArray::number(id) + '}'; };
    const QString file = keep(pdfOf(report, options));
    const QByteArray json = exportReport(report, ReportFormat::Json);
    QCOMPARE(run(QStringLiteral("qpdf"), {QStringLiteral("--show-attachment=report.json"), file}), json);
    QCOMPARE(run(QStringLiteral("qpdf"), {QStringLiteral("--show-attachment=request-000001.json"), file}), QByteArray("{\"answer\":1}"));
    QCOMPARE(run(QStringLiteral("qpdf"), {QStringLiteral("--show-attachment=requests.jsonl"), file}).count('\n'), 4);
    const QByteArray text = run(QStringLiteral("pdftotext"), {file, QStringLiteral("-")});
    QVERIFY(text.contains(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex()));
}

void TestPdfReport::redactedReportsAttachNoAnswers()
{
    ReportOptions redacted;
    redacted.redacted = true;
    PdfOptions options;
    options.body = [](int) { return QByteArray("{\"name\":\"Dana\"}"); };
    const QString file = keep(pdfOf(Report({made::small(), nullptr, nullptr}, redacted), options));
    QVERIFY(!run(QStringLiteral("qpdf"), {QStringLiteral("--list-attachments"), file}).contains("request-"));
    const QByteArray text = run(QStringLiteral("pdftotext"), {file, QStringLiteral("-")});
    QCOMPARE(text.count(" redacted"), text.count('\f')); // in the header of every page
}

void TestPdfReport::everyPageSaysWhichItIs()
{
    const QByteArrayList pages = textOf(pdfOf(Report(made::small()))).split('\f');
    QVERIFY(pages.size() > 5);
    const qsizetype count = pages.size() - 1; // the last one is what follows the last form feed
    for (qsizetype i = 0; i < count; ++i) {
        const QByteArray words = QStringLiteral("Page %1 of %2").arg(i + 1).arg(count).toUtf8();
        QVERIFY2(pages.at(i).contains(words), words.constData());
        QVERIFY(pages.at(i).contains("State of 2026-03-02T12:30:00Z"));
        QVERIFY(pages.at(i).contains("Security audit of harbour"));
        QVERIFY(pages.at(i).contains("PagerDuty Security Inspector 0.1.0"));
    }
}

void TestPdfReport::outlineNamesEveryChapter()
{
    const QString file = keep(pdfOf(reportOf(made::compared(), ReportDepth::Auditor)));
    const QByteArray json = run(QStringLiteral("qpdf"), {QStringLiteral("--json"), QStringLiteral("--json-key=outlines"), file});
    for (const char *title : {"Cover", "Contents", "Summary", "What could not be determined", "Controls and findings", "2. Least privilege",
                              "On-call coverage", "Since the baseline", "Population", "Sample for the auditor", "Waivers and attestations",
                              "Parameters", "Request log", "How to read this report, words and method"})
        QVERIFY2(json.contains(title), title);
}

void TestPdfReport::factsLeadToTheirRequest()
{
    const QString file = keep(pdfOf(Report(made::large(20))));
    const QByteArrayList pages = run(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), file, QStringLiteral("-")}).split('\f');
    qsizetype log = -1;
    for (qsizetype i = 0; i < pages.size(); ++i)
        log = pages.at(i).contains("GET /users?limit=100") ? i + 1 : log;
    QVERIFY(log > 0);
    const QByteArray xml = run(QStringLiteral("pdftohtml"), {QStringLiteral("-xml"), QStringLiteral("-stdout"), QStringLiteral("-i"), file});
    QCOMPARE(xml.count('#' + QByteArray::number(log) + "\">1</a>"), 60);
    // The three facts of a finding have one link together.
    const QString plain = m_folder.filePath(QStringLiteral("plain.pdf"));
    run(QStringLiteral("qpdf"), {QStringLiteral("--qdf"), QStringLiteral("--object-streams=disable"), file, plain});
    QFile objects(plain);
    QVERIFY(objects.open(QIODevice::ReadOnly));
    const QString text = QString::fromLatin1(objects.readAll());
    auto links = QRegularExpression(QStringLiteral("/Rect \\[\\s+([\\d.]+)\\s+([\\d.]+)\\s+([\\d.]+)\\s+([\\d.]+)")).globalMatch(text);
    int narrow = 0; // as one digit in small type
    while (links.hasNext()) {
        const auto link = links.next();
        narrow += link.captured(3).toDouble() - link.captured(1).toDouble() < 4.5;
    }
    QVERIFY2(narrow >= 20 && narrow <= 22, QByteArray::number(narrow)); // at the end of a page one is in two parts
}

void TestPdfReport::previewHasTheSamePages()
{
    const Report report(made::small());
    int written = 0;
    PdfOptions options;
    options.progress = [&written](int, int of) { written = of; };
    QVERIFY(!pdfOf(report, options).isEmpty());
    const PdfPages pages(report, QPageSize::A4);
    QCOMPARE(pages.count(), written);
    QImage image(595, 842, QImage::Format_RGB32);
    for (const int page : {0, pages.count() - 1}) {
        image.fill(Qt::white);
        QPainter painter(&image);
        pages.paint(painter, page, 72);
        painter.end();
        bool dark = false;
        for (int y = 60; y < 120 && !dark; ++y) {
            for (int x = 48; x < 300; ++x)
                dark = dark || qGray(image.pixel(x, y)) < 80;
        }
        QVERIFY(dark);
    }
    QVERIFY(PdfPages(report, QPageSize::Letter).count() > 0);
}

void TestPdfReport::cancels()
{
    PdfOptions options;
    options.progress = [&options](int page, int of) {
        if (of > 0 && page == 2)
            options.cancellation.cancel();
    };
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto written = writePdfReport(Report(made::small()), options, buffer);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Cancelled);
    QVERIFY(buffer.data().isEmpty());
    Cancellation before;
    before.cancel();
    QCOMPARE(PdfPages(Report(made::small()), QPageSize::A4, before).count(), 0);
}

void TestPdfReport::saysWhenTheDeviceIsFull()
{
    FullDevice device;
    device.open(QIODevice::WriteOnly);
    const auto written = writePdfReport(Report(made::small()), {}, device);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::CannotWrite);
}

QTEST_MAIN(TestPdfReport)
#include "tst_pdfreport.moc"

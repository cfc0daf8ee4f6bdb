// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Ended {
    int code = -1;
    QByteArray out, error;
};

const QString passwordVariable = QStringLiteral("PAGERDUTY_REPORT_PASSWORD");

} // namespace

/// The program itself: how a PDF gets its password, and what an archival one holds.
class TestPdfCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void passwordFromStandardInput_data();
    void passwordFromStandardInput();
    void passwordFromTheEnvironment();
    void noPasswordExits2_data();
    void noPasswordExits2();
    void archivalHoldsNoAttachments();

private:
    Ended run(const QString &program, const QStringList &arguments, const QByteArray &input = {});
    Ended audit(const QStringList &more, const QByteArray &input = {});
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    /// The file opens with this password, and with no other.
    void opensWith(const QString &password);

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
};

void TestPdfCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.remove(passwordVariable);
}

Ended TestPdfCommand::run(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Ended TestPdfCommand::audit(const QStringList &more, const QByteArray &input)
{
    const QString program = qEnvironmentVariable("PDSI_BINARY_DIR") + QStringLiteral("/bin/pagerduty-sec-inspector");
    return run(program, QStringList{QStringLiteral("--sample"), QStringLiteral("--verbose"), QStringLiteral("--output"), path("report.pdf")} + more, input);
}

void TestPdfCommand::opensWith(const QString &password)
{
    const QStringList check{QStringLiteral("--check"), path("report.pdf")};
    QVERIFY(run(QStringLiteral("qpdf"), check).code != 0);
    QVERIFY(run(QStringLiteral("qpdf"), QStringList{QStringLiteral("--password=") + password + QLatin1Char('x')} + check).code != 0);
    const Ended ended = run(QStringLiteral("qpdf"), QStringList{QStringLiteral("--password=") + password} + check);
    QVERIFY2(ended.code == 0 && ended.out.contains("AESv3"), ended.error.constData());
}

void TestPdfCommand::passwordFromStandardInput_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("password");
    QTest::newRow("a line") << QByteArray("correct horse\nnot this\n") << QStringLiteral("correct horse");
    QTest::newRow("of another system") << QByteArray("correct horse\r\n") << QStringLiteral("correct horse");
    QTest::newRow("no end") << QByteArray("correct horse") << QStringLiteral("correct horse");
    QTest::newRow("blanks belong to it") << QByteArray(" correct \n") << QStringLiteral(" correct ");
    QTest::newRow("beyond ASCII") << QByteArray("pferd \xc3\xa4\n") << QStringLiteral("pferd ä");
}

void TestPdfCommand::passwordFromStandardInput()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, password);
    m_environment.insert(passwordVariable, QStringLiteral("not this either")); // the flag goes before it
    const Ended ended = audit({QStringLiteral("--format"), QStringLiteral("pdf"), QStringLiteral("--pdf-password-stdin")}, input);
    QVERIFY2(ended.code == 0, ended.error.constData());
    QVERIFY(!ended.error.contains(password.toUtf8()) && ended.out.isEmpty());
    opensWith(password);
}

void TestPdfCommand::passwordFromTheEnvironment()
{
    m_environment.insert(passwordVariable, QStringLiteral("battery staple"));
    const Ended ended = audit({QStringLiteral("--format"), QStringLiteral("pdf")});
    QVERIFY2(ended.code == 0, ended.error.constData());
    QVERIFY(!ended.error.contains("battery"));
    opensWith(QStringLiteral("battery staple"));
    QCOMPARE(audit({QStringLiteral("--format"), QStringLiteral("json")}).code, 0); // nothing to encrypt
}

void TestPdfCommand::noPasswordExits2_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("an empty line") << QByteArray("\ncorrect horse\n");
    QTest::newRow("too long") << QByteArray(128, 'x') + '\n';
    QTest::newRow("a zero") << QByteArray("correct\0horse\n", 14);
}

void TestPdfCommand::noPasswordExits2()
{
    QFETCH(QByteArray, input);
    const Ended ended = audit({QStringLiteral("--format"), QStringLiteral("pdf"), QStringLiteral("--pdf-password-stdin")}, input);
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.error.contains("--pdf-password-stdin"), ended.error.constData());
    QVERIFY(!ended.error.contains("horse") && !ended.error.contains("xxx"));
    QVERIFY(!QFile::exists(path("report.pdf")));
}

void TestPdfCommand::archivalHoldsNoAttachments()
{
    const QStringList pdf{QStringLiteral("--format"), QStringLiteral("pdf")};
    const QStringList list{QStringLiteral("--list-attachments"), path("report.pdf")};
    const QStringList check{QStringLiteral("--check"), path("report.pdf")};
    QCOMPARE(audit(pdf).code, 0);
    QVERIFY(run(QStringLiteral("qpdf"), list).out.contains("report.json"));
    QCOMPARE(audit(pdf + QStringList{QStringLiteral("--pdf-archive")}).code, 0);
    QVERIFY(!run(QStringLiteral("qpdf"), list).out.contains("report.json"));
    QCOMPARE(run(QStringLiteral("qpdf"), check).code, 0);
    QFile file(path("report.pdf"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("pdfaid:part"));
}

QTEST_GUILESS_MAIN(TestPdfCommand)
#include "tst_pdfcommand.moc"

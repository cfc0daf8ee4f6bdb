// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/curlcommand.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

using namespace pdsi;

class TestCurlCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asTheShellSeesIt_data();
    void asTheShellSeesIt();
    void namesNoKey();
    void postAndHeaders();
    void oauth();
    void badAddressesGiveNothing_data();
    void badAddressesGiveNothing();
};

namespace {

AccountInfo account()
{
    return {QStringLiteral("https://api.pagerduty.com"), SignInKind::ApiKey, QStringLiteral("fa00"), {}};
}

RequestRecord asking(const QString &path)
{
    RequestRecord record;
    record.path = path;
    return record;
}

/// The arguments a POSIX shell hands to curl.
QStringList argumentsOf(const QString &command)
{
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PAGERDUTY_API_KEY"), QStringLiteral("the key $(x)"));
    environment.insert(QStringLiteral("PAGERDUTY_ACCESS_TOKEN"), QStringLiteral("the token"));
    shell.setProcessEnvironment(environment);
    // printf is the shell's own; nothing but what the command holds runs.
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QStringLiteral("curl() { printf '%s\\n' \"$@\"; }\n") + command});
    QStringList lines;
    [&] { QTRY_COMPARE(shell.state(), QProcess::NotRunning); }();
    lines = QString::fromUtf8(shell.readAllStandardOutput()).split(QLatin1Char('\n'));
    if (!shell.readAllStandardError().isEmpty() || lines.takeLast() != QString())
        lines << QStringLiteral("the shell did something else");
    return lines;
}

} // namespace

void TestCurlCommand::asTheShellSeesIt_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("url");
    const auto row = [](const char *name, const QString &path, const QString &url) {
        QTest::newRow(name) << path << QStringLiteral("https://api.pagerduty.com") + url;
    };
    const auto same = [&row](const char *name, const char *path) {
        row(name, QString::fromLatin1(path), QString::fromLatin1(path));
    };
    same("plain", "/users?include[]=teams&limit=100&offset=0");
    same("substitution", "/users?query=$(touch${IFS}x)`id`$PAGERDUTY_API_KEY");
    same("quotes", "/users?query='\"';id;'");
    same("quote at the end", "/users'");
    same("backslash", "/users\\'\\");
    same("separators", "/users;id|id&id>x<y!{a,b}*?#~");
    row("spaces and newlines", QStringLiteral("/users a\nid\r\tb"), QStringLiteral("/users%20a%0Aid%0D%09b"));
    row("terminal control", QStringLiteral("/users\x1b[201~id"), QStringLiteral("/users%1B[201~id"));
    row("other letters", QStringLiteral("/users/\u00e9\u202e"), QStringLiteral("/users/%C3%A9%E2%80%AE"));
    row("another host", QStringLiteral("@evil.test/x"), QStringLiteral("/@evil.test/x"));
    row("a port", QStringLiteral(":81/x"), QStringLiteral("/:81/x"));
    row("empty", QString(), QStringLiteral("/"));
}

void TestCurlCommand::asTheShellSeesIt()
{
    QFETCH(QString, path);
    QFETCH(QString, url);
    const QStringList expected{
        QStringLiteral("--globoff"), QStringLiteral("--header"), QStringLiteral("Authorization: Token token=the key $(x)"),
        QStringLiteral("--header"),
        QStringLiteral("Accept: application/vnd.pagerduty+json;version=2, application/json;q=0.9"),
        QStringLiteral("--url"), url};
    QCOMPARE(argumentsOf(curlCommand(asking(path), account())), expected);
}

void TestCurlCommand::namesNoKey()
{
    const QString command = curlCommand(asking(QStringLiteral("/users")), account());
    QVERIFY(command.contains(QStringLiteral("\"Authorization: Token token=$PAGERDUTY_API_KEY\"")));
    QVERIFY(!command.contains(QStringLiteral("fa00")));
    QVERIFY(!command.contains(QLatin1Char('\n')));
}

void TestCurlCommand::postAndHeaders()
{
    RequestRecord post = asking(QStringLiteral("/analytics/metrics/incidents/all"));
    post.method = QByteArrayLiteral("POST");
    const QStringList arguments = argumentsOf(curlCommand(post, account()));
    QVERIFY(arguments.contains(QStringLiteral("POST")));
    QVERIFY(arguments.contains(QStringLiteral("@body.json")));
    RequestRecord early = asking(QStringLiteral("/ip_allow_lists"));
    early.resourceClass = ResourceClass::IpAllowLists;
    QVERIFY(argumentsOf(curlCommand(early, account())).contains(QStringLiteral("X-EARLY-ACCESS: ip-allow-lists")));
}

void TestCurlCommand::oauth()
{
    AccountInfo signedIn = account();
    signedIn.signIn = SignInKind::OAuth;
    QVERIFY(argumentsOf(curlCommand(asking(QStringLiteral("/users")), signedIn)).contains(QStringLiteral("Authorization: Bearer the token")));
}

void TestCurlCommand::badAddressesGiveNothing_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address : {"", "file:///etc/passwd", "http://evil.test", "https://user:pass@evil.test", "--output", "javascript:x"})
        QTest::newRow(address) << QString::fromLatin1(address);
}

void TestCurlCommand::badAddressesGiveNothing()
{
    QFETCH(QString, address);
    AccountInfo hostile = account();
    hostile.baseUrl = address;
    QCOMPARE(curlCommand(asking(QStringLiteral("/users")), hostile), QString());
}

QTEST_GUILESS_MAIN(TestCurlCommand)
#include "tst_curlcommand.moc"

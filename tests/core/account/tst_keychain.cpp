// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

/// Against a real secret service, started for each test by tests/support/with_keyring.sh.
class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void unlockedKeyringTakesAndGivesSecrets();
    void lockedKeyringIsToldFromAnEmptyOne();
    void absentServiceIsUnavailable();
    void bothSignInsAreKeptAndRenewed();
    void lockedKeyringLeavesTheSession();
    void absentServiceLeavesTheSession();
    void signingKeyIsKeptOrRefused();

private:
    QStringList stepsWith(const QString &mode, const QString &program = QStringLiteral(PDSI_KEYCHAIN_PROBE));
};

void TestKeychain::init()
{
    for (const char *program : {"dbus-run-session", "gnome-keyring-daemon", "gdbus"}) {
        if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
            QSKIP(qPrintable(QStringLiteral("%1 is not installed").arg(QLatin1String(program))));
    }
}

QStringList TestKeychain::stepsWith(const QString &mode, const QString &program)
{
    QProcess process;
    process.start(qEnvironmentVariable("PDSI_SOURCE_DIR") + QStringLiteral("/tests/support/with_keyring.sh"),
                  {mode, program});
    [&] { QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 120'000); }();
    return QString::fromUtf8(process.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

void TestKeychain::unlockedKeyringTakesAndGivesSecrets()
{
    QCOMPARE(stepsWith(QStringLiteral("unlocked")),
             (QStringList{QStringLiteral("probe=ok"), QStringLiteral("write=ok"), QStringLiteral("read=ok"),
                          QStringLiteral("same=yes"), QStringLiteral("readOther=absent"), QStringLiteral("remove=ok"),
                          QStringLiteral("readAgain=absent")}));
}

void TestKeychain::lockedKeyringIsToldFromAnEmptyOne()
{
    QCOMPARE(stepsWith(QStringLiteral("locked")),
             (QStringList{QStringLiteral("prepareProbe=ok"), QStringLiteral("prepareWrite=ok"),
                          QStringLiteral("probe=locked"), QStringLiteral("write=locked"), QStringLiteral("read=locked"),
                          QStringLiteral("readOther=locked"), QStringLiteral("remove=locked"),
                          QStringLiteral("readAgain=locked")}));
}

void TestKeychain::absentServiceIsUnavailable()
{
    QCOMPARE(stepsWith(QStringLiteral("absent")),
             (QStringList{QStringLiteral("probe=unavailable"), QStringLiteral("write=unavailable"),
                          QStringLiteral("read=unavailable"), QStringLiteral("readOther=unavailable"),
                          QStringLiteral("remove=unavailable"), QStringLiteral("readAgain=unavailable")}));
}

void TestKeychain::bothSignInsAreKeptAndRenewed()
{
    QCOMPARE(stepsWith(QStringLiteral("unlocked"), QStringLiteral(PDSI_SIGNIN_PROBE)).join(QLatin1Char(' ')),
             QStringLiteral("keepKey=ok keepTokens=ok saved=ok getKey=ok getToken=ok renew=ok inKeychain=rotated strays=0"));
}

void TestKeychain::lockedKeyringLeavesTheSession()
{
    QCOMPARE(stepsWith(QStringLiteral("locked"), QStringLiteral(PDSI_SIGNIN_PROBE)).join(QLatin1Char(' ')),
             QStringLiteral("keepKey=ok keepTokens=ok strays=0 " // before it was locked
                            "keepKey=locked keepTokens=locked saved=ok keepKey=ok keepTokens=ok getKey=ok getToken=ok renew=ok "
                            "inKeychain=locked strays=0"));
}

void TestKeychain::absentServiceLeavesTheSession()
{
    QCOMPARE(stepsWith(QStringLiteral("absent"), QStringLiteral(PDSI_SIGNIN_PROBE)).join(QLatin1Char(' ')),
             QStringLiteral("keepKey=unavailable keepTokens=unavailable saved=ok keepKey=ok keepTokens=ok getKey=ok getToken=ok "
                            "renew=ok inKeychain=unavailable strays=0"));
}

void TestKeychain::signingKeyIsKeptOrRefused()
{
    const auto said = [this](const char *mode) {
        return stepsWith(QLatin1String(mode), QStringLiteral(PDSI_SIGNING_PROBE)).join(QLatin1Char(' '));
    };
    QCOMPARE(said("unlocked"), QStringLiteral("made=ok found=ok same=yes"));
    // Made before it was locked.
    QCOMPARE(said("locked"), QStringLiteral("made=ok found=ok same=yes made=locked found=locked"));
    QCOMPARE(said("absent"), QStringLiteral("made=unavailable found=unavailable"));
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"

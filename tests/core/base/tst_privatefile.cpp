// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/privatefile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace pdsi;

class TestPrivateFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileIsClosedToOthers();
    void failureLeavesWhatWasThere();
    void stagedFileComesWhenToldTo();
    void directoriesAreClosedToOthers();

private:
    static constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QTemporaryDir m_directory;
};

void TestPrivateFile::fileIsClosedToOthers()
{
#ifdef Q_OS_UNIX
    ::umask(0);
#endif
    const QString path = m_directory.filePath(QStringLiteral("a.json"));
    QVERIFY(writePrivateFile(path, "one"));
    QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
    QVERIFY(QFile::setPermissions(path, QFile::permissions(path) | QFile::ReadOther));
    QVERIFY(writePrivateFile(path, "two"));
    QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("two"));
#ifdef Q_OS_UNIX
    QCOMPARE(::umask(022), mode_t(0)); // put back
#endif
}

void TestPrivateFile::failureLeavesWhatWasThere()
{
    const auto written = writePrivateFile(m_directory.filePath(QStringLiteral("none/a.json")), "x");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::CannotWrite);
    QVERIFY(written.error().detail.contains(QLatin1String("none/a.json")));
    QVERIFY(!writePrivateFile(m_directory.path(), "x")); // a directory
    QVERIFY(QDir(m_directory.path()).exists());
}

void TestPrivateFile::stagedFileComesWhenToldTo()
{
    const QDir folder(m_directory.filePath(QStringLiteral("staged")));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    const QString path = folder.filePath(QStringLiteral("a.json"));
    QVERIFY(writePrivateFile(path, "before"));
    {
        auto staged = StagedFile::write(path, "never");
        QVERIFY(staged);
    }
    QCOMPARE(folder.entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("a.json")});
    auto staged = StagedFile::write(path, "after");
    QVERIFY(staged);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll() == "before");
    file.close();
    QVERIFY(staged.value().commit());
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll() == "after");
    QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());

    auto late = StagedFile::write(folder.filePath(QStringLiteral("b")), "x");
    QVERIFY(late && folder.mkdir(QStringLiteral("b"))); // somebody else was there first
    const auto put = late.value().commit();
    QVERIFY(!put && put.error().code == ErrorCode::CannotWrite);
    QCOMPARE(folder.entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("a.json")});
}

void TestPrivateFile::directoriesAreClosedToOthers()
{
    const QString path = m_directory.filePath(QStringLiteral("b/c/d"));
    QVERIFY(makePrivateDirectory(path));
    QVERIFY(makePrivateDirectory(path)); // again is well
    for (const char *name : {"b", "b/c", "b/c/d"})
        QCOMPARE(QFile::permissions(m_directory.filePath(QLatin1String(name))) & others, QFile::Permissions());
    QVERIFY(writePrivateFile(m_directory.filePath(QStringLiteral("file")), "x"));
    QCOMPARE(makePrivateDirectory(m_directory.filePath(QStringLiteral("file/below"))).error().code, ErrorCode::CannotWrite);
}

QTEST_GUILESS_MAIN(TestPrivateFile)
#include "tst_privatefile.moc"

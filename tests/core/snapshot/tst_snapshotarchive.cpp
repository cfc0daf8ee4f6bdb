// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/snapshot/archivefixture.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <vector>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace pdsi;
using namespace pdsi::fixture;

class TestSnapshotArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void roundTripKeepsEverything();
    void sameSnapshotGivesSameBytes();
    void storedSnapshotEqualsItsArchive();
    void formatIsAsPromised();
    void archiveIsPrivateAndWhole();
    void archiveChangedWhileOpenGivesNoBody();
    void bodiesAreReadFromManyThreads();

private:
    QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }

    QTemporaryDir m_directory;
    QString m_good;
    const Snapshot m_snapshot = goodSnapshot();
};

void TestSnapshotArchive::initTestCase()
{
    m_good = path("good.pdsnap");
    QVERIFY(saveSnapshotArchive(m_snapshot, m_good));
}

void TestSnapshotArchive::roundTripKeepsEverything()
{
    const auto opened = openSnapshotArchive(m_good);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
    QCOMPARE(opened->info(), m_snapshot.info());
    QCOMPARE(opened->requests(), m_snapshot.requests());
    for (const RequestRecord &record : m_snapshot.requests()) {
        QCOMPARE(opened->body(record.id), m_snapshot.body(record.id));
        QCOMPARE(opened->removed(record.id), m_snapshot.removed(record.id));
    }
    QVERIFY(opened->body(3).isEmpty());
    QVERIFY(opened->body(-1).isEmpty());
}

void TestSnapshotArchive::sameSnapshotGivesSameBytes()
{
    const auto opened = openSnapshotArchive(m_good);
    QVERIFY(saveSnapshotArchive(*opened, path("again.pdsnap")));
    QCOMPARE(contentOf(path("again.pdsnap")), contentOf(m_good));
}

void TestSnapshotArchive::storedSnapshotEqualsItsArchive()
{
    const StillClock clock;
    const auto opened = SnapshotStore::open(path("store/s.sqlite"), clock);
    SnapshotStore &store = **opened;
    auto writer = std::move(store.begin(start(store))).value();
    const QByteArray salt = writer->salt().toHex();
    QVERIFY(writer->store(oddPage(1)));
    QVERIFY(writer->store(page(2, QStringLiteral("/teams"))));
    const auto sealed = writer->seal(sealInfo());
    QVERIFY(saveSnapshotArchive(*sealed, path("sealed.pdsnap")));
    QVERIFY(saveSnapshotArchive(*store.load(sealed->info().id), path("loaded.pdsnap")));
    QCOMPARE(contentOf(path("loaded.pdsnap")), contentOf(path("sealed.pdsnap")));
    const auto archived = openSnapshotArchive(path("sealed.pdsnap"));
    QCOMPARE(archived->info(), sealed->info());
    QCOMPARE(archived->requests(), sealed->requests());
    for (const auto &[name, content] : unpacked(path("sealed.pdsnap"))) {
        QVERIFY2(!content.contains(salt) && !content.contains("key-that-is-secret"), name.constData());
        QVERIFY2(!content.contains(QByteArray::fromHex(salt)), name.constData());
    }
}

void TestSnapshotArchive::formatIsAsPromised()
{
    const Entries entries = unpacked(m_good);
    QByteArrayList names;
    for (const auto &[name, content] : entries)
        names << name;
    QCOMPARE(names, (QByteArrayList{"manifest.json", "requests.jsonl", "requests/000001.json", "requests/000002.json",
                                    "requests/1234567.json"}));
    const QJsonObject manifest = QJsonDocument::fromJson(entries.at(0).second).object();
    QCOMPARE(manifest.keys(), (QStringList{QStringLiteral("account"), QStringLiteral("collection"), QStringLiteral("files"),
                                           QStringLiteral("formatVersion"), QStringLiteral("parameters"),
                                           QStringLiteral("snapshot"), QStringLiteral("tool")}));
    QCOMPARE(manifest.value(QLatin1String("formatVersion")).toInt(), 1);
    const QJsonObject account = manifest.value(QLatin1String("account")).toObject();
    QVERIFY(account.value(QLatin1String("keyHint")).isNull());
    QCOMPARE(account.value(QLatin1String("signIn")).toString(), QStringLiteral("oauth"));
    const QJsonObject snapshot = manifest.value(QLatin1String("snapshot")).toObject();
    QCOMPARE(snapshot.value(QLatin1String("asOf")).toString(), QStringLiteral("2026-03-08T20:00:00Z"));
    QCOMPARE(snapshot.value(QLatin1String("startedAt")).toString(), QStringLiteral("2026-03-08T20:00:00.123Z"));
    const QJsonObject files = manifest.value(QLatin1String("files")).toObject();
    QCOMPARE(files.size(), entries.size() - 1);
    for (const auto &[name, content] : entries.mid(1))
        QCOMPARE(files.value(QString::fromUtf8(name)).toString().toLatin1(), sha256(content));
    const QList<QByteArray> lines = entries.at(1).second.split('\n');
    QCOMPARE(lines.size(), 5); // four and what follows the last newline
    const QJsonObject failed = QJsonDocument::fromJson(lines.at(2)).object();
    QVERIFY(failed.value(QLatin1String("sha256")).isNull());
    QVERIFY(failed.value(QLatin1String("subject")).isNull());
    QCOMPARE(failed.value(QLatin1String("result")).toString(), QStringLiteral("failed"));
    const QJsonArray removed = QJsonDocument::fromJson(lines.at(1)).object().value(QLatin1String("removed")).toArray();
    QCOMPARE(removed.at(0).toObject().value(QLatin1String("pointer")).toString(), QStringLiteral("/users/0/a~1b"));
    QVERIFY(removed.at(1).toObject().value(QLatin1String("digest")).isNull());
}

void TestSnapshotArchive::archiveIsPrivateAndWhole()
{
#ifdef Q_OS_UNIX
    ::umask(0);
#endif
    const QString target = path("over.pdsnap");
    write(target, "something else");
    QVERIFY(QFile::setPermissions(target, QFile::Permissions(0x6666)));
    QVERIFY(saveSnapshotArchive(m_snapshot, target));
    QCOMPARE(QFile::permissions(target) & QFile::Permissions(0x0077), QFile::Permissions());
    QCOMPARE(contentOf(target), contentOf(m_good));
#ifdef Q_OS_UNIX
    ::umask(022);
#endif
    QCOMPARE(saveSnapshotArchive(m_snapshot, path("no/such/folder.pdsnap")).error().code, ErrorCode::CannotWrite);
    QVERIFY(QDir(m_directory.path()).entryList({QStringLiteral("*.pdsnap.*")}, QDir::Files).isEmpty()); // nothing left over
}

void TestSnapshotArchive::archiveChangedWhileOpenGivesNoBody()
{
    QByteArray noise; // does not compress, so it is beyond what anything buffered
    for (int i = 0; noise.size() < 300'000; ++i)
        noise += sha256(QByteArray::number(i));
    const QHash<int, QByteArray> bodies{{1, noise}};
    const Snapshot large(m_snapshot.info(), {page(1, QStringLiteral("/abilities")).record}, {},
                         std::make_shared<MemoryBodySource>(bodies));
    QVERIFY(saveSnapshotArchive(large, path("open.pdsnap")));
    const auto opened = openSnapshotArchive(path("open.pdsnap"));
    QCOMPARE(opened->body(1), noise);
    QFile file(path("open.pdsnap"));
    QVERIFY(file.open(QIODevice::ReadWrite)); // in place, not by a new file
    file.write(QByteArray(file.size(), 'x'));
    file.close();
    QVERIFY(opened->body(1).isEmpty());
}

void TestSnapshotArchive::bodiesAreReadFromManyThreads()
{
    const auto opened = openSnapshotArchive(m_good);
    std::atomic<int> right = 0;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int t = 0; t < 6; ++t) {
        threads.emplace_back(QThread::create([&] {
            for (int i = 0; i < 30; ++i)
                right += opened->body(2) == m_snapshot.body(2) && opened->body(1'234'567) == m_snapshot.body(1'234'567);
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        QTRY_VERIFY_WITH_TIMEOUT(thread->isFinished(), 60'000);
    QCOMPARE(right.load(), 180);
}

QTEST_GUILESS_MAIN(TestSnapshotArchive)
#include "tst_snapshotarchive.moc"

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/snapshotarchive.h"
#include "tests/core/snapshot/snapshotfixture.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <zip.h>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace pdsi;

namespace {

using Entries = QList<std::pair<QByteArray, QByteArray>>;

QByteArray sha256(const QByteArray &content) { return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex(); }

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    file.remove(); // some file systems flush to disk when a file is truncated and rewritten
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write");
}

/// Reads a ZIP as anybody would.
Entries unpacked(const QString &path)
{
    zip_t *zip = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, nullptr);
    Entries entries;
    for (zip_int64_t i = 0; zip && i < zip_get_num_entries(zip, 0); ++i) {
        zip_stat_t stat;
        zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &stat);
        QByteArray content(static_cast<qsizetype>(stat.size), '\0');
        zip_file_t *file = zip_fopen_index(zip, static_cast<zip_uint64_t>(i), 0);
        zip_fread(file, content.data(), stat.size);
        zip_fclose(file);
        entries << std::pair(QByteArray(stat.name), content);
    }
    zip_discard(zip);
    return entries;
}

void pack(const QString &path, const Entries &entries)
{
    QFile::remove(path);
    zip_t *zip = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE, nullptr);
    for (const auto &[name, content] : entries) {
        zip_source_t *source = zip_source_buffer(zip, content.constData(), static_cast<zip_uint64_t>(content.size()), 0);
        zip_file_add(zip, name.constData(), source, 0);
    }
    if (zip_close(zip) != 0)
        qFatal("cannot pack");
}

QByteArray &entry(Entries &entries, const QByteArray &name)
{
    for (auto &[key, content] : entries) {
        if (key == name)
            return content;
    }
    qFatal("no such entry");
}

/// Lets the manifest vouch for what the entries now hold.
void vouch(Entries &entries)
{
    QJsonObject manifest = QJsonDocument::fromJson(entry(entries, "manifest.json")).object();
    QJsonObject files;
    for (const auto &[name, content] : entries) {
        if (name != "manifest.json")
            files.insert(QString::fromUtf8(name), QString::fromLatin1(sha256(content)));
    }
    manifest.insert(QStringLiteral("files"), files);
    entry(entries, "manifest.json") = QJsonDocument(manifest).toJson();
}

/// Sets (or with Undefined removes) one member, given as "account.signIn" or "collection.resources.0.kind".
QJsonValue changed(const QJsonValue &value, const QStringList &path, const QJsonValue &to)
{
    if (path.isEmpty())
        return to;
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        const qsizetype index = path.first().toInt();
        array[index] = changed(array.at(index), path.mid(1), to);
        return array;
    }
    QJsonObject object = value.toObject();
    object.insert(path.first(), changed(object.value(path.first()), path.mid(1), to)); // inserting Undefined removes
    return object;
}

} // namespace

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
    void flippedByteNamesTheFile_data();
    void flippedByteNamesTheFile();
    void changedFileIsNamed();
    void missingAndUnlistedFilesAreNamed();
    void cutArchivesAreRefused();
    void everyFlippedByteIsSafe();
    void oddNamesAreRefused_data();
    void oddNamesAreRefused();
    void hostileManifests_data();
    void hostileManifests();
    void hostileLogs_data();
    void hostileLogs();
    void oversizedEntryIsRefused();
    void unlikelyFilesAreRefused();
    void archiveChangedWhileOpenGivesNoBody();
    void bodiesAreReadFromManyThreads();

private:
    QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }

    QTemporaryDir m_directory;
    QString m_good;
    std::optional<Snapshot> m_snapshot;
};

void TestSnapshotArchive::initTestCase()
{
    SnapshotInfo info;
    info.id = QUuid(QStringLiteral("6f2c1c1e-70a3-4f61-9d0f-0b5a3c1f2a11"));
    info.toolVersion = QStringLiteral("0.1.0");
    info.account = {QStringLiteral("https://api.example.com"), SignInKind::OAuth, {}, QStringLiteral("ana@example.com")};
    info.parameters.criticalServices = QStringLiteral("PAY*, checkout");
    info.asOf = 1'773'000'000;
    info.startedAt = QDateTime::fromMSecsSinceEpoch(1'773'000'000'123, Qt::UTC);
    const SealInfo seal = fixture::sealInfo();
    info.finishedAt = seal.finishedAt;
    info.states = seal.states;
    info.requests = 13;
    info.bytes = 9'876'543'210;
    QList<RequestRecord> records;
    QHash<int, QByteArray> bodies;
    QHash<int, QList<RemovedField>> removed;
    const QList<CollectedPage> pages{fixture::page(1, QStringLiteral("/abilities"), "{\"abilities\":[\"sso\"]}"), fixture::oddPage(2),
                                     fixture::page(4, QStringLiteral("/teams"), {}, RequestResult::Failed),
                                     fixture::page(1'234'567, QStringLiteral("/services"), QByteArray("{\"services\":[]} ").repeated(9'000))};
    for (const CollectedPage &page : pages) {
        records << page.record;
        bodies.insert(page.record.id, page.body);
        if (!page.removed.isEmpty())
            removed.insert(page.record.id, page.removed);
    }
    records[2].sha256.clear();
    records[2].sentAt = QDateTime();
    m_snapshot.emplace(info, records, removed, std::make_shared<MemoryBodySource>(bodies));
    m_good = path("good.pdsnap");
    QVERIFY(saveSnapshotArchive(*m_snapshot, m_good));
}

void TestSnapshotArchive::roundTripKeepsEverything()
{
    const auto opened = openSnapshotArchive(m_good);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
    QCOMPARE(opened->info(), m_snapshot->info());
    QCOMPARE(opened->requests(), m_snapshot->requests());
    for (const RequestRecord &record : m_snapshot->requests()) {
        QCOMPARE(opened->body(record.id), m_snapshot->body(record.id));
        QCOMPARE(opened->removed(record.id), m_snapshot->removed(record.id));
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
    const fixture::StillClock clock;
    const auto opened = SnapshotStore::open(path("store/s.sqlite"), clock);
    SnapshotStore &store = **opened;
    auto writer = std::move(store.begin(fixture::start(store))).value();
    const QByteArray salt = writer->salt().toHex();
    QVERIFY(writer->store(fixture::oddPage(1)));
    QVERIFY(writer->store(fixture::page(2, QStringLiteral("/teams"))));
    const auto sealed = writer->seal(fixture::sealInfo());
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
    QVERIFY(saveSnapshotArchive(*m_snapshot, target));
    QCOMPARE(QFile::permissions(target) & QFile::Permissions(0x0077), QFile::Permissions());
    QCOMPARE(contentOf(target), contentOf(m_good));
#ifdef Q_OS_UNIX
    ::umask(022);
#endif
    QCOMPARE(saveSnapshotArchive(*m_snapshot, path("no/such/folder.pdsnap")).error().code, ErrorCode::CannotWrite);
    QVERIFY(QDir(m_directory.path()).entryList({QStringLiteral("*.pdsnap.*")}, QDir::Files).isEmpty()); // nothing left over
}

void TestSnapshotArchive::flippedByteNamesTheFile_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"requests.jsonl", "requests/000001.json", "requests/000002.json", "requests/1234567.json"})
        QTest::newRow(name) << QByteArray(name);
}

void TestSnapshotArchive::flippedByteNamesTheFile()
{
    QFETCH(QByteArray, name);
    QByteArray bytes = contentOf(m_good);
    const qsizetype data = bytes.indexOf(name) + name.size() + 5; // in the entry's deflated data
    bytes[data] = static_cast<char>(bytes.at(data) ^ 0x10);
    write(path("flipped.pdsnap"), bytes);
    const auto opened = openSnapshotArchive(path("flipped.pdsnap"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::DigestMismatch);
    QVERIFY2(opened.error().detail.startsWith(QString::fromUtf8(name)), qPrintable(opened.error().detail));
}

void TestSnapshotArchive::changedFileIsNamed()
{
    Entries entries = unpacked(m_good);
    entry(entries, "requests/000002.json").replace("users", "uzers");
    entry(entries, "requests/1234567.json") += ' ';
    pack(path("changed.pdsnap"), entries);
    const auto opened = openSnapshotArchive(path("changed.pdsnap"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::DigestMismatch);
    QVERIFY(opened.error().detail.startsWith(QLatin1String("requests/000002.json"))); // the first one
}

void TestSnapshotArchive::missingAndUnlistedFilesAreNamed()
{
    Entries entries = unpacked(m_good);
    entries.removeAt(3);
    pack(path("missing.pdsnap"), entries);
    const auto missing = openSnapshotArchive(path("missing.pdsnap"));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::DigestMismatch);
    QVERIFY(missing.error().detail.startsWith(QLatin1String("requests/000002.json")));

    entries = unpacked(m_good);
    entries << std::pair(QByteArray("requests/000004.json"), QByteArray("{}"));
    pack(path("extra.pdsnap"), entries);
    const auto extra = openSnapshotArchive(path("extra.pdsnap"));
    QVERIFY(!extra);
    QCOMPARE(extra.error().code, ErrorCode::DigestMismatch);
    QVERIFY(extra.error().detail.startsWith(QLatin1String("requests/000004.json")));

    entries.last().first = "requests/000005.json"; // listed, but of no request
    vouch(entries);
    pack(path("orphan.pdsnap"), entries);
    QCOMPARE(openSnapshotArchive(path("orphan.pdsnap")).error().code, ErrorCode::Malformed);
}

void TestSnapshotArchive::cutArchivesAreRefused()
{
    const QByteArray bytes = contentOf(m_good);
    for (qsizetype size = 0; size < bytes.size(); size += 97) {
        write(path("cut.pdsnap"), bytes.left(size));
        const auto opened = openSnapshotArchive(path("cut.pdsnap"));
        QVERIFY2(!opened, qPrintable(QString::number(size)));
        QVERIFY(!opened.error().detail.isEmpty());
    }
}

/// A damaged archive is either refused, or the damage was in what means nothing and the content is right.
void TestSnapshotArchive::everyFlippedByteIsSafe()
{
    const QByteArray bytes = contentOf(m_good);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        QByteArray damaged = bytes;
        damaged[i] = static_cast<char>(damaged.at(i) ^ (1 << (i % 8)));
        write(path("damaged.pdsnap"), damaged);
        const auto opened = openSnapshotArchive(path("damaged.pdsnap"));
        if (!opened)
            continue;
        QCOMPARE(opened->requests(), m_snapshot->requests());
        QCOMPARE(opened->body(2), m_snapshot->body(2));
    }
}

void TestSnapshotArchive::oddNamesAreRefused_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"../evil.json", "/etc/passwd", "requests/../../x.json", "requests/", "requests/1.json",
                             "requests/0000001.json", "requests/000000.json", "requests/-00001.json", "requests/00001a.json",
                             "requests/99999999999.json", "requests\\000001.json", "MANIFEST.JSON", "notes.txt", "manifest.json/",
                             "requests/000001.json.exe", "C:\\x", "x", "requests/000009.jsonx"})
        QTest::newRow(name) << QByteArray(name);
}

void TestSnapshotArchive::oddNamesAreRefused()
{
    QFETCH(QByteArray, name);
    Entries entries = unpacked(m_good);
    entries << std::pair(name, QByteArray("{}"));
    vouch(entries);
    pack(path("names.pdsnap"), entries);
    const auto opened = openSnapshotArchive(path("names.pdsnap"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Malformed);
}

void TestSnapshotArchive::hostileManifests_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *member, const QJsonValue &value, const char *detail) {
        QTest::addRow("%s %d", member, static_cast<int>(value.type())) << QString::fromLatin1(member) << value << QString::fromLatin1(detail);
    };
    row("formatVersion", 2, "2");
    row("formatVersion", 0, "formatVersion");
    row("formatVersion", QStringLiteral("1"), "formatVersion");
    row("formatVersion", QJsonValue::Undefined, "formatVersion");
    row("tool", 7, "tool");
    row("tool.name", QStringLiteral("zip"), "tool name");
    row("snapshot.id", QStringLiteral("../x"), "snapshot id");
    row("snapshot.asOf", QStringLiteral("yesterday"), "asOf");
    row("snapshot.startedAt", QStringLiteral("2026-03-08T20:00:00"), "startedAt");
    row("snapshot.finishedAt", QJsonValue::Null, "finishedAt");
    row("snapshot.includesAnalytics", 1, "includesAnalytics");
    row("account.signIn", QStringLiteral("sample"), "signIn");
    row("account.baseUrl", QJsonValue::Null, "baseUrl");
    row("account", QJsonArray(), "account");
    row("parameters.minAdmins", true, "minAdmins");
    row("parameters.minAdmins", 2.5, "minAdmins");
    row("parameters.scheduleCoverageDays", 100'000, "scheduleCoverageDays");
    row("parameters.unheardOf", 1, "unheardOf");
    row("parameters", QStringLiteral("x"), "parameters");
    row("collection.requests", -1, "requests");
    row("collection.bytes", 1e300, "bytes");
    row("collection.resources", QJsonObject(), "resources");
    row("collection.resources.0", 3, "resources[0]");
    row("collection.resources.0.kind", QStringLiteral("users"), "resources[2] kind is listed twice");
    row("collection.resources.1.kind", QStringLiteral("gizmos"), "resources[1] kind");
    row("collection.resources.1.state", QStringLiteral("fine"), "resources[1] state");
    row("collection.resources.1.reason", QStringLiteral("because"), "resources[1] reason");
    row("collection.resources.1.reportedTotal", QStringLiteral("1"), "reportedTotal");
    row("files", QJsonValue::Undefined, "files");
    row("files", QJsonObject(), "requests.jsonl");
}

void TestSnapshotArchive::hostileManifests()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QFETCH(QString, detail);
    Entries entries = unpacked(m_good);
    const QJsonObject manifest = QJsonDocument::fromJson(entry(entries, "manifest.json")).object();
    entry(entries, "manifest.json") = QJsonDocument(changed(manifest, member.split(QLatin1Char('.')), value).toObject()).toJson();
    pack(path("hostile.pdsnap"), entries);
    const auto opened = openSnapshotArchive(path("hostile.pdsnap"));
    QVERIFY(!opened);
    const bool newer = member == QLatin1String("formatVersion") && value == 2;
    QCOMPARE(opened.error().code, newer ? ErrorCode::UnsupportedVersion : ErrorCode::Malformed);
    QVERIFY2(opened.error().detail.contains(detail), qPrintable(opened.error().detail));
}

void TestSnapshotArchive::hostileLogs_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char *from, const char *to) { QTest::addRow("%s to %s", QByteArray(from).toPercentEncoding("{}[]\":,").constData(), QByteArray(to).toPercentEncoding("{}[]\":,").constData()) << QByteArray(from) << QByteArray(to); };
    row("\"id\":2,", "\"id\":1,");
    row("\"id\":2,", "\"id\":5000000,");
    row("\"id\":1,", "\"id\":0,");
    row("\"id\":1,", "\"id\":-4,");
    row("\"id\":1,", "\"id\":1e30,");
    row("\"id\":1,", "");
    row("\"resource\":\"users\"", "\"resource\":\"USERS\"");
    row("\"result\":\"failed\"", "\"result\":[]");
    row("\"attempts\":3", "\"attempts\":\"3\"");
    row("\"status\":200", "\"status\":20000");
    row("\"superseded\":false", "\"superseded\":null");
    row("\"unreadableRows\":[2,5]", "\"unreadableRows\":[2,-5]");
    row("\"unreadableRows\":[2,5]", "\"unreadableRows\":{}");
    row("\"pointer\":\"", "\"pointer\":0,\"x\":\"");
    row("\"digest\":\"aa", "\"digest\":\"AA");
    row("\"sha256\":\"", "\"sha256\":\"0");
    row("\"path\":\"/teams\"", "\"path\":null");
    row("{", "[");
    row("{", "\xff\xfe{");
    row("\n", "\n\n");
    row("\n", "\nnull\n");
}

void TestSnapshotArchive::hostileLogs()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    Entries entries = unpacked(m_good);
    QByteArray &log = entry(entries, "requests.jsonl");
    QVERIFY(log.contains(from));
    log.replace(log.indexOf(from), from.size(), to);
    vouch(entries);
    pack(path("hostilelog.pdsnap"), entries);
    const auto opened = openSnapshotArchive(path("hostilelog.pdsnap"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Malformed);
    QVERIFY2(opened.error().detail.contains(QLatin1String("requests.jsonl line ")), qPrintable(opened.error().detail));
}

void TestSnapshotArchive::oversizedEntryIsRefused()
{
    Entries entries = unpacked(m_good);
    entry(entries, "requests/000001.json") = QByteArray(256LL * 1024 * 1024 + 1, ' ');
    pack(path("bomb.pdsnap"), entries);
    QVERIFY(QFileInfo(path("bomb.pdsnap")).size() < 1'000'000);
    const auto opened = openSnapshotArchive(path("bomb.pdsnap"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Malformed);
    QVERIFY(opened.error().detail.startsWith(QLatin1String("requests/000001.json")));
}

void TestSnapshotArchive::unlikelyFilesAreRefused()
{
    QCOMPARE(openSnapshotArchive(path("none.pdsnap")).error().code, ErrorCode::NotFound);
    QCOMPARE(openSnapshotArchive(m_directory.path()).error().code, ErrorCode::CannotRead);
    write(path("text.pdsnap"), "just some text");
    QCOMPARE(openSnapshotArchive(path("text.pdsnap")).error().code, ErrorCode::Malformed);
    pack(path("bare.pdsnap"), {{"requests.jsonl", ""}});
    QCOMPARE(openSnapshotArchive(path("bare.pdsnap")).error().code, ErrorCode::Malformed);
    pack(path("deep.pdsnap"), {{"manifest.json", QByteArray(100'000, '[')}});
    QCOMPARE(openSnapshotArchive(path("deep.pdsnap")).error().code, ErrorCode::Malformed);
}

void TestSnapshotArchive::archiveChangedWhileOpenGivesNoBody()
{
    QByteArray noise; // does not compress, so it is beyond what anything buffered
    for (int i = 0; noise.size() < 300'000; ++i)
        noise += sha256(QByteArray::number(i));
    const QHash<int, QByteArray> bodies{{1, noise}};
    const Snapshot large(m_snapshot->info(), {fixture::page(1, QStringLiteral("/abilities")).record}, {},
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
                right += opened->body(2) == m_snapshot->body(2) && opened->body(1'234'567) == m_snapshot->body(1'234'567);
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        QTRY_VERIFY_WITH_TIMEOUT(thread->isFinished(), 60'000);
    QCOMPARE(right.load(), 180);
}

QTEST_GUILESS_MAIN(TestSnapshotArchive)
#include "tst_snapshotarchive.moc"

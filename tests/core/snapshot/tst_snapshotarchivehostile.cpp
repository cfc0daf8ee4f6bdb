// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/snapshot/archivefixture.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;
using namespace pdsi::fixture;

namespace {

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

/// Archives that are damaged, or made to do damage.
class TestHostileArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
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

private:
    QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }

    QTemporaryDir m_directory;
    QString m_good;
    const Snapshot m_snapshot = goodSnapshot();
};

void TestHostileArchive::initTestCase()
{
    m_good = path("good.pdsnap");
    QVERIFY(saveSnapshotArchive(m_snapshot, m_good));
}

void TestHostileArchive::flippedByteNamesTheFile_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"requests.jsonl", "requests/000001.json", "requests/000002.json", "requests/1234567.json"})
        QTest::newRow(name) << QByteArray(name);
}

void TestHostileArchive::flippedByteNamesTheFile()
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

void TestHostileArchive::changedFileIsNamed()
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

void TestHostileArchive::missingAndUnlistedFilesAreNamed()
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

void TestHostileArchive::cutArchivesAreRefused()
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
void TestHostileArchive::everyFlippedByteIsSafe()
{
    const QByteArray bytes = contentOf(m_good);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        QByteArray damaged = bytes;
        damaged[i] = static_cast<char>(damaged.at(i) ^ (1 << (i % 8)));
        write(path("damaged.pdsnap"), damaged);
        const auto opened = openSnapshotArchive(path("damaged.pdsnap"));
        if (!opened)
            continue;
        QCOMPARE(opened->requests(), m_snapshot.requests());
        QCOMPARE(opened->body(2), m_snapshot.body(2));
    }
}

void TestHostileArchive::oddNamesAreRefused_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"../evil.json", "/etc/passwd", "requests/../../x.json", "requests/", "requests/1.json",
                             "requests/0000001.json", "requests/000000.json", "requests/-00001.json", "requests/00001a.json",
                             "requests/99999999999.json", "requests\\000001.json", "MANIFEST.JSON", "notes.txt", "manifest.json/",
                             "requests/000001.json.exe", "C:\\x", "x", "requests/000009.jsonx"})
        QTest::newRow(name) << QByteArray(name);
}

void TestHostileArchive::oddNamesAreRefused()
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

void TestHostileArchive::hostileManifests_data()
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

void TestHostileArchive::hostileManifests()
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

void TestHostileArchive::hostileLogs_data()
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

void TestHostileArchive::hostileLogs()
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

void TestHostileArchive::oversizedEntryIsRefused()
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

void TestHostileArchive::unlikelyFilesAreRefused()
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

QTEST_GUILESS_MAIN(TestHostileArchive)
#include "tst_snapshotarchivehostile.moc"

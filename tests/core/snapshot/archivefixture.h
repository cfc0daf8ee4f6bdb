// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/snapshotarchive.h"
#include "tests/core/snapshot/snapshotfixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <zip.h>

/// A good archive, and what it takes to make bad ones of it.
namespace pdsi::fixture {

using Entries = QList<std::pair<QByteArray, QByteArray>>;

inline QByteArray sha256(const QByteArray &content) { return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex(); }

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    file.remove(); // some file systems flush to disk when a file is truncated and rewritten
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write");
}

/// Reads a ZIP as anybody would.
inline Entries unpacked(const QString &path)
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

inline void pack(const QString &path, const Entries &entries)
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

inline QByteArray &entry(Entries &entries, const QByteArray &name)
{
    for (auto &[key, content] : entries) {
        if (key == name)
            return content;
    }
    qFatal("no such entry");
}

/// Lets the manifest vouch for what the entries now hold.
inline void vouch(Entries &entries)
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

/// A sealed snapshot with most that an archive can hold.
inline Snapshot goodSnapshot()
{
    SnapshotInfo info;
    info.id = QUuid(QStringLiteral("6f2c1c1e-70a3-4f61-9d0f-0b5a3c1f2a11"));
    info.toolVersion = QStringLiteral("0.1.0");
    info.account = {QStringLiteral("https://api.example.com"), SignInKind::OAuth, {}, QStringLiteral("ana@example.com")};
    info.parameters.criticalServices = QStringLiteral("PAY*, checkout");
    info.asOf = 1'773'000'000;
    info.startedAt = QDateTime::fromMSecsSinceEpoch(1'773'000'000'123, Qt::UTC);
    const SealInfo seal = sealInfo();
    info.finishedAt = seal.finishedAt;
    info.states = seal.states;
    info.requests = 13;
    info.bytes = 9'876'543'210;
    QList<RequestRecord> records;
    QHash<int, QByteArray> bodies;
    QHash<int, QList<RemovedField>> removed;
    const QList<CollectedPage> pages{page(1, QStringLiteral("/abilities"), "{\"abilities\":[\"sso\"]}"), oddPage(2),
                                     page(4, QStringLiteral("/teams"), {}, RequestResult::Failed),
                                     page(1'234'567, QStringLiteral("/services"), QByteArray("{\"services\":[]} ").repeated(9'000))};
    for (const CollectedPage &page : pages) {
        records << page.record;
        bodies.insert(page.record.id, page.body);
        if (!page.removed.isEmpty())
            removed.insert(page.record.id, page.removed);
    }
    records[2].sha256.clear();
    records[2].sentAt = QDateTime();
    return Snapshot(info, records, removed, std::make_shared<MemoryBodySource>(bodies));
}

} // namespace pdsi::fixture

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/snapshotstore.h"

#include "core/base/privatefile.h"
#include "core/snapshot/snapshotstorerows.h"
#include "core/snapshot/snapshotwriter.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QStandardPaths>

namespace pdsi {

namespace {

constexpr qint64 resumableForMs = 24LL * 3600 * 1000;

QByteArray randomBytes()
{
    QByteArray bytes(32, '\0');
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    return bytes;
}

QString parametersText(const Parameters &parameters)
{
    return QString::fromUtf8(QJsonDocument(parameters.toJson()).toJson(QJsonDocument::Compact));
}

Parameters parametersOf(const QVariant &text)
{
    const auto read = Parameters::fromJson(QJsonDocument::fromJson(text.toString().toUtf8()).object());
    return read ? *read : Parameters();
}

class DatabaseSnapshotStore final : public SnapshotStore
{
public:
    DatabaseSnapshotStore(std::shared_ptr<StoreDatabase> database, const Clock &clock)
        : m_database(std::move(database)), m_clock(clock)
    {
    }

    Result<Done> readKey();
    QByteArray accountFingerprint(const AccountInfo &account, const QByteArray &secret) override;
    Result<std::unique_ptr<SnapshotWriter>> begin(const SnapshotStart &start) override;
    Result<std::unique_ptr<SnapshotWriter>> resume(const SnapshotStart &start) override;
    Result<QList<SnapshotSummary>> list() override;
    Result<Snapshot> load(const QUuid &id) override { return readSnapshot(*m_database, id); }
    Result<Done> remove(const QUuid &id) override;

private:
    Result<QList<QUuid>> resumable(const SnapshotStart &start);

    std::shared_ptr<StoreDatabase> m_database;
    const Clock &m_clock;
    QByteArray m_key; ///< of the fingerprints; random, made with the database
};

Result<Done> DatabaseSnapshotStore::readKey()
{
    auto made = m_database->run(QStringLiteral("INSERT OR IGNORE INTO meta (name, value) VALUES ('fingerprint_key', ?)"),
                                {randomBytes()});
    if (!made)
        return made.error();
    auto read = m_database->run(QStringLiteral("SELECT value FROM meta WHERE name = 'fingerprint_key'"));
    if (!read || !read.value().next())
        return Error{ErrorCode::CannotRead, m_database->path()};
    m_key = read->value(0).toByteArray();
    return Done{};
}

QByteArray DatabaseSnapshotStore::accountFingerprint(const AccountInfo &account, const QByteArray &secret)
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, m_key);
    const QByteArray separator(1, '\0');
    code.addData(account.baseUrl.toUtf8() + separator + signInKindName(account.signIn).toUtf8() + separator);
    code.addData(secret);
    return code.result();
}

Result<std::unique_ptr<SnapshotWriter>> DatabaseSnapshotStore::begin(const SnapshotStart &start)
{
    const QUuid id = QUuid::createUuid();
    auto lock = lockSnapshot(m_database->path(), id); // before the row can be seen
    if (!lock)
        return Error{ErrorCode::CannotWrite, QStringLiteral("%1: no lock file can be made").arg(m_database->path())};
    auto inserted = m_database->run(
        QStringLiteral("INSERT INTO snapshots (id, tool_version, base_url, sign_in, key_hint, requester, "
                       "account_fingerprint, parameters, includes_analytics, as_of, as_of_given, started_at, salt) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {id.toString(QUuid::WithoutBraces), QStringLiteral(PDSI_VERSION), sqlText(start.account.baseUrl),
         signInKindName(start.account.signIn), sqlText(start.account.keyHint), sqlText(start.account.requester),
         start.accountFingerprint.isNull() ? QByteArray("") : start.accountFingerprint, parametersText(start.parameters),
         start.includesAnalytics ? 1 : 0, start.asOf, start.asOfGiven ? 1 : 0, sqlTime(m_clock.nowUtc()), randomBytes()});
    if (!inserted)
        return inserted.error();
    return DatabaseSnapshotWriter::open(m_database, id, std::move(lock));
}

Result<QList<QUuid>> DatabaseSnapshotStore::resumable(const SnapshotStart &start)
{
    const qint64 now = m_clock.nowUtc().toMSecsSinceEpoch();
    auto query = m_database->run(
        QStringLiteral("SELECT id FROM snapshots WHERE finished_at IS NULL AND account_fingerprint = ? "
                       "AND parameters = ? AND includes_analytics = ? AND as_of_given = ? AND (as_of_given = 0 OR as_of = ?) "
                       "AND ABS(? - started_at) < ? ORDER BY started_at DESC, key DESC"),
        {start.accountFingerprint, parametersText(start.parameters), start.includesAnalytics ? 1 : 0,
         start.asOfGiven ? 1 : 0, start.asOf, now, resumableForMs});
    if (!query)
        return query.error();
    QList<QUuid> ids;
    while (query.value().next())
        ids << QUuid(query->value(0).toString());
    return ids;
}

Result<std::unique_ptr<SnapshotWriter>> DatabaseSnapshotStore::resume(const SnapshotStart &start)
{
    const auto ids = resumable(start);
    if (!ids)
        return ids.error();
    for (const QUuid &id : *ids) {
        auto lock = lockSnapshot(m_database->path(), id);
        if (!lock)
            continue;
        auto writer = DatabaseSnapshotWriter::open(m_database, id, std::move(lock));
        // NotFound: its owner sealed or removed it between our look and our lock.
        if (writer || writer.error().code != ErrorCode::NotFound)
            return writer;
    }
    return std::unique_ptr<SnapshotWriter>();
}

Result<QList<SnapshotSummary>> DatabaseSnapshotStore::list()
{
    auto query = m_database->run(QStringLiteral(
        "SELECT id, base_url, sign_in, key_hint, requester, as_of, started_at, finished_at, "
        "(SELECT COUNT(*) FROM requests WHERE snapshot_key = key), "
        "(SELECT COUNT(*) FROM resource_states WHERE snapshot_key = key AND state IN ('partial', 'denied', 'failed')), "
        "parameters, includes_analytics, as_of_given "
        "FROM snapshots ORDER BY started_at DESC, key DESC"));
    if (!query)
        return query.error();
    QList<SnapshotSummary> summaries;
    while (query.value().next()) {
        SnapshotSummary s;
        s.id = QUuid(query->value(0).toString());
        s.account.baseUrl = query->value(1).toString();
        s.account.signIn = query->value(2).toString() == signInKindName(SignInKind::OAuth) ? SignInKind::OAuth
                                                                                           : SignInKind::ApiKey;
        s.account.keyHint = query->value(3).toString();
        s.account.requester = query->value(4).toString();
        s.asOf = query->value(5).toLongLong();
        s.startedAt = timeOf(query->value(6));
        s.finishedAt = timeOf(query->value(7));
        s.requests = query->value(8).toInt();
        s.complete = s.finishedAt.isValid() && query->value(9).toInt() == 0;
        s.parameters = parametersOf(query->value(10));
        s.includesAnalytics = query->value(11).toBool();
        s.asOfGiven = query->value(12).toBool();
        summaries << s;
    }
    return summaries;
}

Result<Done> DatabaseSnapshotStore::remove(const QUuid &id)
{
    const QString name = id.toString(QUuid::WithoutBraces);
    const auto lock = lockSnapshot(m_database->path(), id);
    if (!lock)
        return Error{ErrorCode::CannotWrite, QStringLiteral("snapshot %1 is being collected").arg(name)};
    return m_database->inTransaction([&]() -> Result<Done> {
        auto found = m_database->run(QStringLiteral("SELECT key FROM snapshots WHERE id = ?"), {name});
        if (!found)
            return found.error();
        if (!found.value().next())
            return Error{ErrorCode::NotFound, QStringLiteral("no snapshot %1").arg(name)};
        const qint64 key = found->value(0).toLongLong();
        found.value().finish();
        // The row in `removals` is what lets the triggers of a sealed snapshot pass.
        for (const QString &step : {QStringLiteral("INSERT INTO removals (snapshot_key) VALUES (?)"),
                                    QStringLiteral("DELETE FROM snapshots WHERE key = ?"),
                                    QStringLiteral("DELETE FROM removals WHERE snapshot_key = ?")}) {
            if (auto done = m_database->run(step, {key}); !done)
                return done.error();
        }
        return Done{};
    });
}

} // namespace

bool SnapshotSummary::isResumable(const QDateTime &now) const
{
    return !finishedAt.isValid() && qAbs(startedAt.msecsTo(now)) < resumableForMs;
}

Result<std::unique_ptr<SnapshotStore>> SnapshotStore::open(const QString &databasePath, const Clock &clock)
{
    auto database = StoreDatabase::open(databasePath, StoreDatabase::Use::ReadWrite);
    if (!database)
        return database.error();
    if (auto migrated = database.value()->migrate(); !migrated)
        return migrated.error();
    auto store = std::make_unique<DatabaseSnapshotStore>(std::move(database).value(), clock);
    if (auto key = store->readKey(); !key)
        return key.error();
    return std::unique_ptr<SnapshotStore>(std::move(store));
}

Result<QString> SnapshotStore::defaultPath()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    if (data.isEmpty())
        return Error{ErrorCode::CannotWrite, QStringLiteral("no data directory")};
    const QString directory = data + QStringLiteral("/pagerduty-sec-inspector");
    if (auto made = makePrivateDirectory(directory); !made)
        return made.error();
    if (!QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return Error{ErrorCode::CannotWrite, directory};
    return directory + QStringLiteral("/snapshots.sqlite");
}

} // namespace pdsi

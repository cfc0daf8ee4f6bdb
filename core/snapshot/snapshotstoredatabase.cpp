// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/snapshotstoredatabase.h"

#include "core/base/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

namespace pdsi {

namespace {

constexpr int busyTimeoutMs = 10'000;
constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

/// SQLite gives -wal and -shm the mode of the database, so it must be right before SQLite sees the file.
Result<Done> createPrivately(const QString &path)
{
    if (auto made = makePrivateDirectory(QFileInfo(path).absolutePath()); !made)
        return made;
    QFile file(path);
    const PrivateUmask mask;
    if (!file.exists() && !file.open(QIODevice::ReadWrite, ownerOnly))
        return Error{ErrorCode::CannotWrite, QStringLiteral("%1: %2").arg(path, file.errorString())};
    if (file.permissions() & ~(ownerOnly | QFile::ReadUser | QFile::WriteUser) && !file.setPermissions(ownerOnly))
        return Error{ErrorCode::CannotWrite, QStringLiteral("%1: %2").arg(path, file.errorString())};
    return Done{};
}

/// The statements of a migration: chunks between blank lines that hold more than comments.
QStringList statements(const QString &sql)
{
    QStringList found;
    for (const QString &chunk : sql.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts)) {
        QStringList lines = chunk.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        lines.removeIf([](const QString &line) { return line.startsWith(QLatin1String("--")); });
        if (!lines.isEmpty())
            found << lines.join(QLatin1Char('\n'));
    }
    return found;
}

} // namespace

QVariant sqlText(const QString &text) { return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text); }

StoreDatabase::StoreDatabase(QString path, QString connection)
    : m_path(std::move(path)), m_connection(std::move(connection))
{
}

StoreDatabase::~StoreDatabase() { QSqlDatabase::removeDatabase(m_connection); }

Result<std::shared_ptr<StoreDatabase>> StoreDatabase::open(const QString &path, Use use)
{
    if (use == Use::ReadWrite) {
        if (auto created = createPrivately(path); !created)
            return created.error();
    }
    const QString connection = QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::shared_ptr<StoreDatabase> database(new StoreDatabase(path, connection));
    QSqlDatabase sql = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
    sql.setDatabaseName(path);
    sql.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs));
    if (!sql.open())
        return Error{ErrorCode::CannotRead, QStringLiteral("%1: %2").arg(path, sql.lastError().text())};
    if (auto configured = database->configure(use); !configured)
        return configured.error();
    return database;
}

Result<Done> StoreDatabase::configure(Use use)
{
    QStringList pragmas{QStringLiteral("PRAGMA query_only = ON")};
    if (use == Use::ReadWrite) {
        if (auto switched = switchToWal(); !switched)
            return switched;
        // NORMAL: with WAL a killed process loses nothing; only a power cut may cost the latest pages.
        // secure_delete: a forgotten salt and a removed snapshot must not stay in free pages.
        pragmas = {QStringLiteral("PRAGMA foreign_keys = ON"), QStringLiteral("PRAGMA synchronous = NORMAL"),
                   QStringLiteral("PRAGMA secure_delete = ON")};
    }
    for (const QString &pragma : pragmas) {
        if (auto set = run(pragma); !set)
            return set.error();
    }
    return Done{};
}

Result<Done> StoreDatabase::switchToWal()
{
    const auto mode = [this]() -> Result<QString> {
        auto query = run(QStringLiteral("PRAGMA journal_mode"));
        if (!query)
            return query.error();
        return query.value().next() ? query.value().value(0).toString() : QString();
    };
    auto current = mode();
    if (!current)
        return current.error();
    if (*current == QLatin1String("wal"))
        return Done{};
    // SQLite does not wait for the lock this switch takes, so two programs must not make it at once.
    const PrivateUmask mask;
    QLockFile lock(m_path + QStringLiteral(".create.lock"));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(busyTimeoutMs))
        return Error{ErrorCode::CannotWrite, QStringLiteral("%1: locked by another process").arg(m_path)};
    if (auto set = run(QStringLiteral("PRAGMA journal_mode = WAL")); !set)
        return set.error();
    current = mode();
    if (!current || *current != QLatin1String("wal"))
        return Error{ErrorCode::CannotWrite, QStringLiteral("%1: write-ahead logging is not possible").arg(m_path)};
    return Done{};
}

Result<QSqlQuery> StoreDatabase::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    bool done = query.prepare(sql);
    if (done) {
        for (const QVariant &value : values)
            query.addBindValue(value);
        done = query.exec();
    }
    if (!done) {
        const bool reading = sql.startsWith(QLatin1String("SELECT")) || sql.startsWith(QLatin1String("PRAGMA"));
        return Error{reading ? ErrorCode::CannotRead : ErrorCode::CannotWrite,
                     QStringLiteral("%1: %2").arg(m_path, query.lastError().text())};
    }
    return query;
}

Result<Done> StoreDatabase::inTransaction(const std::function<Result<Done>()> &work)
{
    if (auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun.error();
    Result<Done> outcome = work();
    if (outcome) {
        if (auto committed = run(QStringLiteral("COMMIT")); !committed)
            outcome = committed.error();
    }
    if (!outcome)
        (void)run(QStringLiteral("ROLLBACK"));
    return outcome;
}

Result<int> StoreDatabase::userVersion()
{
    auto query = run(QStringLiteral("PRAGMA user_version"));
    if (!query)
        return query.error();
    return query.value().next() ? query.value().value(0).toInt() : 0;
}

Result<Done> StoreDatabase::migrate()
{
    const QDir folder(QStringLiteral(":/pdsi/snapshot/migrations"));
    const QStringList files = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        return Error{ErrorCode::Internal, QStringLiteral("the migrations are not compiled in")};
    const int newest = files.last().left(4).toInt();
    auto version = userVersion();
    if (!version)
        return version.error();
    if (*version > newest)
        return Error{ErrorCode::UnsupportedVersion, QStringLiteral("%1: version %2").arg(m_path).arg(*version)};
    if (*version == newest)
        return Done{};
    return inTransaction([&]() -> Result<Done> {
        const auto present = userVersion(); // another process may have migrated while we waited for the lock
        if (!present)
            return present.error();
        for (const QString &name : files) {
            const int number = name.left(4).toInt();
            if (number <= *present)
                continue;
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                return Error{ErrorCode::Internal, name};
            QStringList steps = statements(QString::fromUtf8(file.readAll()));
            steps << QStringLiteral("PRAGMA user_version = %1").arg(number);
            for (const QString &step : steps) {
                if (auto applied = run(step); !applied)
                    return Error{ErrorCode::CannotWrite, name + QStringLiteral(": ") + applied.error().detail};
            }
        }
        return Done{};
    });
}

} // namespace pdsi

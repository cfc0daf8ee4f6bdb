// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlQuery>
#include <QVariantList>

#include <functional>
#include <memory>

namespace pdsi {

/// One connection to a snapshot database; closed and forgotten with the object, in the thread that made it.
class StoreDatabase
{
public:
    enum class Use { ReadWrite, ReadOnly };

    /// Connects and sets the pragmas. Creates the file, with mode 0600, when used for writing.
    static Result<std::shared_ptr<StoreDatabase>> open(const QString &path, Use use);
    ~StoreDatabase();
    StoreDatabase(const StoreDatabase &) = delete;
    StoreDatabase &operator=(const StoreDatabase &) = delete;

    const QString &path() const { return m_path; }

    /// Runs one statement. Error: CannotRead for SELECT and PRAGMA, else CannotWrite, with SQLite's own words.
    Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
    /// Runs `work` in a transaction that holds the write lock from its start; rolls back on error.
    Result<Done> inTransaction(const std::function<Result<Done>()> &work);
    /// Applies the migrations the database lacks. UnsupportedVersion when it has more than we know.
    Result<Done> migrate();

private:
    StoreDatabase(QString path, QString connection);
    Result<Done> configure(Use use);
    Result<Done> switchToWal();
    Result<int> userVersion();

    QString m_path;
    QString m_connection;
};

/// For binding: SQLite would take a null QString for NULL.
QVariant sqlText(const QString &text);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/coverage/gaplist.h"

#include <QFutureWatcher>
#include <QObject>

namespace pdsi {

/// Gaps as a table for programs (RFC 4180): instants in UTC, lengths in seconds, ids beside names.
QByteArray gapCsv(const AccountCoverage &coverage, const std::vector<GapListEntry> &entries);

/// Writes such a table to a file, in a worker. One file at a time.
class GapCsvFile : public QObject
{
    Q_OBJECT
public:
    explicit GapCsvFile(QObject *parent = nullptr);
    ~GapCsvFile() override;

    /// False while a file is being written.
    bool write(const QString &path, std::shared_ptr<const AccountCoverage> coverage, std::vector<GapListEntry> entries);

Q_SIGNALS:
    /// `error` is empty when all went well.
    void written(const QString &path, const QString &error);

private:
    QFutureWatcher<Result<Done>> m_watcher;
    QString m_path;
};

} // namespace pdsi

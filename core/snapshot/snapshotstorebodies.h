// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/snapshot.h"

namespace pdsi {

/// No page the account sends comes near this; more is damage or malice.
constexpr qint64 maxBodyBytes = 256LL * 1024 * 1024;

QByteArray compressBody(const QByteArray &body);
/// Empty when the content is damaged or does not give exactly `size` bytes.
QByteArray uncompressBody(const QByteArray &content, qint64 size);

/// Reads bodies from the database on demand, through one connection per thread.
class DatabaseBodySource final : public BodySource
{
public:
    DatabaseBodySource(QString databasePath, qint64 snapshotKey);
    ~DatabaseBodySource() override;
    QByteArray body(int requestId) const override;

private:
    const QString m_path;
    const qint64 m_snapshotKey;
};

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/connection.h"

#include <QList>

namespace pdsi {

/// Saved connections in `connections.json`, mode 0600, written whole or not at all. Holds no secret.
class ConnectionStore
{
public:
    explicit ConnectionStore(const QString &configDirectory);

    /// By name. An absent file is an empty list. Malformed names the connection and field that is wrong.
    Result<QList<Connection>> list() const;
    Result<Connection> find(const QString &name) const;
    /// Adds it, or replaces the one of the same name. InvalidArgument for a name that cannot be shown,
    /// an address `parseBaseUrl` refuses or another sign-in than by key or OAuth.
    Result<Done> save(const Connection &connection);
    Result<Done> remove(const QString &name);

private:
    Result<Done> write(QList<Connection> connections) const;

    QString m_directory;
    QString m_path;
};

} // namespace pdsi

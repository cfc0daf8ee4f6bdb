// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/connection.h"

#include <QList>

namespace pdsi {

/// Saved connections in `connections.json`, mode 0600, written whole or not at all. Holds no secret.
/// Reads files of earlier versions and writes the current one.
class ConnectionStore
{
public:
    explicit ConnectionStore(const QString &configDirectory);
    /// Where the programs keep them: `pagerduty-sec-inspector` in the user's configuration directory.
    static QString defaultDirectory();

    /// By name. An absent file is an empty list. Malformed names the connection and field that is wrong.
    Result<QList<Connection>> list() const;
    /// By name.
    Result<Connection> find(const QString &name) const;
    /// Adds it, or replaces the one of the same id; an empty id becomes the name. InvalidArgument for what
    /// checkConnection refuses and for a name that another connection has.
    Result<Done> save(const Connection &connection);
    Result<Done> remove(const QString &name);

    /// Id of the connection to begin with; empty when none was chosen or it is gone.
    Result<QString> defaultId() const;
    /// An empty id chooses none.
    Result<Done> setDefault(const QString &id);

private:
    struct Content {
        QList<Connection> connections;
        QString defaultId;
    };
    Result<Content> read() const;
    Result<Done> write(Content content) const;

    QString m_directory;
    QString m_path;
};

} // namespace pdsi

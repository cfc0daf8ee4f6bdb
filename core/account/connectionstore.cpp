// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connectionstore.h"

#include "core/account/connectionjson.h"
#include "core/base/privatefile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

#include <algorithm>

namespace pdsi {

namespace {

constexpr int formatVersion = 2;

void sortByName(QList<Connection> &connections)
{
    std::sort(connections.begin(), connections.end(),
              [](const Connection &a, const Connection &b) { return a.name < b.name; });
}

bool hasId(const QList<Connection> &connections, const QString &id)
{
    return std::any_of(connections.begin(), connections.end(), [&](const Connection &c) { return c.id == id; });
}

} // namespace

ConnectionStore::ConnectionStore(const QString &configDirectory)
    : m_directory(configDirectory), m_path(configDirectory + QStringLiteral("/connections.json"))
{
}

QString ConnectionStore::defaultDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/pagerduty-sec-inspector");
}

Result<ConnectionStore::Content> ConnectionStore::read() const
{
    QFile file(m_path);
    if (!file.exists())
        return Content();
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::CannotRead, QStringLiteral("%1: %2").arg(m_path, file.errorString())};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    const QJsonObject root = document.object();
    const int version = root.value(QLatin1String("formatVersion")).toInt();
    if (version > formatVersion)
        return Error{ErrorCode::UnsupportedVersion, QStringLiteral("%1: version %2").arg(m_path).arg(version)};
    if (version < 1 || !root.value(QLatin1String("connections")).isArray())
        return Error{ErrorCode::Malformed, QStringLiteral("%1: %2").arg(m_path, error.errorString())};
    Content content;
    const QJsonArray entries = root.value(QLatin1String("connections")).toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        auto connection = connectionFromJson(entries.at(i).toObject());
        const auto checked = connection ? checkConnection(*connection) : Result<Done>(connection.error());
        if (!checked) {
            return Error{ErrorCode::Malformed,
                         QStringLiteral("%1: connection %2: %3").arg(m_path).arg(i + 1).arg(checked.error().detail)};
        }
        content.connections << *connection;
    }
    sortByName(content.connections);
    const QString chosen = root.value(QLatin1String("default")).toString();
    if (hasId(content.connections, chosen))
        content.defaultId = chosen;
    return content;
}

Result<QList<Connection>> ConnectionStore::list() const
{
    auto content = read();
    return content ? Result<QList<Connection>>(content->connections) : content.error();
}

Result<Connection> ConnectionStore::find(const QString &name) const
{
    const auto connections = list();
    if (!connections)
        return connections.error();
    for (const Connection &connection : *connections) {
        if (connection.name == name)
            return connection;
    }
    return Error{ErrorCode::NotFound, QStringLiteral("no connection \"%1\"").arg(name)};
}

Result<Done> ConnectionStore::save(const Connection &connection)
{
    if (auto checked = checkConnection(connection); !checked)
        return checked;
    auto content = read();
    if (!content)
        return content.error();
    Connection saved = connection;
    if (saved.id.isEmpty())
        saved.id = saved.name;
    QList<Connection> &connections = content.value().connections;
    connections.removeIf([&](const Connection &c) { return c.id == saved.id; });
    const bool taken = std::any_of(connections.begin(), connections.end(), [&](const Connection &c) { return c.name == saved.name; });
    if (taken)
        return Error{ErrorCode::InvalidArgument, QStringLiteral("name: another connection is called that")};
    connections << saved;
    return write(*content);
}

Result<Done> ConnectionStore::remove(const QString &name)
{
    auto content = read();
    if (!content)
        return content.error();
    if (content.value().connections.removeIf([&](const Connection &c) { return c.name == name; }) == 0)
        return Error{ErrorCode::NotFound, QStringLiteral("no connection \"%1\"").arg(name)};
    return write(*content);
}

Result<QString> ConnectionStore::defaultId() const
{
    const auto content = read();
    return content ? Result<QString>(content->defaultId) : content.error();
}

Result<Done> ConnectionStore::setDefault(const QString &id)
{
    auto content = read();
    if (!content)
        return content.error();
    if (!id.isEmpty() && !hasId(content->connections, id))
        return Error{ErrorCode::NotFound, QStringLiteral("no connection with the id \"%1\"").arg(id)};
    content.value().defaultId = id;
    return write(*content);
}

Result<Done> ConnectionStore::write(Content content) const
{
    sortByName(content.connections);
    QJsonArray entries;
    for (const Connection &connection : std::as_const(content.connections))
        entries.append(connectionToJson(connection));
    if (auto made = makePrivateDirectory(m_directory); !made)
        return made;
    QJsonObject root{{QStringLiteral("formatVersion"), formatVersion}, {QStringLiteral("connections"), entries}};
    if (hasId(content.connections, content.defaultId))
        root.insert(QStringLiteral("default"), content.defaultId);
    return writePrivateFile(m_path, QJsonDocument(root).toJson());
}

} // namespace pdsi

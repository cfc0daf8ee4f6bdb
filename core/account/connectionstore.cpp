// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connectionstore.h"

#include "core/base/privatefile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace pdsi {

namespace {

constexpr int formatVersion = 1;
constexpr qsizetype longestName = 100;

Result<Done> check(const Connection &connection)
{
    const QString &name = connection.name;
    const bool printable = std::all_of(name.begin(), name.end(), [](QChar c) { return c.isPrint() || c.isSurrogate(); });
    if (name.isEmpty() || name != name.trimmed() || name.size() > longestName || !printable)
        return Error{ErrorCode::InvalidArgument, QStringLiteral("name: 1 to 100 printable characters, no space at the ends")};
    if (connection.signIn != SignInKind::ApiKey && connection.signIn != SignInKind::OAuth)
        return Error{ErrorCode::InvalidArgument, QStringLiteral("signIn: api-key or oauth")};
    const auto url = parseBaseUrl(connection.baseUrl.toString());
    if (!url)
        return url.error();
    return Done{};
}

QJsonObject toJson(const Connection &connection)
{
    return {{QStringLiteral("name"), connection.name},
            {QStringLiteral("baseUrl"), connection.baseUrl.toString(QUrl::FullyEncoded)},
            {QStringLiteral("signIn"), signInKindName(connection.signIn)},
            {QStringLiteral("requesterEmail"), connection.requesterEmail}};
}

Result<Connection> fromJson(const QJsonObject &json)
{
    Connection connection;
    connection.name = json.value(QLatin1String("name")).toString();
    connection.requesterEmail = json.value(QLatin1String("requesterEmail")).toString();
    const QString signIn = json.value(QLatin1String("signIn")).toString();
    connection.signIn = signIn == signInKindName(SignInKind::OAuth) ? SignInKind::OAuth : SignInKind::ApiKey;
    const auto url = parseBaseUrl(json.value(QLatin1String("baseUrl")).toString());
    if (!url)
        return url.error();
    connection.baseUrl = *url;
    if (signIn != signInKindName(connection.signIn))
        return Error{ErrorCode::Malformed, QStringLiteral("signIn")};
    if (auto checked = check(connection); !checked)
        return checked.error();
    return connection;
}

} // namespace

ConnectionStore::ConnectionStore(const QString &configDirectory)
    : m_directory(configDirectory), m_path(configDirectory + QStringLiteral("/connections.json"))
{
}

Result<QList<Connection>> ConnectionStore::list() const
{
    QFile file(m_path);
    if (!file.exists())
        return QList<Connection>();
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
    QList<Connection> connections;
    const QJsonArray entries = root.value(QLatin1String("connections")).toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        auto connection = fromJson(entries.at(i).toObject());
        if (!connection) {
            return Error{ErrorCode::Malformed,
                         QStringLiteral("%1: connection %2: %3").arg(m_path).arg(i + 1).arg(connection.error().detail)};
        }
        connections << *connection;
    }
    std::sort(connections.begin(), connections.end(),
              [](const Connection &a, const Connection &b) { return a.name < b.name; });
    return connections;
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
    if (auto checked = check(connection); !checked)
        return checked;
    auto connections = list();
    if (!connections)
        return connections.error();
    connections.value().removeIf([&](const Connection &c) { return c.name == connection.name; });
    connections.value() << connection;
    return write(*connections);
}

Result<Done> ConnectionStore::remove(const QString &name)
{
    auto connections = list();
    if (!connections)
        return connections.error();
    if (connections.value().removeIf([&](const Connection &c) { return c.name == name; }) == 0)
        return Error{ErrorCode::NotFound, QStringLiteral("no connection \"%1\"").arg(name)};
    return write(*connections);
}

Result<Done> ConnectionStore::write(QList<Connection> connections) const
{
    std::sort(connections.begin(), connections.end(),
              [](const Connection &a, const Connection &b) { return a.name < b.name; });
    QJsonArray entries;
    for (const Connection &connection : connections)
        entries.append(toJson(connection));
    if (auto made = makePrivateDirectory(m_directory); !made)
        return made;
    const QJsonObject root{{QStringLiteral("formatVersion"), formatVersion}, {QStringLiteral("connections"), entries}};
    return writePrivateFile(m_path, QJsonDocument(root).toJson());
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timestampsetup.h"

#include "core/account/connectionaccess.h"

namespace pdsi {

namespace {

Result<Connection> connectionById(const ConnectionAccess &access, const QString &id)
{
    const auto connections = access.list();
    if (!connections)
        return connections.error();
    for (const Connection &connection : *connections) {
        if (connection.id == id)
            return connection;
    }
    return Error{ErrorCode::NotFound, id};
}

/// By the proxy and with the certificates of the connection.
void routeThrough(const Connection &connection, TimestampService service, ConnectionAccess &access,
                  const TimestampServiceFound &found)
{
    const auto withPassword = [connection, service, found](const Result<Secret> &password) {
        const auto route = password ? NetworkRoute::of(connection, *password) : Result<NetworkRoute>(password.error());
        if (!route)
            return found(route.error());
        TimestampService routed = service;
        routed.route = *route;
        found(routed);
    };
    if (connection.proxy.isByHand() && !connection.proxy.user.isEmpty())
        access.read({connection.id, SecretKind::ProxyPassword}, withPassword);
    else
        withPassword(Secret());
}

} // namespace

void findTimestampService(const TimestampSettings &settings, ConnectionAccess &access, const TimestampServiceFound &found)
{
    if (settings.address.isEmpty())
        return found(Error{ErrorCode::NotFound, {}});
    const auto authority = TimestampClient::parseAuthority(settings.address);
    if (!authority)
        return found(authority.error());
    TimestampService service{*authority};
    if (!settings.caFile.isEmpty()) {
        const auto certificates = readTimestampCertificates(settings.caFile);
        if (!certificates)
            return found(certificates.error());
        service.certificates = *certificates;
    }
    if (settings.connectionId.isEmpty())
        return found(service);
    const auto connection = connectionById(access, settings.connectionId);
    if (!connection)
        return found(connection.error());
    routeThrough(*connection, service, access, found);
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/connection.h"

#include <QJsonObject>

namespace pdsi {

/// One entry of the connections file.
QJsonObject connectionToJson(const Connection &connection);

/// Reads an entry of any version; what an older version did not have is as in a new connection.
/// Malformed or InvalidArgument with the field that is wrong.
Result<Connection> connectionFromJson(const QJsonObject &json);

} // namespace pdsi

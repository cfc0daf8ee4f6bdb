// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/timestampclient.h"
#include "ui/models/appsettings.h"

namespace pdsi {

class ConnectionAccess;

using TimestampServiceFound = std::function<void(const Result<TimestampService> &)>;

/// The authority that the settings name, with the way there. Answers at once or later, and not at all once `access` is
/// gone. Errors: NotFound (no authority, or its connection is gone), InvalidArgument, CannotRead and Malformed for
/// certificates, KeychainLocked and KeychainUnavailable for the proxy's password.
void findTimestampService(const TimestampSettings &settings, ConnectionAccess &access, const TimestampServiceFound &found);

} // namespace pdsi

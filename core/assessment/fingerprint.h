// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pdsi {

/// Identity of a weakness from run to run: hex SHA-256 over control id, resource kind and resource id,
/// one a line, without a last line break.
QString findingFingerprint(int controlId, const QString &resourceKind, const QString &resourceId);

} // namespace pdsi

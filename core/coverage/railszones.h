// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace pdsi {

/// PagerDuty sends zones by IANA name or by the names Ruby on Rails gives them: "Eastern Time (US & Canada)".
/// The IANA name behind a Rails one, or behind an old IANA name that newer systems lack; any other name unchanged.
QByteArray ianaNameOf(const QString &name);

} // namespace pdsi

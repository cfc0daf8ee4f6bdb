// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pdsi {

/// A certificate that vouches for itself, with its key: PEM.
struct MadeCertificate {
    QByteArray certificate, key;

    /// For one DNS name, valid today. Both empty when it could not be made.
    static MadeCertificate forHost(const QByteArray &host);
};

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QIODevice;

namespace pdsi {

/// Collects small pieces and hands them to a device in large ones; remembers when the device refused.
class ReportSink
{
public:
    explicit ReportSink(QIODevice &device);

    ReportSink &operator<<(QByteArrayView bytes);
    /// What was to be written could not be made.
    void fail() { m_ok = false; }
    /// Hands over the rest. False when anything was refused or failed.
    bool finish();

private:
    void flush();

    QIODevice &m_device;
    QByteArray m_pending;
    bool m_ok = true;
};

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportsink.h"

#include <QIODevice>

namespace pdsi {

constexpr qsizetype pieceSize = 256 * 1024;

ReportSink::ReportSink(QIODevice &device) : m_device(device)
{
    m_pending.reserve(pieceSize + 4096);
}

ReportSink &ReportSink::operator<<(QByteArrayView bytes)
{
    m_pending.append(bytes);
    if (m_pending.size() >= pieceSize)
        flush();
    return *this;
}

bool ReportSink::finish()
{
    flush();
    return m_ok;
}

void ReportSink::flush()
{
    if (m_ok && !m_pending.isEmpty())
        m_ok = m_device.write(m_pending) == m_pending.size();
    m_pending.resize(0);
}

} // namespace pdsi

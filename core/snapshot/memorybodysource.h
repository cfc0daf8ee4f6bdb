// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/snapshot.h"

namespace pdsi {

/// Bodies held in memory; never changes after construction, so safe between threads.
class MemoryBodySource final : public BodySource
{
public:
    explicit MemoryBodySource(QHash<int, QByteArray> bodies) : m_bodies(std::move(bodies)) {}
    QByteArray body(int requestId) const override { return m_bodies.value(requestId); }

private:
    const QHash<int, QByteArray> m_bodies;
};

} // namespace pdsi

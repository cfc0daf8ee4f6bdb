// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collector/collector.h"

#include <QElapsedTimer>

#include <cstdio>

namespace pdsi::cli {

/// Writes collection progress to standard error: one line rewritten in place on a terminal, or a line every two
/// seconds (plain).
class ProgressPrinter
{
public:
    enum class Mode : quint8 { Off, Terminal, Plain };
    explicit ProgressPrinter(Mode mode);

    void show(const CollectionProgress &progress);
    /// Ends a rewritten line, so that other output starts clean.
    void finish();

    /// The line itself, e.g. "41 of 120 requests, 10 in flight, about 4 s left".
    static QString line(const CollectionProgress &progress, qint64 elapsedMs);

private:
    Mode m_mode;
    QElapsedTimer m_elapsed;
    qint64 m_lastShownMs = -10'000;
    bool m_lineOpen = false;
};

} // namespace pdsi::cli

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progressprinter.h"

#include <QStringList>

namespace pdsi::cli {

ProgressPrinter::ProgressPrinter(Mode mode)
    : m_mode(mode)
{
    m_elapsed.start();
}

QString ProgressPrinter::line(const CollectionProgress &progress, qint64 elapsedMs)
{
    QStringList parts;
    parts << QStringLiteral("%1 of %2 requests").arg(progress.requestsDone).arg(progress.requestsPlanned);
    parts << QStringLiteral("%1 in flight").arg(progress.inFlight);
    if (progress.requestsReused > 0)
        parts << QStringLiteral("%1 kept from before").arg(progress.requestsReused);
    if (progress.retries > 0)
        parts << QStringLiteral("%1 retries").arg(progress.retries);
    const int sent = progress.requestsDone - progress.requestsReused;
    const int open = progress.requestsPlanned - progress.requestsDone;
    if (progress.rateLimitWaitMs > 0) {
        parts << QStringLiteral("rate limit: waiting %1 s").arg((progress.rateLimitWaitMs + 999) / 1000);
    } else if (sent > 0 && open > 0 && elapsedMs > 1000) {
        const qint64 left = elapsedMs * open / sent;
        parts << QStringLiteral("about %1 s left").arg((left + 999) / 1000);
    }
    return parts.join(QStringLiteral(", "));
}

void ProgressPrinter::show(const CollectionProgress &progress)
{
    const qint64 now = m_elapsed.elapsed();
    if (m_mode == Mode::Off || (m_mode == Mode::Plain && now - m_lastShownMs < 2'000))
        return;
    m_lastShownMs = now;
    const QByteArray text = line(progress, now).toUtf8();
    if (m_mode == Mode::Terminal) {
        std::fprintf(stderr, "\r\x1b[K%s", text.constData());
        m_lineOpen = true;
    } else {
        std::fprintf(stderr, "%s\n", text.constData());
    }
    std::fflush(stderr);
}

void ProgressPrinter::finish()
{
    if (m_lineOpen)
        std::fputs("\r\x1b[K", stderr);
    m_lineOpen = false;
}

} // namespace pdsi::cli

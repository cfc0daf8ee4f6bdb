// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/collection/collectiontext.h"

#include "ui/models/collectionwords.h"
#include "ui/models/requestwords.h"
#include "ui/models/snapshotlistmodel.h"

#include <QCoreApplication>
#include <QLocale>

namespace pdsi::collectiontext {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("pdsi::collectiontext", text); }
QString number(qint64 value) { return QLocale().toString(value); }

} // namespace

QString waitText(qint64 ms) { return durationWords((ms + 999) / 1'000); }

QString progressLine(const CollectionProgress &progress)
{
    const QString done = number(progress.requestsDone), planned = number(progress.requestsPlanned);
    if (progress.leftMs >= 0)
        return tr("%1 of about %2 requests, %3 left").arg(done, planned, waitText(progress.leftMs));
    return tr("%1 of at least %2 requests").arg(done, planned);
}

QString waitLine(const CollectionProgress &progress)
{
    if (progress.waitingForSecret)
        return tr("The account no longer takes the sign-in. Everything waits until it is renewed.");
    if (progress.paused && progress.inFlight > 0)
        return tr("Pausing: nothing new is sent, what is in flight completes.");
    if (progress.paused)
        return tr("Paused. Nothing is sent until you resume.");
    if (progress.rateLimitWaitMs > 0)
        return tr("Waiting %1 for the rate limit.").arg(waitText(progress.rateLimitWaitMs));
    if (progress.waitingToRepeat > 0)
        return tr("Failed for a moment and asked again: %1.").arg(number(progress.waitingToRepeat));
    return {};
}

QString allowanceLine(const CollectionProgress &progress)
{
    if (progress.rateLimitRemaining < 0)
        return tr("Rate limit: the account has told none");
    const QString left = number(progress.rateLimitRemaining);
    QString line = progress.rateLimit > 0 ? tr("Rate limit: %1 of %2 requests left").arg(left, number(progress.rateLimit))
                                          : tr("Rate limit: %1 requests left").arg(left);
    if (progress.rateLimitResetMs >= 0)
        line += tr(", whole again in %1").arg(waitText(progress.rateLimitResetMs));
    return line;
}

QString factsLine(const CollectionProgress &progress)
{
    QStringList facts{tr("In flight %1").arg(number(progress.inFlight)), tr("repeated %1").arg(number(progress.retries)),
                      tr("waits for the rate limit %1").arg(number(progress.rateLimitedWaits)),
                      tr("received %1").arg(bytesText(progress.bytes))};
    if (progress.requestsReused > 0)
        facts << tr("kept from before %1").arg(number(progress.requestsReused));
    return facts.join(QStringLiteral(", "));
}

QString factsLine(const SnapshotInfo &snapshot)
{
    return QStringList{tr("Sent %1").arg(number(snapshot.requests)), tr("repeated %1").arg(number(snapshot.retries)),
                       tr("waits for the rate limit %1").arg(number(snapshot.rateLimitedWaits)),
                       tr("received %1").arg(bytesText(snapshot.bytes))}
        .join(QStringLiteral(", "));
}

QString endLine(const CollectedSnapshot &collected, int answersKept)
{
    const QString kept = answersKept > 0 ? QLatin1Char(' ') + tr("What arrived is kept: %1 answers.").arg(number(answersKept))
                                         : QString();
    switch (collected.end) {
    case CollectionEnd::Finished: return tr("Everything has arrived. Judging it...");
    case CollectionEnd::Cancelled: return tr("Cancelled.") + kept;
    case CollectionEnd::SignInRefused:
        return tr("The account refused the sign-in. Check the key, and the region: keys of European accounts work in Europe only.") + kept;
    case CollectionEnd::Unreachable:
        return tr("The account could not be reached (%1). Check the network, the proxy and the address.").arg(collected.error.detail) + kept;
    case CollectionEnd::StoreFailed:
        return tr("What arrived could not be stored: %1. Check the free space and permissions.").arg(collected.error.detail) + kept;
    }
    return {};
}

QString offerLine(const SnapshotSummary &unfinished)
{
    return tr("Interrupted: %1, started %2 UTC. %3 answers are kept and need not be asked again if you resume within 24 hours.")
        .arg(SnapshotListModel::accountText(unfinished.account),
             unfinished.startedAt.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm")), number(unfinished.requests));
}

} // namespace pdsi::collectiontext

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collector/collector.h"
#include "tests/support/accounts.h"
#include "tests/support/fakepagerduty.h"
#include "tests/support/memorypagestore.h"

#include <QElapsedTimer>
#include <QSignalSpy>

namespace pdsi {

/// One collection against a fake account, to its end.
struct CollectRun {
    CollectionOutcome outcome;
    bool ended = false;
    qint64 elapsedMs = 0;

    const ResourceClassState &state(ResourceClass c) const { return outcome.states.at(static_cast<int>(c)); }
    QString stateName(ResourceClass c) const
    {
        const ResourceClassState &s = state(c);
        return collectionStateName(s.state) + QLatin1Char('/') + (s.reason ? reasonCodeName(*s.reason) : QString());
    }
};

inline CollectionRequest requestTo(const FakePagerDuty &fake)
{
    CollectionRequest request;
    request.connection.baseUrl = fake.url();
    request.secret = Secret(QByteArrayLiteral("fakefakefakefakefa00"));
    request.asOf = fake.model().now;
    request.salt = QByteArrayLiteral("salt");
    request.timeout = std::chrono::milliseconds(5'000);
    return request;
}

inline CollectRun collect(const CollectionRequest &request, PageStore &store, int patienceMs = 60'000)
{
    Collector collector(request, store, Clock::system());
    CollectRun run;
    QObject::connect(&collector, &Collector::finished, &collector, [&run](const CollectionOutcome &outcome) {
        run.outcome = outcome;
        run.ended = true;
    });
    QSignalSpy spy(&collector, &Collector::finished);
    QElapsedTimer timer;
    timer.start();
    collector.start();
    if (!run.ended)
        spy.wait(patienceMs);
    run.elapsedMs = timer.elapsed();
    return run;
}

} // namespace pdsi

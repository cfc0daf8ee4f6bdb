// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pagingquery.h"

#include "core/coverage/oncalltimeline.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace pdsi {

std::vector<Instant> onCallChanges(const AccountCoverage &coverage, int service)
{
    std::vector<Instant> changes;
    const CoveredService &row = coverage.services[static_cast<size_t>(service)];
    std::vector<int> schedules;
    if (row.policy >= 0) {
        for (const CoveredLevel &level : coverage.policies[static_cast<size_t>(row.policy)].levels)
            schedules.insert(schedules.end(), level.schedules.begin(), level.schedules.end());
    }
    std::sort(schedules.begin(), schedules.end());
    schedules.erase(std::unique(schedules.begin(), schedules.end()), schedules.end());
    for (const int schedule : schedules) {
        const OnCallTimeline timeline(coverage.schedules[static_cast<size_t>(schedule)], coverage.window());
        const std::vector<OnCallStretch> &stretches = timeline.stretches();
        for (size_t i = 1; i < stretches.size(); ++i) {
            if (stretches[i].people != stretches[i - 1].people || stretches[i].unread != stretches[i - 1].unread)
                changes.push_back(stretches[i].start);
        }
    }
    for (const Interval &maintenance : row.maintenance.intervals()) {
        changes.push_back(maintenance.start);
        changes.push_back(maintenance.end);
    }
    const Interval window = coverage.window();
    std::erase_if(changes, [&](Instant change) { return change <= window.start || change >= window.end; });
    std::sort(changes.begin(), changes.end());
    changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
    return changes;
}

PagingQuery::PagingQuery(QObject *parent)
    : QObject(parent)
{
}

// A computation still running holds everything it needs; its result goes with the watcher.
PagingQuery::~PagingQuery() = default;

void PagingQuery::drop()
{
    if (!m_watcher)
        return;
    m_watcher->disconnect(this);
    m_watcher->deleteLater();
    m_watcher = nullptr;
}

void PagingQuery::ask(std::shared_ptr<const Inventory> inventory, std::shared_ptr<const AccountCoverage> coverage,
                      const QString &serviceId)
{
    drop();
    m_inventory = std::move(inventory);
    m_coverage = std::move(coverage);
    m_serviceId = serviceId;
    m_worst.reset();
    m_changes.clear();
    if (service() >= 0) {
        m_changes = onCallChanges(*m_coverage, service());
        m_watcher = new QFutureWatcher<WorstCase>(this);
        connect(m_watcher, &QFutureWatcherBase::finished, this, [this] {
            m_worst = m_watcher->result();
            drop();
            Q_EMIT worstChanged();
        });
        m_watcher->setFuture(QtConcurrent::run([inventory = m_inventory, coverage = m_coverage, serviceId] {
            return worstCase(*inventory, *coverage, serviceId);
        }));
    }
    Q_EMIT worstChanged();
}

PagingPath PagingQuery::pathAt(Instant instant) const { return pagingPathAt(*m_inventory, *m_coverage, m_serviceId, instant); }

std::optional<Instant> PagingQuery::changeBefore(Instant instant) const
{
    const auto next = std::lower_bound(m_changes.begin(), m_changes.end(), instant);
    return next == m_changes.begin() ? std::nullopt : std::optional(*std::prev(next));
}

std::optional<Instant> PagingQuery::changeAfter(Instant instant) const
{
    const auto next = std::upper_bound(m_changes.begin(), m_changes.end(), instant);
    return next == m_changes.end() ? std::nullopt : std::optional(*next);
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/pagingpath.h"

#include <QFutureWatcher>
#include <QObject>

namespace pdsi {

/// Instants within the window at which who is on call on any level of the service's policy changes, ascending.
std::vector<Instant> onCallChanges(const AccountCoverage &coverage, int service);

/// The question "who would be paged" about one service: what holds for the whole window, worked out in a worker.
class PagingQuery : public QObject
{
    Q_OBJECT
public:
    explicit PagingQuery(QObject *parent = nullptr);
    ~PagingQuery() override;

    /// An id that is not in the account asks about nothing.
    void ask(std::shared_ptr<const Inventory> inventory, std::shared_ptr<const AccountCoverage> coverage, const QString &serviceId);
    const std::shared_ptr<const AccountCoverage> &coverage() const { return m_coverage; }
    const QString &serviceId() const { return m_serviceId; }
    /// Index in AccountCoverage::services; -1 = nothing asked.
    int service() const { return m_coverage ? m_coverage->serviceIndex(m_serviceId) : -1; }

    PagingPath pathAt(Instant instant) const;
    /// nullopt until worked out.
    const std::optional<WorstCase> &worst() const { return m_worst; }
    std::optional<Instant> changeBefore(Instant instant) const;
    std::optional<Instant> changeAfter(Instant instant) const;

Q_SIGNALS:
    void worstChanged();

private:
    void drop();

    std::shared_ptr<const Inventory> m_inventory;
    std::shared_ptr<const AccountCoverage> m_coverage;
    QString m_serviceId;
    std::vector<Instant> m_changes;
    std::optional<WorstCase> m_worst;
    QFutureWatcher<WorstCase> *m_watcher = nullptr;
};

} // namespace pdsi

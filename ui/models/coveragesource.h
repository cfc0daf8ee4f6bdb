// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"
#include "core/session/judging.h"

#include <QFutureWatcher>
#include <QObject>

namespace pdsi {

/// The on-call coverage of what is open, worked out in a worker whenever the audit, the off-hours or the what-if change.
/// One object for all views.
class CoverageSource : public QObject
{
    Q_OBJECT
public:
    explicit CoverageSource(QObject *parent = nullptr);
    ~CoverageSource() override;

    void setAudit(const JudgedSnapshot &audit);
    /// Intended off-hours by schedule id; shown, not counted.
    void setOffHours(const QHash<QString, std::vector<RecurringTime>> &offHours);
    const QHash<QString, std::vector<RecurringTime>> &offHours() const { return m_offHours; }
    /// Who is supposed to be away; kept nowhere, forgotten with the audit.
    void setWhatIf(const WhatIf &whatIf);
    const WhatIf &whatIf() const { return m_whatIf; }
    /// For people; of the coverage still shown while what it was is given up. Empty when nothing is supposed.
    QString whatIfText() const;

    /// Null while nothing is open or the first computation is under way; then the latest one.
    const std::shared_ptr<const AccountCoverage> &coverage() const { return m_coverage; }
    /// The inventory `coverage()` was computed from.
    const std::shared_ptr<const Inventory> &inventory() const { return m_inventory; }
    bool isComputing() const { return m_watcher != nullptr; }

Q_SIGNALS:
    void coverageChanged();
    void computingChanged();
    /// At once; the coverage follows.
    void whatIfChanged();

private:
    void compute();
    void drop();

    JudgedSnapshot m_audit;
    QHash<QString, std::vector<RecurringTime>> m_offHours;
    WhatIf m_whatIf;
    std::shared_ptr<const AccountCoverage> m_coverage;
    std::shared_ptr<const Inventory> m_inventory;
    QFutureWatcher<std::shared_ptr<const AccountCoverage>> *m_watcher = nullptr;
};

} // namespace pdsi

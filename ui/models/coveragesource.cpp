// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/coveragesource.h"

#include "ui/models/whatifwords.h"

#include <QtConcurrentRun>

namespace pdsi {

CoverageSource::CoverageSource(QObject *parent)
    : QObject(parent)
{
}

// A computation still running holds everything it needs; its result goes with the watcher.
CoverageSource::~CoverageSource() = default;

void CoverageSource::setAudit(const JudgedSnapshot &audit)
{
    m_audit = audit;
    m_coverage.reset();
    m_inventory.reset();
    const bool supposed = !m_whatIf.isEmpty();
    m_whatIf = {};
    if (supposed)
        Q_EMIT whatIfChanged();
    Q_EMIT coverageChanged();
    compute();
}

void CoverageSource::setOffHours(const QHash<QString, std::vector<RecurringTime>> &offHours)
{
    if (offHours == m_offHours)
        return;
    m_offHours = offHours;
    compute();
}

void CoverageSource::setWhatIf(const WhatIf &whatIf)
{
    if (whatIf == m_whatIf || !m_audit)
        return;
    m_whatIf = whatIf;
    Q_EMIT whatIfChanged();
    compute();
}

QString CoverageSource::whatIfText() const
{
    if (!m_audit)
        return {};
    const bool ending = m_whatIf.isEmpty() && m_coverage;
    return whatIfWords(*m_audit.inventory, ending ? m_coverage->options.whatIf : m_whatIf);
}

void CoverageSource::drop()
{
    if (m_watcher)
        m_watcher->deleteLater();
    m_watcher = nullptr;
}

void CoverageSource::compute()
{
    drop();
    if (!m_audit) {
        Q_EMIT computingChanged();
        return;
    }
    CoverageOptions options = coverageOptions(m_audit.assessment->asOf, m_audit.assessment->parameters);
    options.offHours = m_offHours;
    options.whatIf = m_whatIf;
    m_watcher = new QFutureWatcher<std::shared_ptr<const AccountCoverage>>(this);
    connect(m_watcher, &QFutureWatcherBase::finished, this, [this, watcher = m_watcher] {
        if (watcher != m_watcher)
            return;
        m_coverage = watcher->result();
        m_inventory = m_audit.inventory;
        drop();
        Q_EMIT computingChanged();
        Q_EMIT coverageChanged();
    });
    m_watcher->setFuture(QtConcurrent::run([inventory = m_audit.inventory, options] { return computeCoverage(*inventory, options); }));
    Q_EMIT computingChanged();
}

} // namespace pdsi

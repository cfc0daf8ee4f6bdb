// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/gapcsv.h"

#include "core/base/privatefile.h"
#include "core/report/csvcell.h"
#include "ui/models/coveragewords.h"
#include "ui/models/coveragezones.h"

#include <QtConcurrentRun>

namespace pdsi {

namespace {

QString kindName(GapKind kind)
{
    switch (kind) {
    case GapKind::Nobody: return QStringLiteral("nobody");
    case GapKind::CaughtByLevel: return QStringLiteral("caught_by_level");
    case GapKind::Unknown: return QStringLiteral("unknown");
    case GapKind::OffHours: return QStringLiteral("off_hours");
    case GapKind::Maintenance: return QStringLiteral("maintenance");
    case GapKind::Disabled: return QStringLiteral("disabled");
    }
    return {};
}

QString allPolicies(const AccountCoverage &coverage, const GapListEntry &entry)
{
    QStringList names;
    for (const int policy : policiesAffected(coverage, entry))
        names << coverage.policies[static_cast<size_t>(policy)].name;
    return names.join(QStringLiteral("; "));
}

QByteArray row(const AccountCoverage &coverage, const CoverageZones &zones, const GapListEntry &entry)
{
    const bool isSchedule = entry.subject == GapSubject::Schedule;
    const auto index = static_cast<size_t>(entry.index);
    const QTimeZone &zone = isSchedule ? zones.ofSchedule(entry.index) : zones.ofService(entry.index);
    const QByteArrayList cells{
        csvCell(kindName(entry.kind)),
        entry.kind == GapKind::CaughtByLevel ? QByteArray::number(entry.level + 1) : QByteArray(),
        csvCell(formatInstant(entry.start)),
        csvCell(formatInstant(entry.end)),
        QByteArray::number(entry.seconds()),
        csvCell(wallClockWords({entry.start, entry.end}, zone)),
        csvCell(QString::fromLatin1(zone.id())),
        isSchedule ? QByteArrayLiteral("schedule") : QByteArrayLiteral("service"),
        csvCell(isSchedule ? coverage.schedules[index].id : coverage.services[index].id),
        csvCell(isSchedule ? coverage.schedules[index].name : coverage.services[index].name),
        csvCell(coveredByWords(coverage, entry)),
        csvCell(allPolicies(coverage, entry)),
        entry.counted ? QByteArrayLiteral("true") : QByteArrayLiteral("false"),
    };
    return cells.join(',') + "\r\n";
}

} // namespace

QByteArray gapCsv(const AccountCoverage &coverage, const std::vector<GapListEntry> &entries)
{
    QByteArray csv("\xEF\xBB\xBF"
                   "kind,caught_by_level,start,end,seconds,local_time,time_zone,resource_kind,resource_id,resource_name,"
                   "covered_by,policies,counted\r\n");
    const CoverageZones zones(coverage);
    for (const GapListEntry &entry : entries)
        csv += row(coverage, zones, entry);
    return csv;
}

GapCsvFile::GapCsvFile(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const Result<Done> result = m_watcher.result();
        Q_EMIT written(m_path, result ? QString() : result.error().detail);
    });
}

// A file being written is written all the same; nobody is told.
GapCsvFile::~GapCsvFile() = default;

bool GapCsvFile::write(const QString &path, std::shared_ptr<const AccountCoverage> coverage, std::vector<GapListEntry> entries)
{
    if (m_watcher.isRunning())
        return false;
    m_path = path;
    m_watcher.setFuture(QtConcurrent::run([path, coverage = std::move(coverage), entries = std::move(entries)] {
        return writePrivateFile(path, gapCsv(*coverage, entries));
    }));
    return true;
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/findingtext.h"

#include "core/report/csvcell.h"

#include <QtConcurrentRun>

namespace pdsi {

namespace {

QString line(const QStringList &cells, FindingTextFormat format)
{
    const bool csv = format == FindingTextFormat::Csv;
    QStringList written;
    for (const QString &cell : cells)
        written << (csv ? QString::fromUtf8(csvCell(cell)) : tabbedCell(cell));
    return csv ? written.join(QLatin1Char(',')) + QStringLiteral("\r\n") : written.join(QLatin1Char('\t')) + QLatin1Char('\n');
}

} // namespace

QString findingText(const FindingRows &rows, FindingTextFormat format)
{
    QStringList cells;
    for (const FindingColumn column : rows.columns)
        cells << columnTitle(column);
    QString text = line(cells, format);
    for (const quint32 outcome : rows.outcomes) {
        cells.clear();
        for (const FindingColumn column : rows.columns)
            cells << findingCell(*rows.findings, outcome, column);
        text += line(cells, format);
    }
    return text;
}

FindingTextWriter::FindingTextWriter(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { Q_EMIT written(m_watcher.result(), m_format, m_rows); });
}

void FindingTextWriter::write(FindingRows rows, FindingTextFormat format)
{
    m_format = format;
    m_rows = qsizetype(rows.outcomes.size());
    m_watcher.setFuture(QtConcurrent::run([rows = std::move(rows), format] { return findingText(rows, format); }));
}

} // namespace pdsi

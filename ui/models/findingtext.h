// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/findingindex.h"

#include <QFutureWatcher>

namespace pdsi {

/// Rows of the findings table to be pasted elsewhere.
struct FindingRows {
    std::shared_ptr<const FindingIndex> findings;
    std::vector<quint32> outcomes;
    QList<FindingColumn> columns;
};
enum class FindingTextFormat : quint8 { Tabbed, Csv };

/// A line of titles and a line a row. Cells hold their whole text; none is something a spreadsheet would calculate.
QString findingText(const FindingRows &rows, FindingTextFormat format);

/// Writes such a text in a worker: a million rows take a while. A new one supersedes the one before.
class FindingTextWriter : public QObject
{
    Q_OBJECT
public:
    explicit FindingTextWriter(QObject *parent = nullptr);
    void write(FindingRows rows, FindingTextFormat format);

Q_SIGNALS:
    void written(const QString &text, pdsi::FindingTextFormat format, qsizetype rows);

private:
    FindingTextFormat m_format = FindingTextFormat::Tabbed;
    qsizetype m_rows = 0;
    QFutureWatcher<QString> m_watcher;
};

} // namespace pdsi

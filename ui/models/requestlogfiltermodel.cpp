// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/requestlogfiltermodel.h"

#include "ui/models/collectionwords.h"
#include "ui/models/requestlogmodel.h"
#include "ui/models/requestwords.h"

namespace pdsi {

namespace {

bool holds(const QString &text, const QString &part) { return text.contains(part, Qt::CaseInsensitive); }

bool hasText(const RequestRecord &record, const QString &part)
{
    return holds(record.path, part) || holds(classWord(record.resourceClass), part)
        || holds(resourceClassName(record.resourceClass), part) || holds(wordFor(record.result), part)
        || holds(record.subject, part) || holds(record.serverRequestId, part)
        || holds(QString::fromLatin1(record.sha256), part) || QString::number(record.status) == part
        || QString::number(record.id) == part || holds(QString::fromLatin1(record.method), part);
}

/// "404", "4xx" or "none".
bool hasStatus(const RequestRecord &record, const QString &asked)
{
    const QString status = record.status > 0 ? QString::number(record.status) : QStringLiteral("none");
    if (asked.size() == 3 && asked.endsWith(QLatin1String("xx"), Qt::CaseInsensitive))
        return status.size() == 3 && status.front() == asked.front();
    return status.compare(asked, Qt::CaseInsensitive) == 0;
}

bool hasValue(const RequestRecord &record, const QString &facet, const QString &value)
{
    if (facet == QLatin1String("class"))
        return holds(resourceClassName(record.resourceClass), value) || holds(classWord(record.resourceClass), value);
    if (facet == QLatin1String("status"))
        return hasStatus(record, value);
    if (facet == QLatin1String("result"))
        return holds(requestResultName(record.result), value) || holds(wordFor(record.result), value);
    if (facet == QLatin1String("method"))
        return QString::fromLatin1(record.method).compare(value, Qt::CaseInsensitive) == 0;
    if (facet == QLatin1String("id"))
        return QString::number(record.id) == value;
    return hasText(record, facet.isEmpty() ? value : facet + QLatin1Char(':') + value);
}

} // namespace

RequestLogFilterModel::RequestLogFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(RequestLogModel::SortRole);
}

void RequestLogFilterModel::setWords(const SearchWords &words)
{
    m_words = words;
    invalidateFilter();
}

bool RequestLogFilterModel::matches(const RequestRecord &record, const SearchWords &words)
{
    return std::all_of(words.terms().begin(), words.terms().end(), [&record](const SearchTerm &term) {
        if (term.values.isEmpty())
            return true;
        const bool any = std::any_of(term.values.begin(), term.values.end(), [&](const QString &value) {
            return hasValue(record, term.facet, value);
        });
        return any != term.negated;
    });
}

bool RequestLogFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    const auto *log = qobject_cast<const RequestLogModel *>(sourceModel());
    return !sourceParent.isValid() && log && (m_words.isEmpty() || matches(log->record(sourceRow), m_words));
}

} // namespace pdsi

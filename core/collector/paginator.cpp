// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/paginator.h"

#include <algorithm>
#include <utility>

namespace pdsi {

namespace {

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    const qint64 number = value.toInteger(-1);
    return value.isDouble() && number >= 0 ? std::optional(number) : std::nullopt;
}

int smallerLimit(int limit)
{
    for (const int next : {50, 25, 10}) {
        if (limit > next)
            return next;
    }
    return 0;
}

} // namespace

Paginator::Paginator(ListQuery query, int part, RowFn onRow)
    : m_query(std::move(query)), m_part(part), m_onRow(std::move(onRow)), m_step(m_query.limit)
{
}

void Paginator::start(PlanOutput &out) { ask(0, m_step, out); }

void Paginator::ask(int offset, int limit, PlanOutput &out)
{
    ApiRequest request;
    request.resourceClass = m_query.resourceClass;
    request.priority = offset == 0 ? m_query.firstPriority : m_query.pagePriority;
    const QChar join = m_query.path.contains(QLatin1Char('?')) ? QLatin1Char('&') : QLatin1Char('?');
    request.path = m_query.path + join + QStringLiteral("limit=%1&offset=%2").arg(limit).arg(offset);
    if (m_query.askTotal)
        request.path += QStringLiteral("&total=true");
    if (m_query.halveWhenSlow && smallerLimit(limit) > 0)
        request.maxRetries = 2; // then a smaller page is tried
    request.tag = {-1, m_part, m_reading, offset, limit};
    out.requests.append(request);
    ++m_pending;
}

void Paginator::answered(const ApiRequest &request, const PlanAnswer &answer, PlanOutput &out)
{
    --m_pending;
    ++m_pagesRead;
    if (answer.read.result == RequestResult::Answered) {
        keep(request, answer);
        if (m_untold || (request.tag.offset == 0 && !wholeNumber(answer.read.body.value(QLatin1String("total")))))
            walkOn(request, answer.read, out);
        else if (request.tag.offset == 0)
            planRest(request, answer.read, out);
    } else if (!halve(request, answer, out)) {
        m_failed = true;
        if (m_reading == 1 && request.tag.offset == 0) {
            m_refusal = answer.read;
            m_end = End::Refused;
        }
    }
    if (m_pending == 0 && m_end == End::Open)
        evaluate(out);
}

bool Paginator::halve(const ApiRequest &request, const PlanAnswer &answer, PlanOutput &out)
{
    const int limit = smallerLimit(request.tag.limit);
    if (!m_query.halveWhenSlow || !answer.read.slow || limit == 0)
        return false;
    out.superseded.append(answer.requestId);
    if (request.tag.offset == 0) {
        m_step = limit;
        ask(0, limit, out);
        return true;
    }
    const int end = request.tag.offset + request.tag.limit;
    for (int offset = request.tag.offset; offset < end; offset += limit)
        ask(offset, std::min(limit, end - offset), out);
    return true;
}

void Paginator::keep(const ApiRequest &request, const PlanAnswer &answer)
{
    Page page;
    page.keys = rowKeys(request, answer.read);
    page.total = wholeNumber(answer.read.body.value(QLatin1String("total")));
    m_pages[request.tag.offset] = page;
    m_requestIds.append(answer.requestId);
    m_rowsLost = m_rowsLost || !answer.read.unreadableRows.isEmpty();
    if (m_onRow)
        forEachRow(request, answer.read, m_onRow);
}

void Paginator::planRest(const ApiRequest &request, const ReadAnswer &answer, PlanOutput &out)
{
    m_total = wholeNumber(answer.body.value(QLatin1String("total")));
    const auto echoed = wholeNumber(answer.body.value(QLatin1String("limit")));
    m_step = request.tag.limit;
    if (echoed && *echoed > 0 && *echoed < m_step)
        m_step = static_cast<int>(*echoed);
    if (m_query.mostRows == 0 && *m_total > ceiling) {
        m_end = End::TooLarge;
        return;
    }
    const qint64 wanted = m_query.mostRows > 0 ? std::min<qint64>(*m_total, m_query.mostRows) : *m_total;
    for (int offset = m_step; offset < wanted; offset += m_step)
        ask(offset, std::min(m_step, ceiling - offset), out);
}

void Paginator::walkOn(const ApiRequest &request, const ReadAnswer &answer, PlanOutput &out)
{
    const qsizetype rows = rowCount(request, answer);
    const auto echoed = wholeNumber(answer.body.value(QLatin1String("limit")));
    const int step = echoed && *echoed > 0 && *echoed < request.tag.limit ? static_cast<int>(*echoed) : request.tag.limit;
    const QJsonValue more = answer.body.value(QLatin1String("more"));
    const bool goOn = rows > 0 && (more.isBool() ? more.toBool() : rows >= step);
    const int next = request.tag.offset + step;
    if (!goOn || (m_query.mostRows > 0 && next >= m_query.mostRows))
        return;
    if (m_query.stopWhenUntold && !m_untold) {
        m_end = End::TooLarge;
        return;
    }
    m_untold = true;
    m_step = step;
    if (next + step > ceiling)
        m_capped = true;
    else
        ask(next, step, out);
}

void Paginator::readToCeiling(PlanOutput &out)
{
    m_end = End::Open;
    m_capped = m_total.has_value();
    if (m_total) {
        for (int offset = m_step; offset + m_step <= ceiling; offset += m_step)
            ask(offset, m_step, out);
    } else {
        m_untold = true;
        ask(m_step, m_step, out);
    }
}

bool Paginator::addsUp(const QStringList &sequence) const
{
    if (m_total) {
        const qint64 expected = m_query.mostRows > 0 ? std::min<qint64>(*m_total, m_query.mostRows) : *m_total;
        const bool stable = std::all_of(m_pages.begin(), m_pages.end(), [this](const auto &page) {
            return !page.second.total || page.second.total == m_total;
        });
        if (!stable)
            return false;
        if (m_distinct == expected)
            return true; // as many different rows as there are: whatever else came is a repetition
        // A page of a list that is cut off at `mostRows` may hold more than was wanted.
        const bool enough = m_query.mostRows > 0 ? sequence.size() >= expected : sequence.size() == expected;
        if (!enough)
            return false;
    }
    return m_duplicates == 0 || sequence == m_earlierSequence;
}

void Paginator::evaluate(PlanOutput &out)
{
    QStringList sequence;
    for (const auto &[offset, page] : m_pages)
        sequence += page.keys;
    const QSet<QString> distinct(sequence.begin(), sequence.end());
    m_distinct = distinct.size();
    m_duplicates = sequence.size() - m_distinct;
    if (m_capped) {
        m_end = End::Capped;
    } else if (m_failed) {
        m_end = End::Partial;
    } else if (addsUp(sequence)) {
        m_end = End::Complete;
        out.superseded += m_earlierIds;
    } else if (m_reading < mostReadings) {
        m_earlierSequence = sequence;
        readAgain(out);
    } else {
        m_end = End::Partial;
    }
}

void Paginator::readAgain(PlanOutput &out)
{
    ++m_reading;
    m_earlierIds += std::exchange(m_requestIds, {});
    m_pages.clear();
    m_total.reset();
    m_untold = false;
    m_rowsLost = false;
    ask(0, m_step, out);
}

} // namespace pdsi

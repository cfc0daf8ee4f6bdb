// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/requestsreader.h"

#include "core/collector/classstate.h"

#include <QUrl>

#include <utility>

namespace pdsi {

namespace {

QString withPage(const ApiRequest &request, const QString &page)
{
    // The first page carries no cursor and offset 0: what follows `limit` is replaced.
    static const QString marks[] = {QStringLiteral("&cursor="), QStringLiteral("&offset=")};
    QString path = request.path;
    for (const QString &mark : marks) {
        if (const qsizetype at = path.indexOf(mark); at >= 0)
            path.truncate(at);
    }
    return path + page;
}

} // namespace

RequestsReader::RequestsReader(ResourceClass c, RequestsPlan plan) : PlanReader(c), m_plan(std::move(plan)) {}

void RequestsReader::start(PlanOutput &out)
{
    const RequestSet set = *m_plan.requests();
    m_started = true;
    m_planned = set.requests.size();
    m_state.state = set.state;
    m_state.reason = set.reason;
    out.requests = set.requests;
    if (m_planned > manyRequests) {
        m_held = set.requests.mid(1);
        out.requests = {set.requests.first()};
    }
}

void RequestsReader::answered(const ApiRequest &request, const PlanAnswer &answer, PlanOutput &out)
{
    ++m_state.pages;
    if (answer.read.result != RequestResult::Answered) {
        refused(answer.read, out);
    } else {
        ++m_answered;
        const QStringList keys = rowKeys(request, answer.read);
        m_rows += keys.size();
        for (const QString &key : keys)
            m_keys.insert(key);
        m_rowsLost = m_rowsLost || !answer.read.unreadableRows.isEmpty();
        if (m_plan.onRow)
            forEachRow(request, answer.read, m_plan.onRow);
        follow(request, answer.read, out);
    }
    if (!m_stopped)
        out.requests += std::exchange(m_held, {});
}

void RequestsReader::refused(const ReadAnswer &answer, PlanOutput &out)
{
    m_missing = true;
    if (m_refusal.status == 0)
        m_refusal = answer;
    ResourceClassState verdict;
    verdict.resourceClass = resourceClass();
    applyRefusal(verdict, answer.result, answer.status);
    const bool classWide = verdict.state == CollectionState::Denied || verdict.state == CollectionState::Unavailable;
    if (!classWide || m_answered > 0)
        return;
    m_stopped = true;
    m_held.clear();
    out.withdraw = true;
}

void RequestsReader::follow(const ApiRequest &request, const ReadAnswer &answer, PlanOutput &out)
{
    using Follow = RequestsPlan::Follow;
    ApiRequest next = request;
    if (m_plan.follow == Follow::Cursor) {
        const QString cursor = answer.body.value(QLatin1String("next_cursor")).toString();
        const QString known = request.subject + QLatin1Char('|') + cursor;
        if (cursor.isEmpty())
            return;
        if (m_cursors.contains(known)) { // a cursor that leads back would never end
            m_missing = true;
            return;
        }
        m_cursors.insert(known);
        next.path = withPage(request, QStringLiteral("&cursor=") + QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
        out.requests.append(next);
    } else if (m_plan.follow == Follow::Offset && answer.body.value(QLatin1String("more")).toBool()) {
        const int offset = request.tag.offset + 100;
        if (rowCount(request, answer) == 0 || offset >= 10'000) {
            m_missing = true;
            return;
        }
        next.tag.offset = offset;
        next.path = withPage(request, QStringLiteral("&offset=%1&total=true").arg(offset));
        out.requests.append(next);
    }
}

ResourceClassState RequestsReader::state() const
{
    ResourceClassState state = m_state;
    if (!m_started)
        return state;
    state.received = m_keys.size();
    state.duplicatesDropped = m_rows - m_keys.size();
    if (m_missing && m_answered == 0)
        applyRefusal(state, m_refusal.result, m_refusal.status);
    else if ((m_missing || m_rowsLost) && state.state == CollectionState::Complete)
        applyPartial(state, ReasonCode::Partial);
    return state;
}

} // namespace pdsi

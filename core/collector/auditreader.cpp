// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/auditreader.h"

#include "core/collector/classstate.h"

#include <QUrl>

#include <algorithm>
#include <cmath>

namespace pdsi {

namespace {
constexpr int windowDays = 31;       // the account answers no longer range
constexpr int keptDays = 365;        // and keeps no more than this
constexpr int mostBisections = 4;
constexpr int mostSlices = 16;
constexpr int mostSliceRequests = 4'096; // slices of slices end here; what is left follows the cursor

QString sinceUntil(Instant from, Instant to)
{
    return QStringLiteral("since=%1&until=%2").arg(formatInstant(from), formatInstant(to));
}

} // namespace

int slicesFor(Instant from, Instant oldestSeen, Instant to)
{
    const double filled = static_cast<double>(std::max<Instant>(1, to - oldestSeen));
    const Instant rest = oldestSeen - from;
    if (rest < 4)
        return 1;
    // A quarter more than the pages expected: a slice that is a little too dense costs one more round.
    const double pages = 1.25 * static_cast<double>(rest) / filled;
    const double most = std::min<double>(mostSlices, static_cast<double>(rest) / 2.0);
    return static_cast<int>(std::clamp(std::ceil(pages), 1.0, most));
}

std::optional<QStringList> AuditReader::take(const ApiRequest &request, const PlanAnswer &answer)
{
    ++m_state.pages;
    if (answer.read.result != RequestResult::Answered) {
        m_missing = true;
        m_refusal = answer.read;
        return std::nullopt;
    }
    ++m_answered;
    m_missing = m_missing || !answer.read.unreadableRows.isEmpty();
    const QStringList keys = rowKeys(request, answer.read);
    for (const QString &key : keys)
        m_keys.insert(key);
    return keys;
}

AuditHistoryReader::AuditHistoryReader(const PlanFacts &facts)
    : AuditReader(ResourceClass::AuditHistory), m_facts(facts),
      m_daysBack(std::min(facts.parameters.auditRetentionDays, keptDays))
{
}

void AuditHistoryReader::probe(int daysBack, int part, PlanOutput &out)
{
    const Instant from = m_facts.asOf - daysBack * secondsPerDay;
    ApiRequest request;
    request.resourceClass = resourceClass();
    request.priority = 0;
    request.path = QStringLiteral("/audit/records?%1&limit=1")
                       .arg(sinceUntil(from, std::min(m_facts.asOf, from + windowDays * secondsPerDay)));
    request.tag.part = part;
    out.requests.append(request);
}

void AuditHistoryReader::start(PlanOutput &out) { probe(m_daysBack, 0, out); }

void AuditHistoryReader::answered(const ApiRequest &request, const PlanAnswer &answer, PlanOutput &out)
{
    const auto keys = take(request, answer);
    if (!keys)
        return;
    if (request.tag.part == 0 && keys->isEmpty() && m_bisections < mostBisections && m_daysBack > 1) {
        ++m_bisections;
        m_daysBack /= 2;
        probe(m_daysBack, 0, out);
    }
}

bool AuditHistoryReader::waiting() const
{
    return !m_yearAsked && m_answered > 0 && !m_facts.isFinished(ResourceClass::AuditRecent);
}

void AuditHistoryReader::settled(PlanOutput &out)
{
    if (m_yearAsked || m_answered == 0 || !m_facts.isFinished(ResourceClass::AuditRecent))
        return;
    m_yearAsked = true;
    const ResourceClassState &recent = m_facts.finished.at(ResourceClass::AuditRecent);
    if (recent.state != CollectionState::Complete || recent.received > 0)
        return;
    for (int back = 2 * windowDays; back < keptDays + windowDays; back += windowDays) {
        if (std::min(back, keptDays) != m_daysBack)
            probe(std::min(back, keptDays), 1, out);
    }
}

ResourceClassState AuditHistoryReader::state() const
{
    ResourceClassState state = m_state;
    if (m_answered > 0)
        state.state = CollectionState::Complete;
    state.received = m_keys.size();
    if (m_missing && m_answered == 0)
        applyRefusal(state, m_refusal.result, m_refusal.status);
    else if (m_missing)
        applyPartial(state, ReasonCode::Partial);
    return state;
}

AuditTokensReader::AuditTokensReader(ResourceClass c, Instant from, Instant to) : AuditReader(c)
{
    m_slices.push_back({from, to, {}});
}

void AuditTokensReader::start(PlanOutput &out)
{
    const Slice whole = m_slices.front();
    m_slices.clear();
    ask(whole.from, whole.to, out);
}

void AuditTokensReader::ask(Instant from, Instant to, PlanOutput &out)
{
    ApiRequest request;
    request.resourceClass = resourceClass();
    request.priority = 0; // chains take long: they must not be the last to end
    request.path = QStringLiteral("/audit/records?method_type=api_token&%1&limit=100").arg(sinceUntil(from, to));
    request.tag.part = static_cast<int>(m_slices.size());
    m_slices.push_back({from, to, {}});
    out.requests.append(request);
}

bool AuditTokensReader::cut(const ApiRequest &request, const ReadAnswer &answer, PlanOutput &out)
{
    const Slice slice = m_slices.at(static_cast<size_t>(request.tag.part));
    std::optional<Instant> oldest;
    forEachRow(request, answer, [&oldest](const QJsonObject &row) {
        const auto at = parseInstant(row.value(QLatin1String("execution_time")).toString());
        if (at && (!oldest || *at < *oldest))
            oldest = at;
    });
    const bool first = slice.cursors.isEmpty();
    if (!first || !oldest || *oldest < slice.from || *oldest > slice.to || m_slices.size() > mostSliceRequests)
        return false;
    const int pieces = slicesFor(slice.from, *oldest, slice.to);
    if (pieces < 2)
        return false;
    // Neighbours share a second: whether a range includes its ends is not documented.
    const Instant end = std::min(*oldest + 1, slice.to);
    for (int i = pieces; i > 0; --i) {
        const Instant from = slice.from + (*oldest - slice.from) * (i - 1) / pieces;
        const Instant to = i == pieces ? end : slice.from + (*oldest - slice.from) * i / pieces + 1;
        ask(from, to, out);
    }
    return true;
}

void AuditTokensReader::answered(const ApiRequest &request, const PlanAnswer &answer, PlanOutput &out)
{
    const auto keys = take(request, answer);
    if (!keys)
        return;
    m_rows += keys->size();
    const QString cursor = answer.read.body.value(QLatin1String("next_cursor")).toString();
    if (cursor.isEmpty() || cut(request, answer.read, out))
        return;
    Slice &slice = m_slices.at(static_cast<size_t>(request.tag.part));
    if (slice.cursors.contains(cursor)) {
        m_missing = true; // a cursor that leads back would never end
        return;
    }
    slice.cursors.insert(cursor);
    ApiRequest next = request;
    next.path = QStringLiteral("/audit/records?method_type=api_token&%1&limit=100&cursor=%2")
                    .arg(sinceUntil(slice.from, slice.to), QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
    out.requests.append(next);
}

ResourceClassState AuditTokensReader::state() const
{
    ResourceClassState state = m_state;
    if (m_answered > 0)
        state.state = CollectionState::Complete;
    state.received = m_keys.size();
    state.duplicatesDropped = m_rows - m_keys.size();
    if (m_missing && m_answered == 0)
        applyRefusal(state, m_refusal.result, m_refusal.status);
    else if (m_missing)
        applyPartial(state, ReasonCode::Partial);
    return state;
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collector/planreader.h"

namespace pdsi {

/// Single requests of one class, and how far the class is known before they are asked.
struct RequestSet {
    QList<ApiRequest> requests;
    CollectionState state = CollectionState::Complete; ///< at best: what it builds on may be partial or denied
    std::optional<ReasonCode> reason;
};

struct RequestsPlan {
    /// Which requests; nullopt while another class must be read first.
    std::function<std::optional<RequestSet>()> requests;
    enum class Follow : quint8 { Nothing, Cursor, Offset } follow = Follow::Nothing;
    RowFn onRow;
};

/// Asks a set of requests of their own: one for a class without paging, or one per resource. Where many are
/// planned the first goes alone, so that a forbidden class costs one request.
class RequestsReader : public PlanReader
{
public:
    RequestsReader(ResourceClass c, RequestsPlan plan);

    bool ready() const override { return m_plan.requests().has_value(); }
    void start(PlanOutput &out) override;
    void answered(const ApiRequest &request, const PlanAnswer &answer, PlanOutput &out) override;
    ResourceClassState state() const override;

    static constexpr int manyRequests = 25;

private:
    void refused(const ReadAnswer &answer, PlanOutput &out);
    void follow(const ApiRequest &request, const ReadAnswer &answer, PlanOutput &out);

    RequestsPlan m_plan;
    QList<ApiRequest> m_held;      ///< waiting for the first one's answer
    qsizetype m_planned = 0;
    bool m_started = false;
    bool m_stopped = false;        ///< the class is forbidden
    int m_answered = 0;
    bool m_rowsLost = false;
    bool m_missing = false;
    ReadAnswer m_refusal;
    QSet<QString> m_keys, m_cursors;
    qint64 m_rows = 0;
    std::optional<qint64> m_total;
};

} // namespace pdsi

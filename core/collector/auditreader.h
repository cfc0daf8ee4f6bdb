// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collector/planreader.h"

#include <optional>
#include <vector>

namespace pdsi {

/// A stretch of time, newest first, with the newest part known to fill one page: into how many pieces to cut the
/// rest, so that each holds about a page. 1 = not worth cutting.
int slicesFor(Instant from, Instant oldestSeen, Instant to);

/// What every reader of audit records keeps of its answers.
class AuditReader : public PlanReader
{
public:
    using PlanReader::PlanReader;

protected:
    /// Notes the answer and gives the keys of its rows; nullopt when it was none to read.
    std::optional<QStringList> take(const ApiRequest &request, const PlanAnswer &answer);

    int m_answered = 0;
    bool m_missing = false;
    ReadAnswer m_refusal;
    QSet<QString> m_keys;
};

/// How far back audit records go: one-row probes.
class AuditHistoryReader : public AuditReader
{
public:
    explicit AuditHistoryReader(const PlanFacts &facts);
    void start(PlanOutput &out) override;
    void answered(const ApiRequest &request, const PlanAnswer &answer, PlanOutput &out) override;
    void settled(PlanOutput &out) override;
    void factsChanged(PlanOutput &out) override { settled(out); }
    bool waiting() const override;
    ResourceClassState state() const override;

private:
    void probe(int daysBack, int part, PlanOutput &out);

    const PlanFacts &m_facts;
    int m_daysBack = 0;
    int m_bisections = 0;
    bool m_yearAsked = false;
};

/// All audit records of method api_token in a window. They come newest first by cursor, which is slow: once the
/// first page shows how dense they are the rest is cut into slices that are read side by side.
class AuditTokensReader : public AuditReader
{
public:
    AuditTokensReader(ResourceClass c, Instant from, Instant to);
    void start(PlanOutput &out) override;
    void answered(const ApiRequest &request, const PlanAnswer &answer, PlanOutput &out) override;
    ResourceClassState state() const override;

private:
    struct Slice {
        Instant from = 0;
        Instant to = 0;
        QSet<QString> cursors;
    };
    void ask(Instant from, Instant to, PlanOutput &out);
    bool cut(const ApiRequest &request, const ReadAnswer &answer, PlanOutput &out);

    std::vector<Slice> m_slices;
    qint64 m_rows = 0;
};

} // namespace pdsi

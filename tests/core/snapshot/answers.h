// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/inventory.h"
#include "core/snapshot/memorybodysource.h"

/// What the tests of the inventory are made of: answers of an account as JSON, kept in memory.
namespace pdsi::test {

/// A snapshot made of answers given one by one; every class is complete unless told otherwise.
class Answers
{
public:
    Answers()
    {
        for (int i = 0; i < resourceClassCount; ++i)
            m_info.states.append({static_cast<ResourceClass>(i), CollectionState::Complete, {}, 0, {}, 0, 0});
    }
    RequestRecord &add(ResourceClass c, const QByteArray &body, const char *subject = "", const char *path = "/x")
    {
        RequestRecord record;
        record.id = static_cast<int>(m_records.size()) + 1;
        record.resourceClass = c;
        record.subject = QLatin1String(subject);
        record.path = QLatin1String(path);
        record.status = 200;
        m_bodies.insert(record.id, body);
        m_records.append(record);
        return m_records.last();
    }
    ResourceClassState &state(ResourceClass c) { return m_info.states[static_cast<int>(c)]; }
    void remove(int requestId, const char *pointer, const char *digest)
    {
        m_removed[requestId].append({QLatin1String(pointer), QByteArray(digest)});
    }
    std::shared_ptr<const Inventory> load() const
    {
        return Inventory::load(Snapshot(m_info, m_records, m_removed, std::make_shared<MemoryBodySource>(m_bodies)));
    }

private:
    SnapshotInfo m_info;
    QList<RequestRecord> m_records;
    QHash<int, QList<RemovedField>> m_removed;
    QHash<int, QByteArray> m_bodies;
};

inline QByteArray list(const char *key, const QByteArrayList &rows)
{
    return "{\"" + QByteArray(key) + "\":[" + rows.join(',') + "],\"more\":false}";
}

template<typename Row>
QStringList idsIn(const std::vector<Row> &rows)
{
    QStringList ids;
    for (const Row &row : rows)
        ids.append(row.id);
    return ids;
}

inline QStringList ids(const char *text) { return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts); }

inline Instant at(const char *text) { return parseInstant(QString::fromLatin1(text)).value(); }

inline constexpr char firstHalf[] = "/schedules?since=2026-05-01T00:00:00Z&until=2026-05-11T00:00:00Z&time_zone=UTC";
inline constexpr char secondHalf[] = "/schedules?since=2026-05-11T00:00:00Z&until=2026-05-21T00:00:00Z&time_zone=UTC";
inline constexpr char wholeWindow[] = "/schedules/PSC01?since=2026-05-01T00:00:00Z&until=2026-05-21T00:00:00Z&time_zone=UTC";

inline QByteArray entry(const char *from, const char *until, const char *user = R"({"id":"PKIM001","type":"user_reference"})")
{
    return QByteArray(R"({"start":")") + from + R"(","end":")" + until + R"(","user":)" + user + "}";
}

/// A layer-based schedule; `final` is the value of final_schedule, empty leaves it out.
inline QByteArray schedule(const char *id, const QByteArray &final)
{
    return QByteArray(R"({"id":")") + id
        + R"(","type":"schedule","name":"Primary","time_zone":"UTC","schedule_layers":[{"id":"L1","name":"Day",)"
        + R"("start":"2026-01-01T00:00:00Z","end":null,"users":[{"user":{"id":"PKIM001","type":"user_reference"}},)"
        + R"({"user":{"id":"PGONE01","type":"user_reference","summary":"Gone","deleted_at":"2025-01-01T00:00:00Z"}}]}])"
        + (final.isEmpty() ? QByteArray() : ",\"final_schedule\":" + final) + "}";
}

inline QByteArray rendered(const QByteArrayList &entries, const char *coverage = "50.0")
{
    return "{\"rendered_schedule_entries\":[" + entries.join(',') + "],\"rendered_coverage_percentage\":" + coverage + "}";
}

} // namespace pdsi::test

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphsource.h"

#include "ui/graph/dottext.h"
#include "ui/graph/graphgeometry.h"

#include <QtConcurrentRun>

namespace pdsi {

namespace {

constexpr int beforePreviewMs = 150; // less is not worth a picture that is replaced at once

GraphLayoutKind kindAfter(DotLayout::Failure failure)
{
    switch (failure) {
    case DotLayout::Failure::Missing: return GraphLayoutKind::NoGraphviz;
    case DotLayout::Failure::TimedOut: return GraphLayoutKind::TookTooLong;
    case DotLayout::Failure::Failed: break;
    }
    return GraphLayoutKind::Failed;
}

} // namespace

GraphSource::GraphSource(const QString &dotProgram, QObject *parent)
    : QObject(parent)
    , m_dot(dotProgram)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(beforePreviewMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_prepared)
            Q_EMIT drawn(m_prepared->content, m_prepared->geometry, GraphLayoutKind::Preview);
    });
    connect(&m_dot, &DotLayout::finished, this, &GraphSource::placeFrom);
    connect(&m_dot, &DotLayout::failed, this, [this](DotLayout::Failure failure) { settle(kindAfter(failure)); });
}

// What still runs in a worker holds everything it needs; its result goes with the watcher.
GraphSource::~GraphSource() = default;

GraphSource::Prepared GraphSource::prepare(const GraphRequest &request)
{
    Prepared made;
    made.content = graphContent(escalationGraph(*request.inventory, *request.coverage, request.scope, request.at), request.font);
    const EscalationGraph &graph = made.content->graph;
    if (graph.nodes.empty())
        return made;
    made.geometry = quickGeometry(*made.content);
    made.dot = dotText(graph, made.content->sizes);
    return made;
}

void GraphSource::cancel()
{
    m_next.reset();
    m_prepared.reset();
    m_patience.stop();
    m_dot.cancel();
    if (m_placing)
        m_placing->deleteLater();
    m_placing = nullptr;
    if (m_preparing)
        m_preparing->deleteLater();
    m_preparing = nullptr;
}

void GraphSource::request(const GraphRequest &request)
{
    if (m_preparing) {
        m_next = request; // one at a time, and only the latest
        return;
    }
    cancel();
    start(request);
}

void GraphSource::start(const GraphRequest &request)
{
    m_preparing = new QFutureWatcher<Prepared>(this);
    connect(m_preparing, &QFutureWatcherBase::finished, this, [this, watcher = m_preparing] {
        if (watcher != m_preparing)
            return;
        const std::optional<GraphRequest> next = std::exchange(m_next, std::nullopt);
        const Prepared made = watcher->result();
        cancel();
        if (next)
            return start(*next);
        prepared(made);
    });
    m_preparing->setFuture(QtConcurrent::run(prepare, request));
}

void GraphSource::prepared(const Prepared &prepared)
{
    m_prepared = prepared;
    if (prepared.content->isEmpty())
        return settle(GraphLayoutKind::Graphviz);
    if (prepared.dot == m_knownDot)
        return placeFrom(m_knownPlain);
    m_patience.start();
    m_dot.start(prepared.dot);
}

void GraphSource::placeFrom(const QByteArray &plain)
{
    if (!m_prepared)
        return;
    m_placing = new QFutureWatcher<std::optional<GraphGeometry>>(this);
    connect(m_placing, &QFutureWatcherBase::finished, this, [this, plain, watcher = m_placing] {
        if (watcher != m_placing || !m_prepared)
            return;
        const std::optional<GraphGeometry> geometry = watcher->result();
        if (!geometry)
            return settle(GraphLayoutKind::Failed);
        m_knownDot = m_prepared->dot;
        m_knownPlain = plain;
        m_prepared->geometry = *geometry;
        settle(GraphLayoutKind::Graphviz);
    });
    m_placing->setFuture(QtConcurrent::run([content = m_prepared->content, plain] {
        std::optional<GraphGeometry> geometry = geometryFromPlain(plain, content->graph, content->sizes);
        if (geometry)
            geometry = packedGeometry(*content, attachedGeometry(*content, std::move(*geometry)));
        return geometry;
    }));
}

void GraphSource::settle(GraphLayoutKind kind)
{
    if (!m_prepared)
        return;
    const Prepared made = *m_prepared;
    cancel();
    Q_EMIT drawn(made.content, made.geometry, kind);
}

} // namespace pdsi

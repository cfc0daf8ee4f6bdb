// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"
#include "ui/graph/dotlayout.h"
#include "ui/graph/graphcards.h"

#include <QFutureWatcher>
#include <QTimer>

#include <optional>

namespace pdsi {

/// What a graph is worked out from.
struct GraphRequest {
    std::shared_ptr<const Inventory> inventory;
    std::shared_ptr<const AccountCoverage> coverage;
    GraphScope scope;
    Instant at = 0;
    QFont font;
};

/// Who laid a graph out.
enum class GraphLayoutKind : quint8 {
    Preview,    ///< our own quick layout; Graphviz is at work
    Graphviz,
    NoGraphviz, ///< our own, as `dot` is not installed
    TookTooLong,///< our own, as `dot` did not end in time
    Failed,     ///< our own, as `dot` gave nothing that can be used
};

/// Works out a graph and where it is drawn, in the background: our own layout when Graphviz takes long or is missing,
/// then that of Graphviz. The latest request counts.
class GraphSource : public QObject
{
    Q_OBJECT
public:
    explicit GraphSource(const QString &dotProgram, QObject *parent = nullptr);
    ~GraphSource() override;

    void request(const GraphRequest &request);
    /// Forgets what is under way.
    void cancel();
    /// The last word is not yet said.
    bool isWorking() const { return m_preparing || m_placing || m_dot.isRunning() || m_prepared; }
    void setTimeLimit(std::chrono::milliseconds limit) { m_dot.setTimeLimit(limit); }

Q_SIGNALS:
    /// Once, or twice when a preview comes first.
    void drawn(const std::shared_ptr<const pdsi::GraphContent> &content, const pdsi::GraphGeometry &geometry, pdsi::GraphLayoutKind kind);

private:
    struct Prepared {
        std::shared_ptr<const GraphContent> content;
        GraphGeometry geometry; ///< our own
        QByteArray dot;
    };
    static Prepared prepare(const GraphRequest &request);
    void start(const GraphRequest &request);
    void prepared(const Prepared &prepared);
    void placeFrom(const QByteArray &plain);
    void settle(GraphLayoutKind kind);

    DotLayout m_dot;
    QTimer m_patience;
    std::optional<GraphRequest> m_next;
    std::optional<Prepared> m_prepared; ///< until it is settled
    QFutureWatcher<Prepared> *m_preparing = nullptr;
    QFutureWatcher<std::optional<GraphGeometry>> *m_placing = nullptr;
    // Another instant of the same graph often needs no other layout.
    QByteArray m_knownDot, m_knownPlain;
};

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphview.h"

#include "core/report/plaintext.h"
#include "ui/graph/graphscopechooser.h"
#include "ui/graph/graphwords.h"
#include "ui/models/coveragesource.h"
#include "ui/models/whatifwords.h"
#include "ui/parts/plainlabel.h"
#include "ui/parts/whatifactions.h"
#include "ui/parts/whatifbanner.h"

#include <QAction>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace pdsi {

namespace {

QString kindOfScope(GraphScopeKind kind)
{
    switch (kind) {
    case GraphScopeKind::Policy: return QStringLiteral("escalation_policy");
    case GraphScopeKind::Service: return QStringLiteral("service");
    case GraphScopeKind::Person: return QStringLiteral("user");
    case GraphScopeKind::Team: return QStringLiteral("team");
    case GraphScopeKind::Account: break;
    }
    return {};
}

QLabel *oneLine(const QString &name)
{
    QLabel *label = plainLabel(name);
    label->setWordWrap(false);
    label->setContentsMargins(6, 2, 6, 2);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // long words never widen the dock
    return label;
}

} // namespace

GraphView::GraphView(Selection &selection, CoverageSource &coverage, QWidget *parent)
    : QDockWidget(tr("Escalation graph"), parent)
    , m_selection(selection)
    , m_coverage(coverage)
    , m_source(DotLayout::installedProgram())
    , m_canvas(new GraphCanvas)
    , m_chooser(new GraphScopeChooser)
    , m_search(new QLineEdit)
    , m_header(oneLine(QStringLiteral("graphHeader")))
    , m_detail(oneLine(QStringLiteral("graphDetail")))
{
    setObjectName(QStringLiteral("graph"));
    m_canvas->setObjectName(QStringLiteral("graphCanvas"));
    m_canvas->setAccessibleName(tr("Escalation graph"));
    m_canvas->setAccessibleDescription(
        tr("Left and Right go along the arrows, Up and Down within a column, N and P to what is wrong; Enter selects."));
    createActions();
    m_supposing = new WhatIfActions(selection, coverage, objectName(), this);
    setWidget(content());
    connectAll();
    coverageArrived();
}

GraphView::~GraphView() = default;

QWidget *GraphView::content()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(toolBar());
    layout->addWidget(new WhatIfBanner(m_coverage));
    layout->addWidget(m_header);
    layout->addWidget(m_canvas, 1);
    layout->addWidget(m_detail);
    return content;
}

void GraphView::connectAll()
{
    connect(&m_coverage, &CoverageSource::coverageChanged, this, &GraphView::coverageArrived);
    connect(&m_coverage, &CoverageSource::computingChanged, this, [this] {
        if (!m_coverage.coverage())
            coverageArrived();
    });
    connect(&m_selection, &Selection::placeChanged, this, &GraphView::followPlace);
    connect(&m_selection, &Selection::instantChanged, this, &GraphView::refresh);
    connect(&m_source, &GraphSource::drawn, this, &GraphView::drawn);
    connect(m_chooser, &GraphScopeChooser::chosen, this, [this](GraphScopeKind kind, const QString &id) {
        setScope(kind, id);
        const QScopedValueRollback leading(m_leading, true);
        if (!id.isEmpty())
            m_selection.selectResource(kindOfScope(kind), id);
    });
    connect(m_canvas, &GraphCanvas::chosen, this, &GraphView::chosen);
    connect(m_canvas, &GraphCanvas::openWanted, this, &GraphView::open);
    connect(m_canvas, &GraphCanvas::detailWanted, &m_selection, &Selection::detailRequested);
    connect(m_canvas, &GraphCanvas::currentChanged, this, &GraphView::updateWords);
    connect(m_canvas, &GraphCanvas::menuWanted, this, &GraphView::showMenu);
    connect(m_canvas, &GraphCanvas::fontChanged, this, &GraphView::refresh);
    connect(&m_export, &GraphExport::finished, this, [this](const QString &path, const Result<Done> &result) {
        actionNamed("export")->setEnabled(m_canvas->content() != nullptr);
        if (!result && result.error().code != ErrorCode::Cancelled)
            tellOfFailure(path);
        Q_EMIT exported(path, result);
    });
}

bool GraphView::isSettled() const { return m_settled && !m_source.isWorking() && !m_coverage.isComputing(); }

Instant GraphView::instant() const
{
    return m_selection.instant().value_or(m_selection.audit() ? m_selection.audit().assessment->asOf : 0);
}

void GraphView::coverageArrived()
{
    m_outcomes = ResourceOutcomes(m_selection.audit().assessment);
    if (!m_coverage.coverage()) {
        m_source.cancel();
        m_settled = true;
        m_chooser->setInventory(nullptr);
        m_canvas->clear(emptyText());
        return updateWords();
    }
    m_chooser->setInventory(m_coverage.inventory());
    const std::optional<GraphScope> same = scopeAt(kindOfScope(m_scope.kind), m_scope.id);
    if (!same || m_scope.kind == GraphScopeKind::Account) {
        const Place &place = m_selection.place();
        m_scope = scopeAt(place.resourceKind, place.resourceId).value_or(firstScope());
    }
    m_chooser->show(m_scope);
    refresh();
}

void GraphView::refresh()
{
    if (!m_coverage.coverage())
        return;
    GraphScope scope = m_scope;
    scope.contactMethods = scope.contactMethods && scope.kind != GraphScopeKind::Account;
    m_settled = false;
    m_source.request({m_coverage.inventory(), m_coverage.coverage(), scope, instant(), font()});
    updateWords();
}

void GraphView::setScope(GraphScopeKind kind, const QString &id)
{
    if (kind == m_scope.kind && id == m_scope.id)
        return;
    m_scope.kind = kind;
    m_scope.id = id;
    m_chooser->show(m_scope);
    refresh();
}

void GraphView::drawn(const std::shared_ptr<const GraphContent> &content, const GraphGeometry &geometry, GraphLayoutKind kind)
{
    m_kind = kind;
    m_settled = kind != GraphLayoutKind::Preview;
    if (content->isEmpty()) {
        m_canvas->clear(emptyText());
    } else {
        const bool known = m_canvas->content() && m_canvas->content()->graph.scope == content->graph.scope && m_canvas->current().node >= 0;
        m_canvas->setGraph(content, geometry);
        if (!known)
            pointAtPlace();
        search();
    }
    updateWords();
}

/// What holds a resource; nullopt when nothing here does.
std::optional<GraphScope> GraphView::scopeAt(const QString &kind, const QString &id) const
{
    const AccountCoverage &coverage = *m_coverage.coverage();
    GraphScope scope = m_scope;
    scope.id = id;
    if (kind == QLatin1String("service") && coverage.serviceIndex(id) >= 0) {
        scope.kind = GraphScopeKind::Service;
    } else if (kind == QLatin1String("escalation_policy") && coverage.policyIndex(id) >= 0) {
        scope.kind = GraphScopeKind::Policy;
    } else if (kind == QLatin1String("user") && coverage.personIndex(id) >= 0) {
        scope.kind = GraphScopeKind::Person;
    } else if (kind == QLatin1String("team") && m_coverage.inventory()->team(id)) {
        scope.kind = GraphScopeKind::Team;
    } else if (kind == QLatin1String("schedule") && coverage.scheduleIndex(id) >= 0) {
        const std::vector<int> &policies = coverage.schedules[size_t(coverage.scheduleIndex(id))].policies;
        scope.kind = policies.empty() ? GraphScopeKind::Account : GraphScopeKind::Policy;
        scope.id = policies.empty() ? QString() : coverage.policies[size_t(policies.front())].id;
    } else {
        return std::nullopt;
    }
    return scope;
}

/// The policy that is worst off.
GraphScope GraphView::firstScope() const
{
    const std::vector<int> policies = worstPoliciesFirst(*m_coverage.coverage());
    GraphScope scope = m_scope;
    scope.kind = policies.empty() ? GraphScopeKind::Account : GraphScopeKind::Policy;
    scope.id = policies.empty() ? QString() : m_coverage.coverage()->policies[size_t(policies.front())].id;
    return scope;
}

QByteArray GraphView::saveState() const
{
    const QJsonObject json{{QStringLiteral("contactMethods"), m_scope.contactMethods},
                           {QStringLiteral("businessServices"), m_scope.businessServices}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

bool GraphView::restoreState(const QByteArray &state)
{
    const QJsonDocument document = QJsonDocument::fromJson(state);
    if (!document.isObject())
        return false;
    actionNamed("contactMethods")->setChecked(document.object().value(QStringLiteral("contactMethods")).toBool(true));
    actionNamed("businessServices")->setChecked(document.object().value(QStringLiteral("businessServices")).toBool());
    return true;
}

QStringList GraphView::caption() const
{
    const Assessment &assessment = *m_selection.audit().assessment;
    const QString account = assessment.subdomain.isEmpty() ? assessment.snapshot.account.baseUrl : assessment.subdomain;
    QStringList lines{tr("Escalation graph: %1").arg(scopeWords()), tr("Account %1").arg(plainText(account)), timeWords()};
    if (const QString supposed = whatIfWords(*m_coverage.inventory(), m_coverage.coverage()->options.whatIf); !supposed.isEmpty())
        lines << supposed;
    return lines;
}

QString GraphView::emptyText() const
{
    if (m_coverage.isComputing())
        return tr("Working out who is on call...");
    if (!m_coverage.coverage())
        return tr("No snapshot is open. Open one, or the sample account, from the File menu.");
    switch (m_scope.kind) {
    case GraphScopeKind::Account: return tr("The account has no services, policies or schedules.");
    case GraphScopeKind::Person: return tr("No escalation policy leads to %1.").arg(scopeWords());
    case GraphScopeKind::Team: return tr("No service and no escalation policy belongs to %1.").arg(scopeWords());
    case GraphScopeKind::Service:
    case GraphScopeKind::Policy: break;
    }
    return tr("Choose a policy, service, person or team to see where its alerts go.");
}

QString GraphView::scopeWords() const
{
    if (!m_coverage.inventory())
        return {};
    const Inventory &inventory = *m_coverage.inventory();
    const auto named = [this](const auto *row) { return plainText(row && !row->name.isEmpty() ? row->name : m_scope.id); };
    switch (m_scope.kind) {
    case GraphScopeKind::Policy: return tr("policy %1").arg(named(inventory.policy(m_scope.id)));
    case GraphScopeKind::Service: return tr("service %1").arg(named(inventory.service(m_scope.id)));
    case GraphScopeKind::Person: return tr("every path that ends at %1").arg(named(inventory.user(m_scope.id)));
    case GraphScopeKind::Team: return tr("team %1").arg(named(inventory.team(m_scope.id)));
    case GraphScopeKind::Account: break;
    }
    return tr("whole account");
}

QString GraphView::timeWords() const
{
    return m_selection.instant() ? tr("On call at %1").arg(graphInstant(instant()))
                                 : tr("On call at %1, when the snapshot was taken").arg(graphInstant(instant()));
}

QString GraphView::stateWords() const
{
    switch (m_kind) {
    case GraphLayoutKind::Preview: return tr("Arranging...");
    case GraphLayoutKind::NoGraphviz: return tr("Simple arrangement: Graphviz is not installed.");
    case GraphLayoutKind::TookTooLong: return tr("Simple arrangement: Graphviz took too long.");
    case GraphLayoutKind::Failed: return tr("Simple arrangement: Graphviz could not arrange this.");
    case GraphLayoutKind::Graphviz: break;
    }
    return {};
}

void GraphView::updateWords()
{
    const GraphContent *content = m_canvas->content();
    const QString scope = scopeWords();
    m_header->setText(m_coverage.coverage() ? scope.left(1).toUpper() + scope.mid(1) + QStringLiteral("  \u00b7  ") + timeWords() : QString());
    for (const char *name : {"fit", "zoomIn", "zoomOut", "search", "nextMark", "previousMark"})
        actionNamed(name)->setEnabled(content != nullptr);
    actionNamed("export")->setEnabled(content && !m_export.isRunning());
    actionNamed("account")->setEnabled(m_coverage.coverage() != nullptr);
    if (!content)
        return m_detail->clear();
    const EscalationGraph &graph = content->graph;
    const int node = m_canvas->current().node;
    QStringList words = node >= 0 ? graphTip(graph, node) : QStringList{tr("%1 nodes. Click one, or use the arrow keys, to see more.").arg(graph.nodes.size())};
    if (const auto &matches = m_canvas->scene().matches; !matches.empty()) {
        const auto found = std::count(matches.begin(), matches.end(), true);
        words.prepend(found == 1 ? tr("1 found") : tr("%1 found").arg(found));
    }
    if (const QString state = stateWords(); !state.isEmpty())
        words.prepend(state);
    m_detail->setText(words.join(QStringLiteral("  \u00b7  ")));
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/detailview.h"

#include "ui/evidence/detaillink.h"
#include "ui/evidence/inertbrowser.h"
#include "ui/theme/statustheme.h"

#include <QAction>
#include <QDesktopServices>
#include <QEvent>
#include <QScrollBar>
#include <QStyle>
#include <QToolBar>
#include <QVBoxLayout>

namespace pdsi {

DetailView::DetailView(Selection &selection, QWidget *parent)
    : QDockWidget(tr("Details"), parent)
    , m_selection(selection)
    , m_page(new InertBrowser)
    , m_open([](const QUrl &url) { QDesktopServices::openUrl(url); })
{
    setObjectName(QStringLiteral("detail"));
    setAccessibleName(tr("Details"));
    m_page->setObjectName(QStringLiteral("detailPage"));
    m_page->setAccessibleName(tr("Details of what is selected"));
    createActions();
    auto *bar = new QToolBar(tr("Places visited"));
    bar->setIconSize(QSize(16, 16));
    bar->addAction(m_back);
    bar->addAction(m_forward);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_page);
    setWidget(content);
    connect(m_page, &QTextBrowser::anchorClicked, this, &DetailView::follow);
    connect(&m_selection, &Selection::auditChanged, this, &DetailView::loadAudit);
    connect(&m_selection, &Selection::placeChanged, this, &DetailView::showPlace);
    connect(&m_selection, &Selection::historyChanged, this, &DetailView::updateHistory);
    loadAudit();
    updateHistory();
}

void DetailView::createActions()
{
    const auto add = [this](const char *name, const QString &text, const QKeySequence &keys, QStyle::StandardPixmap icon) {
        auto *action = new QAction(style()->standardIcon(icon), text, this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        return action;
    };
    m_back = add("detail.back", tr("Back"), {}, QStyle::SP_ArrowBack);
    m_forward = add("detail.forward", tr("Forward"), {}, QStyle::SP_ArrowForward);
    connect(m_back, &QAction::triggered, &m_selection, &Selection::goBack);
    connect(m_forward, &QAction::triggered, &m_selection, &Selection::goForward);
}

void DetailView::loadAudit()
{
    m_source = DetailSource(m_selection.audit());
    showPlace();
}

void DetailView::showPlace()
{
    m_source.dark = StatusTheme::isDark(palette());
    m_page->setHtml(detailPage(m_source, m_selection.place()));
    m_page->verticalScrollBar()->setValue(0);
}

void DetailView::updateHistory()
{
    m_back->setEnabled(m_selection.canGoBack());
    m_forward->setEnabled(m_selection.canGoForward());
}

void DetailView::follow(const QUrl &url)
{
    const DetailLink link = DetailLink::fromUrl(url);
    switch (link.kind) {
    case DetailLink::Outcome: m_selection.selectOutcome(link.number); return;
    case DetailLink::Control: m_selection.selectControl(int(link.number)); return;
    case DetailLink::Resource: m_selection.selectResource(link.resourceKind, link.resourceId); return;
    case DetailLink::Request: Q_EMIT evidenceRequested(int(link.number), link.pointer); return;
    case DetailLink::Web: m_open(url); return;
    case DetailLink::Nowhere: return;
    }
}

void DetailView::changeEvent(QEvent *event)
{
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showPlace();
}

} // namespace pdsi

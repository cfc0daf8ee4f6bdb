// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/pagebrowser.h"

#include "ui/shell/selection.h"
#include "ui/theme/statustheme.h"

#include <QEvent>
#include <QPixmap>
#include <QScrollBar>

namespace pdsi {

namespace {

constexpr int markSide = 14;

OutcomeStatus statusOf(PageMark mark)
{
    switch (mark) {
    case PageMark::Good: return OutcomeStatus::Pass;
    case PageMark::Bad: return OutcomeStatus::Fail;
    case PageMark::Unsure: return OutcomeStatus::NotDetermined;
    case PageMark::Note:
    case PageMark::None: break;
    }
    return OutcomeStatus::NotApplicable;
}

} // namespace

PageBrowser::PageBrowser(Selection &selection, QWidget *parent)
    : QTextBrowser(parent)
    , m_selection(selection)
{
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(8);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        const int link = TextPage::linkAt(url.toString());
        if (link >= 0 && static_cast<size_t>(link) < m_page.links().size())
            follow(PageLink(m_page.links()[static_cast<size_t>(link)])); // a copy: the page may go
    });
}

void PageBrowser::follow(const PageLink &link)
{
    if (!link.id.isEmpty())
        m_selection.selectResource(link.kind, link.id);
    if (link.range)
        m_selection.setRange(link.range);
    if (link.instant)
        m_selection.setInstant(link.instant);
}

void PageBrowser::setPage(TextPage page)
{
    m_page = std::move(page);
    write();
}

void PageBrowser::write()
{
    const int at = verticalScrollBar()->value();
    setHtml(m_page.html(StatusTheme::isDark(palette())));
    verticalScrollBar()->setValue(at);
}

QPixmap PageBrowser::markPixmap(PageMark mark) const
{
    return StatusTheme::icon(statusOf(mark), StatusTheme::isDark(palette())).pixmap(QSize(markSide, markSide), devicePixelRatioF());
}

QVariant PageBrowser::loadResource(int, const QUrl &name)
{
    for (const PageMark mark : {PageMark::Good, PageMark::Bad, PageMark::Unsure, PageMark::Note}) {
        if (name.toString() == TextPage::imageName(mark))
            return markPixmap(mark);
    }
    return {};
}

void PageBrowser::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        write();
}

} // namespace pdsi

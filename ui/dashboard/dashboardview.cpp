// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/dashboardview.h"

#include "core/base/privatefile.h"
#include "ui/dashboard/dashboardpanel.h"
#include "ui/dashboard/dashboardpicture.h"
#include "ui/dashboard/dashboardsheet.h"
#include "ui/shell/selection.h"

#include <QAction>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QScrollArea>
#include <QToolButton>

namespace pdsi {

namespace {

constexpr int narrowestPanel = 340;
constexpr int mostColumns = 3;
constexpr int sections = 6;

} // namespace

DashboardView::DashboardView(Selection &selection, QWidget *parent)
    : QDockWidget(tr("Dashboard"), parent)
    , m_selection(selection)
    , m_head(new QLabel)
    , m_scroll(new QScrollArea)
{
    setObjectName(QStringLiteral("dashboard"));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createHead());
    layout->addWidget(m_scroll, 1);
    setWidget(content);
    createPanels();
    connect(&m_selection, &Selection::auditChanged, this, &DashboardView::showAudit);
    showAudit();
}

QAction *DashboardView::addVerb(const QString &verb, const QString &text, void (DashboardView::*work)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(QStringLiteral("dashboard.") + verb);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, work);
    addAction(action);
    m_verbs << action;
    return action;
}

QWidget *DashboardView::createHead()
{
    auto *head = new QWidget;
    QAction *print = addVerb(QStringLiteral("print"), tr("Print dashboard..."), &DashboardView::print);
    print->setIconText(tr("Print"));
    QAction *exporting = addVerb(QStringLiteral("export"), tr("Export dashboard..."), &DashboardView::chooseFile);
    exporting->setIconText(tr("Export"));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(6, 4, 6, 4);
    m_head->setTextFormat(Qt::PlainText);
    m_head->setWordWrap(true);
    layout->addWidget(m_head, 1);
    for (QAction *action : {exporting, print}) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setAccessibleName(action->text());
        layout->addWidget(button);
    }
    return head;
}

void DashboardView::createPanels()
{
    auto *page = new QWidget;
    m_grid = new QGridLayout(page);
    m_grid->setContentsMargins(6, 6, 6, 6);
    m_grid->setSpacing(6);
    for (int i = 0; i < sections; ++i) {
        auto *panel = new DashboardPanel;
        connect(panel, &DashboardPanel::chosen, this, [this](const Facets &facets) {
            m_selection.setFilter(withFacets(m_selection.filter(), overviewFacets(), facets).text());
        });
        m_panels << panel;
    }
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setAccessibleName(tr("Charts of the dashboard"));
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->viewport()->installEventFilter(this);
    reflow(m_scroll->viewport()->width());
}

bool DashboardView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
        reflow(m_scroll->viewport()->width());
    return QDockWidget::eventFilter(watched, event);
}

/// As many panels beside each other as can be read.
void DashboardView::reflow(int width)
{
    const int columns = qBound(1, width / narrowestPanel, mostColumns);
    if (columns == m_columns)
        return;
    for (int i = 0; i < m_panels.size(); ++i)
        m_grid->addWidget(m_panels.at(i), i / columns, i % columns);
    for (int column = 0; column < mostColumns; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    m_columns = columns;
}

void DashboardView::showAudit()
{
    const bool open = bool(m_selection.audit());
    m_sections = open ? dashboardSections(DashboardFigures::of(*m_selection.audit().assessment)) : QList<DashboardSection>();
    for (int i = 0; i < m_sections.size(); ++i)
        m_panels.at(i)->setSection(m_sections.at(i));
    m_scroll->setVisible(open);
    for (QAction *verb : std::as_const(m_verbs))
        verb->setEnabled(open);
    m_head->setText(open ? subtitle() : tr("No snapshot is open. Open one, or the sample account, from the File menu."));
}

void DashboardView::setAnimationsEnabled(bool enabled)
{
    for (DashboardPanel *panel : std::as_const(m_panels))
        panel->setAnimated(enabled);
}

QString DashboardView::title() const
{
    const Assessment &assessment = *m_selection.audit().assessment;
    return tr("Security audit of %1").arg(assessment.subdomain.isEmpty() ? assessment.snapshot.account.baseUrl : assessment.subdomain);
}

QString DashboardView::subtitle() const
{
    const Assessment &assessment = *m_selection.audit().assessment;
    QString words = tr("As of %1").arg(formatInstant(assessment.asOf));
    if (assessment.signIn == SignInKind::Sample)
        words += tr(", a made-up sample account");
    if (!assessment.snapshot.complete())
        words += tr(", collection incomplete");
    if (assessment.partialView)
        words += tr(", the key may not see the whole account");
    return words;
}

void DashboardView::paintDashboard(QPainter &painter, const QRectF &target) const
{
    if (!m_sections.isEmpty())
        DashboardSheet(title(), subtitle(), m_sections).paint(painter, target);
}

void DashboardView::print()
{
    auto *dialog = new QPrintDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print dashboard"));
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this](QPrinter *printer) {
        if (m_sections.isEmpty())
            return; // closed meanwhile
        printer->setDocName(title());
        QPainter painter(printer);
        paintDashboard(painter, QRectF(QPointF(), printer->pageLayout().paintRectPixels(printer->resolution()).size()));
    });
    dialog->open();
}

void DashboardView::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export dashboard"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("PNG picture (*.png)"), tr("SVG drawing (*.svg)"), tr("PDF page (*.pdf)")});
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(QStringLiteral("dashboard.png"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(QLatin1Char('.'), -1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &DashboardView::writeTo);
    dialog->open();
}

void DashboardView::writeTo(const QString &path)
{
    const Result<Done> written = exportTo(path);
    if (written)
        return;
    const QString why = written.error().code == ErrorCode::InvalidArgument
        ? tr("A dashboard is exported as .png, .svg or .pdf, not as %1.").arg(path)
        : tr("The file could not be written: %1. Check that the folder is there and that you may write to it.").arg(path);
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Cannot export the dashboard"), why, QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->open();
}

Result<Done> DashboardView::exportTo(const QString &path) const
{
    const auto format = pictureFormatFor(path);
    if (!format || m_sections.isEmpty())
        return Error{ErrorCode::InvalidArgument, path};
    return writePrivateFile(path, dashboardPicture(*format, title(), subtitle(), m_sections));
}

} // namespace pdsi

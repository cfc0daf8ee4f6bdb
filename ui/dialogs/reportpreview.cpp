// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/reportpreview.h"

#include "ui/parts/background.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pdsi {

namespace {

/// One page on white paper, `width` device pixels wide.
QImage pageImage(const PdfPages &pages, int page, int width)
{
    const QSizeF paper = pages.paperSize();
    const double resolution = 72.0 * width / paper.width();
    QImage image(width, int(std::round(paper.height() * resolution / 72)), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    pages.paint(painter, page, resolution);
    return image;
}

} // namespace

ReportPreview::ReportPreview(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget)
    , m_scroll(new QScrollArea)
    , m_picture(new QLabel)
    , m_message(new QLabel)
    , m_of(new QLabel)
    , m_text(new QPlainTextEdit)
    , m_page(new QSpinBox)
{
    setObjectName(QStringLiteral("reportPreview"));
    m_picture->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_scroll->setWidget(m_picture);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_scroll->setAccessibleName(tr("Preview of the page"));
    m_scroll->installEventFilter(this);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setObjectName(QStringLiteral("report.previewMessage"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("Beginning of the file"));
    m_text->setObjectName(QStringLiteral("report.previewText"));
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack, 1);
    createBar();
    updateBar();
}

ReportPreview::~ReportPreview() { m_cancellation.cancel(); }

void ReportPreview::createBar()
{
    const auto button = [this](QStyle::StandardPixmap icon, const QString &name, int step) {
        auto *made = new QToolButton;
        made->setIcon(style()->standardIcon(icon));
        made->setAccessibleName(name);
        made->setToolTip(name);
        made->setAutoRaise(true);
        connect(made, &QToolButton::clicked, this, [this, step] { goToPage(page() + step); });
        return made;
    };
    m_previous = button(QStyle::SP_ArrowLeft, tr("Previous page"), -1);
    m_next = button(QStyle::SP_ArrowRight, tr("Next page"), 1);
    m_page->setAccessibleName(tr("Page"));
    m_page->setObjectName(QStringLiteral("report.page"));
    m_page->setKeyboardTracking(false);
    connect(m_page, &QSpinBox::valueChanged, this, [this] {
        updateBar();
        paintPage();
    });
    auto *bar = new QHBoxLayout;
    bar->addStretch(1);
    bar->addWidget(m_previous);
    bar->addWidget(m_page);
    bar->addWidget(m_of);
    bar->addWidget(m_next);
    bar->addStretch(1);
    static_cast<QVBoxLayout *>(layout())->addLayout(bar);
}

void ReportPreview::prepare(Preparation preparation)
{
    m_cancellation.cancel();
    m_cancellation = {};
    const int question = ++m_question;
    m_busy = true;
    if (!m_content.pages && m_content.text.isEmpty())
        tell(tr("Laying out the pages..."));
    setCursor(Qt::BusyCursor);
    runInBackground(
        this, [preparation = std::move(preparation), cancellation = m_cancellation] { return preparation(cancellation); },
        [this, question](const PreviewContent &content) {
            if (question == m_question)
                take(content);
        });
}

void ReportPreview::take(const PreviewContent &content)
{
    m_busy = false;
    unsetCursor();
    m_content = content;
    {
        const QSignalBlocker quiet(m_page);
        m_page->setRange(pageCount() > 0 ? 1 : 0, pageCount());
    }
    updateBar();
    if (pageCount() > 0) {
        m_stack->setCurrentWidget(m_scroll);
        return paintPage();
    }
    if (content.text.isEmpty())
        tell(content.problem.isEmpty() ? tr("There is nothing to show.") : content.problem);
    else {
        m_text->setPlainText(content.text);
        m_stack->setCurrentWidget(m_text);
    }
    Q_EMIT shown();
}

int ReportPreview::pageCount() const { return m_content.pages ? m_content.pages->count() : 0; }

int ReportPreview::page() const { return pageCount() > 0 ? m_page->value() : 0; }

void ReportPreview::goToPage(int page)
{
    m_page->setValue(page);
    m_scroll->ensureVisible(0, 0);
}

void ReportPreview::paintPage()
{
    if (pageCount() == 0)
        return;
    if (m_painting) {
        m_repaint = true;
        return;
    }
    m_painting = true;
    const qreal ratio = devicePixelRatioF();
    const int width = std::max(200, int(m_scroll->viewport()->width() * ratio));
    runInBackground(
        this, [pages = m_content.pages, page = m_page->value() - 1, width] { return pageImage(*pages, page, width); },
        [this, ratio](const QImage &image) {
            m_painting = false;
            QPixmap pixmap = QPixmap::fromImage(image);
            pixmap.setDevicePixelRatio(ratio);
            m_picture->setPixmap(pixmap);
            m_picture->setAccessibleName(tr("Page %1 of %2").arg(page()).arg(pageCount()));
            if (m_repaint) {
                m_repaint = false;
                return paintPage();
            }
            Q_EMIT shown();
        });
}

void ReportPreview::tell(const QString &text)
{
    m_message->setText(text);
    m_stack->setCurrentWidget(m_message);
}

void ReportPreview::updateBar()
{
    const bool paged = pageCount() > 0;
    m_page->setEnabled(paged);
    m_of->setText(paged ? tr("of %1").arg(pageCount()) : QString());
    m_previous->setEnabled(paged && page() > 1);
    m_next->setEnabled(paged && page() < pageCount());
}

void ReportPreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    paintPage();
}

bool ReportPreview::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_PageDown: case Qt::Key_Right: goToPage(page() + 1); return true;
        case Qt::Key_PageUp: case Qt::Key_Left: goToPage(page() - 1); return true;
        case Qt::Key_Home: goToPage(1); return true;
        case Qt::Key_End: goToPage(pageCount()); return true;
        default: break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace pdsi

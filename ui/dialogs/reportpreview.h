// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/report/pdf/pdfreport.h"

#include <QWidget>

#include <functional>
#include <memory>

class QLabel;
class QPlainTextEdit;
class QScrollArea;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace pdsi {

/// What a preview shows: pages, or text, or why there is nothing.
struct PreviewContent {
    std::shared_ptr<const PdfPages> pages;
    QString text;
    QString problem;
};

/// Shows pages as they will print, one at a time. Pages are laid out and painted in a worker; only the latest question
/// is answered.
class ReportPreview : public QWidget
{
    Q_OBJECT
public:
    explicit ReportPreview(QWidget *parent = nullptr);
    ~ReportPreview() override;

    /// Runs in another thread and must hold everything it needs.
    using Preparation = std::function<PreviewContent(const Cancellation &)>;
    /// Replaces what is shown as soon as it is ready.
    void prepare(Preparation preparation);

    int pageCount() const;
    int page() const;          ///< from 1; 0 when there are no pages
    void goToPage(int page);
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    /// Content, or a page of it, is on the screen.
    void shown();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createBar();
    void take(const PreviewContent &content);
    void paintPage();
    void tell(const QString &text);
    void updateBar();

    PreviewContent m_content;
    Cancellation m_cancellation;
    QStackedWidget *m_stack;
    QScrollArea *m_scroll;
    QLabel *m_picture, *m_message, *m_of;
    QPlainTextEdit *m_text;
    QToolButton *m_previous = nullptr, *m_next = nullptr;
    QSpinBox *m_page;
    int m_question = 0;        ///< counts what was asked, so that late answers are dropped
    bool m_painting = false;
    bool m_repaint = false;    ///< asked for while one was being painted
    bool m_busy = false;
};

} // namespace pdsi

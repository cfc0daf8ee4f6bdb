// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/answerview.h"

#include "ui/evidence/spanhighlighter.h"
#include "ui/theme/statustheme.h"
#include "ui/theme/texttheme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace pdsi {

AnswerView::AnswerView(QWidget *parent)
    : QWidget(parent)
    , m_note(new QLabel)
    , m_text(new QPlainTextEdit)
    , m_highlighter(new SpanHighlighter(m_text->document()))
    , m_highlighting(JsonHighlighting::create(this))
{
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("answerNote"));
    m_text->setObjectName(QStringLiteral("answerText"));
    m_text->setAccessibleName(tr("Stored answer"));
    m_text->setUndoRedoEnabled(false);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->addWidget(m_note);
    layout->addWidget(m_text, 1);
    layout->addWidget(createFindBar());
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &AnswerView::finished);
    connect(m_highlighting, &JsonHighlighting::ready, this, [this](const QList<HighlightSpan> &spans) {
        m_highlighter->setSpans(spans);
        Q_EMIT highlighted();
    });
}

QWidget *AnswerView::createFindBar()
{
    m_findBar = new QWidget;
    m_findText = new QLineEdit;
    m_findText->setObjectName(QStringLiteral("answerFindText"));
    m_findText->setPlaceholderText(tr("Find in the answer"));
    m_findText->setAccessibleName(tr("Find in the answer"));
    m_findResult = new QLabel;
    m_findResult->setTextFormat(Qt::PlainText);
    const auto button = [this](Qt::ArrowType arrow, const QString &name, bool backward) {
        auto *made = new QToolButton;
        made->setArrowType(arrow);
        made->setToolTip(name);
        made->setAccessibleName(name);
        connect(made, &QToolButton::clicked, this, [this, backward] { findNext(backward); });
        return made;
    };
    auto *layout = new QHBoxLayout(m_findBar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_findText, 1);
    layout->addWidget(button(Qt::UpArrow, tr("Find previous"), true));
    layout->addWidget(button(Qt::DownArrow, tr("Find next"), false));
    layout->addWidget(m_findResult);
    connect(m_findText, &QLineEdit::returnPressed, this, [this] { findNext(); });
    auto *close = new QShortcut(Qt::Key_Escape, m_findBar, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(close, &QShortcut::activated, this, [this] {
        m_findBar->hide();
        m_text->setFocus();
    });
    m_findBar->hide();
    return m_findBar;
}

void AnswerView::showAnswer(std::shared_ptr<const Inventory> inventory, int requestId, const QString &pointer)
{
    m_wanted = {std::move(inventory), requestId, pointer};
    m_answer.reset();
    m_note->setText(tr("Reading the answer to request %1...").arg(requestId));
    if (m_watcher.isRunning())
        m_stale = true;
    else
        start();
}

void AnswerView::start()
{
    m_stale = false;
    m_watcher.setFuture(QtConcurrent::run([wanted = m_wanted] {
        return readEvidenceText(*wanted.inventory, wanted.requestId, wanted.pointer);
    }));
}

void AnswerView::finished()
{
    if (!m_wanted.inventory)
        return; // cleared in the meantime
    if (m_stale)
        return start();
    m_answer = m_watcher.result();
    showText();
    Q_EMIT loaded();
}

void AnswerView::clear()
{
    m_wanted = {};
    m_stale = false;
    m_answer.reset();
    m_highlighting->cancel();
    m_highlighter->setSpans({});
    m_text->clear();
    m_note->clear();
}

void AnswerView::showText()
{
    m_highlighting->cancel();
    m_highlighter->setSpans({});
    m_text->setPlainText(m_answer->shown.text);
    m_note->setText(note());
    mark();
    requestColours();
}

QString AnswerView::note() const
{
    if (!m_answer->hasBody)
        return tr("No answer is stored for request %1.").arg(m_wanted.requestId);
    const LaidOutText &shown = m_answer->shown;
    QStringList notes;
    if (shown.mark && !m_wanted.pointer.isEmpty()) {
        const qint64 line = shown.firstLine + QStringView(shown.text).first(shown.mark->start).count(QLatin1Char('\n'));
        notes << tr("Marked in line %1: %2").arg(line).arg(m_wanted.pointer);
    } else if (!m_wanted.pointer.isEmpty()) {
        notes << tr("The answer has no %1.").arg(m_wanted.pointer);
    }
    if (!m_answer->isJson)
        notes << tr("This answer is no JSON; it is shown as text.");
    if (shown.cutBefore || shown.cutAfter)
        notes << tr("The answer has %1 and is too large to show whole: this is the part around the value. Save it to see everything.")
                     .arg(QLocale().formattedDataSize(m_answer->storedBytes));
    if (shown.text.size() > JsonHighlighting::longestText)
        notes << tr("Plain text, because it is longer than 512 KB.");
    notes << tr("Laid out for reading; digests are over the bytes as received.");
    return notes.join(QLatin1Char('\n'));
}

/// A value that is the whole answer is not marked: everything would be.
void AnswerView::mark()
{
    const auto &range = m_answer->shown.mark;
    QList<QTextEdit::ExtraSelection> marks;
    QTextCursor cursor(m_text->document());
    if (range && !m_wanted.pointer.isEmpty()) {
        cursor.setPosition(int(range->start));
        QTextEdit::ExtraSelection selection;
        selection.cursor = cursor;
        selection.cursor.setPosition(int(range->end()), QTextCursor::KeepAnchor);
        selection.format.setBackground(TextTheme::mark(StatusTheme::isDark(palette())));
        marks << selection;
    }
    m_text->setExtraSelections(marks);
    m_text->setTextCursor(cursor);
    m_text->centerCursor();
}

void AnswerView::requestColours()
{
    if (m_answer->isJson && m_answer->shown.text.size() <= JsonHighlighting::longestText)
        m_highlighting->request(m_answer->shown.text, StatusTheme::isDark(palette()));
}

void AnswerView::openFind()
{
    m_findBar->show();
    const QString selected = m_text->textCursor().selectedText();
    if (!selected.isEmpty())
        m_findText->setText(selected);
    m_findText->selectAll();
    m_findText->setFocus();
}

void AnswerView::findNext(bool backward)
{
    const QString wanted = m_findText->text();
    if (wanted.isEmpty())
        return openFind();
    const auto flags = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_text->find(wanted, flags)) {
        m_findResult->clear();
        return;
    }
    const QTextCursor before = m_text->textCursor();
    m_text->moveCursor(backward ? QTextCursor::End : QTextCursor::Start);
    const bool found = m_text->find(wanted, flags);
    if (!found)
        m_text->setTextCursor(before);
    m_findResult->setText(found ? tr("from the other end") : tr("not found"));
}

void AnswerView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_text->centerCursor();
}

void AnswerView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_answer) {
        mark();
        requestColours();
    }
}

} // namespace pdsi

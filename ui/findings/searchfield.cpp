// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/searchfield.h"

#include "ui/models/findingindex.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

namespace pdsi {

namespace {

/// Keys that move in a list of candidates, take one, or close it.
bool isForList(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Up;
}

} // namespace

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
    , m_completer(new QCompleter(this))
    , m_candidates(new QStringListModel(this))
{
    setPlaceholderText(tr("Search, e.g. status:fail severity:high kind:schedule"));
    setAccessibleName(tr("Search outcomes"));
    setClearButtonEnabled(true);
    m_completer->setModel(m_candidates);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this); // not setCompleter(): that would replace the whole text, and its undo
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &SearchField::complete);
    connect(this, &QLineEdit::textEdited, this, &SearchField::offerCompletion);
}

void SearchField::setFindings(std::shared_ptr<const FindingIndex> findings)
{
    m_findings = std::move(findings);
}

void SearchField::replaceText(const QString &text)
{
    selectAll();
    if (text.isEmpty())
        del();
    else
        insert(text);
}

void SearchField::insertWord(const QString &word)
{
    const QString before = text().left(cursorPosition());
    insert((before.isEmpty() || before.back().isSpace() ? QString() : QStringLiteral(" ")) + word);
    setFocus();
}

void SearchField::setRecent(const QStringList &searches)
{
    m_recent = searches.first(std::min(searches.size(), mostRecent));
}

void SearchField::remember()
{
    const QString search = text().trimmed();
    if (search.isEmpty())
        return;
    m_recent.removeAll(search);
    m_recent.prepend(search);
    setRecent(m_recent);
}

void SearchField::offerCompletion()
{
    m_completion = m_findings ? completeSearch(text(), cursorPosition(), *m_findings) : SearchCompletion();
    if (m_completion.candidates.isEmpty() || !hasFocus()) {
        m_completer->popup()->hide();
        return;
    }
    m_candidates->setStringList(m_completion.candidates);
    QRect place = cursorRect();
    place.setWidth(m_completer->popup()->sizeHintForColumn(0) + fontMetrics().averageCharWidth() * 6);
    m_completer->complete(place);
}

void SearchField::complete(const QString &candidate)
{
    setSelection(int(m_completion.start), int(m_completion.length));
    insert(candidate);
    // On to the facet's values; queued, because a click hides the list after it chose.
    if (candidate.endsWith(QLatin1Char(':')))
        QMetaObject::invokeMethod(this, &SearchField::offerCompletion, Qt::QueuedConnection);
}

bool SearchField::event(QEvent *event)
{
    // Esc is ours before it is anybody's shortcut.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QLineEdit::event(event);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (m_completer->popup()->isVisible() && isForList(event->key())) {
        event->ignore(); // the list of candidates is next in line
        return;
    }
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            Q_EMIT left();
        else
            replaceText({});
        return;
    case Qt::Key_Down: Q_EMIT left(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        remember();
        Q_EMIT left();
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason)
        remember();
    QLineEdit::focusOutEvent(event);
}

} // namespace pdsi

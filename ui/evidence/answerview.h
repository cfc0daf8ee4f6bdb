// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/evidence/jsonhighlighting.h"
#include "ui/models/evidencetext.h"

#include <QFutureWatcher>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace pdsi {

class SpanHighlighter;

/// The stored answer to one request, laid out for reading, scrolled to one value and marking it. Answers are read and
/// laid out in a worker; of several asked for in a row only the last is shown.
class AnswerView : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerView(QWidget *parent = nullptr);

    void showAnswer(std::shared_ptr<const Inventory> inventory, int requestId, const QString &pointer);
    void clear();
    /// What is shown; nothing while an answer is on its way.
    const std::optional<EvidenceText> &answer() const { return m_answer; }
    QPlainTextEdit *text() const { return m_text; }

    void openFind();
    void findNext(bool backward = false);

Q_SIGNALS:
    void loaded();
    void highlighted();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Wanted {
        std::shared_ptr<const Inventory> inventory;
        int requestId = 0;
        QString pointer;
    };
    QWidget *createFindBar();
    void start();
    void finished();
    void showText();
    void mark();
    void requestColours();
    QString note() const;

    Wanted m_wanted;
    bool m_stale = false; ///< the running worker reads something else than what is wanted
    QFutureWatcher<EvidenceText> m_watcher;
    std::optional<EvidenceText> m_answer;
    QLabel *m_note;
    QPlainTextEdit *m_text;
    QWidget *m_findBar = nullptr;
    QLineEdit *m_findText = nullptr;
    QLabel *m_findResult = nullptr;
    SpanHighlighter *m_highlighter;
    JsonHighlighting *m_highlighting;
};

} // namespace pdsi

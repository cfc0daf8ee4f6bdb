// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace pdsi {

/// A line above the findings for what the analyst should know but need not answer: errors, offers, good news.
/// Stays until it is closed or replaced; never takes the focus.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    enum class Kind : quint8 { Information, Warning, Error };
    struct Choice {
        QString text;
        std::function<void()> chosen; ///< the bar closes first
    };

    explicit MessageBar(QWidget *parent = nullptr);

    /// Plain text: what happened, what it means and what to do.
    void show(Kind kind, const QString &text, const QList<Choice> &choices = {});
    QString text() const;
    void dismiss();

private:
    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_choices;
};

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/searchcompletion.h"

#include <QLineEdit>

#include <memory>

class QCompleter;
class QStringListModel;

namespace pdsi {

/// Where search words are typed: completes facets and their values, remembers recent searches, and undoes whatever
/// changed it, a chip or another dock included.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);

    /// What values are completed from; null: nothing is.
    void setFindings(std::shared_ptr<const FindingIndex> findings);
    /// As if typed: it can be undone.
    void replaceText(const QString &text);
    /// Puts text at the cursor, apart from the word before it.
    void insertWord(const QString &word);

    /// Latest first.
    const QStringList &recent() const { return m_recent; }
    void setRecent(const QStringList &searches);

Q_SIGNALS:
    /// Down, Enter, or Esc in an empty field: on to the table.
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void offerCompletion();
    void complete(const QString &candidate);
    void remember();

    static constexpr qsizetype mostRecent = 20;
    std::shared_ptr<const FindingIndex> m_findings;
    QCompleter *m_completer;
    QStringListModel *m_candidates;
    SearchCompletion m_completion;
    QStringList m_recent;
};

} // namespace pdsi

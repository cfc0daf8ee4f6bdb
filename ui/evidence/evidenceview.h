// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/models/evidencemodel.h"
#include "ui/models/relatedresources.h"
#include "ui/shell/selection.h"

#include <QDockWidget>
#include <QFutureWatcher>

class QAction;
class QLabel;
class QTableView;
class QTabWidget;
class QToolBar;

namespace pdsi {

class AnswerView;
class InertBrowser;

/// Dock with the facts behind the selected verdict, or the place where the selected resource was read: each with its
/// request and the stored answer, scrolled to the value.
class EvidenceView : public QDockWidget
{
    Q_OBJECT
public:
    explicit EvidenceView(Selection &selection, QWidget *parent = nullptr);

    /// Shows one fact, whether or not it is among those of the selected verdict.
    void showFact(int requestId, const QString &pointer);
    /// Writes the stored answer of the current fact, readable by its owner alone. saved() tells how it went.
    void saveBody(const QString &path);
    const EvidenceModel &model() const { return *m_model; }
    AnswerView &answer() const { return *m_answer; }

Q_SIGNALS:
    void saved(bool ok);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Save {
        QString path;
        Result<Done> result = Error{};
    };
    QToolBar *createActions();
    QAction *addNamed(const char *name, const QString &text, const QKeySequence &keys = {});
    void showPlace();
    void showEvidence(const QList<Evidence> &evidence, const QString &hint);
    void showCurrent();
    void showRequest();
    void answerLoaded();
    void chooseFile();
    void saveFinished();
    const Evidence *current() const;

    Selection &m_selection;
    EvidenceModel *m_model;
    QLabel *m_hint;
    QTableView *m_list;
    QTabWidget *m_tabs;
    AnswerView *m_answer;
    InertBrowser *m_request;
    QList<QAction *> m_factActions; ///< need a current fact
    QFutureWatcher<Save> m_save;
    std::optional<RelatedResources> m_rows; ///< of the open audit, made when first needed
};

} // namespace pdsi

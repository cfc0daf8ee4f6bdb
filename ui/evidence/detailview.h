// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/evidence/detailpage.h"

#include <QDockWidget>
#include <QUrl>

#include <functional>

class QAction;

namespace pdsi {

class InertBrowser;

/// Dock that explains what is pointed at: a verdict with its reasons, references and fix, a control, or a resource with
/// everything related to it. Links move the selection; back and forward work as in a browser.
class DetailView : public QDockWidget
{
    Q_OBJECT
public:
    explicit DetailView(Selection &selection, QWidget *parent = nullptr);

    /// What opens https addresses; the desktop's browser unless told otherwise (tests).
    void setUrlOpener(std::function<void(const QUrl &)> opener) { m_open = std::move(opener); }

Q_SIGNALS:
    /// A link to a fact was followed: show this answer, with the value marked.
    void evidenceRequested(int requestId, const QString &pointer);

protected:
    void changeEvent(QEvent *event) override;

private:
    void createActions();
    void loadAudit();
    void showPlace();
    void updateHistory();
    void follow(const QUrl &url);

    Selection &m_selection;
    DetailSource m_source;
    InertBrowser *m_page;
    QAction *m_back = nullptr;
    QAction *m_forward = nullptr;
    std::function<void(const QUrl &)> m_open;
};

} // namespace pdsi

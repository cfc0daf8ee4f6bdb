// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/coverage/textpage.h"

#include <QTextBrowser>

namespace pdsi {

class Selection;

/// Shows a TextPage. Nothing is loaded from anywhere; a link moves the shared selection.
class PageBrowser : public QTextBrowser
{
    Q_OBJECT
public:
    explicit PageBrowser(Selection &selection, QWidget *parent = nullptr);

    /// Keeps the place where the reader is.
    void setPage(TextPage page);
    const TextPage &page() const { return m_page; }
    /// As clicked.
    void follow(const PageLink &link);

protected:
    /// Account text can name images and files: none is ever fetched.
    QVariant loadResource(int type, const QUrl &name) override;
    void changeEvent(QEvent *event) override;

private:
    void write();
    QPixmap markPixmap(PageMark mark) const;

    Selection &m_selection;
    TextPage m_page;
};

} // namespace pdsi

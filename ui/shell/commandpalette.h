// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QListView;

namespace pdsi {

class ActionFilterModel;
class ActionModel;

/// Type to find an action, Enter to run it. Closes when it loses the focus.
class CommandPalette : public QDialog
{
    Q_OBJECT
public:
    /// `actions` must outlive the palette.
    CommandPalette(ActionModel &actions, QWidget *parent);

    /// Opens empty, near the top of the window.
    void popUp();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void runCurrent();
    void selectFirst();

    ActionModel &m_actions;
    ActionFilterModel *m_filtered;
    QLineEdit *m_typed;
    QListView *m_list;
};

} // namespace pdsi

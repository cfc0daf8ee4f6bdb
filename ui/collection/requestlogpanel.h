// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/accountinfo.h"
#include "core/base/requestrecord.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace pdsi {

class RequestLogFilterModel;
class RequestLogModel;
class RowTable;

/// The request log with its filter.
class RequestLogPanel : public QWidget
{
    Q_OBJECT
public:
    explicit RequestLogPanel(RequestLogModel &log, QWidget *parent = nullptr);

    RowTable &table() const { return *m_table; }
    /// Whom the requests were for, which the log itself does not say.
    void setAccount(const AccountInfo &account);
    const AccountInfo &account() const { return m_account; }
    /// Selects request `id`, and takes the filter away if it hides it. False when the log has no such request.
    bool showRequest(int id);
    void focusFilter();
    /// The commands of the selected rows, a line each; empty when there is none.
    QString selectedCurlCommands() const;

Q_SIGNALS:
    void selectionChanged();

private:
    void filter(const QString &text);
    void tellCount();
    void followTail();

    RequestLogModel &m_log;
    RequestLogFilterModel *m_filtered;
    QLineEdit *m_filter;
    QLabel *m_count;
    RowTable *m_table;
    AccountInfo m_account;
    bool m_atEnd = true; ///< the view shows the newest row, and keeps doing so
};

} // namespace pdsi

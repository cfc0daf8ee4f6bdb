// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/outcome.h"

#include <QHash>
#include <QIcon>
#include <QStyledItemDelegate>

namespace pdsi {

/// Puts the status' icon (shape and colour from the theme) before the status' word.
class StatusDelegate : public QStyledItemDelegate
{
public:
    /// `statusRole` gives an int of OutcomeStatus, or nothing.
    StatusDelegate(QObject *parent, int statusRole);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const QIcon &icon(OutcomeStatus status, bool dark) const;

    int m_statusRole;
    mutable QHash<int, QIcon> m_icons; ///< painted once, not once a cell
};

} // namespace pdsi

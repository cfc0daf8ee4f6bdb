// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/statusdelegate.h"

#include "ui/theme/statustheme.h"

namespace pdsi {

StatusDelegate::StatusDelegate(QObject *parent, int statusRole)
    : QStyledItemDelegate(parent)
    , m_statusRole(statusRole)
{
}

void StatusDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QVariant status = index.data(m_statusRole);
    if (!status.isValid())
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = icon(static_cast<OutcomeStatus>(status.toInt()), StatusTheme::isDark(option->palette));
    option->decorationSize = QSize(option->fontMetrics.height(), option->fontMetrics.height());
}

const QIcon &StatusDelegate::icon(OutcomeStatus status, bool dark) const
{
    QIcon &known = m_icons[int(status) * 2 + (dark ? 1 : 0)];
    if (known.isNull())
        known = StatusTheme::icon(status, dark);
    return known;
}

} // namespace pdsi

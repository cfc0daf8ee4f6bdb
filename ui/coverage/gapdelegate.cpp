// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/gapdelegate.h"

#include "ui/models/gaplistmodel.h"
#include "ui/theme/gaptheme.h"
#include "ui/theme/statustheme.h"

namespace pdsi {

GapDelegate::GapDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void GapDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int kind = index.data(GapListModel::KindRole).toInt();
    const bool dark = StatusTheme::isDark(option->palette);
    QIcon &icon = m_icons[kind * 2 + (dark ? 1 : 0)];
    if (icon.isNull())
        icon = GapTheme::icon(static_cast<GapKind>(kind), dark);
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = icon;
}

} // namespace pdsi

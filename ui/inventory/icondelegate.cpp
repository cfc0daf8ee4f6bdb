// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inventory/icondelegate.h"

#include "ui/models/inventorykindmodel.h"
#include "ui/models/inventorymodel.h"
#include "ui/theme/collectiontheme.h"
#include "ui/theme/statustheme.h"

namespace pdsi {

QIcon IconDelegate::icon(const QModelIndex &index, bool dark) const
{
    const QVariant value = index.data(m_what == CollectionState ? int(InventoryKindModel::StateRole) : int(InventoryModel::SeverityRole));
    if (!value.isValid())
        return {};
    return m_what == CollectionState ? CollectionTheme::icon(static_cast<pdsi::CollectionState>(value.toInt()), dark)
                                     : StatusTheme::icon(static_cast<pdsi::Severity>(value.toInt()), dark);
}

void IconDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QIcon shape = icon(index, StatusTheme::isDark(option->palette));
    if (shape.isNull())
        return;
    option->icon = shape;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(14, 14);
}

} // namespace pdsi

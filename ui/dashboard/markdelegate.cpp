// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/markdelegate.h"

#include "ui/dashboard/chartlook.h"
#include "ui/models/dashboardsectionmodel.h"

namespace pdsi {

void MarkDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QVariant meaning = index.data(DashboardSectionModel::MeaningRole);
    if (!meaning.isValid())
        return;
    const ChartLook look = ChartLook::of(option->palette);
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = ChartInks::swatch(look.ink(meaning.value<ChartMeaning>()), look.base);
    option->decorationSize = QSize(16, 16);
}

} // namespace pdsi

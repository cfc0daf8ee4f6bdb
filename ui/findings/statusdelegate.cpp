// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/statusdelegate.h"

#include "ui/models/controlresultmodel.h"
#include "ui/theme/statustheme.h"

namespace pdsi {

void StatusDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QVariant status = index.data(ControlResultModel::StatusRole);
    if (!status.isValid())
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = StatusTheme::icon(static_cast<OutcomeStatus>(status.toInt()), StatusTheme::isDark(option->palette));
    option->decorationSize = QSize(option->fontMetrics.height(), option->fontMetrics.height());
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/collection/collectionstatedelegate.h"

#include "ui/models/collectionmodel.h"
#include "ui/theme/collectiontheme.h"
#include "ui/theme/progresstheme.h"
#include "ui/theme/statustheme.h"

namespace pdsi {

void CollectionStateDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int state = index.data(CollectionModel::StateRole).toInt();
    const int phase = index.data(CollectionModel::PhaseRole).toInt();
    // The selection is dark in either theme.
    const bool dark = StatusTheme::isDark(option->palette) || (option->state & QStyle::State_Selected);
    QIcon &icon = m_icons[(phase * 16 + state) * 2 + (dark ? 1 : 0)];
    if (icon.isNull()) {
        icon = static_cast<ClassPhase>(phase) == ClassPhase::Over
            ? CollectionTheme::icon(static_cast<CollectionState>(state), dark)
            : ProgressTheme::icon(static_cast<ClassPhase>(phase), dark);
    }
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = icon;
    option->decorationSize = QSize(option->fontMetrics.height(), option->fontMetrics.height());
}

} // namespace pdsi

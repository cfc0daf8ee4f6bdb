// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snapshots/snapshotstatedelegate.h"

#include "ui/models/snapshotlistmodel.h"
#include "ui/theme/collectiontheme.h"
#include "ui/theme/progresstheme.h"
#include "ui/theme/statustheme.h"

namespace pdsi {

namespace {

QIcon iconFor(SnapshotListModel::State state, bool dark)
{
    using State = SnapshotListModel::State;
    switch (state) {
    case State::Complete: return CollectionTheme::icon(CollectionState::Complete, dark);
    case State::Incomplete: return CollectionTheme::icon(CollectionState::Partial, dark);
    case State::Unfinished: return ProgressTheme::icon(ClassPhase::Waiting, dark);
    case State::TooOld: return CollectionTheme::icon(CollectionState::NotCollected, dark);
    case State::Running: return ProgressTheme::icon(ClassPhase::Reading, dark);
    }
    return {};
}

} // namespace

void SnapshotStateDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->features |= QStyleOptionViewItem::HasDecoration;
    // The selection is dark in either theme.
    const bool dark = StatusTheme::isDark(option->palette) || (option->state & QStyle::State_Selected);
    option->icon = iconFor(static_cast<SnapshotListModel::State>(index.data(SnapshotListModel::StateRole).toInt()), dark);
    option->decorationSize = QSize(option->fontMetrics.height(), option->fontMetrics.height());
}

} // namespace pdsi

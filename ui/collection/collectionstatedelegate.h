// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QIcon>
#include <QStyledItemDelegate>

namespace pdsi {

/// Puts the icon of how far a class was read before its word. Reads CollectionModel's StateRole and PhaseRole.
class CollectionStateDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    mutable QHash<int, QIcon> m_icons; ///< rows are painted ten times a second
};

} // namespace pdsi

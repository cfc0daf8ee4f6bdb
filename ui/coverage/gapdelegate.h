// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QIcon>
#include <QStyledItemDelegate>

namespace pdsi {

/// Puts the icon of a gap's kind before its word. Reads GapListModel::KindRole.
class GapDelegate : public QStyledItemDelegate
{
public:
    explicit GapDelegate(QObject *parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    mutable QHash<int, QIcon> m_icons;
};

} // namespace pdsi

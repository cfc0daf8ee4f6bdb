// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace pdsi {

/// Puts the shape of a collection state, or of the worst open finding's severity, before the cell's word.
/// Reads InventoryKindModel::StateRole or InventoryModel::SeverityRole.
class IconDelegate : public QStyledItemDelegate
{
public:
    enum What : quint8 { CollectionState, Severity };

    IconDelegate(What what, QObject *parent) : QStyledItemDelegate(parent), m_what(what) {}

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    QIcon icon(const QModelIndex &index, bool dark) const;

    What m_what;
};

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/controltreedelegate.h"

#include "ui/models/controltreemodel.h"
#include "ui/theme/statustheme.h"

#include <QApplication>
#include <QPainter>

namespace pdsi {

namespace {

constexpr int padding = 4;

/// A group of one severity shows that; everything else shows its worst status.
QIcon iconOf(const QModelIndex &index, bool dark)
{
    const QVariant severity = index.data(ControlTreeModel::SeverityRole);
    if (severity.isValid() && index.data(ControlTreeModel::ControlIdRole).toInt() == 0)
        return StatusTheme::icon(static_cast<Severity>(severity.toInt()), dark);
    return StatusTheme::icon(static_cast<OutcomeStatus>(index.data(ControlTreeModel::StatusRole).toInt()), dark);
}

QPalette::ColorGroup colorGroup(const QStyleOptionViewItem &option)
{
    if (!option.state.testFlag(QStyle::State_Enabled))
        return QPalette::Disabled;
    return option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
}

/// The icon stays readable on the highlight: it stands on a disc of the base colour.
void paintIcon(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &box)
{
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.base());
        painter->drawEllipse(box.adjusted(-2, -2, 2, 2));
        painter->restore();
    }
    iconOf(index, StatusTheme::isDark(option.palette)).paint(painter, box);
}

} // namespace

void ControlTreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    item.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const int side = item.fontMetrics.height() + 2;
    const QRect inside = item.rect.adjusted(padding, padding, -padding, -padding);
    const QRect icon = QStyle::alignedRect(item.direction, Qt::AlignLeft | Qt::AlignVCenter, {side, side}, inside);
    paintIcon(painter, item, index, icon);

    const QSize textSize(inside.width() - side - 2 * padding, item.fontMetrics.height());
    const QRect title = QStyle::alignedRect(item.direction, Qt::AlignRight | Qt::AlignTop, textSize, inside);
    const QRect detail = QStyle::alignedRect(item.direction, Qt::AlignRight | Qt::AlignBottom, textSize, inside);
    const Qt::Alignment side0 = QStyle::visualAlignment(item.direction, Qt::AlignLeft | Qt::AlignVCenter);
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setPen(item.palette.color(colorGroup(item), selected ? QPalette::HighlightedText : QPalette::Text));
    QFont font = item.font;
    font.setBold(index.data(ControlTreeModel::ControlIdRole).toInt() == 0);
    painter->setFont(font);
    painter->drawText(title, side0, QFontMetrics(font).elidedText(item.index.data().toString(), Qt::ElideRight, title.width()));
    painter->setFont(item.font);
    if (!selected)
        painter->setPen(item.palette.color(QPalette::PlaceholderText));
    const QString words = index.data(ControlTreeModel::DetailRole).toString();
    painter->drawText(detail, side0, item.fontMetrics.elidedText(words, Qt::ElideRight, detail.width()));
    painter->restore();
}

QSize ControlTreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 20, 2 * option.fontMetrics.height() + 2 * padding + 1};
}

} // namespace pdsi

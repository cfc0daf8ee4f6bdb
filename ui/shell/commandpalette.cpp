// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "ui/models/actionfiltermodel.h"
#include "ui/models/actionmodel.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

namespace pdsi {

namespace {

/// "Category: action" on the left, the keys on the right.
class ActionDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        item.text = QStringLiteral("%1: %2").arg(index.siblingAtColumn(ActionModel::CategoryColumn).data().toString(), item.text);
        if (!index.data(ActionModel::EnabledRole).toBool())
            item.state &= ~QStyle::State_Enabled;
        const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        const QString keys = index.siblingAtColumn(ActionModel::ShortcutColumn).data().toString();
        const bool selected = item.state & QStyle::State_Selected;
        style->drawItemText(painter, item.rect.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, item.palette,
                            item.state & QStyle::State_Enabled, keys,
                            selected ? QPalette::HighlightedText : QPalette::PlaceholderText);
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, option.fontMetrics.height() + 10};
    }
};

} // namespace

CommandPalette::CommandPalette(ActionModel &actions, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_actions(actions)
    , m_filtered(new ActionFilterModel(this))
    , m_typed(new QLineEdit)
    , m_list(new QListView)
{
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(tr("Command palette"));
    m_filtered->setSourceModel(&actions);
    m_typed->setPlaceholderText(tr("Type what you want to do"));
    m_typed->setAccessibleName(tr("Search actions"));
    m_typed->setClearButtonEnabled(true);
    m_typed->installEventFilter(this);
    m_list->setModel(m_filtered);
    m_list->setAccessibleName(tr("Actions"));
    m_list->setItemDelegate(new ActionDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_typed);
    layout->addWidget(m_list);
    connect(m_typed, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_filtered->setTyped(typed);
        selectFirst();
    });
    connect(m_typed, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
}

void CommandPalette::popUp()
{
    m_typed->clear();
    const QWidget *window = parentWidget()->window();
    const int width = qMin(window->width() - 40, fontMetrics().averageCharWidth() * 90);
    resize(width, qMin(window->height() - 80, fontMetrics().height() * 26));
    move(window->mapToGlobal(QPoint((window->width() - width) / 2, 40)));
    selectFirst();
    show();
    m_typed->setFocus();
}

void CommandPalette::selectFirst() { m_list->setCurrentIndex(m_filtered->index(0, 0)); }

void CommandPalette::runCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || !current.data(ActionModel::EnabledRole).toBool())
        return;
    QPointer<QAction> action = m_actions.action(current.data(ActionModel::IdRole).toString());
    close();
    // After this window is gone: the action may open another one.
    QTimer::singleShot(0, parentWidget(), [action] {
        if (action && action->isEnabled())
            action->trigger();
    });
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_typed && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up || key->key() == Qt::Key_PageDown
            || key->key() == Qt::Key_PageUp) {
            QApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && !isActiveWindow() && isVisible())
        close();
}

} // namespace pdsi

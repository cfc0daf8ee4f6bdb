// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/shortcutspage.h"

#include "ui/models/actionfiltermodel.h"
#include "ui/models/actionmodel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QUndoStack>
#include <QVBoxLayout>

namespace pdsi {

namespace {

class ShortcutCommand final : public QUndoCommand
{
public:
    ShortcutCommand(ActionModel &actions, int row, const QKeySequence &keys, QUndoCommand *parent = nullptr)
        : QUndoCommand(ShortcutsPage::tr("Shortcut of \"%1\"").arg(ActionModel::plainText(*actions.action(row))), parent)
        , m_actions(actions)
        , m_id(actions.index(row, 0).data(ActionModel::IdRole).toString())
        , m_before(actions.action(row)->shortcut())
        , m_after(keys)
    {
    }
    void redo() override { m_actions.setShortcut(m_actions.rowOf(m_id), m_after); }
    void undo() override { m_actions.setShortcut(m_actions.rowOf(m_id), m_before); }

private:
    ActionModel &m_actions;
    QString m_id;
    QKeySequence m_before, m_after;
};

} // namespace

ShortcutsPage::ShortcutsPage(ActionModel &actions, QUndoStack &undo, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_undo(undo)
    , m_filtered(new ActionFilterModel(this))
    , m_list(new QTreeView)
    , m_keys(new QKeySequenceEdit)
    , m_default(new QPushButton(tr("Use default")))
    , m_none(new QPushButton(tr("No shortcut")))
    , m_conflict(new QLabel)
{
    m_filtered->setSourceModel(&actions);
    m_list->setModel(m_filtered);
    m_list->setObjectName(QStringLiteral("shortcuts"));
    m_list->setAccessibleName(tr("Actions and their shortcuts"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_keys->setObjectName(QStringLiteral("keys"));
    m_keys->setAccessibleName(tr("Keys of the selected action"));
    m_conflict->setTextFormat(Qt::PlainText);
    m_conflict->setWordWrap(true);
    auto *all = new QPushButton(tr("Reset all"));
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("&Keys:"));
    label->setBuddy(m_keys);
    row->addWidget(label);
    row->addWidget(m_keys, 1);
    for (QPushButton *button : {m_default, m_none, all}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    layout->addWidget(m_conflict);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ShortcutsPage::showCurrent);
    connect(&actions, &ActionModel::shortcutsChanged, this, &ShortcutsPage::showCurrent);
    connect(m_keys, &QKeySequenceEdit::editingFinished, this, [this] { assign(m_keys->keySequence()); });
    connect(m_default, &QPushButton::clicked, this, [this] {
        if (currentRow() >= 0)
            assign(m_actions.defaultShortcut(currentRow()));
    });
    connect(m_none, &QPushButton::clicked, this, [this] { assign({}); });
    connect(all, &QPushButton::clicked, this, &ShortcutsPage::resetAll);
    showCurrent();
}

int ShortcutsPage::currentRow() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? m_filtered->mapToSource(current).row() : -1;
}

void ShortcutsPage::showCurrent()
{
    const QAction *action = m_actions.action(currentRow());
    for (QWidget *widget : {static_cast<QWidget *>(m_keys), static_cast<QWidget *>(m_default), static_cast<QWidget *>(m_none)})
        widget->setEnabled(action);
    m_keys->setKeySequence(action ? action->shortcut() : QKeySequence());
    m_conflict->clear();
}

void ShortcutsPage::assign(const QKeySequence &keys)
{
    const int row = currentRow();
    const QAction *action = m_actions.action(row);
    if (!action || action->shortcut() == keys)
        return;
    if (const auto other = m_actions.conflict(row, keys)) {
        m_conflict->setText(tr("%1 already belongs to \"%2\". Give that action other keys first, or choose different ones here.")
                                .arg(keys.toString(QKeySequence::NativeText), ActionModel::plainText(*m_actions.action(*other))));
        m_keys->setKeySequence(action->shortcut());
        return;
    }
    m_undo.push(new ShortcutCommand(m_actions, row, keys));
}

void ShortcutsPage::resetAll()
{
    auto *all = new QUndoCommand(tr("Reset all shortcuts"));
    for (int row = 0; row < m_actions.rowCount(); ++row) {
        const QAction *action = m_actions.action(row);
        if (action && action->shortcut() != m_actions.defaultShortcut(row))
            new ShortcutCommand(m_actions, row, m_actions.defaultShortcut(row), all);
    }
    if (all->childCount() == 0)
        delete all;
    else
        m_undo.push(all);
}

void ShortcutsPage::setTyped(const QString &typed) { m_filtered->setTyped(typed); }

bool ShortcutsPage::matches(const QString &typed) const
{
    ActionFilterModel probe;
    probe.setSourceModel(&m_actions);
    probe.setTyped(typed);
    return probe.rowCount() > 0;
}

} // namespace pdsi

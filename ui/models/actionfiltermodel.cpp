// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/actionfiltermodel.h"

#include "ui/models/actionmodel.h"

namespace pdsi {

namespace {

constexpr int wordStart = 100, inside = 40, scattered = 10;

bool lettersInOrder(const QString &text, const QString &word)
{
    qsizetype at = 0;
    for (const QChar c : word) {
        at = text.indexOf(c, at);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

int scoreOfWord(const QString &text, const QString &word)
{
    const qsizetype at = text.indexOf(word);
    if (at == 0 || (at > 0 && !text.at(at - 1).isLetterOrNumber()))
        return wordStart - static_cast<int>(qMin<qsizetype>(at, 50));
    if (at > 0 || text.indexOf(QLatin1Char(' ') + word) >= 0)
        return inside;
    return lettersInOrder(text, word) ? scattered : 0;
}

} // namespace

ActionFilterModel::ActionFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    sort(0);
}

int ActionFilterModel::score(const QString &text, const QString &typed)
{
    const QString folded = text.toCaseFolded();
    int total = 1;
    for (const QString &word : typed.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const int own = scoreOfWord(folded, word);
        if (own == 0)
            return 0;
        total += own;
    }
    return total;
}

void ActionFilterModel::setTyped(const QString &typed)
{
    if (typed == m_typed)
        return;
    m_typed = typed;
    invalidate();
}

int ActionFilterModel::scoreOf(int sourceRow) const
{
    const auto text = [&](int column) { return sourceModel()->index(sourceRow, column).data().toString(); };
    const QString name = text(ActionModel::NameColumn);
    // The category helps to find an action, but a match of the name goes first.
    return qMax(2 * score(name, m_typed), score(text(ActionModel::CategoryColumn) + QLatin1Char(' ') + name, m_typed));
}

bool ActionFilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    return !sourceModel()->index(row, ActionModel::NameColumn).data().toString().isEmpty() && scoreOf(row) > 0;
}

bool ActionFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int leftScore = scoreOf(left.row()), rightScore = scoreOf(right.row());
    if (leftScore != rightScore && !m_typed.isEmpty())
        return leftScore > rightScore;
    for (const int column : {int(ActionModel::CategoryColumn), int(ActionModel::NameColumn)}) {
        const int order = left.siblingAtColumn(column).data().toString().localeAwareCompare(
            right.siblingAtColumn(column).data().toString());
        if (order != 0)
            return order < 0;
    }
    return left.row() < right.row();
}

} // namespace pdsi

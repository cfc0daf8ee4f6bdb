// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace pdsi {

/// Actions that match what was typed, best first: every typed word must begin a word, stand inside one, or have its
/// letters appear in order. With nothing typed, all of them by category and name.
class ActionFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit ActionFilterModel(QObject *parent = nullptr);

    void setTyped(const QString &typed);
    /// 0 = no match; larger is better.
    static int score(const QString &text, const QString &typed);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    int scoreOf(int sourceRow) const;

    QString m_typed;
};

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace pdsi {

/// A table of whole rows for logs: sortable, low rows, no grid; its columns keep the width they are given, because
/// measuring thousands of rows ten times a second would be felt.
class RowTable : public QTableView
{
    Q_OBJECT
public:
    explicit RowTable(QWidget *parent = nullptr);

    /// In characters of the current font, by column.
    void setColumnCharacters(const QList<int> &characters);
    /// The selected rows in the order shown, cells separated by tabs; control characters become spaces.
    QString selectedText() const;
};

} // namespace pdsi

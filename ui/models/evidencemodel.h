// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QAbstractTableModel>

namespace pdsi {

/// The facts behind one verdict (or the one place a resource was read at), a row each. Resets whole.
class EvidenceModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { PointerColumn, ValueColumn, RequestColumn, ColumnCount }; // the field is a JSON pointer

    using QAbstractTableModel::QAbstractTableModel;

    void setEvidence(QList<Evidence> evidence);
    /// Fills in what only reading the answer could tell; other facts keep their value.
    void resolve(int row, const QJsonValue &value);
    int rowOf(int requestId, const QString &pointer) const;
    const QList<Evidence> &evidence() const { return m_evidence; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Evidence> m_evidence;
};

/// The pointer, or words for the whole answer.
QString pointerWords(const QString &pointer);
/// The value in one short line: long texts cut, large lists and objects counted.
QString shortValue(const QJsonValue &value, qsizetype longest = 160);

} // namespace pdsi

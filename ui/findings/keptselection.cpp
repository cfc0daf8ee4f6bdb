// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/keptselection.h"

#include "ui/models/findingsmodel.h"

#include <QItemSelectionModel>

namespace pdsi {

KeptSelection::KeptSelection(FindingsModel *model, QItemSelectionModel *selection, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_selection(selection)
{
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &KeptSelection::remember);
    connect(model, &FindingsModel::completed, this, &KeptSelection::restore);
}

void KeptSelection::remember()
{
    if (!m_selection->hasSelection())
        return; // an answer that never came to its end leaves what was remembered
    m_outcomes.clear();
    m_assessment = m_model->assessment();
    for (const QItemSelectionRange &range : m_selection->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            m_outcomes.push_back(quint32(m_model->outcomeAt(row)));
    }
}

void KeptSelection::restore()
{
    const std::vector<quint32> outcomes = std::exchange(m_outcomes, {});
    if (outcomes.empty() || m_selection->hasSelection() || m_assessment.lock() != m_model->assessment())
        return;
    std::vector<bool> wanted(size_t(m_model->assessment()->outcomes.size()));
    for (const quint32 outcome : outcomes)
        wanted[outcome] = true;
    const std::vector<quint32> &rows = m_model->rows();
    const int lastColumn = m_model->columnCount() - 1;
    QItemSelection selection;
    for (int row = 0; row < int(rows.size()); ++row) {
        const int top = row;
        while (row < int(rows.size()) && wanted[rows[size_t(row)]])
            ++row;
        if (row > top)
            selection.append(QItemSelectionRange(m_model->index(top, 0), m_model->index(row - 1, lastColumn)));
        if (selection.size() > mostPieces)
            return;
    }
    m_selection->select(selection, QItemSelectionModel::Select);
}

} // namespace pdsi

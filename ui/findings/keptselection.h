// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>
#include <vector>

class QItemSelectionModel;

namespace pdsi {

struct Assessment;
class FindingsModel;

/// Keeps the selected outcomes selected when another filter or order puts them into other rows, or takes some away.
/// A selection that would fall apart into very many pieces is given up: every cell that is painted asks all of them.
class KeptSelection : public QObject
{
public:
    KeptSelection(FindingsModel *model, QItemSelectionModel *selection, QObject *parent);

private:
    void remember();
    void restore();

    static constexpr qsizetype mostPieces = 2'000;
    FindingsModel *m_model;
    QItemSelectionModel *m_selection;
    std::vector<quint32> m_outcomes; ///< waiting for their rows
    std::weak_ptr<const Assessment> m_assessment; ///< whose outcomes they are
};

} // namespace pdsi

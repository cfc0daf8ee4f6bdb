// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/controltree.h"

#include <QAbstractItemModel>

namespace pdsi {

/// The controls of one assessment as a tree of one column. Resets whole; never patched.
class ControlTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        KindRole = Qt::UserRole, ///< int of ControlTreeNode::Kind
        StatusRole,              ///< int of OutcomeStatus: the worst in the node
        SeverityRole,            ///< int of Severity; invalid where several are mixed
        CountsRole,              ///< StatusCounts
        ControlIdRole,           ///< 0 for groups
        FacetsRole,              ///< Facets
        DetailRole,              ///< the second line, in words
        KeyRole,                 ///< names the node in saved state
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setAssessment(std::shared_ptr<const Assessment> assessment);
    void setGrouping(ControlGrouping grouping);
    ControlGrouping grouping() const { return m_grouping; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void rebuild();
    const ControlTreeNode &node(const QModelIndex &index) const { return m_tree.nodes.at(size_t(index.internalId())); }

    std::shared_ptr<const Assessment> m_assessment;
    ControlGrouping m_grouping = ControlGrouping::Severity;
    ControlTree m_tree;
};

} // namespace pdsi

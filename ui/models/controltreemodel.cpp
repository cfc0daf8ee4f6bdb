// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/controltreemodel.h"

namespace pdsi {

void ControlTreeModel::setAssessment(std::shared_ptr<const Assessment> assessment)
{
    m_assessment = std::move(assessment);
    rebuild();
}

void ControlTreeModel::setGrouping(ControlGrouping grouping)
{
    m_grouping = grouping;
    rebuild();
}

void ControlTreeModel::rebuild()
{
    beginResetModel();
    m_tree = m_assessment ? ControlTree::of(*m_assessment, m_grouping) : ControlTree();
    endResetModel();
}

QModelIndex ControlTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const QList<int> &siblings = parent.isValid() ? node(parent).children : m_tree.roots;
    return createIndex(row, column, quintptr(siblings.at(row)));
}

QModelIndex ControlTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || node(child).parent < 0)
        return {};
    const int parent = node(child).parent;
    return createIndex(m_tree.nodes.at(size_t(parent)).row, 0, quintptr(parent));
}

int ControlTreeModel::rowCount(const QModelIndex &parent) const
{
    return int((parent.isValid() ? node(parent).children : m_tree.roots).size());
}

int ControlTreeModel::columnCount(const QModelIndex &) const { return 1; }

QVariant ControlTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ControlTreeNode &its = node(index);
    switch (role) {
    case Qt::DisplayRole: return its.title;
    case Qt::ToolTipRole: return its.toolTip;
    case Qt::AccessibleTextRole: return tr("%1 - %2").arg(its.title, its.detail);
    case KindRole: return int(its.kind);
    case StatusRole: return int(its.status);
    case SeverityRole: return its.severity ? QVariant(int(*its.severity)) : QVariant();
    case CountsRole: return QVariant::fromValue(its.counts);
    case ControlIdRole: return its.controlId;
    case FacetsRole: return QVariant::fromValue(its.facets);
    case DetailRole: return its.detail;
    case KeyRole: return its.key;
    default: return {};
    }
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/evidencemodel.h"

#include "core/report/plaintext.h"
#include "ui/models/evidencetext.h"
#include "ui/models/translate.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace pdsi {

namespace {
constexpr qsizetype largestSpelledOut = 12; // elements
} // namespace

QString pointerWords(const QString &pointer)
{
    return pointer.isEmpty() ? tr("(whole answer)") : plainText(pointer);
}

QString shortValue(const QJsonValue &value, qsizetype longest)
{
    if (value.isObject() && value.toObject().size() > largestSpelledOut)
        return tr("{ object of %1 fields }").arg(value.toObject().size());
    if (value.isArray() && value.toArray().size() > largestSpelledOut)
        return tr("[ list of %1 ]").arg(value.toArray().size());
    return elided(plainText(jsonText(value)), longest);
}

void EvidenceModel::setEvidence(QList<Evidence> evidence)
{
    beginResetModel();
    m_evidence = std::move(evidence);
    endResetModel();
}

void EvidenceModel::resolve(int row, const QJsonValue &value)
{
    if (row < 0 || row >= m_evidence.size() || !m_evidence.at(row).value.isUndefined())
        return;
    m_evidence[row].value = value;
    Q_EMIT dataChanged(index(row, ValueColumn), index(row, ValueColumn));
}

int EvidenceModel::rowOf(int requestId, const QString &pointer) const
{
    const auto same = [&](const Evidence &fact) { return fact.requestId == requestId && fact.pointer == pointer; };
    const auto found = std::find_if(m_evidence.begin(), m_evidence.end(), same);
    return found == m_evidence.end() ? -1 : int(found - m_evidence.begin());
}

int EvidenceModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_evidence.size()); }
int EvidenceModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant EvidenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const Evidence &fact = m_evidence.at(index.row());
    switch (index.column()) {
    case PointerColumn: return pointerWords(fact.pointer);
    case ValueColumn: return fact.value.isUndefined() ? QString() : shortValue(fact.value);
    case RequestColumn: return fact.requestId;
    default: return {};
    }
}

QVariant EvidenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PointerColumn: return tr("Field");
    case ValueColumn: return tr("Value");
    case RequestColumn: return tr("Request");
    default: return {};
    }
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/findingindex.h"

#include "ui/models/findingorder.h"

#include <QHash>

#include <algorithm>

namespace pdsi {

namespace {

constexpr char separator = '\xFF'; // never part of UTF-8
constexpr qsizetype rowsBetweenChecks = 8192;

void appendFolded(std::string &to, const QString &text)
{
    const bool ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (!ascii) {
        const QByteArray bytes = text.normalized(QString::NormalizationForm_C).toCaseFolded().toUtf8();
        to.append(bytes.constData(), size_t(bytes.size()));
        return;
    }
    for (const QChar c : text) {
        const char byte = char(c.unicode());
        to += byte >= 'A' && byte <= 'Z' ? char(byte - 'A' + 'a') : byte;
    }
}

QString frameworksOf(const ControlInfo &info)
{
    QStringList cells;
    for (const FrameworkReference &reference : info.frameworks) {
        if (!reference.reviewed.isEmpty())
            cells << reference.framework + QLatin1Char(' ') + reference.reviewed.join(QStringLiteral(", "));
    }
    return cells.join(QStringLiteral("; "));
}

quint8 flagsFor(const AssessedOutcome &outcome)
{
    return quint8((outcome.waiver ? FindingIndex::waivedFlag : 0) | (outcome.attestation ? FindingIndex::attestedFlag : 0)
                  | (int(outcome.baseline) << FindingIndex::baselineShift));
}

} // namespace

std::shared_ptr<const FindingIndex> FindingIndex::build(std::shared_ptr<const Assessment> assessment,
                                                        const std::function<bool()> &isCanceled)
{
    std::shared_ptr<FindingIndex> index(new FindingIndex);
    index->m_assessment = std::move(assessment);
    index->addControls();
    const QList<AssessedOutcome> &outcomes = index->m_assessment->outcomes;
    QHash<int, quint32> controlAt;
    for (size_t c = 0; c + 1 < index->m_controls.size(); ++c)
        controlAt.insert(index->m_controls[c].id, quint32(c));
    QHash<QString, quint32> kindAt;
    index->m_starts.reserve(size_t(outcomes.size()) + 1);
    index->m_starts.push_back(0);
    for (qsizetype row = 0; row < outcomes.size(); ++row) {
        if (row % rowsBetweenChecks == 0 && isCanceled && isCanceled())
            return nullptr;
        const AssessedOutcome &outcome = outcomes.at(row);
        auto kind = kindAt.constFind(outcome.resource.kind);
        if (kind == kindAt.constEnd()) {
            kind = kindAt.insert(outcome.resource.kind, quint32(index->m_kinds.size()));
            index->m_kinds << outcome.resource.kind;
        }
        index->addRow(outcome, controlAt.value(outcome.controlId, quint32(index->m_controls.size() - 1)), *kind);
    }
    return index;
}

void FindingIndex::addControls()
{
    for (const ControlResult &control : m_assessment->controls)
        m_controls.push_back(control.info);
    m_controls.emplace_back();
    for (const ControlInfo &info : m_controls)
        m_frameworks.push_back(frameworksOf(info));
}

void FindingIndex::addRow(const AssessedOutcome &outcome, quint32 control, quint32 kind)
{
    m_statuses.push_back(quint8(outcome.status));
    m_controlOf.push_back(control);
    m_kindOf.push_back(kind);
    m_reasons.push_back(outcome.reason ? quint8(int(*outcome.reason) + 1) : quint8(0));
    m_flags.push_back(flagsFor(outcome));
    addText(outcome);
}

void FindingIndex::addText(const AssessedOutcome &outcome)
{
    const size_t start = m_texts.size();
    appendFolded(m_texts, outcome.resource.name);
    m_nameLengths.push_back(quint32(m_texts.size() - start));
    m_texts += separator;
    const size_t idStart = m_texts.size();
    appendFolded(m_texts, outcome.resource.id);
    m_idLengths.push_back(quint32(m_texts.size() - idStart));
    m_texts += separator;
    appendFolded(m_texts, outcome.message);
    m_texts += separator;
    m_starts.push_back(m_texts.size());
}

std::string FindingIndex::folded(const QString &text)
{
    std::string result;
    appendFolded(result, text);
    return result;
}

std::string_view FindingIndex::id(qsizetype row) const
{
    return {&m_texts[m_starts[size_t(row)] + m_nameLengths[size_t(row)] + 1], m_idLengths[size_t(row)]};
}

std::string_view FindingIndex::message(qsizetype row) const
{
    const std::string_view all = text(row);
    const size_t start = m_nameLengths[size_t(row)] + size_t(m_idLengths[size_t(row)]) + 2;
    return all.substr(start, all.size() - start - 1);
}

std::string_view FindingIndex::texts(qsizetype first, qsizetype last) const
{
    const size_t start = m_starts[size_t(first)];
    return std::string_view(m_texts).substr(start, m_starts[size_t(last)] - start);
}

const std::vector<quint32> &FindingIndex::ranks(FindingColumn column) const
{
    const auto at = size_t(column);
    std::call_once(m_ranked[at], [&] { m_ranks[at] = rankRows(*this, column); });
    return m_ranks[at];
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/findingcolumns.h"

#include <QStringList>

#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace pdsi {

/// Outcomes by column, made once for an assessment and immutable since, so that a million of them are searched and
/// ordered in a worker within a keystroke: small numbers where a column has few values, and one run of folded text.
/// A row is the outcome's index in Assessment::outcomes.
class FindingIndex
{
public:
    /// Blocking: run it in a worker. Null when `isCanceled` said so.
    static std::shared_ptr<const FindingIndex> build(std::shared_ptr<const Assessment> assessment,
                                                     const std::function<bool()> &isCanceled = {});

    const Assessment &assessment() const { return *m_assessment; }
    qsizetype size() const { return qsizetype(m_statuses.size()); }
    const AssessedOutcome &outcome(qsizetype row) const { return m_assessment->outcomes.at(row); }

    /// Controls as the assessment lists them, and a nameless one behind them for outcomes of a control it lacks.
    const std::vector<ControlInfo> &controls() const { return m_controls; }
    const ControlInfo &info(qsizetype row) const { return m_controls[m_controlOf[size_t(row)]]; }
    /// `FedRAMP IA-2; SOC 2 CC6.1`: the requirements of a control that a reviewer can defend.
    const QString &frameworks(size_t control) const { return m_frameworks[control]; }
    /// Type strings of the resources, each once.
    const QStringList &kinds() const { return m_kinds; }

    OutcomeStatus statusOf(qsizetype row) const { return static_cast<OutcomeStatus>(m_statuses[size_t(row)]); }
    quint32 controlOf(qsizetype row) const { return m_controlOf[size_t(row)]; } ///< index in controls()
    quint32 kindOf(qsizetype row) const { return m_kindOf[size_t(row)]; }       ///< index in kinds()
    quint8 reasonOf(qsizetype row) const { return m_reasons[size_t(row)]; }     ///< 0 = none, else ReasonCode + 1
    quint8 flagsOf(qsizetype row) const { return m_flags[size_t(row)]; }

    static constexpr quint8 waivedFlag = 1;
    static constexpr quint8 attestedFlag = 2;
    static constexpr quint8 baselineShift = 2; ///< BaselineState in the two bits from here
    static constexpr quint8 flagValues = 16;

    /// As names, ids, messages and what is looked for in them are compared: without case, composed, UTF-8.
    static std::string folded(const QString &text);
    std::string_view name(qsizetype row) const { return {&m_texts[m_starts[size_t(row)]], m_nameLengths[size_t(row)]}; }
    std::string_view id(qsizetype row) const;
    std::string_view message(qsizetype row) const;
    /// Name, id and message with a byte between them that no text holds.
    std::string_view text(qsizetype row) const { return texts(row, row + 1); }
    /// The texts of rows [first, last), which lie one behind the other.
    std::string_view texts(qsizetype first, qsizetype last) const;

    /// For every row the place of its cell among the sorted different cells of the column. Counted when first asked
    /// for; from any thread.
    const std::vector<quint32> &ranks(FindingColumn column) const;

private:
    FindingIndex() = default;
    void addControls();
    void addRow(const AssessedOutcome &outcome, quint32 control, quint32 kind);
    void addText(const AssessedOutcome &outcome);

    std::shared_ptr<const Assessment> m_assessment;
    std::vector<ControlInfo> m_controls;
    std::vector<QString> m_frameworks;
    QStringList m_kinds;
    std::vector<quint8> m_statuses;
    std::vector<quint32> m_controlOf;
    std::vector<quint32> m_kindOf;
    std::vector<quint8> m_reasons;
    std::vector<quint8> m_flags;
    std::string m_texts;
    std::vector<size_t> m_starts; ///< one more than rows
    std::vector<quint32> m_nameLengths;
    std::vector<quint32> m_idLengths;
    mutable std::array<std::once_flag, findingColumnCount> m_ranked;
    mutable std::array<std::vector<quint32>, findingColumnCount> m_ranks;
};

} // namespace pdsi

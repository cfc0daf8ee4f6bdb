// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/findingorder.h"

#include "ui/models/findingindex.h"
#include "ui/models/words.h"

#include <QCollator>
#include <QHash>

#include <algorithm>
#include <numeric>

namespace pdsi {

namespace {

/// Keys of any ordered type -> dense ranks.
template<typename Key>
std::vector<quint32> denseRanks(const std::vector<Key> &keys)
{
    std::vector<quint32> order(keys.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](quint32 a, quint32 b) { return keys[a] < keys[b]; });
    std::vector<quint32> ranks(keys.size());
    quint32 rank = 0;
    for (size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && keys[order[i - 1]] < keys[order[i]])
            ++rank;
        ranks[order[i]] = rank;
    }
    return ranks;
}

/// Each different text is weighed once: the same resource stands in many rows.
std::vector<quint32> rankTexts(qsizetype rows, const std::function<const QString &(qsizetype)> &textOf)
{
    QHash<QString, quint32> seen;
    QStringList different;
    std::vector<quint32> textAt(static_cast<size_t>(rows));
    for (qsizetype row = 0; row < rows; ++row) {
        const QString &text = textOf(row);
        auto at = seen.constFind(text);
        if (at == seen.constEnd()) {
            at = seen.insert(text, quint32(different.size()));
            different << text;
        }
        textAt[size_t(row)] = *at;
    }
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(size_t(different.size()));
    for (const QString &text : std::as_const(different))
        keys.push_back(collator.sortKey(text));
    const std::vector<quint32> rankOfText = denseRanks(keys);
    for (quint32 &at : textAt)
        at = rankOfText[at];
    return textAt;
}

template<typename Key>
std::vector<quint32> rankKeys(qsizetype rows, Key keyOf)
{
    std::vector<decltype(keyOf(0))> keys;
    keys.reserve(size_t(rows));
    for (qsizetype row = 0; row < rows; ++row)
        keys.push_back(keyOf(row));
    return denseRanks(keys);
}

/// Few values: their own order gives the ranks.
template<typename Code>
std::vector<quint32> rankCodes(qsizetype rows, Code codeOf)
{
    constexpr quint32 unused = 0xFFFFFFFF;
    std::vector<quint32> codes(static_cast<size_t>(rows));
    quint32 highest = 0;
    for (qsizetype row = 0; row < rows; ++row) {
        codes[size_t(row)] = quint32(codeOf(row));
        highest = std::max(highest, codes[size_t(row)]);
    }
    std::vector<quint32> rankOf(highest + 1, unused);
    for (const quint32 code : codes)
        rankOf[code] = 0;
    quint32 next = 0;
    for (quint32 &rank : rankOf) {
        if (rank != unused)
            rank = next++;
    }
    for (quint32 &code : codes)
        code = rankOf[code];
    return codes;
}

/// Ranks of a column whose cell depends on something with few values, of which `textOf` gives the cell.
std::vector<quint32> rankByFew(qsizetype rows, size_t few, const std::function<QString(size_t)> &textOf,
                               const std::function<quint32(qsizetype)> &which)
{
    QStringList texts;
    for (size_t i = 0; i < few; ++i)
        texts << textOf(i);
    const std::vector<quint32> ranks = rankTexts(texts.size(), [&](qsizetype i) -> const QString & { return texts.at(i); });
    return rankCodes(rows, [&](qsizetype row) { return ranks[which(row)]; });
}

qint64 waiverEnd(const AssessedOutcome &outcome)
{
    constexpr qint64 never = std::numeric_limits<qint64>::max();
    if (!outcome.waiver)
        return never;
    // Without end comes behind every end and before no waiver at all.
    return outcome.waiver->expires.isValid() ? outcome.waiver->expires.toMSecsSinceEpoch() : never - 1;
}

} // namespace

std::vector<quint32> rankRows(const FindingIndex &findings, FindingColumn column)
{
    const qsizetype rows = findings.size();
    const auto ofControl = [&](qsizetype row) { return findings.controlOf(row); };
    switch (column) {
    case FindingColumn::Status: return rankCodes(rows, [&](qsizetype row) { return findings.statusOf(row); });
    case FindingColumn::Severity: return rankCodes(rows, [&](qsizetype row) { return findings.info(row).severity; });
    case FindingColumn::Control: return rankCodes(rows, ofControl); // listed by id
    case FindingColumn::Kind:
        return rankByFew(rows, size_t(findings.kinds().size()), [&](size_t i) { return kindWord(findings.kinds().at(qsizetype(i))); },
                         [&](qsizetype row) { return findings.kindOf(row); });
    case FindingColumn::Name:
        return rankTexts(rows, [&](qsizetype row) -> const QString & { return findings.outcome(row).resource.name; });
    case FindingColumn::Message:
        return rankTexts(rows, [&](qsizetype row) -> const QString & { return findings.outcome(row).message; });
    case FindingColumn::Reason: return rankCodes(rows, [&](qsizetype row) { return quint8(findings.reasonOf(row) - 1); });
    case FindingColumn::Waived: return rankKeys(rows, [&](qsizetype row) { return waiverEnd(findings.outcome(row)); });
    case FindingColumn::Baseline:
        return rankCodes(rows, [&](qsizetype row) { return (int(findings.outcome(row).baseline) + 3) % 4; });
    case FindingColumn::Frameworks:
        return rankByFew(rows, findings.controls().size(), [&](size_t i) { return findings.frameworks(i); }, ofControl);
    case FindingColumn::ResourceId: return rankKeys(rows, [&](qsizetype row) { return findings.id(row); });
    case FindingColumn::Fingerprint:
        return rankKeys(rows, [&](qsizetype row) { return QStringView(findings.outcome(row).fingerprint); });
    }
    return {};
}

std::vector<quint32> orderRows(const FindingIndex &findings, const FindingSort &sort)
{
    std::vector<quint32> order(static_cast<size_t>(findings.size()));
    std::iota(order.begin(), order.end(), 0u);
    std::vector<quint32> next(order.size());
    // Counting sorts, last key first: each keeps the order of what it finds equal.
    for (auto key = sort.crbegin(); key != sort.crend() && !order.empty(); ++key) {
        const std::vector<quint32> &ranks = findings.ranks(key->column);
        const quint32 highest = *std::max_element(ranks.begin(), ranks.end());
        const auto place = [&](quint32 row) { return key->order == Qt::AscendingOrder ? ranks[row] : highest - ranks[row]; };
        std::vector<quint32> starts(size_t(highest) + 2);
        for (const quint32 row : order)
            ++starts[place(row) + 1];
        std::partial_sum(starts.begin(), starts.end(), starts.begin());
        for (const quint32 row : order)
            next[starts[place(row)]++] = row;
        order.swap(next);
    }
    return order;
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/findingorder.h"

#include "ui/models/findingindex.h"
#include "ui/models/words.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>

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

/// What texts are ordered by: without case and accents, numbers by their value ("9" before "10").
void appendSortKey(std::string &to, std::string_view folded)
{
    const bool ascii = std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 0; });
    std::string bare;
    if (!ascii) {
        const QString text = QString::fromUtf8(folded.data(), qsizetype(folded.size())).normalized(QString::NormalizationForm_D);
        for (const QChar c : text) {
            if (!c.isMark())
                bare += QStringView(&c, 1).toUtf8();
        }
        folded = bare;
    }
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    for (size_t i = 0; i < folded.size(); ++i) {
        if (!isDigit(folded[i])) {
            to += folded[i];
            continue;
        }
        while (i + 1 < folded.size() && folded[i] == '0' && isDigit(folded[i + 1]))
            ++i;
        size_t end = i;
        while (end < folded.size() && isDigit(folded[end]))
            ++end;
        // The more digits the later, and before any letter.
        to += '0';
        to += char(std::min<size_t>(end - i, 127));
        to.append(folded.substr(i, end - i));
        i = end - 1;
    }
}

/// Each different text is weighed once: the same resource stands in many rows.
std::vector<quint32> rankTexts(size_t rows, const std::function<std::string_view(size_t)> &textOf)
{
    std::unordered_map<std::string_view, quint32> seen;
    std::vector<quint32> textAt(rows);
    std::string keys;
    std::vector<size_t> starts{0};
    for (size_t row = 0; row < rows; ++row) {
        const auto [known, isNew] = seen.try_emplace(textOf(row), quint32(seen.size()));
        textAt[row] = known->second;
        if (isNew) {
            appendSortKey(keys, textOf(row));
            starts.push_back(keys.size());
        }
    }
    std::vector<std::string_view> views;
    for (size_t i = 0; i + 1 < starts.size(); ++i)
        views.push_back(std::string_view(keys).substr(starts[i], starts[i + 1] - starts[i]));
    const std::vector<quint32> rankOfText = denseRanks(views);
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
    std::vector<std::string> texts;
    for (size_t i = 0; i < few; ++i)
        texts.push_back(FindingIndex::folded(textOf(i)));
    const std::vector<quint32> ranks = rankTexts(few, [&](size_t i) { return std::string_view(texts[i]); });
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
        return rankTexts(size_t(rows), [&](size_t row) { return findings.name(qsizetype(row)); });
    case FindingColumn::Message:
        return rankTexts(size_t(rows), [&](size_t row) { return findings.message(qsizetype(row)); });
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

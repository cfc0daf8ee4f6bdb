// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/textsearch.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace pdsi {

namespace {

constexpr size_t blockBytes = 64;

/// Marks the bytes at `at` where `first` stands and, `distance` behind it, `last`; false when there are none. A plain
/// loop over a fixed number of bytes, which compilers turn into vector instructions.
bool markCandidates(const char *at, size_t distance, char first, char last, std::array<uint8_t, blockBytes> &marks)
{
    for (size_t i = 0; i < blockBytes; ++i)
        marks[i] = uint8_t(at[i] == first) & uint8_t(at[i + distance] == last);
    uint64_t any = 0;
    for (size_t i = 0; i < blockBytes; i += sizeof any) {
        uint64_t word = 0;
        std::memcpy(&word, &marks[i], sizeof word);
        any |= word;
    }
    return any != 0;
}

} // namespace

const char *findText(std::string_view text, const std::string &needle)
{
    const size_t distance = needle.size() - 1;
    const char *at = text.data();
    const char *const end = at + text.size();
    std::array<uint8_t, blockBytes> marks;
    for (; size_t(end - at) >= blockBytes + distance; at += blockBytes) {
        if (!markCandidates(at, distance, needle.front(), needle.back(), marks))
            continue;
        for (size_t i = 0; i < blockBytes; ++i) {
            if (marks[i] && std::memcmp(at + i, needle.data(), needle.size()) == 0)
                return at + i;
        }
    }
    return static_cast<const char *>(memmem(at, size_t(end - at), needle.data(), needle.size()));
}

} // namespace pdsi

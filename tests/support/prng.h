// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <initializer_list>
#include <vector>

namespace pdsi {

/// SplitMix64: the same numbers on every platform and library.
class Prng
{
public:
    explicit Prng(quint64 seed) : m_state(seed) {}

    quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// 0 .. n - 1.
    int below(int n) { return int(next() % quint64(n)); }
    /// lowest .. highest.
    int between(int lowest, int highest) { return lowest + below(highest - lowest + 1); }
    bool chance(int percent) { return below(100) < percent; }
    template<typename T>
    T pick(std::initializer_list<T> choices) { return choices.begin()[below(int(choices.size()))]; }
    template<typename List>
    auto pickFrom(const List &list) { return list[decltype(list.size())(below(int(list.size())))]; }

private:
    quint64 m_state;
};

} // namespace pdsi

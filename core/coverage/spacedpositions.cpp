// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/spacedpositions.h"

#include <cstddef>

namespace pdsi {

namespace {

/// Neighbours that press against each other and move together.
struct Pool {
    double sum = 0;
    double weight = 0;
    std::size_t count = 0;
    double mean() const { return sum / weight; }
};

} // namespace

std::vector<double> spacedPositions(const std::vector<PositionWish> &wishes)
{
    // With the distances taken out, keeping them means never to go down: adjacent violators are pooled.
    std::vector<Pool> pools;
    std::vector<double> offsets;
    double offset = 0;
    for (const PositionWish &wish : wishes) {
        offset += offsets.empty() ? 0 : wish.apart;
        offsets.push_back(offset);
        pools.push_back({(wish.at - offset) * wish.weight, wish.weight, 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().sum += last.sum;
            pools.back().weight += last.weight;
            pools.back().count += last.count;
        }
    }
    std::vector<double> positions;
    positions.reserve(wishes.size());
    for (const Pool &pool : pools) {
        for (std::size_t i = 0; i < pool.count; ++i)
            positions.push_back(pool.mean() + offsets[positions.size()]);
    }
    return positions;
}

} // namespace pdsi

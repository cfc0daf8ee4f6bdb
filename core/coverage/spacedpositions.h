// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace pdsi {

/// Where one of a row of things would like to be.
struct PositionWish {
    double at = 0;
    double weight = 1;  ///< more than 0
    double apart = 0;   ///< least distance from the one before; of the first one unused
};

/// The positions nearest to the wishes (least squares) that keep the order and the distances.
std::vector<double> spacedPositions(const std::vector<PositionWish> &wishes);

} // namespace pdsi

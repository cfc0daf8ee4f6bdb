// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphscene.h"

namespace pdsi {

GraphDetail GraphScene::detail() const
{
    constexpr double legible = 9, recognisable = 3.2; // height of a line in pixels
    const double line = content ? content->metrics.line * camera.scale : 0;
    return line >= legible ? GraphDetail::Full : line >= recognisable ? GraphDetail::Titles : GraphDetail::Blocks;
}

QRectF GraphScene::markRect(int node, int mark) const
{
    return camera.toView(content->metrics.markRect(content->cards[size_t(node)], geometry.nodes[size_t(node)], mark));
}

} // namespace pdsi

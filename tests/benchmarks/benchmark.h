// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <algorithm>
#include <functional>
#include <optional>

namespace pdsi {

/// One figure. `measure` gives nullopt, after saying why on stderr, when it could not be taken.
struct Benchmark {
    QString name;
    QString unit;
    std::function<std::optional<double>()> measure;
};

inline double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;

namespace pdsi {

/// A label for text from anywhere: never read as rich text, wrapped to the room there is.
QLabel *plainLabel(const QString &objectName, int margin = 0);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace pdsi {

/// Version, licence, and what this build works with.
void showAbout(QWidget *parent);

} // namespace pdsi

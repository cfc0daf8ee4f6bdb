// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace pdsi {

/// Makes :/pdsi available in programs that link this library statically. Cheap to call again.
void initResources();

/// Content of a file under :/pdsi, such as "controls/catalogue.json"; empty when there is none.
QByteArray readResource(const QString &name);

} // namespace pdsi

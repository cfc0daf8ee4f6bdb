// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"

#include <QFile>

// Q_INIT_RESOURCE declares a function and so must not stand inside a namespace.
static void initStaticResources()
{
    Q_INIT_RESOURCE(pdsi);
}

namespace pdsi {

void initResources()
{
    [[maybe_unused]] static const bool done = (initStaticResources(), true);
}

QByteArray readResource(const QString &name)
{
    initResources();
    QFile file(QStringLiteral(":/pdsi/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace pdsi

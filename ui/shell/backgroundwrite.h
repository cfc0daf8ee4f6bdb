// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QString>

#include <functional>

namespace pdsi {

/// Writes a file in a worker: all of it or nothing. One object a file; deletes itself after `finished`.
class BackgroundWrite : public QObject
{
    Q_OBJECT
public:
    /// `write` runs in another thread and must hold everything it needs.
    BackgroundWrite(QString path, std::function<Result<Done>(const QString &path)> write, QObject *parent);

Q_SIGNALS:
    void finished(const QString &path, const pdsi::Result<pdsi::Done> &result);
};

} // namespace pdsi

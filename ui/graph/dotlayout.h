// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/filterprocess.h"

namespace pdsi {

/// Graphviz as a process of its own. One layout at a time; a new one replaces the one under way. The program gets numbers
/// only, on its standard input; `finished` brings the plain format.
class DotLayout : public FilterProcess
{
    Q_OBJECT
public:
    /// Uses `program`; empty = none is installed.
    explicit DotLayout(const QString &program, QObject *parent = nullptr);

    /// Path of `dot`; empty when it is not installed.
    static QString installedProgram();

    /// One of the signals follows, unless cancel() or another start() comes first.
    void start(const QByteArray &dot);

private:
    QString m_program;
};

} // namespace pdsi

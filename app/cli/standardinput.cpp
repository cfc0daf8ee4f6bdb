// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/standardinput.h"

#include <QFile>

#include <unistd.h>

namespace pdsi::cli {

namespace {

constexpr qint64 longestLine = 4096;

} // namespace

QByteArray lineFromStandardInput()
{
    QFile in;
    // Not as a stream of C: there a line ends at a zero, unnoticed.
    if (!in.open(STDIN_FILENO, QIODevice::ReadOnly))
        return {};
    QByteArray line = in.readLine(longestLine);
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

} // namespace pdsi::cli

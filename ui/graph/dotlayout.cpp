// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/dotlayout.h"

#include <QStandardPaths>

namespace pdsi {

namespace {

constexpr qsizetype mostPlainText = 256 * 1024 * 1024;
constexpr std::chrono::seconds longestLayout(30);

} // namespace

DotLayout::DotLayout(const QString &program, QObject *parent)
    : FilterProcess(mostPlainText, longestLayout, parent)
    , m_program(program)
{
}

QString DotLayout::installedProgram() { return QStandardPaths::findExecutable(QStringLiteral("dot")); }

void DotLayout::start(const QByteArray &dot)
{
    if (!m_program.isEmpty())
        return FilterProcess::start(m_program, {QStringLiteral("-Tplain")}, dot);
    cancel();
    QMetaObject::invokeMethod(this, [this] { Q_EMIT failed(Failure::Missing); }, Qt::QueuedConnection);
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/jsonhighlighting.h"

#include "ui/evidence/processhighlighting.h"

#ifdef PDSI_WITH_KF6_SYNTAX_HIGHLIGHTING
#include "ui/evidence/libraryhighlighting.h"
#endif

#include <QFileInfo>

namespace pdsi {

JsonHighlighting *JsonHighlighting::create(QObject *parent)
{
#ifdef PDSI_WITH_KF6_SYNTAX_HIGHLIGHTING
    return new LibraryHighlighting(parent);
#else
    const QString program = ProcessHighlighting::installedProgram();
    if (program.isEmpty())
        return new PlainHighlighting(parent);
    return new ProcessHighlighting(program, parent);
#endif
}

QString JsonHighlighting::description()
{
#ifdef PDSI_WITH_KF6_SYNTAX_HIGHLIGHTING
    return tr("KDE Syntax Highlighting %1, as a library").arg(LibraryHighlighting::version());
#else
    const QString program = ProcessHighlighting::installedProgram();
    if (program.isEmpty())
        return tr("none: KDE Syntax Highlighting is not installed, raw answers are plain text");
    return tr("KDE Syntax Highlighting, by its program %1").arg(QFileInfo(program).fileName());
#endif
}

QString highlightTheme(bool dark) { return dark ? QStringLiteral("Breeze Dark") : QStringLiteral("Breeze Light"); }

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/inertbrowser.h"

#include "ui/theme/statustheme.h"

namespace pdsi {

namespace {

constexpr int pictureSide = 48; // shown smaller: sharp on dense screens too

QIcon iconNamed(const QString &path, bool dark)
{
    const QString name = path.section(QLatin1Char('/'), 1);
    if (path.startsWith(QLatin1String("status/"))) {
        const auto status = outcomeStatusFromName(name);
        return status ? StatusTheme::icon(*status, dark) : QIcon();
    }
    const auto severity = path.startsWith(QLatin1String("severity/")) ? severityFromName(name) : std::nullopt;
    return severity ? StatusTheme::icon(*severity, dark) : QIcon();
}

} // namespace

InertBrowser::InertBrowser(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(10);
}

QVariant InertBrowser::loadResource(int type, const QUrl &name)
{
    // Never a null value: with none, the document would read local files by itself.
    if (type != QTextDocument::ImageResource)
        return QByteArray();
    QIcon icon;
    if (name.scheme() == QLatin1String("pdsi-icon"))
        icon = iconNamed(name.path(), StatusTheme::isDark(palette()));
    if (!icon.isNull())
        return icon.pixmap(pictureSide, pictureSide);
    QPixmap nothing(1, 1);
    nothing.fill(Qt::transparent);
    return nothing;
}

} // namespace pdsi

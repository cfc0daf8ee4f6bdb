// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/screenshots.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QPalette>
#include <QStyleFactory>

#include <cstdio>
#include <sys/stat.h>

using namespace pdsi;

namespace {

int wrongUse(const QString &sentence)
{
    std::fprintf(stderr, "pagerduty-sec-workbench: %s\n", sentence.toUtf8().constData());
    return 2;
}

QSize sizeFromText(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
    return size.width() >= 400 && size.height() >= 300 && size.width() <= 16'384 && size.height() <= 16'384 ? size : QSize();
}

/// The system chooses unless asked; a forced theme uses Fusion, whose look depends on the palette alone.
void applyTheme(const QString &name)
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const bool dark = name == QLatin1String("dark");
    const QColor window = dark ? QColor(0x23, 0x26, 0x2b) : QColor(0xf4, 0xf5, 0xf7);
    const QColor base = dark ? QColor(0x1a, 0x1c, 0x20) : QColor(Qt::white);
    const QColor text = dark ? QColor(0xe8, 0xea, 0xed) : QColor(0x1b, 0x1e, 0x23);
    QPalette palette(dark ? QColor(0x33, 0x37, 0x3e) : QColor(0xe6, 0xe8, 0xec), window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, dark ? QColor(0x20, 0x23, 0x28) : QColor(0xf2, 0xf4, 0xf7));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    palette.setColor(QPalette::Highlight, QColor(0x2b, 0x62, 0xc4));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    QApplication::setPalette(palette);
}

void declareOptions(QCommandLineParser &parser)
{
    const auto t = [](const char *text) { return QString::fromLatin1(text); };
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({{t("sample"), t("Open the bundled sample account.")},
                       {t("open"), t("Open a snapshot archive."), t("FILE.pdsnap")},
                       {t("screenshots"), t("Write a picture of every dock on the sample account, then quit."), t("DIR")},
                       {t("theme"), t("light or dark, instead of the system's."), t("THEME")},
                       {t("size"), t("Size of the window."), t("WxH")}});
}

} // namespace

int main(int argc, char **argv)
{
    ::umask(077);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("pagerduty-sec-inspector"));
    QApplication::setApplicationName(QStringLiteral("io.github.pdsecinspector.Workbench"));
    QApplication::setApplicationDisplayName(QStringLiteral("PagerDuty Security Inspector"));
    QApplication::setApplicationVersion(QStringLiteral(PDSI_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("io.github.pdsecinspector.Workbench"));

    QCommandLineParser parser;
    declareOptions(parser);
    parser.process(application);
    const QString theme = parser.value(QStringLiteral("theme"));
    if (!theme.isEmpty() && theme != QLatin1String("light") && theme != QLatin1String("dark"))
        return wrongUse(QStringLiteral("--theme is light or dark."));
    const QSize size = sizeFromText(parser.value(QStringLiteral("size")));
    if (parser.isSet(QStringLiteral("size")) && size.isEmpty())
        return wrongUse(QStringLiteral("--size is WIDTHxHEIGHT, at least 400x300."));
    if (!theme.isEmpty())
        applyTheme(theme);

    MainWindow window;
    if (!size.isEmpty())
        window.resize(size);
    window.show();
    if (parser.isSet(QStringLiteral("screenshots")))
        return takeScreenshots(window, parser.value(QStringLiteral("screenshots")));
    if (parser.isSet(QStringLiteral("open")))
        window.openArchive(parser.value(QStringLiteral("open")));
    else if (parser.isSet(QStringLiteral("sample")))
        window.openSample();
    return QApplication::exec();
}

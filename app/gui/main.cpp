// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/screenshots.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/palettes.h"

#include <QApplication>
#include <QCommandLineParser>
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

/// A forced theme uses Fusion, whose look depends on the palette alone.
void applyTheme(Theme &theme, ThemeChoice choice)
{
    if (choice != ThemeChoice::System)
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    theme.apply(choice);
}

void declareOptions(QCommandLineParser &parser)
{
    const auto t = [](const char *text) { return QString::fromLatin1(text); };
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({{t("sample"), t("Open the bundled sample account.")},
                       {t("open"), t("Open a snapshot archive."), t("FILE.pdsnap")},
                       {t("screenshots"), t("Write a picture of every dock on the sample account, then quit."), t("DIR")},
                       {t("theme"), t("light or dark, instead of the system's (system)."), t("THEME")},
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
    const auto choice = themeChoiceFromName(parser.isSet(QStringLiteral("theme")) ? parser.value(QStringLiteral("theme"))
                                                                                 : themeChoiceName(ThemeChoice::System));
    if (!choice)
        return wrongUse(QStringLiteral("--theme is light, dark or system."));
    const QSize size = sizeFromText(parser.value(QStringLiteral("size")));
    if (parser.isSet(QStringLiteral("size")) && size.isEmpty())
        return wrongUse(QStringLiteral("--size is WIDTHxHEIGHT, at least 400x300."));
    Theme theme;
    applyTheme(theme, *choice);

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

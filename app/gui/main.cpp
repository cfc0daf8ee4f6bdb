// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/firstpaint.h"
#include "app/gui/screenshots.h"
#include "app/gui/singleinstance.h"
#include "core/account/connectionaccess.h"
#include "translations/translations.h"
#include "ui/models/appsettings.h"
#include "ui/models/languages.h"
#include "ui/shell/appearance.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QLocale>
#include <QProcessEnvironment>

#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

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

struct Arguments {
    QString path;          ///< of an archive, absolute
    bool sample = false;
    QString screenshots;   ///< folder
    std::optional<ThemeChoice> theme;
    QSize size;
    bool firstPaint = false;
    QString problem;       ///< a sentence when something is wrong
};

void declareOptions(QCommandLineParser &parser)
{
    const auto t = [](const char *text) { return QString::fromLatin1(text); };
    parser.addHelpOption();
    parser.addVersionOption();
    QCommandLineOption firstPaint(t("first-paint"), t("Print a line when the window was first painted, then quit."));
    firstPaint.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({{t("sample"), t("Open the bundled sample account.")},
                       {t("open"), t("Open a snapshot archive."), t("FILE.pdsnap")},
                       {t("screenshots"), t("Write a picture of every dock on the sample account, then quit."), t("DIR")},
                       {t("theme"), t("light or dark, instead of the system's."), t("THEME")},
                       {t("size"), t("Size of the window."), t("WxH")},
                       firstPaint});
    parser.addPositionalArgument(t("FILE.pdsnap"), t("The same as --open."), t("[FILE.pdsnap]"));
}

Arguments readArguments(const QApplication &application)
{
    QCommandLineParser parser;
    declareOptions(parser);
    parser.process(application);
    Arguments arguments;
    const QStringList files = parser.positionalArguments();
    if (files.size() + (parser.isSet(QStringLiteral("open")) ? 1 : 0) > 1)
        arguments.problem = QStringLiteral("Open one snapshot archive at a time.");
    const QString path = files.isEmpty() ? parser.value(QStringLiteral("open")) : files.first();
    arguments.path = path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath();
    arguments.sample = parser.isSet(QStringLiteral("sample"));
    arguments.screenshots = parser.value(QStringLiteral("screenshots"));
    arguments.firstPaint = parser.isSet(QStringLiteral("first-paint"));
    const QString theme = parser.value(QStringLiteral("theme"));
    arguments.theme = themeChoiceFromName(theme);
    if (parser.isSet(QStringLiteral("theme")) && (!arguments.theme || arguments.theme == ThemeChoice::System))
        arguments.problem = QStringLiteral("--theme is light or dark.");
    arguments.size = sizeFromText(parser.value(QStringLiteral("size")));
    if (parser.isSet(QStringLiteral("size")) && arguments.size.isEmpty())
        arguments.problem = QStringLiteral("--size is WIDTHxHEIGHT, at least 400x300.");
    return arguments;
}

void nameApplication()
{
    const QString id = QStringLiteral("io.github.pdsecinspector.Workbench");
    QApplication::setOrganizationName(QStringLiteral("pagerduty-sec-inspector"));
    QApplication::setApplicationName(id);
    QApplication::setApplicationDisplayName(QStringLiteral("PagerDuty Security Inspector"));
    QApplication::setApplicationVersion(QStringLiteral(PDSI_VERSION));
    QApplication::setDesktopFileName(id);
    QApplication::setWindowIcon(QIcon::fromTheme(id, QIcon(QStringLiteral(":/pdsi/icons/%1.svg").arg(id))));
}

QHash<QString, QString> processEnvironment()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QHash<QString, QString> values;
    for (const QString &name : environment.keys())
        values.insert(name, environment.value(name));
    return values;
}

void openWhatWasAsked(MainWindow &window, const QString &path, bool sample)
{
    if (!path.isEmpty())
        window.openArchive(path);
    else if (sample)
        window.openSample();
    else
        window.openLastIfWanted();
}

/// The window of the first instance; a later start only hands over what it was asked to open.
int runAlone(const Arguments &arguments, MainWindow &window)
{
    SingleInstance instance(QStringLiteral("%1-%2").arg(QApplication::applicationName()).arg(::getuid()));
    QObject::connect(&instance, &SingleInstance::handedOver, &window, [] { QApplication::exit(0); });
    QObject::connect(&instance, &SingleInstance::first, &window, [&] {
        window.begin();
        window.show();
    });
    // The frame first: it is there at once, and what fills it a moment later.
    QObject::connect(&window, &MainWindow::firstPainted, &window, [&] {
        window.createViews();
        openWhatWasAsked(window, arguments.path, arguments.sample);
    });
    QObject::connect(&instance, &SingleInstance::asked, &window, [&window](const QString &path, bool sample) {
        window.show();
        window.raise();
        window.activateWindow();
        if (!path.isEmpty() || sample)
            openWhatWasAsked(window, path, sample);
    });
    instance.start({arguments.path, arguments.sample});
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    ::umask(077);
    QApplication application(argc, argv);
    nameApplication();
    const Arguments arguments = readArguments(application);
    if (!arguments.problem.isEmpty())
        return wrongUse(arguments.problem);

    AppSettings settings;
    initTranslations();
    speak(chosenLanguage(settings.language(), QLocale::system().uiLanguages()));
    Appearance appearance(settings, arguments.theme);
    ConnectionAccess access(ConnectionStore::defaultDirectory(), CredentialStore::keychain(), Clock::system());
    const auto environment = access.useEnvironment(processEnvironment());
    if (!environment)
        return wrongUse(QStringLiteral("PAGERDUTY_BASE_URL: %1.").arg(environment.error().detail));
    const bool atOnce = !arguments.screenshots.isEmpty();
    MainWindow window(settings, access, atOnce ? MainWindow::Views::Now : MainWindow::Views::Later);
    if (!arguments.size.isEmpty())
        window.resize(arguments.size);
    if (!arguments.screenshots.isEmpty())
        return takeScreenshots(window, arguments.screenshots);
    if (arguments.firstPaint)
        announceFirstPaint(window);
    return runAlone(arguments, window);
}

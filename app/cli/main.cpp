// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/auditcommand.h"
#include "app/cli/interrupt.h"
#include "app/cli/messages.h"
#include "app/cli/verifycommand.h"

#include <QGuiApplication>
#include <QLoggingCategory>

#include <memory>
#include <string_view>

#include <sys/stat.h>

using namespace pdsi;

namespace {

QHash<QString, QString> pagerDutyEnvironment()
{
    QHash<QString, QString> environment;
    for (const char *name : {"PAGERDUTY_API_KEY", "PAGERDUTY_USER_EMAIL", "PAGERDUTY_BASE_URL", "PAGERDUTY_REPORT_PASSWORD"}) {
        if (qEnvironmentVariableIsSet(name))
            environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
    }
    return environment;
}

int verifyBundle(QCoreApplication &application)
{
    const auto options = cli::parseVerifyCommand(QCoreApplication::arguments());
    if (!options) {
        cli::complain(options.error().detail);
        cli::complain(QStringLiteral("See verify --help."));
        return cli::VerifyCommand::Unreadable;
    }
    if (options->showHelp) {
        std::fputs(options->helpText.toUtf8().constData(), stdout);
        return 0;
    }
    cli::VerifyCommand command(*options);
    QObject::connect(&command, &cli::VerifyCommand::exited, &application, &QCoreApplication::exit);
    command.start();
    return QCoreApplication::exec();
}

/// Only the pages of a PDF need fonts, and nothing needs a display. A bundle holds one.
bool needsFonts(int argc, char **argv)
{
    using namespace std::string_view_literals;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--bundle"sv || argument.starts_with("--bundle="sv))
            return true;
        if (argument == "--format=pdf"sv || (i + 1 < argc && argument == "--format"sv && argv[i + 1] == "pdf"sv))
            return true;
    }
    return false;
}

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    if (!needsFonts(argc, argv))
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char **argv)
{
    // Whatever this process creates is for its owner alone.
    ::umask(077);
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("pagerduty-sec-inspector"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PDSI_VERSION));

    if (QCoreApplication::arguments().value(1) == QLatin1String("verify"))
        return verifyBundle(*application);
    const auto parsed = cli::parseCommandLine(QCoreApplication::arguments(), pagerDutyEnvironment());
    if (!parsed) {
        cli::complain(parsed.error().detail);
        cli::complain(QStringLiteral("See --help."));
        return cli::AuditCommand::WrongUse;
    }
    if (parsed->action == cli::ParsedCommandLine::Action::ShowHelp) {
        std::fputs(parsed->helpText.toUtf8().constData(), stdout);
        return 0;
    }
    if (parsed->action == cli::ParsedCommandLine::Action::ShowVersion) {
        std::fputs("pagerduty-sec-inspector " PDSI_VERSION "\n", stdout);
        return 0;
    }
    if (parsed->options.verbose)
        QLoggingCategory::setFilterRules(QStringLiteral("pdsi.*=true"));

    cli::Interrupt interrupt;
    cli::AuditCommand command(parsed->options, Clock::system());
    QObject::connect(&interrupt, &cli::Interrupt::interrupted, &command, &cli::AuditCommand::interrupt);
    QObject::connect(&command, &cli::AuditCommand::exited, application.get(), &QCoreApplication::exit);
    command.start();
    return QCoreApplication::exec();
}

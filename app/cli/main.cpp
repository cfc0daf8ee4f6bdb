// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/auditcommand.h"
#include "app/cli/interrupt.h"
#include "app/cli/messages.h"
#include "app/cli/verifycommand.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <sys/stat.h>

using namespace pdsi;

namespace {

QHash<QString, QString> pagerDutyEnvironment()
{
    QHash<QString, QString> environment;
    for (const char *name : {"PAGERDUTY_API_KEY", "PAGERDUTY_USER_EMAIL", "PAGERDUTY_BASE_URL"}) {
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

} // namespace

int main(int argc, char **argv)
{
    // Whatever this process creates is for its owner alone.
    ::umask(077);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("pagerduty-sec-inspector"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PDSI_VERSION));

    if (QCoreApplication::arguments().value(1) == QLatin1String("verify"))
        return verifyBundle(application);
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
    QObject::connect(&command, &cli::AuditCommand::exited, &application, &QCoreApplication::exit);
    command.start();
    return QCoreApplication::exec();
}

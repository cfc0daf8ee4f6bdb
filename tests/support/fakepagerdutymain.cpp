// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// fake-pagerduty: serves a made-up account on 127.0.0.1, so that the programs can be tried from a shell.
#include "tests/support/accounts.h"
#include "tests/support/fakepagerduty.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

Result<AccountModel> accountNamed(const QString &name)
{
    if (name == "sample"_L1)
        return sampleAccount();
    if (name == "reference"_L1)
        return referenceAccount();
    if (name.startsWith("large:"_L1))
        return largeAccount(name.mid(6).toInt());
    if (name.startsWith("random:"_L1))
        return randomAccount(name.mid(7).toULongLong());
    return AccountModel::fromFile(name);
}

int fail(const QString &message)
{
    std::fprintf(stderr, "fake-pagerduty: %s\n", qUtf8Printable(message));
    return 2;
}

int dump(const AccountModel &model, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(u"cannot write "_s + path);
    file.write(QJsonDocument(model.toJson()).toJson(QJsonDocument::Compact));
    return 0;
}

int serve(const QCommandLineParser &arguments, const AccountModel &model)
{
    FakeOptions options;
    options.apiKey = arguments.value(u"key"_s).toLatin1();
    options.limitPerWindow = arguments.value(u"limit"_s).toInt();
    options.latencyMs = arguments.value(u"latency"_s).toInt();
    options.bareRateLimit = arguments.isSet(u"bare"_s);
    options.readOnlyKey = !arguments.isSet(u"full-access"_s);
    FakePagerDuty fake(model, options);
    if (!fake.listen(quint16(arguments.value(u"port"_s).toUInt())))
        return fail(u"cannot listen"_s);
    const QStringList specs = arguments.values(u"fault"_s);
    for (const QString &spec : specs) {
        const Result<Fault> fault = Fault::parse(spec);
        if (!fault)
            return fail(fault.error().detail);
        fake.addFault(*fault);
    }
    if (arguments.isSet(u"log"_s)) {
        QObject::connect(&fake, &FakePagerDuty::asked, [](const QByteArray &target) {
            std::printf("%s\n", target.constData());
            std::fflush(stdout);
        });
    }
    std::printf("listening on %s\n", qUtf8Printable(fake.url().toString()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser arguments;
    arguments.addHelpOption();
    arguments.addOptions({{u"account"_s, u"sample, reference, random:SEED, large:N or a file"_s, u"NAME"_s, u"sample"_s},
                          {u"port"_s, u"port (0: any)"_s, u"P"_s, u"0"_s},
                          {u"now"_s, u"the account's present"_s, u"ISO8601"_s},
                          {u"latency"_s, u"milliseconds per answer"_s, u"MS"_s, u"0"_s},
                          {u"limit"_s, u"requests a minute (0: no limit)"_s, u"N"_s, u"0"_s},
                          {u"bare"_s, u"429 without headers and body"_s},
                          {u"fault"_s, u"KIND[=ARGUMENT][@PATTERN][#FROM[xCOUNT]], repeatable"_s, u"SPEC"_s},
                          {u"key"_s, u"the API key that is let in"_s, u"KEY"_s, u"fakefakefakefakefa00"_s},
                          {u"full-access"_s, u"the key may write"_s},
                          {u"log"_s, u"print each request"_s},
                          {u"dump"_s, u"write the account as JSON and end"_s, u"FILE"_s}});
    arguments.process(application);
    Result<AccountModel> model = accountNamed(arguments.value(u"account"_s));
    if (!model)
        return fail(model.error().detail);
    if (arguments.isSet(u"now"_s)) {
        const std::optional<Instant> now = parseInstant(arguments.value(u"now"_s));
        if (!now)
            return fail(u"not an instant: "_s + arguments.value(u"now"_s));
        model.value().now = *now;
    }
    return arguments.isSet(u"dump"_s) ? dump(*model, arguments.value(u"dump"_s)) : serve(arguments, *model);
}

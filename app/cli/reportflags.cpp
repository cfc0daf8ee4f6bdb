// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reportflags.h"

#include "core/controls/controlcatalog.h"

namespace pdsi::cli {

namespace {

struct ReportFlag {
    const char *name;
    const char *value;
    const char *help;
};

constexpr ReportFlag reportFlags[] = {
    {"depth", "DEPTH", "How much html holds: executive, manager or auditor (auditor)."},
    {"group-by", "WHAT", "Order html by severity or framework (severity)."},
    {"framework", "NAME", "Group by this framework alone, e.g. \"SOC 2\"."},
    {"operator", "NAME", "Who makes the report; it says so."},
    {"sample-size", "N", "Draw this many findings for the auditor, 0 to 10000 (0)."},
    {"sample-seed", "N", "Seed of the draw, a whole number (0): the same seed draws the same findings."},
};

constexpr int largestSample = 10'000;

Error refused(const char *flag, const QString &sentence)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("--%1: %2").arg(QString::fromLatin1(flag), sentence)};
}

Error notAllowed(const char *flag, const QString &value)
{
    for (const ReportFlag &known : reportFlags) {
        if (qstrcmp(known.name, flag) == 0)
            return refused(flag, QStringLiteral("\"%1\" is not allowed. %2").arg(value, QString::fromLatin1(known.help)));
    }
    return refused(flag, value);
}

/// The frameworks of the catalogue, in its order.
Result<QStringList> knownFrameworks()
{
    const auto catalog = loadControlCatalog();
    if (!catalog)
        return catalog.error();
    QStringList names;
    for (const ControlInfo &control : catalog.value()) {
        for (const FrameworkReference &reference : control.frameworks) {
            if (!names.contains(reference.framework))
                names << reference.framework;
        }
    }
    return names;
}

Result<Done> readGrouping(const QCommandLineParser &parser, ReportOptions &options)
{
    if (parser.isSet(QStringLiteral("group-by"))) {
        const auto grouping = reportGroupingFromName(parser.value(QStringLiteral("group-by")));
        if (!grouping)
            return notAllowed("group-by", parser.value(QStringLiteral("group-by")));
        options.grouping = *grouping;
    }
    if (!parser.isSet(QStringLiteral("framework")))
        return Done{};
    if (parser.isSet(QStringLiteral("group-by")) && options.grouping != ReportGrouping::Framework)
        return refused("framework", QStringLiteral("it goes with --group-by framework only."));
    const auto known = knownFrameworks();
    if (!known)
        return known.error();
    const QString asked = parser.value(QStringLiteral("framework"));
    for (const QString &name : known.value()) {
        if (name.compare(asked, Qt::CaseInsensitive) == 0)
            options.framework = name;
    }
    if (options.framework.isEmpty())
        return refused("framework", QStringLiteral("\"%1\" is not one of %2.").arg(asked, known->join(QStringLiteral(", "))));
    options.grouping = ReportGrouping::Framework;
    return Done{};
}

Result<Done> readSample(const QCommandLineParser &parser, ReportOptions &options)
{
    const QString size = parser.value(QStringLiteral("sample-size")), seed = parser.value(QStringLiteral("sample-seed"));
    bool number = true;
    if (parser.isSet(QStringLiteral("sample-size")))
        options.sampleSize = size.toInt(&number);
    if (!number || options.sampleSize < 0 || options.sampleSize > largestSample)
        return notAllowed("sample-size", size);
    if (!parser.isSet(QStringLiteral("sample-seed")))
        return Done{};
    options.sampleSeed = seed.toULongLong(&number);
    if (!number)
        return notAllowed("sample-seed", seed);
    if (options.sampleSize == 0)
        return refused("sample-seed", QStringLiteral("it needs --sample-size."));
    return Done{};
}

} // namespace

void declareReportFlags(QCommandLineParser &parser)
{
    for (const ReportFlag &flag : reportFlags)
        parser.addOption({QString::fromLatin1(flag.name), QString::fromLatin1(flag.help), QString::fromLatin1(flag.value)});
}

Result<Done> readReportFlags(const QCommandLineParser &parser, ReportOptions &options)
{
    if (parser.isSet(QStringLiteral("depth"))) {
        const auto depth = reportDepthFromName(parser.value(QStringLiteral("depth")));
        if (!depth)
            return notAllowed("depth", parser.value(QStringLiteral("depth")));
        options.depth = *depth;
    }
    options.operatorName = parser.value(QStringLiteral("operator")).trimmed();
    if (auto read = readGrouping(parser, options); !read)
        return read;
    return readSample(parser, options);
}

} // namespace pdsi::cli

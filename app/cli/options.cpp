// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include "app/cli/reportflags.h"
#include "core/base/instant.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace pdsi::cli {

namespace {

using Text = QString;

struct Flag {
    const char *name;
    const char *value;   ///< nullptr = takes none
    const char *help;
};

constexpr Flag flags[] = {
    {"api-key", "S", "API key. Visible to other users of this computer: prefer PAGERDUTY_API_KEY, --api-key-stdin or a saved connection."},
    {"api-key-stdin", nullptr, "Read the API key from the first line of standard input."},
    {"connection", "NAME", "Use a saved connection; its secret comes from the keychain."},
    {"email", "S", "Requester e-mail (PAGERDUTY_USER_EMAIL)."},
    {"base-url", "URL", "API address: https, or http to loopback (PAGERDUTY_BASE_URL; https://api.pagerduty.com)."},
    {"region", "us|eu", "Shorthand for the base URL of a PagerDuty region."},
    {"controls", "LIST", "Judge only these control ids, comma separated."},
    {"skip-controls", "LIST", "Leave out these control ids."},
    {"severity", "LEVEL", "Judge only controls of at least this severity: critical, high, medium, low (low)."},
    {"set", "NAME=VALUE", "Set a parameter of the controls, e.g. minParticipants=3 (repeatable)."},
    {"profile", "NAME", "specification or extended (specification)."},
    {"format", "FORMAT", "json, csv, html, sarif, oscal, xlsx or pdf (json). xlsx and pdf need --output."},
    {"output", "PATH", "Write the report to this file instead of standard output."},
    {"include-analytics", nullptr, "Also collect analytics (POST: not possible with a read-only key)."},
    {"api-key-max-age", "DAYS", "API keys older than this fail control 13 (90)."},
    {"schedule-coverage-days", "DAYS", "Length of the coverage window, 1 to 90 (30)."},
    {"concurrency", "N", "Requests in flight, 1 to 32 (10)."},
    {"timeout", "DURATION", "Per request: 30s, 1m30s, 500ms (30s)."},
    {"now", "ISO8601", "Judge as of this instant (start of the collection)."},
    {"snapshot", "FILE", "Judge a saved snapshot archive; no network."},
    {"save-snapshot", "FILE", "Also write the snapshot archive (.pdsnap)."},
    {"fresh", nullptr, "Start a new collection even if an unfinished one could be resumed."},
    {"sample", nullptr, "Judge the bundled sample account; no network."},
    {"waivers", "FILE", "Waivers to apply to findings."},
    {"attestations", "FILE", "Statements that settle manual controls."},
    {"baseline", "FILE", "Earlier JSON report to compare with."},
    {"fail-on", "LEVEL", "Exit 1 on an open finding of at least this severity: critical, high, medium, low, none (none)."},
    {"progress", "STYLE", "Progress on standard error: auto, never, plain (auto)."},
    {"verbose", nullptr, "Log requests to standard error."},
    {"version", nullptr, "Show the version."},
    {"help", nullptr, "Show this help."},
};

Error wrong(const QString &sentence) { return {ErrorCode::InvalidArgument, sentence}; }

QString latin(const char *text) { return QString::fromLatin1(text); }

/// Applies one flag's text to the options; false = bad value.
using Setter = bool (*)(Options &, const QString &);

std::optional<QSet<int>> idList(const QString &text)
{
    QSet<int> ids;
    for (const QString &part : text.split(QLatin1Char(','))) {
        bool number = false;
        const int id = part.trimmed().toInt(&number);
        if (!number || id < 1)
            return std::nullopt;
        ids.insert(id);
    }
    return ids;
}

bool setIds(QSet<int> &target, const QString &text)
{
    const auto ids = idList(text);
    if (ids)
        target = *ids;
    return ids.has_value();
}

template<typename T>
bool assign(T &target, const std::optional<T> &value)
{
    if (value)
        target = *value;
    return value.has_value();
}

bool setFailOn(Options &o, const QString &text)
{
    o.failOn = severityFromName(text);
    return o.failOn.has_value() || text == QLatin1String("none");
}

bool setProgress(Options &o, const QString &text)
{
    static const QHash<QString, ProgressStyle> known{{latin("auto"), ProgressStyle::Auto},
                                                     {latin("never"), ProgressStyle::Never},
                                                     {latin("plain"), ProgressStyle::Plain}};
    o.progress = known.value(text, ProgressStyle::Auto);
    return known.contains(text);
}

bool setConcurrency(Options &o, const QString &text)
{
    bool number = false;
    o.concurrency = text.toInt(&number);
    return number && o.concurrency >= 1 && o.concurrency <= 32;
}

bool setProfile(Options &o, const QString &text)
{
    o.profile = text;
    return text == QLatin1String("specification") || text == QLatin1String("extended");
}

bool setFormat(Options &o, const QString &text)
{
    o.asPdf = text == QLatin1String("pdf");
    return o.asPdf || assign(o.format, reportFormatFromName(text));
}

bool setPath(QString &target, const QString &text)
{
    target = text;
    return !text.isEmpty();
}

const QHash<QString, Setter> &setters()
{
    static const QHash<QString, Setter> table{
        {latin("controls"), [](Options &o, const Text &t) { return setIds(o.controls, t); }},
        {latin("skip-controls"), [](Options &o, const Text &t) { return setIds(o.skippedControls, t); }},
        {latin("severity"), [](Options &o, const Text &t) { return assign(o.leastSeverity, severityFromName(t)); }},
        {latin("profile"), setProfile},
        {latin("format"), setFormat},
        {latin("output"), [](Options &o, const Text &t) { return setPath(o.outputPath, t); }},
        {latin("concurrency"), setConcurrency},
        {latin("timeout"), [](Options &o, const Text &t) { return assign(o.timeout, parseDuration(t)); }},
        {latin("save-snapshot"), [](Options &o, const Text &t) { return setPath(o.saveSnapshotPath, t); }},
        {latin("waivers"), [](Options &o, const Text &t) { return setPath(o.waiversPath, t); }},
        {latin("attestations"), [](Options &o, const Text &t) { return setPath(o.attestationsPath, t); }},
        {latin("baseline"), [](Options &o, const Text &t) { return setPath(o.baselinePath, t); }},
        {latin("fail-on"), setFailOn},
        {latin("progress"), setProgress},
        {latin("snapshot"), [](Options &o, const Text &t) { return setPath(o.archivePath, t); }},
        {latin("connection"), [](Options &o, const Text &t) { return setPath(o.connectionName, t); }},
    };
    return table;
}

Error badValue(const QString &flag, const QString &value)
{
    for (const Flag &known : flags) {
        if (flag == latin(known.name))
            return wrong(QStringLiteral("--%1: \"%2\" is not allowed. %3").arg(flag, value, latin(known.help)));
    }
    return wrong(QStringLiteral("--%1: \"%2\" is not allowed.").arg(flag, value));
}

Result<Done> addParameter(Options &options, const QString &name, const QString &value)
{
    Parameters probe;
    if (auto set = probe.set(name, value); !set)
        return set.error();
    options.parameters.append({name, value});
    return Done{};
}

Result<Done> readParameters(const QCommandLineParser &parser, Options &options)
{
    const QPair<const char *, const char *> shorthands[] = {{"api-key-max-age", "apiKeyMaxAgeDays"},
                                                            {"schedule-coverage-days", "scheduleCoverageDays"}};
    for (const auto &[flag, name] : shorthands) {
        if (!parser.isSet(latin(flag)))
            continue;
        if (auto added = addParameter(options, latin(name), parser.value(latin(flag))); !added)
            return wrong(QStringLiteral("--%1: %2").arg(latin(flag), added.error().detail));
    }
    for (const QString &pair : parser.values(latin("set"))) {
        const qsizetype equals = pair.indexOf(QLatin1Char('='));
        if (equals < 1)
            return wrong(QStringLiteral("--set: \"%1\" is not of the form NAME=VALUE.").arg(pair));
        if (auto added = addParameter(options, pair.left(equals), pair.mid(equals + 1)); !added)
            return wrong(QStringLiteral("--set: %1").arg(added.error().detail));
    }
    return Done{};
}

Result<Done> readAddress(const QCommandLineParser &parser, const QHash<QString, QString> &environment, Options &options)
{
    const QString variable = environment.value(latin("PAGERDUTY_BASE_URL"));
    if (parser.isSet(latin("base-url")) && parser.isSet(latin("region")))
        return wrong(QStringLiteral("--base-url and --region exclude each other."));
    auto url = parser.isSet(latin("base-url")) ? parseBaseUrl(parser.value(latin("base-url")))
        : parser.isSet(latin("region"))        ? baseUrlOfRegion(parser.value(latin("region")))
        : !variable.isEmpty()                  ? parseBaseUrl(variable)
                                               : baseUrlOfRegion(latin("us"));
    if (!url)
        return wrong(QStringLiteral("API address: %1").arg(url.error().detail));
    options.baseUrl = url.value();
    return Done{};
}

Result<Done> readSignIn(const QCommandLineParser &parser, const QHash<QString, QString> &environment, Options &options)
{
    options.apiKeyOnCommandLine = parser.isSet(latin("api-key"));
    options.apiKeyFromStdin = parser.isSet(latin("api-key-stdin"));
    if (options.apiKeyOnCommandLine + options.apiKeyFromStdin + parser.isSet(latin("connection")) > 1)
        return wrong(QStringLiteral("--api-key, --api-key-stdin and --connection exclude each other."));
    const QString key = options.apiKeyOnCommandLine ? parser.value(latin("api-key"))
                                                    : environment.value(latin("PAGERDUTY_API_KEY"));
    options.apiKey = Secret(key.trimmed().toUtf8());
    options.requesterEmail = parser.isSet(latin("email")) ? parser.value(latin("email"))
                                                          : environment.value(latin("PAGERDUTY_USER_EMAIL"));
    const bool given = !options.apiKey.isEmpty() || options.apiKeyFromStdin || !options.connectionName.isEmpty();
    if (options.source == Source::Live && !given)
        return wrong(QStringLiteral("No API key. Set PAGERDUTY_API_KEY, use --api-key-stdin or --connection, "
                                    "or try the sample account with --sample."));
    for (const char c : options.apiKey.reveal()) {
        if (c < 0x21 || c > 0x7e)
            return wrong(QStringLiteral("The API key holds a character that no key has (a blank or a line break?)."));
    }
    return Done{};
}

Result<Done> readSource(const QCommandLineParser &parser, Options &options)
{
    const bool archive = parser.isSet(latin("snapshot")), sample = parser.isSet(latin("sample"));
    if (archive && sample)
        return wrong(QStringLiteral("--snapshot and --sample exclude each other."));
    options.source = archive ? Source::Archive : sample ? Source::Sample : Source::Live;
    options.includeAnalytics = parser.isSet(latin("include-analytics"));
    options.fresh = parser.isSet(latin("fresh"));
    options.verbose = parser.isSet(latin("verbose"));
    if (!parser.isSet(latin("now")))
        return Done{};
    options.now = parseInstant(parser.value(latin("now")));
    if (!options.now)
        return wrong(QStringLiteral("--now: \"%1\" is not an ISO 8601 instant with a zone, e.g. 2026-03-02T14:00:00Z.")
                         .arg(parser.value(latin("now"))));
    return Done{};
}

void declareFlags(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QStringLiteral("Audits a PagerDuty account read-only against 25 security controls.\n"
                       "\"verify BUNDLE\" checks an evidence bundle instead (\"verify --help\").\n\n"
                       "Exit codes: 0 done, 1 findings at or above --fail-on, 2 wrong use, 3 no sign-in or no answer,\n"
                       "4 incomplete collection (report written), 5 report not written, 130 interrupted (resumable)."));
    for (const Flag &flag : flags) {
        QCommandLineOption option(latin(flag.name), latin(flag.help));
        if (flag.value)
            option.setValueName(latin(flag.value));
        parser.addOption(option);
    }
    declareReportFlags(parser);
    declarePdfFlags(parser);
    declareBundleFlags(parser);
}

Result<Done> readOptions(const QCommandLineParser &parser, const QHash<QString, QString> &environment, Options &options)
{
    for (auto it = setters().begin(); it != setters().end(); ++it) {
        if (!parser.isSet(it.key()))
            continue;
        const QString value = parser.value(it.key());
        if (!it.value()(options, value))
            return badValue(it.key(), value);
    }
    if ((options.asPdf || isBinaryFormat(options.format)) && options.outputPath.isEmpty())
        return wrong(QStringLiteral("--format: %1 is not for a terminal; name a file with --output.")
                         .arg(options.asPdf ? QStringLiteral("pdf") : reportFormatName(options.format)));
    if (auto read = readReportFlags(parser, options.report); !read)
        return read;
    auto pdf = readPdfFlags(parser, environment, options.asPdf);
    if (!pdf)
        return pdf.error();
    options.pdf = std::move(pdf).value();
    if (auto read = readBundleFlags(parser, options.bundle); !read)
        return read;
    if (auto read = readSource(parser, options); !read)
        return read;
    if (auto read = readAddress(parser, environment, options); !read)
        return read;
    if (auto read = readSignIn(parser, environment, options); !read)
        return read;
    return readParameters(parser, options);
}

} // namespace

std::optional<std::chrono::milliseconds> parseDuration(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(?:(\\d{1,4})m(?!s))?(?:(\\d{1,4})s)?(?:(\\d{1,6})ms)?$"));
    const auto match = form.match(text.trimmed());
    if (!match.hasMatch() || text.trimmed().isEmpty())
        return std::nullopt;
    const qint64 total = match.captured(1).toLongLong() * 60'000 + match.captured(2).toLongLong() * 1'000
        + match.captured(3).toLongLong();
    if (total < 1 || total > 600'000)
        return std::nullopt;
    return std::chrono::milliseconds(total);
}

Result<ParsedCommandLine> parseCommandLine(const QStringList &arguments, const QHash<QString, QString> &environment)
{
    QCommandLineParser parser;
    declareFlags(parser);
    ParsedCommandLine parsed;
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(latin("help"))) {
        parsed.action = ParsedCommandLine::Action::ShowHelp;
        parsed.helpText = parser.helpText();
        return parsed;
    }
    if (parser.isSet(latin("version"))) {
        parsed.action = ParsedCommandLine::Action::ShowVersion;
        return parsed;
    }
    if (!parser.positionalArguments().isEmpty())
        return wrong(QStringLiteral("Unexpected argument \"%1\".").arg(parser.positionalArguments().first()));
    if (auto read = readOptions(parser, environment, parsed.options); !read)
        return read.error();
    return parsed;
}

} // namespace pdsi::cli

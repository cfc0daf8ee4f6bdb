// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reportchoice.h"

#include "core/base/enumnames.h"
#include "ui/models/findingfilter.h"
#include "ui/models/translate.h"

#include <QJsonDocument>

#include <algorithm>

namespace pdsi {

namespace {

struct KindInfo {
    QLatin1String name;
    const char *text;
    QLatin1String suffix;
    bool forReading, hasScope;
    std::optional<ReportFormat> format = {};
};

/// In the order of ReportKind.
constexpr std::array kinds{
    KindInfo{QLatin1String("pdf"), QT_TRANSLATE_NOOP("pdsi", "PDF document"), QLatin1String("pdf"), true, true},
    KindInfo{QLatin1String("html"), QT_TRANSLATE_NOOP("pdsi", "HTML page"), QLatin1String("html"), true, true, ReportFormat::Html},
    KindInfo{QLatin1String("xlsx"), QT_TRANSLATE_NOOP("pdsi", "Workpaper (XLSX)"), QLatin1String("xlsx"), false, true, ReportFormat::Xlsx},
    KindInfo{QLatin1String("sarif"), QT_TRANSLATE_NOOP("pdsi", "SARIF 2.1.0"), QLatin1String("sarif"), false, true, ReportFormat::Sarif},
    KindInfo{QLatin1String("json"), QT_TRANSLATE_NOOP("pdsi", "JSON report"), QLatin1String("json"), false, false, ReportFormat::Json},
    KindInfo{QLatin1String("csv"), QT_TRANSLATE_NOOP("pdsi", "Table (CSV)"), QLatin1String("csv"), false, true, ReportFormat::Csv},
    KindInfo{QLatin1String("oscal"), QT_TRANSLATE_NOOP("pdsi", "OSCAL assessment results"), QLatin1String("oscal.json"), false, false, ReportFormat::Oscal},
    KindInfo{QLatin1String("bundle"), QT_TRANSLATE_NOOP("pdsi", "Evidence bundle (all formats, signed)"), QLatin1String("zip"), true, true},
};

const KindInfo &info(ReportKind kind) { return kinds.at(static_cast<std::size_t>(kind)); }

std::optional<ReportKind> kindFromName(const QString &name)
{
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (kinds.at(i).name == name)
            return static_cast<ReportKind>(i);
    }
    return std::nullopt;
}

ReportPreset preset(const char *name, ReportKind kind, ReportDepth depth, ReportGrouping grouping = ReportGrouping::Severity)
{
    ReportPreset made{tr(name), {}, true};
    made.choice.kind = kind;
    made.choice.depth = depth;
    made.choice.grouping = grouping;
    return made;
}

} // namespace

QString reportKindText(ReportKind kind) { return tr(info(kind).text); }
std::optional<ReportFormat> reportKindFormat(ReportKind kind) { return info(kind).format; }
QString reportKindSuffix(ReportKind kind) { return info(kind).suffix; }
bool reportKindIsForReading(ReportKind kind) { return info(kind).forReading; }
bool reportKindHasScope(ReportKind kind) { return info(kind).hasScope; }

QJsonObject ReportChoice::toJson() const
{
    return {{QStringLiteral("kind"), QString(info(kind).name)},
            {QStringLiteral("depth"), reportDepthName(depth)},
            {QStringLiteral("grouping"), reportGroupingName(grouping)},
            {QStringLiteral("framework"), framework},
            {QStringLiteral("onlyFiltered"), onlyFiltered},
            {QStringLiteral("leastSeverity"), severityName(leastSeverity)},
            {QStringLiteral("operatorName"), operatorName},
            {QStringLiteral("redacted"), redacted},
            {QStringLiteral("sampleSize"), sampleSize},
            {QStringLiteral("sampleSeed"), QString::number(sampleSeed)},
            {QStringLiteral("letter"), letter},
            {QStringLiteral("isSigned"), isSigned},
            {QStringLiteral("isStamped"), isStamped},
            {QStringLiteral("attachments"), attachments}};
}

ReportChoice ReportChoice::fromJson(const QJsonObject &json)
{
    const ReportChoice standard;
    const auto text = [&json](const char *name) { return json.value(QLatin1String(name)).toString(); };
    const auto flag = [&json](const char *name, bool otherwise) { return json.value(QLatin1String(name)).toBool(otherwise); };
    ReportChoice choice;
    choice.kind = kindFromName(text("kind")).value_or(standard.kind);
    choice.depth = reportDepthFromName(text("depth")).value_or(standard.depth);
    choice.grouping = reportGroupingFromName(text("grouping")).value_or(standard.grouping);
    choice.framework = text("framework");
    choice.onlyFiltered = flag("onlyFiltered", false);
    choice.leastSeverity = severityFromName(text("leastSeverity")).value_or(standard.leastSeverity);
    choice.operatorName = text("operatorName");
    choice.redacted = flag("redacted", false);
    choice.sampleSize = std::clamp(json.value(QLatin1String("sampleSize")).toInt(), 0, 10'000);
    bool isNumber = false;
    const quint64 seed = text("sampleSeed").toULongLong(&isNumber);
    choice.sampleSeed = isNumber ? seed : standard.sampleSeed;
    choice.letter = flag("letter", false);
    choice.isSigned = flag("isSigned", true);
    choice.isStamped = flag("isStamped", true);
    choice.attachments = flag("attachments", true);
    return choice;
}

QList<ReportPreset> builtInReportPresets()
{
    QList<ReportPreset> presets{
        preset(QT_TRANSLATE_NOOP("pdsi", "For the auditor"), ReportKind::Pdf, ReportDepth::Auditor),
        preset(QT_TRANSLATE_NOOP("pdsi", "For the auditor, by framework"), ReportKind::Pdf, ReportDepth::Auditor, ReportGrouping::Framework),
        preset(QT_TRANSLATE_NOOP("pdsi", "For the team's manager"), ReportKind::Html, ReportDepth::Manager),
        preset(QT_TRANSLATE_NOOP("pdsi", "For the board"), ReportKind::Pdf, ReportDepth::Executive),
        preset(QT_TRANSLATE_NOOP("pdsi", "Auditor's workpaper with a sample of 25"), ReportKind::Xlsx, ReportDepth::Auditor),
        preset(QT_TRANSLATE_NOOP("pdsi", "Evidence bundle"), ReportKind::Bundle, ReportDepth::Auditor),
        preset(QT_TRANSLATE_NOOP("pdsi", "Evidence bundle without names of people"), ReportKind::Bundle, ReportDepth::Auditor),
    };
    presets[4].choice.sampleSize = 25;
    presets[6].choice.redacted = true;
    return presets;
}

QList<ReportPreset> reportPresetsFrom(const QStringList &kept)
{
    QList<ReportPreset> presets;
    for (const QString &line : kept) {
        const QJsonObject json = QJsonDocument::fromJson(line.toUtf8()).object();
        const QString name = json.value(QLatin1String("name")).toString();
        if (!name.isEmpty())
            presets << ReportPreset{name, ReportChoice::fromJson(json), false};
    }
    return presets;
}

QStringList keptReportPresets(const QList<ReportPreset> &presets)
{
    QStringList kept;
    for (const ReportPreset &each : presets) {
        if (each.builtIn)
            continue;
        QJsonObject json = each.choice.toJson();
        json.insert(QStringLiteral("name"), each.name);
        kept << QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
    }
    return kept;
}

SearchWords scopeWords(const ReportChoice &choice, const SearchWords &filter)
{
    const SearchWords words = choice.onlyFiltered ? filter : SearchWords();
    if (choice.leastSeverity == Severity::Low)
        return words;
    QStringList severities;
    for (int i = 0; i <= int(choice.leastSeverity); ++i)
        severities << severityName(static_cast<Severity>(i));
    // Both must hold, so a severity that was typed stays beside this one.
    const QString floor = QStringLiteral("severity:%1").arg(severities.join(QLatin1Char(',')));
    return SearchWords::parse(words.isEmpty() ? floor : words.text().trimmed() + QLatin1Char(' ') + floor);
}

Result<ReportScope> reportScope(const std::shared_ptr<const Assessment> &assessment, const SearchWords &words)
{
    if (words.isEmpty())
        return ReportScope();
    const auto index = FindingIndex::build(assessment);
    const FindingFilter filter(index, words);
    if (filter.matchesNothing())
        return Error{ErrorCode::InvalidArgument, filter.problems().constFirst().text};
    ReportScope scope{words.text().trimmed(), QList<qsizetype>()};
    for (qsizetype row = 0; row < index->size(); ++row) {
        if (filter.accepts(row))
            scope.outcomes->append(row);
    }
    return scope;
}

} // namespace pdsi

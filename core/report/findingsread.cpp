// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/findingsread.h"

#include "core/report/xlsxreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace pdsi {

namespace {

std::optional<QStringList> findingsOfJson(const QByteArray &produced)
{
    const QJsonDocument document = QJsonDocument::fromJson(produced);
    if (!document[u"outcomes"].isArray())
        return std::nullopt;
    QStringList found;
    for (const QJsonValue &outcome : document[u"outcomes"].toArray()) {
        if (outcome[u"status"].toString() == QLatin1String("fail"))
            found << outcome[u"fingerprint"].toString();
    }
    return found;
}

std::optional<QStringList> findingsOfSarif(const QByteArray &produced)
{
    const QJsonDocument document = QJsonDocument::fromJson(produced);
    if (!document[u"runs"].isArray())
        return std::nullopt;
    QStringList found;
    for (const QJsonValue &run : document[u"runs"].toArray()) {
        for (const QJsonValue &result : run[u"results"].toArray()) {
            if (result[u"baselineState"].toString() != QLatin1String("absent"))
                found << result[u"partialFingerprints"][u"pagerdutySecInspector/v1"].toString();
        }
    }
    return found;
}

std::optional<QStringList> findingsOfOscal(const QByteArray &produced)
{
    const QJsonDocument document = QJsonDocument::fromJson(produced);
    const QJsonValue results = document[u"assessment-results"][u"results"];
    if (!results.isArray())
        return std::nullopt;
    QStringList found;
    for (const QJsonValue &result : results.toArray()) {
        for (const QJsonValue &risk : result[u"risks"].toArray()) {
            for (const QJsonValue &property : risk[u"props"].toArray()) {
                if (property[u"name"].toString() == QLatin1String("fingerprint"))
                    found << property[u"value"].toString();
            }
        }
    }
    return found;
}

/// Takes one row of an RFC 4180 table from `at` on.
QByteArrayList nextCsvRow(const QByteArray &table, qsizetype &at)
{
    QByteArrayList cells(1);
    bool quoted = false;
    for (; at < table.size(); ++at) {
        const char c = table.at(at);
        if (quoted && c == '"' && at + 1 < table.size() && table.at(at + 1) == '"')
            cells.last() += table.at(++at);
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == ',')
            cells << QByteArray();
        else if (!quoted && c == '\n')
            break;
        else if (quoted || c != '\r')
            cells.last() += c;
    }
    ++at;
    return cells;
}

std::optional<QStringList> findingsOfCsv(const QByteArray &produced)
{
    qsizetype at = produced.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    const QByteArrayList header = nextCsvRow(produced, at);
    const qsizetype status = header.indexOf("status"), fingerprint = header.indexOf("fingerprint");
    if (status < 0 || fingerprint < 0 || !produced.endsWith("\r\n"))
        return std::nullopt;
    QStringList found;
    while (at < produced.size()) {
        const QByteArrayList row = nextCsvRow(produced, at);
        if (row.size() != header.size())
            return std::nullopt;
        if (row.at(status) == "fail")
            found << QString::fromLatin1(row.at(fingerprint));
    }
    return found;
}

/// A finding stands at an anchor of its own, so that it can be linked to.
std::optional<QStringList> findingsOfHtml(const QByteArray &produced)
{
    if (!produced.startsWith("<!DOCTYPE html>") || !produced.contains("</html>"))
        return std::nullopt;
    // Values in quotes are stepped over: account text may look like an attribute.
    static const QRegularExpression anchor(QStringLiteral(
        R"(<[a-z]++(?:\s++[a-z-]++(?:=(?:"[^"]*+"|[^\s"<>]++))?)*?\s++id="?f-([0-9a-f]{64})[" >])"));
    QStringList found;
    const QString text = QString::fromUtf8(produced);
    for (auto it = anchor.globalMatch(text); it.hasNext();)
        found << it.next().captured(1);
    return found;
}

/// `Findings`, and `Findings 2` where there are more than one sheet takes.
std::optional<QStringList> findingsOfXlsx(const QByteArray &produced)
{
    QStringList found;
    QString sheet;
    qsizetype column = -1;
    bool known = false;
    const bool readable = readXlsx(produced, [&](const QString &name, const QStringList &cells) {
        if (name != QLatin1String("Findings") && !name.startsWith(QLatin1String("Findings ")))
            return;
        if (name != sheet) {
            sheet = name;
            column = cells.indexOf(QStringLiteral("Fingerprint"));
            known = column >= 0;
        } else if (column >= 0) {
            found << cells.value(column);
        }
    });
    return readable && known ? std::optional(found) : std::nullopt;
}

} // namespace

std::optional<QStringList> readFindings(ReportFormat format, const QByteArray &produced)
{
    switch (format) {
    case ReportFormat::Json: return findingsOfJson(produced);
    case ReportFormat::Csv: return findingsOfCsv(produced);
    case ReportFormat::Sarif: return findingsOfSarif(produced);
    case ReportFormat::Html: return findingsOfHtml(produced);
    case ReportFormat::Xlsx: return findingsOfXlsx(produced);
    case ReportFormat::Oscal: return findingsOfOscal(produced);
    }
    return std::nullopt;
}

} // namespace pdsi

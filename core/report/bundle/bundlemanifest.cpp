// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/bundle/bundlemanifest.h"

#include "core/snapshot/snapshotarchivefields.h"
#include "core/snapshot/snapshotarchivetext.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace pdsi {

namespace {

const QString bundleFormat = QStringLiteral("pagerduty-security-inspector-evidence-bundle");

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

QJsonValue nullIfEmpty(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

QByteArray member(const char *name, const QJsonObject &object) { return QByteArray("\"") + name + "\":" + compact(object) + ",\n"; }

QList<BundleEntry> readBundleEntries(const QJsonArray &array, QString &problem)
{
    QList<BundleEntry> entries;
    QSet<QString> seen;
    for (const QJsonValue &value : array) {
        FieldReader fields(value.toObject(), QStringLiteral("manifest.json files"), problem);
        const BundleEntry entry{fields.text(QLatin1String("name")), fields.size(QLatin1String("size")),
                                fields.digestOrNull(QLatin1String("sha256"))};
        if (!isBundleName(entry.name) || entry.sha256.isEmpty() || seen.contains(entry.name))
            fields.refuse(QLatin1String("name"), QStringLiteral("\"%1\" cannot be a file of a bundle").arg(entry.name));
        seen.insert(entry.name);
        entries << entry;
    }
    return entries;
}

void readAssessment(FieldReader fields, BundleManifest &manifest)
{
    manifest.assessmentId = QUuid(fields.text(QLatin1String("id")));
    manifest.asOf = parseInstant(fields.text(QLatin1String("asOf"))).value_or(0);
    manifest.assessedAt = fields.time(QLatin1String("assessedAt"));
}

} // namespace

QString bundleBodyName(int requestId) { return QStringLiteral("evidence/") + bodyFileName(requestId); }

bool isBundleName(const QString &name)
{
    if (name.isEmpty() || name.size() > 200)
        return false;
    for (const QChar c : name) {
        const bool plain = c.unicode() < 128 && (c.isLetterOrNumber() || QStringView(u"._-/").contains(c));
        if (!plain)
            return false;
    }
    const QStringList parts = name.split(QLatin1Char('/'));
    return std::none_of(parts.begin(), parts.end(), [](const QString &part) {
        return part.isEmpty() || part.startsWith(QLatin1Char('.')) || part.startsWith(QLatin1Char('-'));
    });
}

QByteArray bundleManifestText(const BundleManifest &m)
{
    QByteArray text = "{" + QByteArray("\"format\":\"") + bundleFormat.toLatin1() + "\",\n\"formatVersion\":"
        + QByteArray::number(bundleFormatVersion) + ",\n";
    text += member("tool", {{QStringLiteral("name"), QStringLiteral("pagerduty-sec-inspector")},
                            {QStringLiteral("version"), m.toolVersion}});
    text += member("account", {{QStringLiteral("baseUrl"), m.baseUrl}, {QStringLiteral("subdomain"), nullIfEmpty(m.subdomain)}});
    text += member("snapshot", {{QStringLiteral("id"), m.snapshotId.toString(QUuid::WithoutBraces)}});
    text += member("assessment", {{QStringLiteral("id"), m.assessmentId.toString(QUuid::WithoutBraces)},
                                  {QStringLiteral("asOf"), formatInstant(m.asOf)},
                                  {QStringLiteral("assessedAt"), formatTimestamp(m.assessedAt)}});
    text += member("privacy", {{QStringLiteral("redacted"), m.redacted}});
    text += member("signature", {{QStringLiteral("fingerprint"), nullIfEmpty(m.signedBy)}});
    text += "\"files\":[";
    for (qsizetype i = 0; i < m.files.size(); ++i) {
        const BundleEntry &file = m.files.at(i);
        text += (i == 0 ? "\n" : ",\n") + compact({{QStringLiteral("name"), file.name}, {QStringLiteral("size"), file.size},
                                                   {QStringLiteral("sha256"), QString::fromLatin1(file.sha256)}});
    }
    return text + "\n]}\n";
}

Result<BundleManifest> parseBundleManifest(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject())
        return Error{ErrorCode::Malformed, QStringLiteral("manifest.json is not a JSON object: %1").arg(error.errorString())};
    QString problem;
    FieldReader fields(document.object(), QStringLiteral("manifest.json"), problem);
    if (fields.text(QLatin1String("format")) != bundleFormat)
        fields.refuse(QLatin1String("format"), QStringLiteral("is not that of an evidence bundle"));
    const qint64 version = fields.integer(QLatin1String("formatVersion"), 1, 1'000'000);
    if (problem.isEmpty() && version > bundleFormatVersion)
        return Error{ErrorCode::UnsupportedVersion, QStringLiteral("bundle format version %1").arg(version)};
    BundleManifest manifest;
    manifest.toolVersion = fields.inside(QLatin1String("tool")).text(QLatin1String("version"));
    manifest.baseUrl = fields.inside(QLatin1String("account")).text(QLatin1String("baseUrl"));
    manifest.subdomain = fields.inside(QLatin1String("account")).textOrNull(QLatin1String("subdomain"));
    manifest.snapshotId = QUuid(fields.inside(QLatin1String("snapshot")).text(QLatin1String("id")));
    readAssessment(fields.inside(QLatin1String("assessment")), manifest);
    manifest.redacted = fields.inside(QLatin1String("privacy")).flag(QLatin1String("redacted"));
    manifest.signedBy = QString::fromLatin1(fields.inside(QLatin1String("signature")).digestOrNull(QLatin1String("fingerprint")));
    manifest.files = readBundleEntries(fields.array(QLatin1String("files")), problem);
    if (problem.isEmpty() && bundleManifestText(manifest) != text)
        problem = QStringLiteral("manifest.json is not written as this program writes it");
    if (!problem.isEmpty())
        return Error{ErrorCode::Malformed, problem};
    return manifest;
}

} // namespace pdsi

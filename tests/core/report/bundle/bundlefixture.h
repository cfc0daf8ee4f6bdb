// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/bundle/bundleverification.h"
#include "core/report/bundle/evidencebundle.h"
#include "tests/core/snapshot/archivefixture.h"

#include <QJsonArray>

#include <stdexcept>

/// A small bundle with all that a bundle can hold.
namespace pdsi::fixture {

inline SigningKey signingKey(char fill = 7)
{
    const auto key = SigningKey::fromSeed(Secret(QByteArray(32, fill)));
    return key ? *key : throw std::runtime_error("no key");
}

/// What the JSON report says that a bundle is checked against.
inline QByteArray jsonReportOf(const Snapshot &snapshot, const QUuid &assessment, Instant asOf)
{
    QJsonArray requests;
    for (const RequestRecord &record : snapshot.requests())
        requests << QJsonObject{{QStringLiteral("id"), record.id}, {QStringLiteral("path"), record.path},
                                {QStringLiteral("sha256"), QString::fromLatin1(record.sha256)}};
    const QJsonObject head{{QStringLiteral("id"), assessment.toString(QUuid::WithoutBraces)}, {QStringLiteral("asOf"), formatInstant(asOf)}};
    return QJsonDocument(QJsonObject{{QStringLiteral("assessment"), head}, {QStringLiteral("requests"), requests}}).toJson();
}

inline BundleReport reportOf(const QString &name, const QByteArray &bytes)
{
    return {name, [bytes](QIODevice &device) { return device.write(bytes) == bytes.size(); }};
}

inline BundleContent bundleContent(const Snapshot &snapshot = goodSnapshot())
{
    BundleContent content{snapshot, {}, QStringLiteral("acme"), QStringLiteral("0.1.0"),
                          QUuid(QStringLiteral("0d9a3f57-54b4-4d0e-9f3c-0f5c1b1f0a01")), snapshot.info().asOf,
                          QDateTime::fromMSecsSinceEpoch(1'773'100'000'250, Qt::UTC), false};
    content.reports << reportOf(QStringLiteral("report.json"), jsonReportOf(snapshot, content.assessmentId, content.asOf))
                    << reportOf(QStringLiteral("report.csv"), QByteArray("control_id,status\r\n").repeated(500));
    return content;
}

inline QStringList problemsOf(const BundleVerdict &verdict)
{
    QStringList files;
    for (const BundleDifference &difference : verdict.differences)
        files << difference.file;
    return files;
}

} // namespace pdsi::fixture

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/controlcatalog.h"

#include "resources/resources.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace pdsi {

namespace {

constexpr QLatin1String catalogueFile("controls/catalogue.json");
constexpr QLatin1String crosswalkFile("frameworks/crosswalk.json");

Error broken(QLatin1String file, const QString &what)
{
    return {ErrorCode::Malformed, QStringLiteral("%1: %2").arg(file, what)};
}

QJsonObject readObject(QLatin1String file)
{
    return QJsonDocument::fromJson(readResource(file)).object();
}

/// Read once: serves the catalogue and every lookup of a title.
const QJsonObject &crosswalk()
{
    static const QJsonObject content = readObject(crosswalkFile);
    return content;
}

const QJsonObject &catalogue()
{
    static const QJsonObject content = readObject(catalogueFile);
    return content;
}

QList<ControlCategory> readCategories()
{
    QList<ControlCategory> categories;
    for (const QJsonValue &category : catalogue()[u"categories"].toArray())
        categories << ControlCategory{category[u"id"].toString(), category[u"title"].toString(), category[u"about"].toString()};
    return categories;
}

QStringList stringList(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &entry : value.toArray())
        list << entry.toString();
    return list;
}

FrameworkReference referenceFrom(const QJsonObject &json)
{
    FrameworkReference reference;
    reference.framework = json[u"framework"].toString();
    reference.edition = json[u"edition"].toString();
    reference.specified = stringList(json[u"specified"]);
    reference.reviewed = stringList(json[u"reviewed"]);
    reference.verdict = json[u"verdict"].toString();
    reference.note = json[u"note"].toString();
    return reference;
}

QHash<int, QList<FrameworkReference>> allReferences()
{
    QHash<int, QList<FrameworkReference>> references;
    for (const QJsonValue &control : crosswalk()[u"controls"].toArray()) {
        QList<FrameworkReference> &ofControl = references[control[u"id"].toInt()];
        for (const QJsonValue &reference : control[u"frameworks"].toArray())
            ofControl << referenceFrom(reference.toObject());
    }
    return references;
}

Result<ControlInfo> controlFrom(const QJsonObject &json)
{
    ControlInfo info;
    info.id = json[u"id"].toInt();
    info.slug = json[u"slug"].toString();
    info.title = json[u"title"].toString();
    info.requirement = json[u"requirement"].toString();
    info.why = json[u"why"].toString();
    info.fix = json[u"fix"].toString();
    info.evidence = json[u"evidence"].toString();
    info.inSpecification = info.id <= 100;
    const auto severity = severityFromName(json[u"severity"].toString());
    if (info.id <= 0 || !severity)
        return broken(catalogueFile, QStringLiteral("control %1 has no id or severity").arg(info.id));
    info.severity = *severity;
    info.category = json[u"category"].toString();
    if (!controlCategory(info.category))
        return broken(catalogueFile, QStringLiteral("control %1 has no category").arg(info.id));
    for (const QString &text : {info.slug, info.title, info.requirement, info.why, info.fix, info.evidence}) {
        if (text.isEmpty())
            return broken(catalogueFile, QStringLiteral("control %1 lacks a text").arg(info.id));
    }
    return info;
}

} // namespace

Result<QList<ControlInfo>> loadControlCatalog()
{
    const QJsonArray entries = catalogue()[u"controls"].toArray();
    if (entries.isEmpty())
        return broken(catalogueFile, QStringLiteral("no controls"));
    const QHash<int, QList<FrameworkReference>> references = allReferences();
    QList<ControlInfo> catalog;
    for (const QJsonValue &entry : entries) {
        Result<ControlInfo> read = controlFrom(entry.toObject());
        if (!read)
            return read.error();
        ControlInfo info = std::move(read).value();
        info.frameworks = references.value(info.id);
        if (info.inSpecification && info.frameworks.isEmpty())
            return broken(crosswalkFile, QStringLiteral("control %1 has no references").arg(info.id));
        catalog << std::move(info);
    }
    std::sort(catalog.begin(), catalog.end(), [](const ControlInfo &a, const ControlInfo &b) { return a.id < b.id; });
    return catalog;
}

const QList<ControlCategory> &controlCategories()
{
    static const QList<ControlCategory> categories = readCategories();
    return categories;
}

const ControlCategory *controlCategory(const QString &id)
{
    const QList<ControlCategory> &all = controlCategories();
    const auto found = std::find_if(all.begin(), all.end(), [&](const ControlCategory &one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

QString requirementTitle(const QString &framework, const QString &requirementId)
{
    return crosswalk()[u"titles"][framework][requirementId].toString();
}

} // namespace pdsi

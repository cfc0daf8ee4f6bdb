// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/controls/outcome.h"

#include <QStringList>

namespace pdsi {

/// One framework's requirements for one control, from resources/frameworks/crosswalk.json.
struct FrameworkReference {
    QString framework;      ///< "FedRAMP", "CMMC", "SOC 2", "CIS", "PCI-DSS", "STIG", "IRAP", "ISMAP"
    QString edition;
    QStringList specified;  ///< ids the specification names
    QStringList reviewed;   ///< ids a reviewer can defend
    QString verdict;        ///< confirmed, corrected, disputed, unverified
    QString note;
};

/// What a group of controls is about.
struct ControlCategory {
    QString id;     ///< stable, lower case, one word: it is typed in searches
    QString title;
    QString about;  ///< one sentence
};

/// Words and weight of a control, from resources/controls/catalogue.json.
struct ControlInfo {
    int id = 0;
    QString slug;
    QString title;
    Severity severity = Severity::Low;
    QString category;         ///< id of a ControlCategory, e.g. "on-call"
    QString requirement;      ///< one sentence: what must hold
    QString why;              ///< why it matters
    QString fix;              ///< how to fix it in PagerDuty
    QString evidence;         ///< what the evidence shows, and what it cannot show
    bool inSpecification = true; ///< false: 101 and up, profile "extended"
    QList<FrameworkReference> frameworks;
};

/// The catalogue compiled into the program, in id order. Fails only when the resources are broken (a test sees to it).
Result<QList<ControlInfo>> loadControlCatalog();

/// In the order of the catalogue.
const QList<ControlCategory> &controlCategories();
/// nullptr when there is none with this id.
const ControlCategory *controlCategory(const QString &id);

/// Titles of framework requirements: framework -> id -> title, from the crosswalk. May lack ids.
QString requirementTitle(const QString &framework, const QString &requirementId);

} // namespace pdsi

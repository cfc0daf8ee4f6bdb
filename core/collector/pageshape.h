// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/resourceclass.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace pdsi {

/// How far an answered body has the documented shape.
struct PageShape {
    /// False: the list (or object) is missing or of another type, a paging field has a wrong type,
    /// or there are rows and not one of them is readable. Nothing of such a page is judged.
    bool readable = false;
    /// Ascending indexes of rows in which a field that is used has a wrong type; never judged.
    /// Indexes count the elements of the list as sent; the object of a per-id answer is row 0.
    QList<int> unreadableRows;

    bool operator==(const PageShape &) const = default;
};

/// Judges the types of every field that the inventory or a control uses. Null or absent is fine for all but the
/// fields a row cannot do without (its id, mostly); unknown fields and unknown enumeration values never matter.
/// What only the recomputation of a schedule uses (turns, restrictions, overrides) and the support hours are not asked
/// about here: where they are odd the row is judged all the same, and their reader says that they are not known.
/// `perId`: the request named one resource (RequestRecord.subject is not empty). Classes whose per-id answer is
/// a list all the same (contact methods of a user, members of a team, dependencies of a service) are known here.
PageShape checkPageShape(ResourceClass resourceClass, bool perId, const QJsonObject &body);

/// Where the rows are: "users", "records", ... or, for the object of a per-id answer, "schedule", "vendor", ...
QString listKey(ResourceClass resourceClass, bool perId);

/// True when listKey() names one object instead of an array.
bool isSingleObject(ResourceClass resourceClass, bool perId);

} // namespace pdsi

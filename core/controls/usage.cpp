// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/usage.h"

namespace pdsi {

std::optional<Outcome> unlessInUse(const Knowledge &inUse, const ResourceRef &resource, const SourceRef &source)
{
    const QList<Evidence> evidence{evidenceAt(source, "/id")};
    if (inUse.isNo())
        return outcome(OutcomeStatus::NotApplicable, resource,
                       QStringLiteral("%1 is not in use by any active service.").arg(quoted(resource.name)), evidence);
    if (inUse.isUnknown())
        return undetermined(
            inUse.reason, resource,
            QStringLiteral("Whether an active service uses %1 is not known.").arg(quoted(resource.name)), evidence);
    return std::nullopt;
}

} // namespace pdsi

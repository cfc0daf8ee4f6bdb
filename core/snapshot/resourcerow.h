// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pdsi {

/// Where in the snapshot a row was read: JSON pointer `pointer` in the stored body of request `requestId`.
struct SourceRef {
    int requestId = 0;
    QString pointer; ///< e.g. "/users/12"; append "/role" for a field
};

/// What every audited resource has.
struct ResourceRow {
    SourceRef source;
    QString id;
    QString type;     ///< PagerDuty's type string without `_reference`, as sent (may be empty)
    QString name;     ///< name, else summary, else id
    QString htmlUrl;  ///< https only, else empty
};

/// A reference to another resource, as found in a rule, layer or list.
struct Reference {
    QString id;
    QString type;            ///< without `_reference`, e.g. "user", "schedule", "schedule_v3"
    QString name;            ///< summary, may be empty
    bool deleted = false;    ///< carries `deleted_at`
    QString pointer;         ///< full JSON pointer of the reference in the row's source request
};

} // namespace pdsi

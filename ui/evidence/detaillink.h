// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QUrl;

namespace pdsi {

/// Where a link of a detail page leads. Links are made by our pages only: account text is escaped and makes none.
struct DetailLink {
    enum Kind : quint8 { Nowhere, Outcome, Control, Resource, Request, Web };

    Kind kind = Nowhere;
    qsizetype number = -1;       ///< outcome index, control id or request id
    QString resourceKind, resourceId;
    QString pointer;             ///< of a request: JSON pointer in its answer

    /// Nowhere for anything but our own addresses and https.
    static DetailLink fromUrl(const QUrl &url);

    static QString toOutcome(qsizetype index);
    static QString toControl(int controlId);
    static QString toResource(const QString &kind, const QString &id);
    static QString toRequest(int requestId, const QString &pointer = {});

    bool operator==(const DetailLink &) const = default;
};

} // namespace pdsi

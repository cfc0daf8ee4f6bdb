// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/detaillink.h"

#include "core/report/markdown.h"

#include <QStringList>
#include <QUrl>

namespace pdsi {

namespace {

const auto scheme = QStringLiteral("pdsi");

QString encoded(const QString &part) { return QString::fromLatin1(QUrl::toPercentEncoding(part)); }

qsizetype numberOf(const QString &text)
{
    bool ok = false;
    const qlonglong number = text.toLongLong(&ok);
    return ok && number >= 0 ? qsizetype(number) : -1;
}

DetailLink own(const QUrl &url)
{
    DetailLink link;
    QStringList parts;
    for (const QString &part : url.path(QUrl::FullyEncoded).split(QLatin1Char('/')))
        parts << QUrl::fromPercentEncoding(part.toLatin1());
    const QString what = parts.value(0);
    if (what == QLatin1String("resource") && parts.size() == 3) {
        link.kind = DetailLink::Resource;
        link.resourceKind = parts.at(1);
        link.resourceId = parts.at(2);
        return link;
    }
    link.number = parts.size() > 1 ? numberOf(parts.at(1)) : -1;
    if (link.number < 0)
        return link;
    if (what == QLatin1String("outcome"))
        link.kind = DetailLink::Outcome;
    else if (what == QLatin1String("control"))
        link.kind = DetailLink::Control;
    else if (what == QLatin1String("request"))
        link.kind = DetailLink::Request;
    link.pointer = parts.value(2);
    return link;
}

} // namespace

DetailLink DetailLink::fromUrl(const QUrl &url)
{
    if (url.scheme() == scheme)
        return own(url);
    DetailLink link;
    if (!safeHttpsAddress(QString::fromLatin1(url.toEncoded())).isEmpty())
        link.kind = Web;
    return link;
}

QString DetailLink::toOutcome(qsizetype index) { return scheme + QStringLiteral(":outcome/%1").arg(index); }
QString DetailLink::toControl(int controlId) { return scheme + QStringLiteral(":control/%1").arg(controlId); }

QString DetailLink::toResource(const QString &kind, const QString &id)
{
    return scheme + QStringLiteral(":resource/") + encoded(kind) + QLatin1Char('/') + encoded(id);
}

QString DetailLink::toRequest(int requestId, const QString &pointer)
{
    const QString request = scheme + QStringLiteral(":request/%1").arg(requestId);
    return pointer.isEmpty() ? request : request + QLatin1Char('/') + encoded(pointer);
}

} // namespace pdsi

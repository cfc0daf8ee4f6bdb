// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/markdown.h"

#include "core/report/plaintext.h"

#include <QUrl>

namespace pdsi {

QString markdownText(QStringView text)
{
    static const QString special = QStringLiteral("\\`*_{}[]()#+-.!|~:@");
    QString escaped;
    const QString plain = plainText(text).toHtmlEscaped();
    escaped.reserve(plain.size() + 16);
    for (const QChar c : plain) {
        if (special.contains(c))
            escaped += QLatin1Char('\\');
        escaped += c;
    }
    return escaped;
}

QString markdownLink(const QString &label, const QString &address)
{
    const QString safe = safeHttpsAddress(address);
    const QString text = markdownText(label);
    if (safe.isEmpty())
        return text;
    QString target = safe;
    target.replace(QLatin1Char('('), QLatin1String("%28")).replace(QLatin1Char(')'), QLatin1String("%29"));
    return QStringLiteral("[%1](%2)").arg(text, target);
}

QString safeHttpsAddress(const QString &address)
{
    if (!address.startsWith(QLatin1String("https://")))
        return {};
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return {};
    return QString::fromLatin1(url.toEncoded());
}

} // namespace pdsi

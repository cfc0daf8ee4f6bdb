// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/urlredaction.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace pdsi {

namespace {

bool looksLikeToken(const QString &segment)
{
    if (segment.size() >= 20)
        return true;
    if (segment.size() < 9)
        return false;
    const bool letter = std::any_of(segment.begin(), segment.end(), [](QChar c) { return c.isLetter(); });
    const bool digit = std::any_of(segment.begin(), segment.end(), [](QChar c) { return c.isDigit(); });
    return letter && digit;
}

QString withoutTokens(const QString &path)
{
    QStringList segments = path.split(QLatin1Char('/'));
    for (QString &segment : segments) {
        if (looksLikeToken(segment))
            segment = QStringLiteral("removed");
    }
    return segments.join(QLatin1Char('/'));
}

/// `https:` of a text that begins with a scheme, else empty.
QString schemeOf(const QString &url)
{
    const qsizetype colon = url.indexOf(QLatin1Char(':'));
    if (colon < 1 || !url.at(0).isLetter())
        return {};
    const bool valid = std::all_of(url.begin(), url.begin() + colon, [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'+' || c == u'-' || c == u'.');
    });
    return valid ? url.left(colon + 1) : QString();
}

} // namespace

QString redactedUrl(const QString &url, UrlPath pathRule)
{
    const QString scheme = schemeOf(url);
    if (!url.isEmpty() && !QUrl(url).isValid())
        return scheme.mid(0, 20) + QStringLiteral("//[removed"); // an unclosed bracket is no host to any parser
    const auto end = std::find_if(url.begin(), url.end(), [](QChar c) { return c == u'?' || c == u'#'; });
    QString rest = url.left(end - url.begin()).mid(scheme.size());
    QString authority;
    if (rest.startsWith(QLatin1String("//"))) {
        const qsizetype slash = rest.indexOf(QLatin1Char('/'), 2);
        authority = slash < 0 ? rest : rest.left(slash);
        rest = slash < 0 ? QString() : rest.mid(slash);
        const qsizetype at = authority.lastIndexOf(QLatin1Char('@'));
        if (at >= 0)
            authority = QStringLiteral("//") + authority.mid(at + 1);
    } else if (const qsizetype at = rest.lastIndexOf(QLatin1Char('@')); at >= 0) {
        // No authority, so what stands before the @ may be a name and a password.
        const bool web = scheme.startsWith(QLatin1String("http"), Qt::CaseInsensitive);
        return (web ? scheme : QString()) + withoutTokens(rest.mid(at + 1));
    }
    return scheme + authority + (pathRule == UrlPath::RedactTokens ? withoutTokens(rest) : rest);
}

} // namespace pdsi

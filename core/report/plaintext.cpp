// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plaintext.h"

namespace pdsi {

namespace {

constexpr QChar replacement(0xFFFD);

bool isBlank(char16_t c)
{
    return c == u'\t' || c == u'\n' || c == u'\r' || c == 0x2028 || c == 0x2029;
}

bool isUnsafe(char16_t c)
{
    const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    const bool reorders = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool noCharacter = (c >= 0xFDD0 && c <= 0xFDEF) || c >= 0xFFFE;
    return control || reorders || noCharacter;
}

/// The pair is one of the two code points at the end of a plane that are no characters.
bool isNoCharacter(QChar high, QChar low)
{
    return (QChar::surrogateToUcs4(high, low) & 0xFFFE) == 0xFFFE;
}

} // namespace

QString plainText(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            const QChar low = text.at(++i);
            if (isNoCharacter(c, low))
                plain += replacement;
            else
                plain += QString(c) + low;
        } else if (isBlank(c.unicode())) {
            plain += QLatin1Char(' ');
        } else {
            plain += c.isSurrogate() || isUnsafe(c.unicode()) ? replacement : c;
        }
    }
    return plain;
}

QString elided(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    const qsizetype cut = text.at(most - 1).isHighSurrogate() ? most - 1 : most;
    return text.left(cut) + QChar(0x2026);
}

} // namespace pdsi

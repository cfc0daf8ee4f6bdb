// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/instant.h"

#include <QDate>

namespace pdsi {

namespace {

/// Reads exactly `count` digits at `pos`; nullopt where there are others.
std::optional<int> digits(QStringView text, qsizetype pos, int count)
{
    if (pos + count > text.size())
        return std::nullopt;
    int value = 0;
    for (int i = 0; i < count; ++i) {
        const auto c = text[pos + i].unicode();
        if (c < u'0' || c > u'9')
            return std::nullopt;
        value = value * 10 + (c - u'0');
    }
    return value;
}

/// Offset in seconds of `Z`, `+hh`, `+hhmm` or `+hh:mm`; nullopt for anything else.
std::optional<int> zoneOffset(QStringView zone)
{
    if (zone == u"Z" || zone == u"z")
        return 0;
    if (zone.size() < 3 || (zone[0] != u'+' && zone[0] != u'-'))
        return std::nullopt;
    const auto hours = digits(zone, 1, 2);
    const bool colon = zone.size() == 6 && zone[3] == u':';
    const auto minutes = zone.size() == 3 ? std::optional(0) : digits(zone, colon ? 4 : 3, 2);
    if (!hours || !minutes || *minutes > 59 || *hours > 18)
        return std::nullopt;
    if (zone.size() != 3 && zone.size() != 5 && !colon)
        return std::nullopt;
    const int seconds = *hours * 3600 + *minutes * 60;
    return zone[0] == u'-' ? -seconds : seconds;
}

constexpr qint64 julianDayOfEpoch = 2'440'588; // QDate(1970, 1, 1).toJulianDay()

} // namespace

std::optional<Instant> parseInstant(QStringView text)
{
    text = text.trimmed();
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    const auto hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
    if (!year || !month || !day || !hour || !minute || !second)
        return std::nullopt;
    const bool separators = text[4] == u'-' && text[7] == u'-' && (text[10] == u'T' || text[10] == u't' || text[10] == u' ')
        && text[13] == u':' && text[16] == u':';
    if (!separators || *hour > 24 || *minute > 59 || *second > 60 || !QDate::isValid(*year, *month, *day))
        return std::nullopt;
    if (*hour == 24 && (*minute != 0 || *second != 0))
        return std::nullopt;
    qsizetype pos = 19;
    if (pos < text.size() && (text[pos] == u'.' || text[pos] == u',')) {
        ++pos;
        const qsizetype start = pos;
        while (pos < text.size() && text[pos] >= u'0' && text[pos] <= u'9')
            ++pos;
        if (pos == start)
            return std::nullopt;
    }
    const auto offset = zoneOffset(text.mid(pos));
    if (!offset)
        return std::nullopt;
    const qint64 days = QDate(*year, *month, *day).toJulianDay() - julianDayOfEpoch;
    return days * secondsPerDay + *hour * 3600 + *minute * 60 + *second - *offset;
}

QString formatInstant(Instant instant)
{
    return QDateTime::fromSecsSinceEpoch(instant, Qt::UTC).toString(Qt::ISODate);
}

QString formatTimestamp(const QDateTime &utc)
{
    return utc.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime parseTimestamp(QStringView text)
{
    QDateTime parsed = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    return parsed.isValid() ? parsed.toUTC() : QDateTime();
}

} // namespace pdsi

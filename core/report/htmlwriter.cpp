// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlwriter.h"

#include "core/report/markdown.h"
#include "core/report/plaintext.h"

namespace pdsi {

namespace {

constexpr qsizetype longestName = 300;

} // namespace

HtmlWriter &HtmlWriter::operator<<(const char *markup)
{
    m_sink << QByteArrayView(markup);
    return *this;
}

HtmlWriter &HtmlWriter::operator<<(QStringView text)
{
    m_sink << plainText(text).toHtmlEscaped().toUtf8();
    return *this;
}

HtmlWriter &HtmlWriter::operator<<(qint64 number)
{
    m_sink << QByteArray::number(number);
    return *this;
}

HtmlWriter &HtmlWriter::instant(Instant instant)
{
    m_sink << formatInstant(instant).toLatin1();
    return *this;
}

HtmlWriter &HtmlWriter::time(const QDateTime &time)
{
    if (!time.isValid())
        return *this << "–";
    m_sink << formatTimestamp(time).toLatin1();
    return *this;
}

HtmlWriter &HtmlWriter::status(OutcomeStatus status)
{
    *this << "<span class=\"s ";
    m_sink << outcomeStatusName(status).toLatin1();
    return *this << "\"><span aria-hidden=true>" << statusShape(status) << "</span> " << statusWords(status) << "</span>";
}

HtmlWriter &HtmlWriter::severity(Severity severity)
{
    *this << "<span class=\"s ";
    m_sink << severityName(severity).toLatin1();
    return *this << "\"><span aria-hidden=true>" << severityShape(severity) << "</span> " << severityName(severity) << "</span>";
}

HtmlWriter &HtmlWriter::resource(const ResourceRef &resource)
{
    const QString name = elided(resource.name.isEmpty() ? resource.id : resource.name, longestName);
    const QString address = safeHttpsAddress(resource.url);
    if (address.isEmpty())
        *this << "<bdi>" << name << "</bdi>";
    else
        *this << "<a href=\"" << address << "\" rel=\"noreferrer noopener\"><bdi>" << name << "</bdi></a>";
    return *this << "<br><span class=soft>" << elided(resource.kind, 80) << " <code>" << elided(resource.id, 80)
                 << "</code></span>";
}

} // namespace pdsi

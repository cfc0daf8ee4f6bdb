// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdfmetadata.h"

namespace pdsi {

namespace {

void addSimple(QString &xmp, const QString &name, const QString &value)
{
    xmp += QStringLiteral("<%1>%2</%1>\n").arg(name, value.toHtmlEscaped());
}

void addListed(QString &xmp, const QString &name, const QString &list, const QString &attribute, const QString &value)
{
    xmp += QStringLiteral("<%1><rdf:%2><rdf:li%3>%4</rdf:li></rdf:%2></%1>\n").arg(name, list, attribute, value.toHtmlEscaped());
}

} // namespace

QByteArray pdfDate(const QDateTime &utc)
{
    return "D:" + utc.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + "+00'00'";
}

QByteArray pdfXmp(const PdfFinishing &finishing)
{
    const QString date = finishing.made.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) + QStringLiteral("+00:00");
    const QString language = QStringLiteral(" xml:lang=\"x-default\"");
    QString xmp = QStringLiteral("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                                 "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                                 "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                                 "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n");
    addSimple(xmp, QStringLiteral("dc:format"), QStringLiteral("application/pdf"));
    addListed(xmp, QStringLiteral("dc:title"), QStringLiteral("Alt"), language, finishing.title);
    addListed(xmp, QStringLiteral("dc:description"), QStringLiteral("Alt"), language, finishing.subject);
    addListed(xmp, QStringLiteral("dc:creator"), QStringLiteral("Seq"), {}, finishing.author);
    xmp += QStringLiteral("</rdf:Description>\n<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n");
    addSimple(xmp, QStringLiteral("pdf:Producer"), finishing.program);
    addSimple(xmp, QStringLiteral("pdf:Keywords"), finishing.keywords);
    xmp += QStringLiteral("</rdf:Description>\n<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n");
    addSimple(xmp, QStringLiteral("xmp:CreatorTool"), finishing.program);
    addSimple(xmp, QStringLiteral("xmp:CreateDate"), date);
    addSimple(xmp, QStringLiteral("xmp:ModifyDate"), date);
    xmp += QStringLiteral("</rdf:Description>\n");
    if (finishing.isArchival()) {
        xmp += QStringLiteral("<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
                              "<pdfaid:part>1</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n</rdf:Description>\n");
    }
    xmp += QStringLiteral("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
    return xmp.toUtf8();
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdfdocument.h"

#include "core/report/reportexport.h"

#include <QCryptographicHash>
#include <QIODevice>

namespace pdsi {

namespace {

/// Keeps nothing of what is written but its digest.
class DigestDevice : public QIODevice
{
public:
    DigestDevice() { open(QIODevice::WriteOnly); }
    QString digest() const { return QString::fromLatin1(m_hash.result().toHex()); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        m_hash.addData(QByteArrayView(data, size));
        return size;
    }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

QString jsonDigestOf(const Report &report)
{
    DigestDevice device;
    exportReport(report, ReportFormat::Json, device);
    return device.digest();
}

PdfFrame pdfFrame(const Report &report, QPageSize::PageSizeId page)
{
    const Assessment &assessment = report.assessment();
    PdfFrame frame;
    frame.paper = QPageSize(page).size(QPageSize::Point) * pdfUnitsPerPoint;
    frame.headLeft = QStringLiteral("Security audit of %1").arg(pdfAccountName(assessment));
    if (assessment.signIn == SignInKind::Sample)
        frame.headLeft += QStringLiteral(" (made-up sample)");
    if (report.options().redacted)
        frame.headLeft += QStringLiteral(" – redacted");
    frame.headRight = QStringLiteral("State of %1").arg(formatInstant(assessment.asOf));
    frame.footLeft = QStringLiteral("PagerDuty Security Inspector %1 – assessment %2")
                         .arg(assessment.toolVersion, assessment.id.toString(QUuid::WithoutBraces));
    return frame;
}

} // namespace

PdfDocument pdfDocument(const Report &report, QPageSize::PageSizeId page, bool attached, const std::function<bool(int)> &onPage)
{
    PdfDocument document;
    document.placed = std::make_shared<PdfPagination>();
    document.material = {std::make_shared<const Report>(report), jsonDigestOf(report), attached, document.placed};
    document.sections = pdfSections(document.material);
    document.frame = pdfFrame(report, page);
    const PdfTypesetter typesetter;
    *document.placed = paginate(document.sections, typesetter, document.frame.space(), onPage);
    document.frame.pages = int(document.placed->starts.size());
    return document;
}

} // namespace pdsi

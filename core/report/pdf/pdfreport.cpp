// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdfreport.h"

#include "core/report/pdf/pdfattachments.h"
#include "core/report/pdf/pdfdocument.h"
#include "core/report/pdf/pdffinish.h"
#include "core/report/plaintext.h"

#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryFile>

#include <cmath>

namespace pdsi {

namespace {

/// Addresses of resources beyond these are not links: each takes memory while the document is finished.
constexpr int mostAddresses = 2'000;
constexpr double widestJoin = 25; ///< between rows of facts

PdfFinishing finishingOf(const PdfDocument &document, const PdfOptions &options)
{
    const Report &report = *document.material.report;
    const Assessment &assessment = report.assessment();
    const QString &person = report.options().operatorName;
    PdfFinishing finishing;
    finishing.program = QStringLiteral("PagerDuty Security Inspector ") + assessment.toolVersion;
    finishing.title = plainText(QStringLiteral("Security audit of %1").arg(pdfAccountName(assessment)));
    finishing.subject = QStringLiteral("PagerDuty configuration, state of %1").arg(formatInstant(assessment.asOf));
    finishing.author = person.isEmpty() ? QStringLiteral("PagerDuty Security Inspector") : plainText(person);
    finishing.keywords = QStringLiteral("PagerDuty, security audit, assessment %1").arg(assessment.id.toString(QUuid::WithoutBraces));
    finishing.made = assessment.assessedAt;
    if (options.attachments)
        finishing.attachments = pdfAttachments(report, options.body);
    finishing.password = options.password.reveal();
    finishing.cancellation = options.cancellation;
    for (const PdfSection &section : document.sections) {
        const auto place = document.placed->anchors.constFind(section.anchor);
        if (place != document.placed->anchors.constEnd())
            finishing.outline.push_back({plainText(section.title), section.level, {place->page, place->y + document.frame.origin().y()}});
    }
    return finishing;
}

/// Makes one of what lies close below each other and leads to the same place: lines of one name, facts of one request.
bool joinsLast(const std::vector<PdfFinishing::PlacedLink> &links, const PdfFinishing::PlacedLink &link)
{
    if (links.empty())
        return false;
    const PdfFinishing::PlacedLink &last = links.back();
    const bool aligned = std::abs(last.rect.left() - link.rect.left()) < 1 || std::abs(last.rect.right() - link.rect.right()) < 1;
    const double between = link.rect.top() - last.rect.bottom();
    return last.page == link.page && last.target == link.target && last.address == link.address && aligned && between >= -1
        && between < widestJoin;
}

void addLink(PdfFinishing::PlacedLink link, std::vector<PdfFinishing::PlacedLink> &links)
{
    if (joinsLast(links, link))
        links.back().rect |= link.rect;
    else
        links.push_back(std::move(link));
}

void noteLinks(const PdfDocument &document, int page, std::vector<PdfLink> links, int &addresses, PdfFinishing &finishing)
{
    for (PdfLink &link : links) {
        if (!link.target.startsWith(QLatin1Char('#'))) {
            if (++addresses <= mostAddresses)
                addLink({page, link.rect, {}, std::move(link.target)}, finishing.links);
            continue;
        }
        const auto place = document.placed->anchors.constFind(link.target.mid(1));
        if (place != document.placed->anchors.constEnd())
            addLink({page, link.rect, {place->page, place->y + document.frame.origin().y()}, {}}, finishing.links);
    }
}

/// Paints every page into `pages`; the links go into `finishing`.
Result<Done> paintPages(const PdfDocument &document, const PdfOptions &options, QFileDevice &pages, PdfFinishing &finishing)
{
    QPdfWriter writer(&pages);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(pdfUnitsPerInch);
    writer.setPageSize(QPageSize(options.page));
    writer.setPageMargins(QMarginsF());
    QPainter painter;
    if (!painter.begin(&writer))
        return Error{ErrorCode::CannotWrite, QStringLiteral("temporary file of the pages")};
    const PdfTypesetter typesetter;
    PdfFlow flow(document.sections, typesetter, document.frame.space());
    int addresses = 0;
    for (int page = 0; !flow.atEnd(); ++page) {
        if (options.cancellation.isCancelled())
            return Error{ErrorCode::Cancelled, {}};
        if (page > 0)
            writer.newPage();
        noteLinks(document, page, paintPage(painter, document.frame, flow.nextPage(), page, typesetter), addresses, finishing);
        if (options.progress)
            options.progress(page + 1, document.frame.pages);
    }
    if (!painter.end() || !pages.flush())
        return Error{ErrorCode::CannotWrite, QStringLiteral("temporary file of the pages")};
    return Done{};
}

} // namespace

Result<Done> writePdfReport(const Report &report, const PdfOptions &options, QIODevice &device)
{
    const PdfDocument document = pdfDocument(report, options.page, options.attachments, [&options](int page) {
        if (options.progress)
            options.progress(page, 0);
        return !options.cancellation.isCancelled();
    });
    if (document.frame.pages == 0)
        return Error{ErrorCode::Cancelled, {}};
    QTemporaryFile pages; // without a name where the system can do that: what a password protects lies in no folder
    if (!pages.open())
        return Error{ErrorCode::CannotWrite, QStringLiteral("temporary file of the pages")};
    PdfFinishing finishing = finishingOf(document, options);
    if (auto painted = paintPages(document, options, pages, finishing); !painted)
        return painted;
    return finishPdf(pages, finishing, device);
}

PdfPages::PdfPages(const Report &report, QPageSize::PageSizeId page, const Cancellation &cancellation)
    : m_document(std::make_unique<const PdfDocument>(
          pdfDocument(report, page, true, [&cancellation](int) { return !cancellation.isCancelled(); })))
{
}

PdfPages::~PdfPages() = default;
PdfPages::PdfPages(PdfPages &&) noexcept = default;
PdfPages &PdfPages::operator=(PdfPages &&) noexcept = default;

int PdfPages::count() const
{
    return m_document->frame.pages;
}

QSizeF PdfPages::paperSize() const
{
    return m_document->frame.paper / pdfUnitsPerPoint;
}

void PdfPages::paint(QPainter &painter, int page, double resolution) const
{
    if (page < 0 || page >= count())
        return;
    const PdfTypesetter typesetter;
    PdfFlow flow(m_document->sections, typesetter, m_document->frame.space(), m_document->placed->starts.at(std::size_t(page)));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(resolution / pdfUnitsPerInch, resolution / pdfUnitsPerInch);
    paintPage(painter, m_document->frame, flow.nextPage(), page, typesetter);
    painter.restore();
}

} // namespace pdsi

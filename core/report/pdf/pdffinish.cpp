// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdffinish.h"

#include "core/report/pdf/pdfmetadata.h"

#include <QFileDevice>
#include <QHash>

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <stdexcept>

#include <unistd.h>

namespace pdsi {

namespace {

using PdfObject = QPDFObjectHandle;

/// Hands what qpdf writes to a device, and ends qpdf's work when the device refuses or somebody cancels.
class DevicePipeline : public Pipeline
{
public:
    DevicePipeline(QIODevice &device, const Cancellation &cancellation)
        : Pipeline("device", nullptr), m_device(device), m_cancellation(cancellation)
    {
    }

    void write(unsigned char const *data, size_t size) override
    {
        if (m_cancellation.isCancelled())
            throw std::runtime_error("cancelled");
        refused = m_device.write(reinterpret_cast<const char *>(data), qint64(size)) != qint64(size);
        if (refused)
            throw std::runtime_error("refused");
    }
    void finish() override {}

    bool refused = false;

private:
    QIODevice &m_device;
    const Cancellation &m_cancellation;
};

/// The other way round: what a report writes goes into qpdf's pipeline.
class PipelineDevice : public QIODevice
{
public:
    explicit PipelineDevice(Pipeline &pipeline) : m_pipeline(pipeline) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        m_pipeline.write(reinterpret_cast<unsigned char const *>(data), size_t(size));
        return size;
    }

private:
    Pipeline &m_pipeline;
};

PdfObject pdfString(const QString &text)
{
    return PdfObject::newUnicodeString(text.toStdString());
}

class PdfFinisher
{
public:
    PdfFinisher(QPDF &pdf, const PdfFinishing &finishing)
        : m_pdf(pdf), m_finishing(finishing), m_pages(QPDFPageDocumentHelper(pdf).getAllPages())
    {
    }

    void finish()
    {
        addOutline();
        addLinks();
        setMetadata();
        for (QPDFPageObjectHelper &page : m_pages)
            dropUnusedColourSpaces(page.getObjectHandle());
        attach();
    }

private:
    PdfObject pageAt(int page) { return m_pages.at(std::size_t(page)).getObjectHandle(); }

    double paperHeight(int page) { return pageAt(page).getKey("/MediaBox").getArrayItem(3).getNumericValue(); }

    PdfObject destination(const PdfPlace &place)
    {
        PdfObject target = PdfObject::newArray();
        target.appendItem(pageAt(place.page));
        target.appendItem(PdfObject::newName("/XYZ"));
        target.appendItem(PdfObject::newNull());
        target.appendItem(PdfObject::newReal(paperHeight(place.page) - place.y / pdfUnitsPerPoint, 1));
        target.appendItem(PdfObject::newNull());
        return target;
    }

    PdfObject outlineItem(const PdfFinishing::OutlineEntry &entry)
    {
        PdfObject item = m_pdf.makeIndirectObject(PdfObject::newDictionary());
        item.replaceKey("/Title", pdfString(entry.title));
        item.replaceKey("/Dest", destination(entry.place));
        return item;
    }

    /// Makes `items` the children of `parent`, all of them open.
    static void adopt(PdfObject parent, std::vector<PdfObject> &items, int descendants)
    {
        if (items.empty())
            return;
        for (std::size_t i = 0; i < items.size(); ++i) {
            items[i].replaceKey("/Parent", parent);
            if (i > 0)
                items[i].replaceKey("/Prev", items[i - 1]);
            if (i + 1 < items.size())
                items[i].replaceKey("/Next", items[i + 1]);
        }
        parent.replaceKey("/First", items.front());
        parent.replaceKey("/Last", items.back());
        parent.replaceKey("/Count", PdfObject::newInteger(descendants));
    }

    void addOutline()
    {
        PdfObject root = m_pdf.makeIndirectObject(PdfObject::parse("<< /Type /Outlines >>"));
        std::vector<PdfObject> chapters, children;
        const auto closeChapter = [&] {
            if (!chapters.empty())
                adopt(chapters.back(), children, int(children.size()));
            children.clear();
        };
        for (const PdfFinishing::OutlineEntry &entry : m_finishing.outline) {
            if (entry.level == 1) {
                closeChapter();
                chapters.push_back(outlineItem(entry));
            } else {
                children.push_back(outlineItem(entry));
            }
        }
        closeChapter();
        adopt(root, chapters, int(m_finishing.outline.size()));
        m_pdf.getRoot().replaceKey("/Outlines", root);
        m_pdf.getRoot().replaceKey("/PageMode", PdfObject::newName("/UseOutlines"));
    }

    /// What many links hold alike is held once: a report may have tens of thousands of them.
    PdfObject edge(double units)
    {
        const int key = qRound(units);
        auto known = m_edges.find(key);
        if (known == m_edges.end())
            known = m_edges.insert(key, PdfObject::newReal(key / pdfUnitsPerPoint, 1));
        return *known;
    }

    PdfObject sharedDestination(const PdfPlace &place)
    {
        const std::pair<int, int> key(place.page, qRound(place.y));
        auto known = m_destinations.find(key);
        if (known == m_destinations.end())
            known = m_destinations.insert(key, destination(place));
        return *known;
    }

    PdfObject linkAnnotation(const PdfFinishing::PlacedLink &link)
    {
        const double height = paperHeight(link.page) * pdfUnitsPerPoint;
        PdfObject rect = PdfObject::newArray();
        for (const double units : {link.rect.left(), height - link.rect.bottom(), link.rect.right(), height - link.rect.top()})
            rect.appendItem(edge(units));
        PdfObject annotation = PdfObject::newDictionary();
        annotation.replaceKey("/Subtype", m_link);
        annotation.replaceKey("/Border", m_noBorder);
        annotation.replaceKey("/F", m_printed);
        annotation.replaceKey("/Rect", rect);
        if (link.address.isEmpty()) {
            annotation.replaceKey("/Dest", sharedDestination(link.target));
            return annotation;
        }
        PdfObject action = PdfObject::parse("<< /S /URI >>");
        action.replaceKey("/URI", PdfObject::newString(link.address.toStdString()));
        annotation.replaceKey("/A", action);
        return annotation;
    }

    void addLinks()
    {
        for (const PdfFinishing::PlacedLink &link : m_finishing.links) {
            PdfObject page = pageAt(link.page);
            if (!page.getKey("/Annots").isArray())
                page.replaceKey("/Annots", PdfObject::newArray());
            page.getKey("/Annots").appendItem(m_pdf.makeIndirectObject(linkAnnotation(link)));
        }
    }

    void setMetadata()
    {
        PdfObject root = m_pdf.getRoot();
        root.replaceKey("/Lang", PdfObject::newString("en"));
        root.replaceKey("/ViewerPreferences", PdfObject::parse("<< /DisplayDocTitle true >>"));
        PdfObject info = m_pdf.makeIndirectObject(PdfObject::newDictionary());
        const std::pair<const char *, QString> texts[] = {
            {"/Title", m_finishing.title},       {"/Subject", m_finishing.subject}, {"/Author", m_finishing.author},
            {"/Keywords", m_finishing.keywords}, {"/Creator", m_finishing.program}, {"/Producer", m_finishing.program}};
        for (const auto &[key, text] : texts)
            info.replaceKey(key, pdfString(text));
        for (const char *key : {"/CreationDate", "/ModDate"})
            info.replaceKey(key, PdfObject::newString(pdfDate(m_finishing.made).toStdString()));
        m_pdf.getTrailer().replaceKey("/Info", info);
        m_pdf.getTrailer().removeKey("/ID"); // QPdfWriter's is random
        PdfObject metadata = PdfObject::newStream(&m_pdf, pdfXmp(m_finishing).toStdString());
        metadata.getDict().replaceKey("/Type", PdfObject::newName("/Metadata"));
        metadata.getDict().replaceKey("/Subtype", PdfObject::newName("/XML"));
        root.replaceKey("/Metadata", metadata);
    }

    /// Qt 6.8 names CMYK spaces on every page that nothing uses, and PDF/A forbids them.
    static void dropUnusedColourSpaces(PdfObject page)
    {
        PdfObject spaces = page.getKey("/Resources").getKey("/ColorSpace");
        if (!spaces.isDictionary())
            return;
        spaces.removeKey("/CSpcmyk");
        spaces.removeKey("/PCSpcmyk");
    }

    void attach()
    {
        if (m_finishing.attachments.empty())
            return;
        QPDFEmbeddedFileDocumentHelper files(m_pdf);
        PdfObject associated = PdfObject::newArray();
        const std::string date = pdfDate(m_finishing.made).toStdString();
        for (const PdfAttachment &attachment : m_finishing.attachments) {
            auto stream = QPDFEFStreamObjectHelper::createEFStream(m_pdf, [&attachment](Pipeline *pipeline) {
                PipelineDevice device(*pipeline);
                if (!attachment.write(device))
                    throw std::runtime_error("attachment");
                pipeline->finish();
            });
            stream.setSubtype(attachment.mimeType.toStdString()).setCreationDate(date).setModDate(date);
            auto file = QPDFFileSpecObjectHelper::createFileSpec(m_pdf, attachment.name.toStdString(), stream);
            file.setDescription(attachment.description.toStdString());
            file.getObjectHandle().replaceKey("/AFRelationship", PdfObject::newName(attachment.isSource ? "/Source" : "/Data"));
            files.replaceEmbeddedFile(attachment.name.toStdString(), file);
            associated.appendItem(file.getObjectHandle());
        }
        m_pdf.getRoot().replaceKey("/AF", associated);
    }

    QPDF &m_pdf;
    const PdfFinishing &m_finishing;
    std::vector<QPDFPageObjectHelper> m_pages;
    PdfObject m_link = PdfObject::newName("/Link");
    PdfObject m_noBorder = PdfObject::parse("[ 0 0 0 ]");
    PdfObject m_printed = PdfObject::newInteger(4);
    QHash<int, PdfObject> m_edges;                        ///< by tenths of a point
    QHash<std::pair<int, int>, PdfObject> m_destinations; ///< by page and tenths of a point
};

void writeFinished(QPDF &pdf, const PdfFinishing &finishing, Pipeline &pipeline)
{
    QPDFWriter writer(pdf);
    writer.setOutputPipeline(&pipeline);
    writer.setNewlineBeforeEndstream(true);
    writer.setStreamDataMode(qpdf_s_compress);
    writer.setObjectStreamMode(finishing.isArchival() ? qpdf_o_disable : qpdf_o_generate);
    if (finishing.isArchival())
        writer.forcePDFVersion("1.4");
    else
        writer.setMinimumPDFVersion("1.7");
    if (finishing.password.isEmpty()) {
        writer.setDeterministicID(true);
    } else {
        const char *password = finishing.password.constData();
        writer.setR6EncryptionParameters(password, password, true, true, true, true, true, true, qpdf_r3p_full, true);
    }
    writer.write();
}

} // namespace

Result<Done> finishPdf(QFileDevice &pages, const PdfFinishing &finishing, QIODevice &device)
{
    DevicePipeline pipeline(device, finishing.cancellation);
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        FILE *file = ::fdopen(::dup(pages.handle()), "rb");
        if (!file)
            return Error{ErrorCode::CannotRead, QStringLiteral("temporary file of the pages")};
        pdf.processFile("pages", file, true);
        PdfFinisher(pdf, finishing).finish();
        writeFinished(pdf, finishing, pipeline);
        return Done{};
    } catch (const std::exception &problem) {
        if (finishing.cancellation.isCancelled())
            return Error{ErrorCode::Cancelled, {}};
        if (pipeline.refused)
            return Error{ErrorCode::CannotWrite, device.errorString()};
        return Error{ErrorCode::Internal, QStringLiteral("qpdf: %1").arg(QString::fromUtf8(problem.what()))};
    }
}

} // namespace pdsi

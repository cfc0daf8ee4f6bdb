// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plaintext.h"
#include "core/coverage/zonedtime.h"
#include "ui/timeline/offhoursdialog.h"
#include "ui/timeline/timelinecanvas.h"
#include "ui/timeline/timelineexport.h"
#include "ui/timeline/timelineview.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QSaveFile>
#include <QUndoStack>

namespace pdsi {

namespace {

/// Puts one set of off-hours in the place of another.
class OffHoursCommand : public QUndoCommand
{
public:
    using Times = std::vector<RecurringTime>;
    OffHoursCommand(const QString &name, Times before, Times after, std::function<void(const Times &)> apply)
        : QUndoCommand(TimelineView::tr("off-hours of %1").arg(name))
        , m_before(std::move(before)), m_after(std::move(after)), m_apply(std::move(apply))
    {
    }
    void undo() override { m_apply(m_before); }
    void redo() override { m_apply(m_after); }

private:
    Times m_before, m_after;
    std::function<void(const Times &)> m_apply;
};

} // namespace

void TimelineView::showSpan(int days)
{
    if (!m_data)
        return;
    const Interval window = m_data->coverage().window();
    const QTimeZone &zone = m_canvas->zone();
    const QDate first = dateAt(m_canvas->anchor(), zone);
    Interval span{instantOfWallClock(first, 0, zone), instantOfWallClock(first.addDays(days), 0, zone)};
    if (span.start < window.start) // as much of it as there is, rather than emptiness
        span = {window.start, window.start + span.seconds()};
    if (span.end > window.end)
        span = {std::max(window.start, window.end - span.seconds()), window.end};
    m_canvas->setScale(TimelineScale::showing(span, m_canvas->scale().width));
}

void TimelineView::showAll()
{
    if (m_data)
        m_canvas->setScale(TimelineScale::showing(m_data->coverage().window(), m_canvas->scale().width).zoomed(0.5, m_canvas->scale().width / 2));
}

void TimelineView::zoomToSelection()
{
    std::optional<Interval> range = m_selection.range();
    const TimelineItem &current = m_canvas->current();
    if (!range && (current.kind == TimelineItem::Kind::Bar || current.kind == TimelineItem::Kind::Gap))
        range = m_canvas->timelineLayout().extent(current);
    if (!range)
        return;
    const qint64 around = range->seconds() / 20;
    m_canvas->setScale(TimelineScale::showing({range->start - around, range->end + around}, m_canvas->scale().width));
}

void TimelineView::search(const QString &text)
{
    m_canvas->setSearch(text);
    const IndexRange rows = m_canvas->visibleRows();
    bool inSight = !m_canvas->search().isActive();
    for (int row = rows.first; row < rows.last && !inSight; ++row)
        inSight = m_canvas->search().rowHasMatch(row);
    if (!inSight)
        nextMatch();
    updateWords();
}

/// The next row after the current one that matches or has somebody who does.
void TimelineView::nextMatch()
{
    const TimelineSearch &search = m_canvas->search();
    const TimelineLayout &layout = m_canvas->timelineLayout();
    if (!search.isActive() || search.rowsFound() == 0)
        return;
    int row = std::max(-1, m_canvas->current().row);
    do
        row = (row + 1) % layout.rowCount();
    while (!search.rowHasMatch(row));
    TimelineItem found{TimelineItem::Kind::Row, row, -1};
    for (const TimelineItem &item : itemsInRow(layout, row)) {
        if (item.kind == TimelineItem::Kind::Bar && search.personMatches(layout.bars(row)[size_t(item.index)].person)) {
            found = item;
            break;
        }
    }
    m_canvas->setCurrent(found, TimelineCanvas::Reveal::Pan);
}

void TimelineView::editOffHours()
{
    const int schedule = currentSchedule();
    if (schedule < 0) {
        auto *box = new QMessageBox(QMessageBox::Information, windowTitle(), tr("Choose a schedule in the timeline first."), QMessageBox::Ok, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
        return;
    }
    const CoveredSchedule &row = m_data->coverage().schedules[size_t(schedule)];
    const QString id = row.id, name = plainText(row.name);
    const std::vector<RecurringTime> before = m_state.offHours.value(id);
    auto *dialog = new OffHoursDialog(name, plainText(row.zone), before, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id, name, before] {
        const std::vector<RecurringTime> after = dialog->times();
        if (after != before)
            m_undo->push(new OffHoursCommand(name, before, after, [this, id](const std::vector<RecurringTime> &times) { applyOffHours(id, times); }));
    });
    dialog->open();
}

void TimelineView::applyOffHours(const QString &scheduleId, const std::vector<RecurringTime> &times)
{
    if (times.empty())
        m_state.offHours.remove(scheduleId);
    else
        m_state.offHours.insert(scheduleId, times);
    m_source.setOffHours(m_state.offHours);
}

bool TimelineView::exportTo(const QString &path)
{
    if (!m_canvas->scene().layout)
        return false;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    const TimelinePicture picture(m_canvas->scene(), pictureTitle());
    const bool svg = path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive);
    const bool written = svg ? picture.writeSvg(file) : picture.image().save(&file, "PNG");
    return written && file.commit();
}

void TimelineView::chooseExport()
{
    if (!m_canvas->scene().layout)
        return;
    auto *dialog = new QFileDialog(this, tr("Export the visible range"), {}, tr("Vector picture (*.svg);;Picture (*.png)"));
    dialog->setObjectName(QStringLiteral("timelineExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("svg"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("png")) ? QStringLiteral("png") : QStringLiteral("svg"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (exportTo(path))
            return;
        auto *box = new QMessageBox(QMessageBox::Warning, tr("Cannot write the picture"), path, QMessageBox::Ok, this);
        box->setTextFormat(Qt::PlainText);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    dialog->open();
}

} // namespace pdsi

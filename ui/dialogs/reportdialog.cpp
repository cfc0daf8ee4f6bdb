// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/reportdialog.h"

#include "core/report/reportexport.h"
#include "ui/dialogs/reportform.h"
#include "ui/dialogs/reportpreview.h"
#include "ui/dialogs/timestampwords.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

namespace pdsi {

namespace {

constexpr QLatin1String presetsName("reportPresets");
constexpr QLatin1String lastChoiceName("reportChoice");
constexpr qsizetype previewBytes = 64 * 1024;
constexpr int previewDelayMs = 250;

QStringList frameworksOf(const Assessment &assessment)
{
    QStringList names;
    for (const ControlResult &control : assessment.controls) {
        for (const auto &reference : control.info.frameworks) {
            if (!names.contains(reference.framework))
                names << reference.framework;
        }
    }
    return names;
}

/// The beginning of a text format, cut at a line.
QString beginningOf(const QByteArray &bytes)
{
    if (bytes.size() <= previewBytes)
        return QString::fromUtf8(bytes);
    const qsizetype end = bytes.lastIndexOf('\n', previewBytes);
    return QString::fromUtf8(bytes.left(end > 0 ? end : previewBytes)) + QStringLiteral("\n[…]");
}

PreviewContent previewOf(const ReportOrder &order, const Cancellation &cancellation)
{
    const auto ordered = makeOrderedReport(order, cancellation);
    if (!ordered)
        return {nullptr, {}, ordered.error().detail};
    const auto format = reportKindFormat(order.choice.kind);
    if (format && *format != ReportFormat::Html && !isBinaryFormat(*format))
        return {nullptr, beginningOf(exportReport(ordered->report, *format)), {}};
    // What is read on a screen has the same chapters as what is printed.
    const auto paper = order.choice.letter ? QPageSize::Letter : QPageSize::A4;
    return {std::make_shared<const PdfPages>(ordered->report, paper, cancellation), {}, {}};
}

} // namespace

ReportDialog::ReportDialog(JudgedSnapshot audit, SearchWords filter, AppSettings &settings, Surroundings around, QWidget *parent)
    : QDialog(parent)
    , m_audit(std::move(audit))
    , m_filter(std::move(filter))
    , m_settings(settings)
    , m_around(std::move(around))
    , m_form(new ReportForm(frameworksOf(*m_audit.assessment), m_filter, m_around.timestampHost))
    , m_preview(new ReportPreview)
    , m_preset(new QComboBox)
    , m_status(new QLabel)
    , m_progress(new QProgressBar)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close))
    , m_stamping(new BundleStamping(m_around.timestampService))
{
    setObjectName(QStringLiteral("reportDialog"));
    setWindowTitle(tr("Export report"));
    layOut();
    m_soon.setSingleShot(true);
    m_soon.setInterval(previewDelayMs);
    connect(&m_soon, &QTimer::timeout, this, &ReportDialog::preparePreview);
    connect(m_form, &ReportForm::changed, this, [this] {
        m_soon.start();
        update();
    });
    connect(m_write, &QPushButton::clicked, this, &ReportDialog::ask);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ReportDialog::reject);
    connectStamping();
    const auto last = reportPresetsFrom(m_settings.list(lastChoiceName));
    fillPresets({});
    m_form->setChoice(last.isEmpty() ? m_presets.constFirst().choice : last.constFirst().choice);
    preparePreview();
    update();
}

void ReportDialog::layOut()
{
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->addWidget(createPresets());
    column->addWidget(m_form);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(left);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(left->minimumSizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(scroll);
    splitter->addWidget(m_preview);
    splitter->setStretchFactor(1, 1);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    m_status->setObjectName(QStringLiteral("report.status"));
    m_progress->setAccessibleName(tr("Progress of writing"));
    m_close = m_buttons->button(QDialogButtonBox::Close);
    m_write = m_buttons->addButton(tr("&Write report..."), QDialogButtonBox::ActionRole);
    m_write->setObjectName(QStringLiteral("report.write"));
    m_close->setAutoDefault(false);
    m_write->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_status);
    layout->addWidget(m_stamping);
    layout->addWidget(m_progress);
    layout->addWidget(m_buttons);
    resize(1060, 720);
    splitter->setSizes({380, 680});
}

ReportDialog::~ReportDialog() { m_cancellation.cancel(); }

ReportOrder ReportDialog::order() const { return {m_audit, m_form->choice(), m_filter, m_form->password(), m_key, m_redactionKey}; }

QWidget *ReportDialog::createPresets()
{
    const auto button = [this](const QString &text, const char *name, void (ReportDialog::*does)()) {
        auto *made = new QPushButton(text);
        made->setObjectName(QLatin1String(name));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, does);
        return made;
    };
    m_preset->setObjectName(QStringLiteral("report.preset"));
    m_preset->setAccessibleName(tr("Preset"));
    m_preset->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_preset->setMinimumContentsLength(18);
    connect(m_preset, &QComboBox::activated, this, &ReportDialog::choosePreset);
    m_savePreset = button(tr("&Keep as..."), "report.savePreset", &ReportDialog::savePreset);
    m_removePreset = button(tr("Re&move"), "report.removePreset", &ReportDialog::removePreset);
    m_undoPreset = new QPushButton(tr("&Undo"));
    m_undoPreset->setObjectName(QStringLiteral("report.undoPreset"));
    m_undoPreset->setAutoDefault(false);
    m_undoPreset->setToolTip(tr("Takes back the last change of the presets."));
    m_undoPreset->hide();
    connect(m_undoPreset, &QPushButton::clicked, this, [this] { restorePresets(m_presetsBefore, m_preset->currentText()); });
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("&Preset"));
    label->setBuddy(m_preset);
    layout->addWidget(label);
    layout->addWidget(m_preset);
    auto *row = new QHBoxLayout;
    row->addWidget(m_savePreset);
    row->addWidget(m_removePreset);
    row->addWidget(m_undoPreset);
    row->addStretch(1);
    layout->addLayout(row);
    return box;
}

void ReportDialog::fillPresets(const QString &select)
{
    m_presets = builtInReportPresets() + reportPresetsFrom(m_settings.list(presetsName));
    m_preset->clear();
    for (const ReportPreset &preset : std::as_const(m_presets))
        m_preset->addItem(preset.name);
    m_preset->setCurrentIndex(std::max(0, m_preset->findText(select)));
    update();
}

void ReportDialog::choosePreset(int index)
{
    m_form->setChoice(m_presets.at(index).choice);
    update();
}

void ReportDialog::savePreset()
{
    auto *question = new QInputDialog(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Keep as preset"));
    question->setLabelText(tr("Name of the preset (one of yours with this name is replaced):"));
    connect(question, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        const QString name = text.simplified().left(80);
        const auto builtIn = std::find_if(m_presets.cbegin(), m_presets.cend(), [&name](const ReportPreset &p) { return p.builtIn && p.name == name; });
        if (name.isEmpty() || builtIn != m_presets.cend())
            return m_status->setText(tr("The preset was not kept: it needs a name that no built-in preset has."));
        QList<ReportPreset> presets = m_presets;
        presets.removeIf([&name](const ReportPreset &p) { return !p.builtIn && p.name == name; });
        presets << ReportPreset{name, m_form->choice(), false};
        m_presetsBefore = m_settings.list(presetsName);
        m_undoPreset->show();
        m_settings.setList(presetsName, keptReportPresets(presets));
        fillPresets(name);
    });
    question->open();
}

void ReportDialog::removePreset()
{
    const int index = m_preset->currentIndex();
    if (index < 0 || m_presets.at(index).builtIn)
        return;
    QList<ReportPreset> presets = m_presets;
    presets.removeAt(index);
    m_presetsBefore = m_settings.list(presetsName);
    m_undoPreset->show();
    m_settings.setList(presetsName, keptReportPresets(presets));
    fillPresets({});
}

void ReportDialog::restorePresets(const QStringList &kept, const QString &select)
{
    m_settings.setList(presetsName, kept);
    m_undoPreset->hide();
    fillPresets(select);
}

void ReportDialog::preparePreview()
{
    m_preview->prepare([order = order()](const Cancellation &cancellation) { return previewOf(order, cancellation); });
}

void ReportDialog::ask()
{
    m_stamping->keepWithout();
    m_key.reset();
    const ReportOrder order = this->order();
    m_settings.setList(lastChoiceName, keptReportPresets({{QStringLiteral("last"), order.choice, false}}));
    findKey([this, order] {
        m_around.askForFile(order, [self = QPointer(this)](const QString &path) {
            if (self)
                self->write(path);
        });
    });
}

void ReportDialog::findKey(const std::function<void()> &then)
{
    const ReportChoice choice = m_form->choice();
    if (choice.kind != ReportKind::Bundle || !choice.isSigned)
        return then();
    m_status->setText(tr("Asking the keychain for the key..."));
    m_around.signingKey([self = QPointer(this), then](const Result<SigningKey> &key) {
        if (!self)
            return;
        if (!key)
            return self->m_status->setText(tr("The keychain gives no key to sign with (%1). Unlock it and try again, or write the bundle without a signature.")
                                               .arg(self->m_around.describe(key.error())));
        self->m_status->clear();
        self->m_key = *key;
        then();
    });
}

void ReportDialog::write(const QString &path)
{
    m_cancellation = {};
    m_writing = true;
    m_hidesPeople = m_form->choice().redacted;
    m_progress->setRange(0, 0);
    m_status->setText(tr("Writing %1...").arg(path));
    update();
    auto *watcher = new QFutureWatcher<Result<Done>>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int value) {
        m_progress->setRange(0, 1000);
        m_progress->setValue(value);
    });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path] {
        wrote(path, watcher->result());
        watcher->deleteLater();
    });
    watcher->setFuture(QtConcurrent::run([order = order(), path, cancellation = m_cancellation](QPromise<Result<Done>> &promise) {
        promise.setProgressRange(0, 1000);
        promise.addResult(writeOrderedReport(order, path, cancellation, [&promise](double part) {
            if (part >= 0)
                promise.setProgressValue(int(part * 1000));
        }));
    }));
}

void ReportDialog::wrote(const QString &path, const Result<Done> &result)
{
    if (result)
        return stamps() ? m_stamping->start(path) : finish(path);
    m_writing = false;
    update();
    m_status->setText(result.error().code == ErrorCode::Cancelled
                          ? tr("Cancelled. Nothing was written.")
                          : m_around.describe(result.error()));
    if (result.error().code != ErrorCode::Cancelled)
        Q_EMIT failed(result.error());
}

bool ReportDialog::stamps() const
{
    const ReportChoice choice = m_form->choice();
    return choice.kind == ReportKind::Bundle && choice.isStamped && !m_around.timestampHost.isEmpty();
}

void ReportDialog::connectStamping()
{
    connect(m_stamping, &BundleStamping::asking, this, [this] {
        m_writing = m_stampAsked = true;
        m_progress->setRange(0, 0);
        m_status->setText(tr("The bundle is written. Asking %1 for a time stamp...").arg(m_around.timestampHost));
        update();
    });
    connect(m_stamping, &BundleStamping::stamped, this, [this](const QString &path, const TimestampVerdict &stamp) {
        m_stampAsked = false;
        finish(path, tr("Time stamp: %1").arg(timestampSentence(stamp)));
    });
    connect(m_stamping, &BundleStamping::failed, this, [this](const Error &error) {
        m_writing = m_stampAsked = false;
        update();
        m_status->setText(tr("The bundle is written and complete, but it has no time stamp, so nobody else vouches for when it was made. %1")
                              .arg(timestampErrorSentence(error)));
    });
    connect(m_stamping, &BundleStamping::keptWithout, this, [this](const QString &path) { finish(path, tr("It has no time stamp.")); });
}

void ReportDialog::finish(const QString &path, const QString &more)
{
    m_writing = false;
    update();
    const QString where = m_hidesPeople
        ? tr("The report was written to %1, and who is who to %2. Keep that one apart.").arg(path, reversalTablePath(path))
        : tr("The report was written to %1. Only you can read the file.").arg(path);
    m_status->setText(more.isEmpty() ? where : where + QLatin1Char(' ') + more);
    Q_EMIT written(path);
}

void ReportDialog::reject()
{
    if (m_stampAsked)
        return m_stamping->cancel();
    if (m_writing) {
        m_cancellation.cancel();
        m_status->setText(tr("Cancelling..."));
        return;
    }
    m_stamping->keepWithout();
    QDialog::reject();
}

void ReportDialog::update()
{
    m_progress->setVisible(m_writing);
    m_write->setEnabled(!m_writing);
    m_form->setEnabled(!m_writing);
    m_preset->setEnabled(!m_writing);
    m_savePreset->setEnabled(!m_writing);
    const int index = m_preset->currentIndex();
    m_removePreset->setEnabled(!m_writing && index >= 0 && index < m_presets.size() && !m_presets.at(index).builtIn);
    m_close->setText(m_writing ? tr("Cancel") : tr("Close"));
    m_write->setText(m_form->choice().kind == ReportKind::Bundle ? tr("&Write bundle...") : tr("&Write report..."));
}

} // namespace pdsi

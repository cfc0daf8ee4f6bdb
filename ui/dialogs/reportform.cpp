// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/reportform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSpinBox>

namespace pdsi {

namespace {

template<typename Widget>
Widget *reportField(Widget *widget, const char *name, const QString &accessible)
{
    widget->setObjectName(QStringLiteral("report.") + QLatin1String(name));
    widget->setAccessibleName(accessible);
    return widget;
}

/// Selects the item that stands for `value`; the first one when there is none.
template<typename Value>
void chooseData(QComboBox &box, const Value &value)
{
    box.setCurrentIndex(std::max(0, box.findData(QVariant::fromValue(value))));
}

} // namespace

ReportForm::ReportForm(const QStringList &frameworks, const SearchWords &filter, const QString &timestampHost, QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_kind(reportField(new QComboBox, "kind", tr("Format")))
    , m_depth(reportField(new QComboBox, "depth", tr("Depth")))
    , m_grouping(reportField(new QComboBox, "grouping", tr("Controls in order of")))
    , m_framework(reportField(new QComboBox, "framework", tr("Framework")))
    , m_severity(reportField(new QComboBox, "severity", tr("Severity at least")))
    , m_paper(reportField(new QComboBox, "paper", tr("Paper")))
    , m_onlyFiltered(reportField(new QCheckBox(tr("Only what the search lets through")), "onlyFiltered", tr("Only what the search lets through")))
    , m_redacted(reportField(new QCheckBox(tr("People under pseudonyms")), "redacted", tr("People under pseudonyms")))
    , m_sample(reportField(new QCheckBox(tr("Draw a sample of")), "sample", tr("Draw a sample of the findings")))
    , m_attachments(reportField(new QCheckBox(tr("Attach JSON report and request log")), "attachments", tr("Attach JSON report and request log")))
    , m_signed(reportField(new QCheckBox(tr("Sign with my key from the keychain")), "signed", tr("Sign with my key from the keychain")))
    , m_stamped(reportField(new QCheckBox, "stamped", tr("Time stamp")))
    , m_operator(reportField(new QLineEdit, "operator", tr("Made by")))
    , m_seed(reportField(new QLineEdit, "seed", tr("Seed of the sample")))
    , m_password(reportField(new QLineEdit, "password", tr("Password to open the PDF")))
    , m_sampleSize(reportField(new QSpinBox, "sampleSize", tr("Findings in the sample")))
    , m_hasFilter(!filter.isEmpty())
{
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i <= int(ReportKind::Bundle); ++i)
        m_kind->addItem(reportKindText(static_cast<ReportKind>(i)), i);
    m_form->addRow(tr("&Format"), m_kind);
    createReading(*m_form);
    m_framework->addItem(tr("All frameworks"), QString());
    for (const QString &framework : frameworks)
        m_framework->addItem(framework, framework);
    createScope(*m_form);
    m_onlyFiltered->setToolTip(m_hasFilter ? tr("The findings table is filtered by: %1").arg(filter.text())
                                           : tr("The findings table is not filtered."));
    createPeople(*m_form);
    createSample(*m_form);
    createPdf(*m_form);
    createBundle(*m_form, timestampHost);
    setChoice({});
    for (QComboBox *box : {m_kind, m_depth, m_grouping, m_framework, m_severity, m_paper}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(16);
        connect(box, &QComboBox::currentIndexChanged, this, &ReportForm::update);
    }
    for (QCheckBox *box : {m_onlyFiltered, m_redacted, m_sample, m_attachments, m_signed, m_stamped})
        connect(box, &QCheckBox::toggled, this, &ReportForm::update);
    connect(m_sampleSize, &QSpinBox::valueChanged, this, &ReportForm::update);
    connect(m_seed, &QLineEdit::textChanged, this, &ReportForm::update);
    connect(m_operator, &QLineEdit::editingFinished, this, &ReportForm::update);
}

void ReportForm::createReading(QFormLayout &form)
{
    m_depth->addItem(tr("Executive: summary and controls"), int(ReportDepth::Executive));
    m_depth->addItem(tr("Manager: with findings and coverage"), int(ReportDepth::Manager));
    m_depth->addItem(tr("Auditor: with all evidence"), int(ReportDepth::Auditor));
    m_grouping->addItem(tr("Severity"), int(ReportGrouping::Severity));
    m_grouping->addItem(tr("Framework requirement"), int(ReportGrouping::Framework));
    form.addRow(tr("&Depth"), m_depth);
    form.addRow(tr("&Controls in order of"), m_grouping);
    form.addRow(tr("F&ramework"), m_framework);
}

void ReportForm::createScope(QFormLayout &form)
{
    m_severity->addItem(tr("Low (all findings)"), int(Severity::Low));
    m_severity->addItem(tr("Medium"), int(Severity::Medium));
    m_severity->addItem(tr("High"), int(Severity::High));
    m_severity->addItem(tr("Critical"), int(Severity::Critical));
    form.addRow(tr("&Severity at least"), m_severity);
    form.addRow(QString(), m_onlyFiltered);
}

void ReportForm::createPeople(QFormLayout &form)
{
    m_operator->setPlaceholderText(tr("Not said"));
    m_operator->setMaxLength(200);
    m_redacted->setToolTip(tr("Names become stable pseudonyms, e-mail addresses and phone numbers are masked. PagerDuty's ids stay."));
    form.addRow(tr("&Made by"), m_operator);
    form.addRow(QString(), m_redacted);
}

void ReportForm::createSample(QFormLayout &form)
{
    m_sampleSize->setRange(1, 10'000);
    m_sampleSize->setValue(25);
    m_sampleSize->setSuffix(tr(" findings"));
    m_seed->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,18}")), m_seed));
    m_seed->setText(QStringLiteral("1"));
    form.addRow(m_sample, m_sampleSize);
    form.addRow(tr("S&eed"), m_seed);
}

void ReportForm::createPdf(QFormLayout &form)
{
    m_paper->addItem(tr("A4"), false);
    m_paper->addItem(tr("Letter"), true);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("None"));
    form.addRow(tr("&Paper"), m_paper);
    form.addRow(QString(), m_attachments);
    form.addRow(tr("Pass&word"), m_password);
}

void ReportForm::createBundle(QFormLayout &form, const QString &timestampHost)
{
    m_signed->setToolTip(tr("The key is made when it is first needed and never leaves the keychain."));
    form.addRow(QString(), m_signed);
    m_stamped->setText(timestampHost.isEmpty() ? tr("Time stamp (the settings name no server)") : tr("Time stamp by %1").arg(timestampHost));
    m_stamped->setToolTip(tr("The server signs that the bundle existed at this time. It is sent a SHA-256 digest and nothing of the account."));
    m_stamped->setAccessibleName(m_stamped->text());
    m_stamped->setEnabled(!timestampHost.isEmpty());
    form.addRow(QString(), m_stamped);
}

void ReportForm::update()
{
    const ReportChoice now = choice();
    const bool pdf = now.kind == ReportKind::Pdf, reading = reportKindIsForReading(now.kind);
    const bool sampled = reading || now.kind == ReportKind::Xlsx;
    for (QWidget *field : {static_cast<QWidget *>(m_depth), static_cast<QWidget *>(m_grouping)})
        m_form->setRowVisible(field, reading);
    m_form->setRowVisible(m_framework, reading && now.grouping == ReportGrouping::Framework);
    for (QWidget *field : {static_cast<QWidget *>(m_severity), static_cast<QWidget *>(m_onlyFiltered)})
        m_form->setRowVisible(field, reportKindHasScope(now.kind));
    m_form->setRowVisible(m_sampleSize, sampled);
    m_form->setRowVisible(m_seed, sampled && m_sample->isChecked());
    for (QWidget *field : {static_cast<QWidget *>(m_paper), static_cast<QWidget *>(m_attachments), static_cast<QWidget *>(m_password)})
        m_form->setRowVisible(field, pdf);
    for (QWidget *field : {m_signed, m_stamped})
        m_form->setRowVisible(field, now.kind == ReportKind::Bundle);
    m_sampleSize->setEnabled(m_sample->isChecked());
    m_onlyFiltered->setEnabled(m_hasFilter);
    Q_EMIT changed();
}

ReportChoice ReportForm::choice() const
{
    ReportChoice choice;
    choice.kind = static_cast<ReportKind>(m_kind->currentData().toInt());
    choice.depth = static_cast<ReportDepth>(m_depth->currentData().toInt());
    choice.grouping = static_cast<ReportGrouping>(m_grouping->currentData().toInt());
    choice.framework = m_framework->currentData().toString();
    choice.onlyFiltered = m_onlyFiltered->isChecked() && m_hasFilter;
    choice.leastSeverity = static_cast<Severity>(m_severity->currentData().toInt());
    choice.operatorName = m_operator->text().trimmed();
    choice.redacted = m_redacted->isChecked();
    choice.sampleSize = m_sample->isChecked() ? m_sampleSize->value() : 0;
    choice.sampleSeed = m_seed->text().toULongLong();
    choice.letter = m_paper->currentData().toBool();
    choice.attachments = m_attachments->isChecked();
    choice.isSigned = m_signed->isChecked();
    choice.isStamped = m_stamped->isChecked();
    return choice;
}

void ReportForm::setChoice(const ReportChoice &choice)
{
    {
        const QSignalBlocker quiet(this);
        chooseData(*m_kind, int(choice.kind));
        chooseData(*m_depth, int(choice.depth));
        chooseData(*m_grouping, int(choice.grouping));
        chooseData(*m_framework, choice.framework);
        m_onlyFiltered->setChecked(choice.onlyFiltered);
        chooseData(*m_severity, int(choice.leastSeverity));
        m_operator->setText(choice.operatorName);
        m_redacted->setChecked(choice.redacted);
        m_sample->setChecked(choice.sampleSize > 0);
        if (choice.sampleSize > 0)
            m_sampleSize->setValue(choice.sampleSize);
        m_seed->setText(QString::number(choice.sampleSeed));
        chooseData(*m_paper, choice.letter);
        m_attachments->setChecked(choice.attachments);
        m_signed->setChecked(choice.isSigned);
        m_stamped->setChecked(choice.isStamped);
    }
    update();
}

Secret ReportForm::password() const { return Secret(m_password->text().toUtf8()); }

} // namespace pdsi

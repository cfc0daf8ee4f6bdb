// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/parameterform.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace pdsi {

namespace {

/// A value as the editor would show it.
QString wordsFor(const QWidget &editor, const QJsonValue &value)
{
    if (const auto *combo = qobject_cast<const QComboBox *>(&editor))
        return combo->itemText(combo->findData(value.toString()));
    if (const auto *line = qobject_cast<const QLineEdit *>(&editor); line && value.toString().isEmpty())
        return line->placeholderText();
    return value.isString() ? value.toString() : QString::number(value.toInteger());
}

} // namespace

const QList<ParameterForm::Row> &ParameterForm::collected()
{
    static const QList<Row> rows{
        {"scheduleCoverageDays", QT_TR_NOOP("Schedules ahead"), QT_TR_NOOP("How far schedules are rendered and must be covered"), QT_TR_NOOP(" days")},
        {"incidentLookbackDays", QT_TR_NOOP("Incidents back"), QT_TR_NOOP("How far back incidents are looked at"), QT_TR_NOOP(" days")},
        {"changeEventLookbackDays", QT_TR_NOOP("Change events back"), QT_TR_NOOP("How far back change events are looked at"), QT_TR_NOOP(" days")},
        {"auditRetentionDays", QT_TR_NOOP("Audit records kept"), QT_TR_NOOP("How long audit records must be kept"), QT_TR_NOOP(" days")},
        {"apiKeyMaxAgeDays", QT_TR_NOOP("Oldest API key"), QT_TR_NOOP("After how long an API key must have been replaced"), QT_TR_NOOP(" days")},
        {"dependencyDepth", QT_TR_NOOP("Dependencies"), QT_TR_NOOP("Whose dependencies are asked for"), nullptr},
    };
    return rows;
}

const QList<ParameterForm::Row> &ParameterForm::judged()
{
    static const QList<Row> rows{
        {"minAdmins", QT_TR_NOOP("Owners and admins always fine"), QT_TR_NOOP("So many people with full rights are never too many"), QT_TR_NOOP(" people")},
        {"maxAdminPercent", QT_TR_NOOP("Owners and admins at most"), QT_TR_NOOP("Share of all users, rounded up"), QT_TR_NOOP(" %")},
        {"minGapSeconds", QT_TR_NOOP("Shortest gap that counts"), QT_TR_NOOP("Shorter gaps in a schedule are no findings"), QT_TR_NOOP(" s")},
        {"minParticipants", QT_TR_NOOP("Participants at least"), QT_TR_NOOP("Different people in a schedule"), QT_TR_NOOP(" people")},
        {"minServicesForUrgency", QT_TR_NOOP("Services for urgency variety"), QT_TR_NOOP("With fewer services, different urgencies are not expected"), QT_TR_NOOP(" services")},
        {"criticalServices", QT_TR_NOOP("Critical services"), QT_TR_NOOP("Ids and name patterns (* and ?), comma separated; supports-business-service; empty: by urgency"), nullptr},
    };
    return rows;
}

ParameterForm::ParameterForm(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    const std::pair<QString, const QList<Row> *> groups[] = {{tr("What is collected"), &collected()},
                                                             {tr("How it is judged"), &judged()}};
    for (const auto &[title, rows] : groups) {
        auto *box = new QGroupBox(title);
        auto *form = new QFormLayout(box);
        form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        addRows(*form, *rows);
        layout->addWidget(box);
    }
    auto *defaults = new QPushButton(tr("Restore defaults"));
    defaults->setObjectName(QStringLiteral("parameters.defaults"));
    connect(defaults, &QPushButton::clicked, this, [this] { setParameters({}); });
    layout->addWidget(defaults, 0, Qt::AlignLeft);
    layout->addStretch();
    setParameters({});
}

void ParameterForm::addRows(QFormLayout &form, const QList<Row> &rows)
{
    const QJsonObject defaults = Parameters().toJson();
    for (const Row &row : rows) {
        QWidget *editor = editorFor(row);
        const QJsonValue usual = defaults.value(QLatin1String(row.name));
        auto *hint = new QLabel(tr("default: %1").arg(wordsFor(*editor, usual)));
        hint->setTextFormat(Qt::PlainText);
        hint->setForegroundRole(QPalette::PlaceholderText);
        auto *line = new QHBoxLayout;
        line->addWidget(editor, 1);
        line->addWidget(hint);
        auto *label = new QLabel(tr(row.label));
        label->setBuddy(editor);
        label->setToolTip(tr(row.explained));
        form.addRow(label, line);
    }
}

QWidget *ParameterForm::editorFor(const Row &row)
{
    const QString name = QLatin1String(row.name);
    QWidget *editor = nullptr;
    if (const auto range = Parameters::rangeOf(name)) {
        auto *spin = new QSpinBox;
        spin->setRange(range->first, range->second);
        spin->setSuffix(tr(row.unit));
        connect(spin, &QSpinBox::valueChanged, this, &ParameterForm::changed);
        editor = spin;
    } else if (name == QLatin1String("dependencyDepth")) {
        auto *combo = new QComboBox;
        combo->addItem(tr("of all services"), QStringLiteral("full"));
        combo->addItem(tr("of business services only"), QStringLiteral("business"));
        connect(combo, &QComboBox::currentIndexChanged, this, &ParameterForm::changed);
        editor = combo;
    } else {
        auto *line = new QLineEdit;
        line->setPlaceholderText(tr("by urgency"));
        connect(line, &QLineEdit::textChanged, this, &ParameterForm::changed);
        editor = line;
    }
    editor->setObjectName(QStringLiteral("parameters.") + name);
    editor->setAccessibleName(tr(row.label));
    editor->setAccessibleDescription(tr(row.explained));
    editor->setToolTip(tr(row.explained));
    m_editors.insert(name, editor);
    return editor;
}

void ParameterForm::setParameters(const Parameters &parameters)
{
    const QJsonObject values = parameters.toJson();
    for (auto it = m_editors.constBegin(); it != m_editors.constEnd(); ++it) {
        const QJsonValue value = values.value(it.key());
        if (auto *spin = qobject_cast<QSpinBox *>(it.value()))
            spin->setValue(value.toInt());
        else if (auto *combo = qobject_cast<QComboBox *>(it.value()))
            combo->setCurrentIndex(qMax(0, combo->findData(value.toString())));
        else
            qobject_cast<QLineEdit *>(it.value())->setText(value.toString());
    }
}

QString ParameterForm::text(const QString &name) const
{
    const QWidget *editor = m_editors.value(name);
    if (const auto *spin = qobject_cast<const QSpinBox *>(editor))
        return QString::number(spin->value());
    if (const auto *combo = qobject_cast<const QComboBox *>(editor))
        return combo->currentData().toString();
    return qobject_cast<const QLineEdit *>(editor)->text();
}

Result<Parameters> ParameterForm::parameters() const
{
    Parameters parameters;
    for (auto it = m_editors.constBegin(); it != m_editors.constEnd(); ++it) {
        if (auto set = parameters.set(it.key(), text(it.key())); !set)
            return set.error();
    }
    return parameters;
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/collectdialog.h"

#include "ui/dialogs/parameterform.h"
#include "ui/models/snapshotlistmodel.h"
#include "ui/parts/plainlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pdsi {

namespace {

template<typename Widget>
Widget *named(Widget *widget, const char *name, const QString &accessible)
{
    widget->setObjectName(QStringLiteral("collect.") + QLatin1String(name));
    widget->setAccessibleName(accessible);
    return widget;
}

} // namespace

LiveAudit CollectionChoice::audit() const
{
    LiveAudit audit;
    audit.connection = connection;
    audit.parameters = parameters;
    audit.asOf = asOf;
    audit.includeAnalytics = includeAnalytics;
    audit.fresh = fresh;
    audit.concurrency = concurrency;
    audit.timeout = timeout;
    return audit;
}

CollectDialog::CollectDialog(SnapshotLibrary &library, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_library(library)
    , m_clock(clock)
    , m_connection(named(new QComboBox, "connection", tr("Connection")))
    , m_resumeBox(createResumeBox())
    , m_asOfGiven(named(new QCheckBox(tr("As of another instant")), "asOfGiven", tr("As of another instant")))
    , m_analytics(named(new QCheckBox(tr("Include analytics (needs a key that may POST)")), "analytics", tr("Include analytics")))
    , m_asOf(named(new QDateTimeEdit, "asOf", tr("Instant the account is judged for, UTC")))
    , m_concurrency(named(new QSpinBox, "concurrency", tr("Requests at once")))
    , m_timeout(named(new QSpinBox, "timeout", tr("Longest wait for an answer")))
    , m_parameters(new ParameterForm)
    , m_problem(plainLabel(QStringLiteral("collect.problem")))
{
    setWindowTitle(tr("Collect an account"));
    setObjectName(QStringLiteral("collectDialog"));
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_parameters);
    auto *tabs = new QTabWidget;
    tabs->addTab(createAccountPage(), tr("Collection"));
    tabs->addTab(scroll, tr("Parameters"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_collect = buttons->button(QDialogButtonBox::Ok);
    m_collect->setObjectName(QStringLiteral("collect.ok"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tabs);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::accepted, this, &CollectDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_connection, &QComboBox::currentIndexChanged, this, &CollectDialog::update);
    connect(m_resume, &QRadioButton::toggled, this, &CollectDialog::update);
    connect(m_asOfGiven, &QCheckBox::toggled, this, &CollectDialog::update);
    connect(m_parameters, &ParameterForm::changed, this, &CollectDialog::update);
    connect(&library, &SnapshotLibrary::listed, this, &CollectDialog::listed);
    resize(560, 560);
    update();
    m_library.refresh();
}

QWidget *CollectDialog::createAccountPage()
{
    m_asOf->setTimeSpec(Qt::UTC);
    m_asOf->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
    m_asOf->setDateTime(m_clock.nowUtc());
    m_asOf->setCalendarPopup(true);
    m_asOfGiven->setToolTip(tr("Otherwise the account is judged as of the moment the collection starts."));
    m_concurrency->setRange(1, 32);
    m_concurrency->setValue(CollectionChoice().concurrency);
    m_timeout->setRange(1, 600);
    m_timeout->setSuffix(tr(" s"));
    m_timeout->setValue(static_cast<int>(CollectionChoice().timeout.count() / 1'000));
    auto *manage = named(new QPushButton(tr("Manage connections...")), "manage", tr("Manage connections"));
    manage->setAutoDefault(false);
    connect(manage, &QPushButton::clicked, this, &CollectDialog::manageConnectionsRequested);
    auto *who = new QHBoxLayout;
    who->addWidget(m_connection, 1);
    who->addWidget(manage);
    auto *when = new QHBoxLayout;
    when->addWidget(m_asOfGiven);
    when->addWidget(m_asOf, 1);

    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *label = new QLabel(tr("&Connection"));
    label->setBuddy(m_connection);
    form->addRow(label, who);
    form->addRow(m_resumeBox);
    form->addRow(when);
    form->addRow(m_analytics);
    form->addRow(tr("&Requests at once"), m_concurrency);
    form->addRow(tr("&Longest wait for an answer"), m_timeout);
    return page;
}

QGroupBox *CollectDialog::createResumeBox()
{
    auto *box = new QGroupBox(tr("Interrupted collection"));
    m_resumeText = plainLabel(QStringLiteral("collect.resumeText"));
    m_resume = named(new QRadioButton(tr("Resume it, with its own parameters")), "resume", tr("Resume it, with its own parameters"));
    m_anew = named(new QRadioButton(tr("Start anew")), "anew", tr("Start anew"));
    m_resume->setChecked(true);
    auto *layout = new QVBoxLayout(box);
    layout->addWidget(m_resumeText);
    layout->addWidget(m_resume);
    layout->addWidget(m_anew);
    return box;
}

void CollectDialog::setConnections(const QList<Connection> &connections)
{
    const QString before = connection() ? connection()->name : QString();
    m_connections = connections;
    m_connection->clear();
    for (const Connection &each : connections)
        m_connection->addItem(QStringLiteral("%1 (%2)").arg(each.name, each.baseUrl.host()), each.name);
    selectConnection(before);
    applyPreference();
    update();
}

void CollectDialog::selectConnection(const QString &name)
{
    if (const int index = m_connection->findData(name); index >= 0)
        m_connection->setCurrentIndex(index);
}

void CollectDialog::preferResume(const QUuid &snapshotId)
{
    m_preferred = snapshotId;
    applyPreference();
}

void CollectDialog::listed(const QList<SnapshotSummary> &summaries)
{
    m_listed = true;
    m_unfinished.clear();
    const QDateTime now = m_clock.nowUtc();
    std::copy_if(summaries.begin(), summaries.end(), std::back_inserter(m_unfinished),
                 [&now](const SnapshotSummary &s) { return s.isResumable(now) && s.requests > 0; });
    applyPreference();
    update();
}

void CollectDialog::applyPreference()
{
    const auto wanted = std::find_if(m_unfinished.begin(), m_unfinished.end(),
                                     [this](const SnapshotSummary &s) { return s.id == m_preferred; });
    if (wanted == m_unfinished.end())
        return;
    const auto same = std::find_if(m_connections.begin(), m_connections.end(), [&wanted](const Connection &c) {
        return c.baseUrl.toString() == wanted->account.baseUrl && c.signIn == wanted->account.signIn;
    });
    if (same == m_connections.end())
        return;
    std::rotate(m_unfinished.begin(), wanted, wanted + 1); // the first that fits is offered
    m_preferred = {};
    m_connection->setCurrentIndex(static_cast<int>(same - m_connections.begin()));
    m_resume->setChecked(true);
    update();
}

const Connection *CollectDialog::connection() const
{
    const int index = m_connection->currentIndex();
    return index < 0 || index >= m_connections.size() ? nullptr : &m_connections.at(index);
}

const SnapshotSummary *CollectDialog::unfinished() const
{
    const Connection *chosen = connection();
    const auto found = std::find_if(m_unfinished.begin(), m_unfinished.end(), [chosen](const SnapshotSummary &s) {
        return chosen && s.account.baseUrl == chosen->baseUrl.toString() && s.account.signIn == chosen->signIn;
    });
    return found == m_unfinished.end() ? nullptr : &*found;
}

bool CollectDialog::resuming() const { return unfinished() && m_resume->isChecked(); }

void CollectDialog::update()
{
    const SnapshotSummary *kept = unfinished();
    m_resumeBox->setVisible(kept);
    if (kept) {
        m_resumeText->setText(tr("Started %1 UTC, %2 answers are kept%3. If the key is another one by now, a new collection starts.")
                                  .arg(kept->startedAt.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm")))
                                  .arg(kept->requests)
                                  .arg(kept->account.keyHint.isEmpty() ? QString() : tr(", the key ended in %1").arg(kept->account.keyHint)));
    }
    const bool free = !resuming();
    m_asOfGiven->setEnabled(free);
    m_asOf->setEnabled(free && m_asOfGiven->isChecked());
    m_analytics->setEnabled(free);
    m_parameters->setEnabled(free);
    const auto parameters = m_parameters->parameters();
    m_problem->setText(m_connections.isEmpty() ? tr("There is no connection yet. Manage connections... adds one.")
                           : !parameters       ? parameters.error().detail
                                               : QString());
    m_problem->setVisible(!m_problem->text().isEmpty());
    // Until it is known what can be resumed, "Collect" would ask everything anew.
    m_collect->setEnabled(connection() && parameters && m_listed);
    m_collect->setText(free ? tr("Collect") : tr("Resume"));
}

CollectionChoice CollectDialog::choice() const
{
    CollectionChoice choice;
    if (const Connection *chosen = connection())
        choice.connection = *chosen;
    choice.concurrency = m_concurrency->value();
    choice.timeout = std::chrono::seconds(m_timeout->value());
    if (resuming()) {
        const SnapshotSummary &kept = *unfinished();
        choice.parameters = kept.parameters;
        choice.includeAnalytics = kept.includesAnalytics;
        if (kept.asOfGiven)
            choice.asOf = kept.asOf;
        return choice;
    }
    choice.fresh = true;
    if (const auto parameters = m_parameters->parameters())
        choice.parameters = *parameters;
    choice.includeAnalytics = m_analytics->isChecked();
    if (m_asOfGiven->isChecked())
        choice.asOf = m_asOf->dateTime().toSecsSinceEpoch();
    return choice;
}

void CollectDialog::take()
{
    Q_EMIT collectRequested(choice());
    accept();
}

} // namespace pdsi

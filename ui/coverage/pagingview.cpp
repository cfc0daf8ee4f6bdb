// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/pagingview.h"

#include "core/coverage/zonedtime.h"
#include "ui/coverage/pagebrowser.h"
#include "ui/coverage/pagingpage.h"
#include "ui/coverage/servicechooser.h"
#include "ui/models/coveragesource.h"
#include "ui/models/whatifwords.h"
#include "ui/parts/whatifbanner.h"
#include "ui/shell/selection.h"

#include <QAction>
#include <QClipboard>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace pdsi {

namespace {

QToolButton *button(const QString &name)
{
    auto *made = new QToolButton;
    made->setObjectName(name);
    made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return made;
}

bool has(const std::vector<int> &indexes, int index) { return std::find(indexes.begin(), indexes.end(), index) != indexes.end(); }

} // namespace

QString serviceAtPlace(const AccountCoverage &coverage, const QString &kind, const QString &id, const QString &current)
{
    if (kind == QLatin1String("service"))
        return coverage.serviceIndex(id) >= 0 ? id : QString();
    std::vector<int> policies;
    if (const int policy = coverage.policyIndex(id); kind == QLatin1String("escalation_policy") && policy >= 0)
        policies = {policy};
    if (const int schedule = coverage.scheduleIndex(id); kind == QLatin1String("schedule") && schedule >= 0)
        policies = coverage.schedules[static_cast<size_t>(schedule)].policies;
    const int now = coverage.serviceIndex(current);
    if (now >= 0 && has(policies, coverage.services[static_cast<size_t>(now)].policy))
        return current;
    for (const int policy : policies) {
        const std::vector<int> &services = coverage.policies[static_cast<size_t>(policy)].services;
        if (!services.empty())
            return coverage.services[static_cast<size_t>(services.front())].id;
    }
    return {};
}

PagingView::PagingView(Selection &selection, CoverageSource &source, QWidget *parent)
    : QDockWidget(tr("Who would be paged"), parent)
    , m_selection(selection)
    , m_source(source)
    , m_query(new PagingQuery(this))
    , m_service(new ServiceChooser)
    , m_when(new QDateTimeEdit)
    , m_zone(new QComboBox)
    , m_previous(button(QStringLiteral("pagingPrevious")))
    , m_next(button(QStringLiteral("pagingNext")))
    , m_page(new PageBrowser(selection))
{
    setObjectName(QStringLiteral("paging"));
    makeControls();
    makeActions();
    connect(&source, &CoverageSource::coverageChanged, this, &PagingView::coverageChanged);
    connect(&source, &CoverageSource::computingChanged, this, &PagingView::showInstant);
    connect(&selection, &Selection::placeChanged, this, &PagingView::followPlace);
    connect(&selection, &Selection::instantChanged, this, &PagingView::showInstant);
    connect(m_query, &PagingQuery::worstChanged, this, &PagingView::showInstant);
    connect(m_service, &ServiceChooser::chosen, this, &PagingView::chooseService);
    connect(m_when, &QDateTimeEdit::dateTimeChanged, this, &PagingView::takeInstant);
    connect(m_zone, &QComboBox::currentIndexChanged, this, &PagingView::showInstant);
    coverageChanged();
}

void PagingView::makeControls()
{
    m_service->setObjectName(QStringLiteral("pagingService"));
    m_service->setAccessibleName(tr("Service that gets the incident"));
    m_when->setObjectName(QStringLiteral("pagingInstant"));
    m_when->setAccessibleName(tr("Time of the incident"));
    m_when->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_when->setCalendarPopup(true);
    m_when->setKeyboardTracking(false);
    m_when->setTimeSpec(Qt::UTC); // it shows the clocks of the chosen zone; no hour is skipped or doubled by ours
    m_zone->setObjectName(QStringLiteral("pagingZone"));
    m_zone->setAccessibleName(tr("Time zone"));
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zone->setMinimumContentsLength(6);
    m_page->setObjectName(QStringLiteral("pagingPage"));
    m_page->setAccessibleName(tr("Who would be paged, level by level"));
    auto *serviceLabel = new QLabel(tr("&Service"));
    serviceLabel->setBuddy(m_service);
    auto *whenLabel = new QLabel(tr("&Time"));
    whenLabel->setBuddy(m_when);
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(6, 4, 6, 0);
    grid->setSpacing(4);
    grid->addWidget(serviceLabel, 0, 0);
    grid->addWidget(m_service, 0, 1, 1, 2);
    grid->addWidget(whenLabel, 1, 0);
    grid->addWidget(m_when, 1, 1);
    grid->addWidget(m_zone, 1, 2);
    auto *changes = new QHBoxLayout;
    changes->addWidget(m_previous);
    changes->addWidget(m_next);
    grid->addLayout(changes, 2, 0, 1, 3);
    grid->addWidget(new WhatIfBanner(m_source), 3, 0, 1, 3);
    grid->addWidget(m_page, 4, 0, 1, 3);
    grid->setRowStretch(4, 1);
    grid->setColumnStretch(2, 1);
    setWidget(content);
}

void PagingView::makeActions()
{
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &keys, auto what) {
        auto *action = new QAction(text, this);
        action->setObjectName(QStringLiteral("paging.") + name);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, what);
        addAction(action);
        return action;
    };
    m_toPrevious = add(QStringLiteral("previousChange"), tr("Previous change"), Qt::ALT | Qt::SHIFT | Qt::Key_Left,
                       [this] { moveTo(m_query->changeBefore(instant())); });
    m_toNext = add(QStringLiteral("nextChange"), tr("Next change"), Qt::ALT | Qt::SHIFT | Qt::Key_Right,
                   [this] { moveTo(m_query->changeAfter(instant())); });
    m_toAsOf = add(QStringLiteral("snapshotTime"), tr("Go to the time of the snapshot"), {},
                   [this] { m_selection.setInstant(std::nullopt); });
    add(QStringLiteral("copy"), tr("Copy the paging path as text"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] { copy(); });
    m_toPrevious->setToolTip(tr("Go to the previous change of who is on call"));
    m_toNext->setToolTip(tr("Go to the next change of who is on call"));
    m_previous->setDefaultAction(m_toPrevious);
    m_next->setDefaultAction(m_toNext);
    m_previous->setArrowType(Qt::LeftArrow);
    m_next->setArrowType(Qt::RightArrow);
}

Instant PagingView::instant() const
{
    if (m_selection.instant())
        return *m_selection.instant();
    return m_selection.audit() ? m_selection.audit().assessment->asOf : 0;
}

QTimeZone PagingView::zone() const
{
    const QTimeZone own = m_query->service() >= 0 ? m_zones.ofService(m_query->service()) : QTimeZone::utc();
    return chosenZone(static_cast<ZoneChoice>(m_zone->currentData().toInt()), own);
}

void PagingView::coverageChanged()
{
    const auto &coverage = m_source.coverage();
    m_zones = coverage ? CoverageZones(*coverage) : CoverageZones();
    m_service->setServices(coverage ? coverage->services : std::vector<CoveredService>());
    QString chosen;
    if (coverage) {
        const Place &place = m_selection.place();
        chosen = serviceAtPlace(*coverage, place.resourceKind, place.resourceId, m_query->serviceId());
        if (chosen.isEmpty() && coverage->serviceIndex(m_query->serviceId()) >= 0)
            chosen = m_query->serviceId();
        if (chosen.isEmpty() && !coverage->services.empty())
            chosen = coverage->services[static_cast<size_t>(worstServicesFirst(*coverage).front())].id;
    }
    ask(chosen);
}

void PagingView::followPlace()
{
    if (!m_source.coverage())
        return;
    const Place &place = m_selection.place();
    const QString service = serviceAtPlace(*m_source.coverage(), place.resourceKind, place.resourceId, m_query->serviceId());
    if (!service.isEmpty() && service != m_query->serviceId())
        ask(service);
}

void PagingView::ask(const QString &serviceId)
{
    m_service->show(serviceId);
    m_query->ask(m_source.inventory(), m_source.coverage(), serviceId);
    showZones();
    showInstant();
}

void PagingView::chooseService(const QString &serviceId)
{
    if (serviceId != m_query->serviceId())
        ask(serviceId);
    m_selection.selectResource(QStringLiteral("service"), serviceId);
}

void PagingView::showZones()
{
    const QSignalBlocker blocked(m_zone);
    const int chosen = std::max(0, m_zone->currentIndex());
    m_zone->clear();
    const QTimeZone own = m_query->service() >= 0 ? m_zones.ofService(m_query->service()) : QTimeZone::utc();
    m_zone->addItem(QString::fromLatin1(own.id()), static_cast<int>(ZoneChoice::Schedule));
    m_zone->addItem(tr("UTC"), static_cast<int>(ZoneChoice::Utc));
    m_zone->addItem(tr("My time"), static_cast<int>(ZoneChoice::Mine));
    m_zone->setItemData(0, tr("The zone of the service's first schedule"), Qt::ToolTipRole);
    m_zone->setCurrentIndex(chosen);
}

void PagingView::showInstant()
{
    const bool asked = m_query->service() >= 0;
    const QTimeZone shown = zone();
    m_when->setEnabled(asked);
    m_toPrevious->setEnabled(asked && m_query->changeBefore(instant()));
    m_toNext->setEnabled(asked && m_query->changeAfter(instant()));
    m_toAsOf->setEnabled(asked);
    const QSignalBlocker blocked(m_when);
    m_when->setDateTime(QDateTime(dateAt(instant(), shown), QTime(0, 0), QTimeZone::utc()).addSecs(secondOfDayAt(instant(), shown)));
    TextPage page;
    if (asked) {
        const PagingPath path = m_query->pathAt(instant());
        page = pagingPage({*m_source.inventory(), *m_query->coverage(), path, m_query->worst() ? &*m_query->worst() : nullptr, shown});
    } else if (!m_source.coverage()) {
        page.line().add(m_source.isComputing() ? tr("Working out who is on call...") : tr("No snapshot is open."));
    } else {
        page.line().add(tr("No services were read."));
    }
    m_page->setPage(std::move(page));
}

void PagingView::takeInstant()
{
    const QDateTime typed = m_when->dateTime();
    moveTo(instantOfWallClock(typed.date(), QTime(0, 0).secsTo(typed.time()), zone()));
}

void PagingView::moveTo(std::optional<Instant> instant)
{
    if (instant)
        m_selection.setInstant(instant);
}

void PagingView::copy()
{
    if (m_query->service() < 0)
        return;
    const QString supposed = whatIfWords(*m_source.inventory(), m_query->coverage()->options.whatIf);
    const QString path = m_page->page().text();
    QGuiApplication::clipboard()->setText(supposed.isEmpty() ? path : supposed + QLatin1Char('\n') + path);
}

} // namespace pdsi

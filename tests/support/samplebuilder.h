// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/accountfactory.h"
#include "tests/support/prng.h"

#include <QHash>

namespace pdsi {

/// Builds sampleAccount(). People, schedules and so on are called by short keys in its tables.
class SampleBuilder
{
public:
    SampleBuilder();
    AccountModel build();

private:
    void teams();
    void people();
    void schedules();
    void followTheSun();
    void troubledSchedules();
    void shiftSchedules();
    void policies();
    void services();
    void integrationsOf(const QString &serviceId, const QString &kinds, QJsonArray *integrations);
    void mapping();
    void outbound();
    void workflows();
    void incidents();
    void changes();
    void audit();
    void odds();

    /// References to users by first name, e.g. {"Marit", "Joost"}.
    QJsonArray people(const QStringList &firstNames) const;
    QJsonArray teamsOf(const QString &letters) const;
    /// Targets by key: `S01`, `V02`, or a first name.
    QJsonArray targets(const QStringList &keys) const;
    void addSchedule(const QString &key, const QString &name, const QString &zone, const QString &team,
                     const QStringList &firstNames, const std::vector<LayerPlan> &layers,
                     const std::vector<RenderedEntry> &overrides = {});
    QJsonObject byKey(const QString &list, const QString &key) const;

    AccountFactory f;
    Prng prng{20261019};
    QHash<QString, QJsonObject> m_people;    ///< first name -> reference
};

/// A rotation of everybody who started some time ago.
LayerPlan rotation(const QString &name, Instant start, int turnSeconds, const std::vector<int> &people,
                   const std::vector<Restriction> &restrictions = {});

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/accountfactory.h"
#include "tests/support/prng.h"

namespace pdsi {

/// Builds randomAccount(): small, but with the odd cases of every control.
class RandomBuilder
{
public:
    explicit RandomBuilder(quint64 seed);
    AccountModel build();

private:
    /// A chance that is smaller in accounts that are well kept.
    bool odd(int percent) { return prng.chance(percent * m_oddity / 100); }
    static QString id(const QString &prefix, int n);
    QJsonObject anyOf(const QString &list);
    QJsonObject anyUserReference(int gonePercent = 8);
    QJsonValue maybeNull(const QJsonValue &value, int percent = 15);

    void abilities();
    void people();
    QJsonObject oddUser(int n);
    void oddMethods(QJsonObject *user);

    void schedules();
    QJsonObject layeredSchedule(int n);
    QJsonObject shiftSchedule(int n);
    QJsonArray oddLayers(const QJsonArray &people);
    std::vector<RenderedEntry> oddEntries(int people);
    QString oddTime(Instant instant);
    template<typename T>
    void shuffle(std::vector<T> *list)
    {
        for (std::size_t i = list->size(); i > 1; --i)
            std::swap((*list)[i - 1], (*list)[std::size_t(prng.below(int(i)))]);
    }

    void policies();
    QJsonArray oddTargets();
    void services();
    QJsonObject oddIntegration(int n, const QString &serviceId);
    QJsonValue oddUrgencyRule();
    void mapping();
    void outbound();
    void events();
    void audit();

    AccountFactory f;
    Prng prng;
    int m_oddity = 100;      ///< per cent; 0 = nothing is wrong but by chance
    int m_integrations = 0;
};

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/requestrecord.h"
#include "ui/models/searchwords.h"

#include <QSortFilterProxyModel>

namespace pdsi {

/// The requests of a RequestLogModel that match search words. Facets: class (name in reports or word), status
/// (200, 4xx, none), result, method, id; anything else is looked for in every text of the request.
class RequestLogFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit RequestLogFilterModel(QObject *parent = nullptr);

    void setWords(const SearchWords &words);
    static bool matches(const RequestRecord &record, const SearchWords &words);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    SearchWords m_words;
};

} // namespace pdsi

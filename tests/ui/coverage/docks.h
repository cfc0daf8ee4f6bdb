// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/coverage/gappyaccount.h"
#include "ui/coverage/coveragetable.h"
#include "ui/coverage/gaplistview.h"
#include "ui/coverage/gapspane.h"
#include "ui/coverage/pagebrowser.h"
#include "ui/coverage/pagingview.h"
#include "ui/models/coveragesource.h"
#include "ui/shell/selection.h"

#include <QAction>

namespace pdsi {

/// Both docks over the sample account.
struct Docks {
    Selection selection;
    CoverageSource source;
    GapListView gaps{selection, source};
    PagingView paging{selection, source};

    explicit Docks(const JudgedSnapshot &audit = {})
    {
        gaps.resize(900, 300);
        paging.resize(380, 600);
        if (!audit)
            return;
        selection.setAudit(audit);
        source.setAudit(audit);
    }
    const AccountCoverage &coverage() const { return *source.coverage(); }
    GapListModel &model() { return *gaps.gaps()->model(); }
    CoverageTable &table() { return *gaps.gaps()->table(); }
    GapListEntry current() { return model().entry(table().currentIndex().row()); }
    template<typename Control>
    Control *control(const char *name)
    {
        auto *found = gaps.findChild<Control *>(QLatin1String(name));
        return found ? found : paging.findChild<Control *>(QLatin1String(name));
    }
    void trigger(const char *name) { control<QAction>(name)->trigger(); }
};

} // namespace pdsi

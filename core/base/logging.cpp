// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"

namespace pdsi {

Q_LOGGING_CATEGORY(lcCollector, "pdsi.collector", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSnapshot, "pdsi.snapshot", QtWarningMsg)
Q_LOGGING_CATEGORY(lcAccount, "pdsi.account", QtWarningMsg)
Q_LOGGING_CATEGORY(lcControls, "pdsi.controls", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSession, "pdsi.session", QtWarningMsg)

} // namespace pdsi

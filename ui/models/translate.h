// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace pdsi {

/// Translates in functions outside of classes. lupdate files their strings under the namespace, so the words must be
/// looked up there; a class that is no QObject says Q_DECLARE_TR_FUNCTIONS(its name).
inline QString tr(const char *text) { return QCoreApplication::translate("pdsi", text); }

} // namespace pdsi

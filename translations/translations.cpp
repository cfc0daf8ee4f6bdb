// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QtGlobal>

// Q_INIT_RESOURCE declares a function and so must not stand inside a namespace.
static void initStaticTranslations()
{
    Q_INIT_RESOURCE(pdsi_i18n);
}

namespace pdsi {

void initTranslations()
{
    [[maybe_unused]] static const bool done = (initStaticTranslations(), true);
}

} // namespace pdsi

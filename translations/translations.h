// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pdsi {

/// Makes :/i18n available in programs that link this library statically. Cheap to call again.
void initTranslations();

} // namespace pdsi

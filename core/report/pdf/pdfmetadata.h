// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pdf/pdffinish.h"

namespace pdsi {

/// `D:20260302123130+00'00'`.
QByteArray pdfDate(const QDateTime &utc);

/// The XMP packet, in step with the document information.
QByteArray pdfXmp(const PdfFinishing &finishing);

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/errorwords.h"

#include "ui/models/translate.h"

namespace pdsi {

QString errorSentence(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return tr("The file does not exist: %1").arg(error.detail);
    case ErrorCode::CannotRead:
        return tr("The file cannot be read: %1. Check that it is there and that you may read it.").arg(error.detail);
    case ErrorCode::Malformed:
        return tr("This is not a snapshot archive, or it is damaged: %1. Ask for the file again.").arg(error.detail);
    case ErrorCode::DigestMismatch:
        return tr("The archive was changed after it was written: %1 does not match its recorded digest. "
                  "Do not rely on it; ask for the original.").arg(error.detail);
    case ErrorCode::UnsupportedVersion:
        return tr("The archive was written by a newer version of this program (%1). Update, then open it again.").arg(error.detail);
    default:
        return tr("Something went wrong: %1").arg(error.detail);
    }
}

QString writeErrorSentence(const Error &error)
{
    return tr("The file could not be written: %1. Nothing was left behind; choose another folder or name.")
        .arg(error.detail);
}

} // namespace pdsi

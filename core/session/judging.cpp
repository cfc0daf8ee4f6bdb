// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/judging.h"

#include "core/base/clock.h"
#include "core/snapshot/snapshotarchive.h"

#include "resources/resources.h"

#include <QFile>
#include <QTemporaryFile>

namespace pdsi {

Result<Snapshot> openSampleSnapshot()
{
    initResources();
    // The archive reader works on files; the open descriptor outlives the temporary file's name.
    QFile embedded(QStringLiteral(":/pdsi/sample/sample.pdsnap"));
    if (!embedded.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, QStringLiteral("the bundled sample account")};
    QTemporaryFile copy;
    if (!copy.open() || copy.write(embedded.readAll()) != embedded.size() || !copy.flush())
        return Error{ErrorCode::CannotWrite, copy.fileName()};
    return openSnapshotArchive(copy.fileName());
}

AssessmentOptions defaultOptionsFor(const Snapshot &snapshot, SignInKind reportedSignIn)
{
    AssessmentOptions options;
    options.asOf = snapshot.info().asOf;
    options.assessedAt = Clock::system().nowUtc();
    options.id = QUuid::createUuid();
    options.toolVersion = QStringLiteral(PDSI_VERSION);
    options.parameters = snapshot.info().parameters;
    options.signIn = reportedSignIn;
    return options;
}

JudgedSnapshot judgeSnapshot(const Snapshot &snapshot, SignInKind reportedSignIn)
{
    JudgedSnapshot judged;
    judged.inventory = Inventory::load(snapshot);
    judged.assessment = assess(judged.inventory, defaultOptionsFor(snapshot, reportedSignIn));
    return judged;
}

Result<JudgedSnapshot> judgeSample()
{
    const auto snapshot = openSampleSnapshot();
    if (!snapshot)
        return snapshot.error();
    return judgeSnapshot(*snapshot, SignInKind::Sample);
}

Result<JudgedSnapshot> judgeArchive(const QString &path)
{
    const auto snapshot = openSnapshotArchive(path);
    if (!snapshot)
        return snapshot.error();
    return judgeSnapshot(*snapshot, SignInKind::Snapshot);
}

} // namespace pdsi

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/bundle/bundleinstructions.h"

namespace pdsi {

namespace {

const char *const intro = R"(How to verify this evidence bundle
==================================

manifest.json lists every file of the bundle with its size and SHA-256, and says which account, snapshot and
assessment it belongs to. Nothing below needs a network.

With the program that wrote it
------------------------------
    pagerduty-sec-inspector verify BUNDLE.zip%1

It names the first file that differs, is missing or does not belong, and also checks that the snapshot is intact, that
the evidence is the snapshot's, and that report.json was made from it. Exit codes: 0 good, 1 differs, 2 not readable.

Without it
----------
Unpack the bundle into an empty folder and go there.
)";

const char *const signedSteps = R"(
1. The signature, with minisign (https://jedisct1.github.io/minisign/):

       minisign -V -p PUBLIC-KEY.txt -m manifest.json

   PUBLIC-KEY.txt came with the bundle, so this alone only proves that the files fit together. It proves who made them
   when you know the key: compare its fingerprint with the one its owner told you by another way. This bundle says

       %1

   which is the SHA-256 of the 32 bytes of the key:

       sed -n 2p PUBLIC-KEY.txt | base64 -d | tail -c 32 | sha256sum
)";

const char *const unsignedSteps = R"(
1. This bundle is not signed. What follows proves that the files fit together, not who made them.
)";

const char *const digestSteps = R"~(
2. The files, with sha256sum:

       sed -n 's/^{"name":"\([^"]*\)","sha256":"\([0-9a-f]*\)".*$/\2  \1/p' manifest.json | sha256sum -c --quiet

   It prints nothing when every file is as listed. A file that is not listed in manifest.json does not belong to the
   bundle, but for manifest.json itself, manifest.json.minisig and manifest.json.tsr.

3. The time stamp, where there is a manifest.json.tsr (RFC 3161), with OpenSSL and the authority's certificates:

       openssl ts -verify -data manifest.json -in manifest.json.tsr -CAfile AUTHORITY.pem

What is inside
--------------
report.*                the same assessment in several formats
snapshot.pdsnap         what was read from the account, sealed; the program opens it and judges it again
evidence/requests.jsonl one line for each request, with the SHA-256 of the answer as it was received
evidence/requests/      the answers as stored: credentials, keys and contact addresses were taken out when they arrived,
                        which the log lists under "removed"
)~";

const char *const privacyNote = R"(
People are pseudonyms here. The same person has the same pseudonym in every file. Names, e-mail addresses, phone numbers,
job titles and pictures were replaced; what was replaced is listed under "removed" in the log. PagerDuty's own ids stay,
so that records can be joined: only those who may sign in to the account can resolve them.
)";

} // namespace

QByteArray bundleInstructions(const QString &fingerprint, bool redacted)
{
    const bool isSigned = !fingerprint.isEmpty();
    QString text = QString::fromLatin1(intro).arg(isSigned ? QStringLiteral(" --key FINGERPRINT") : QString());
    text += isSigned ? QString::fromLatin1(signedSteps).arg(fingerprint) : QString::fromLatin1(unsignedSteps);
    text += QString::fromLatin1(digestSteps);
    if (redacted)
        text += QString::fromLatin1(privacyNote);
    return text.toUtf8();
}

QByteArray bundleTrustedComment(const QDateTime &assessedAt)
{
    return "timestamp:" + QByteArray::number(assessedAt.toSecsSinceEpoch()) + "\tfile:manifest.json\thashed";
}

} // namespace pdsi

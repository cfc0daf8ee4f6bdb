// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// JSON reports against the shipped schema, and the schema against reports that are wrong.
import path from 'node:path';
import { check, finish, packagePath, readJson, reports, require, sourceDir } from './judge.mjs';

packagePath('ajv');
packagePath('ajv-formats');
const Ajv = require('ajv/dist/2020').default;
const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
require('ajv-formats').default(ajv);
const validate = ajv.compile(readJson(path.join(sourceDir, 'resources/reports/report.schema.json')));

for (const file of reports('.json').filter((name) => !/\.(sarif|oscal)\.json$/.test(name)))
    check(validate(readJson(file)), `${file}: ${ajv.errorsText(validate.errors?.slice(0, 5))}`);

const small = () => readJson(reports('small.json')[0]);
const mistakes = {
    'a status in the wrong words': (r) => { r.outcomes[0].status = 'failed'; },
    'a severity in capitals': (r) => { r.controls[0].severity = 'High'; },
    'a control without slug': (r) => { delete r.controls[0].slug; },
    'no request log': (r) => { delete r.requests; },
    'a finding without fingerprint': (r) => { r.outcomes.find((o) => o.status === 'fail').fingerprint = null; },
    'a pass with fingerprint': (r) => { r.outcomes.find((o) => o.status === 'pass').fingerprint = 'a'.repeat(64); },
    'not determined for no reason': (r) => { r.outcomes.find((o) => o.status === 'notDetermined').reason = null; },
    'waived without waiver': (r) => { r.outcomes.find((o) => o.waived).waiver = null; },
    'a local time': (r) => { r.assessment.asOf = '2026-03-02T12:30:00+01:00'; },
    'a count as text': (r) => { r.summary.findings.open = '3'; },
    'an unknown class': (r) => { r.collection.resources[0].kind = 'user'; },
    'a class left out': (r) => { r.collection.resources.pop(); },
    'a field nobody knows': (r) => { r.account.apiKey = 'secret'; },
    'an address that is no https': (r) => { r.outcomes[0].resource.url = 'javascript:alert(1)'; },
    'a pointer that is none': (r) => { r.outcomes.find((o) => o.evidence.length).evidence[0].pointer = 'users/0'; },
};
for (const [what, spoil] of Object.entries(mistakes)) {
    const report = small();
    spoil(report);
    check(!validate(report), `the schema takes ${what}`);
}
finish();

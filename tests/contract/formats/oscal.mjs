// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OSCAL reports against NIST's own schema, and against what a schema cannot say: no reference leads nowhere, no
// identity is given twice, and only verdicts become verdicts.
import path from 'node:path';
import { check, finish, packagePath, readJson, reports, require, sourceDir } from './judge.mjs';

packagePath('ajv');
packagePath('ajv-formats');
const Ajv = require('ajv').default;
const ajv = new Ajv({ strict: false, allErrors: true });
require('ajv-formats').default(ajv);
const schema = readJson(path.join(sourceDir, 'tests/contract/formats/oscal-1.2.2.schema.json'));
const validate = ajv.compile(schema);

function eachObject(value, visit) {
    if (Array.isArray(value))
        value.forEach((one) => eachObject(one, visit));
    else if (value && typeof value === 'object') {
        visit(value);
        Object.values(value).forEach((one) => eachObject(one, visit));
    }
}

const propertyOf = (thing, name) => thing.props?.find((p) => p.name === name)?.value;

function judge(file) {
    const document = readJson(file);
    check(validate(document), `${file}: ${ajv.errorsText(validate.errors?.slice(0, 5))}`);
    const results = document['assessment-results'];
    const [result] = results.results;
    const identities = new Set();
    eachObject(document, (thing) => {
        if (!thing.uuid)
            return;
        check(!identities.has(thing.uuid), `${file}: ${thing.uuid} is given twice`);
        identities.add(thing.uuid);
    });
    check(identities.has(results['import-ap'].href.slice(1)), `${file}: the plan leads nowhere`);
    eachObject(document, (thing) => {
        for (const key of ['subject-uuid', 'actor-uuid', 'component-uuid', 'observation-uuid', 'risk-uuid'])
            check(!thing[key] || identities.has(thing[key]), `${file}: ${key} ${thing[key]} leads nowhere`);
    });

    const report = readJson(file.replace('.oscal.json', '.json'));
    const failing = report.outcomes.filter((o) => o.status === 'fail').map((o) => o.fingerprint).sort();
    const risks = (result.risks ?? []).map((r) => propertyOf(r, 'fingerprint')).sort();
    check(JSON.stringify(risks) === JSON.stringify(failing), `${file}: risks are not the failing outcomes`);
    check((result.observations ?? []).length === report.outcomes.length, `${file}: not one observation an outcome`);
    const waived = (result.risks ?? []).filter((r) => r.status === 'deviation-approved').length;
    check(waived === report.outcomes.filter((o) => o.waived).length, `${file}: waivers are not approved deviations`);
    const states = { pass: 'satisfied', fail: 'not-satisfied' };
    for (const control of report.controls) {
        const id = `pdsi-${String(control.id).padStart(3, '0')}_obj`;
        const found = (result.findings ?? []).filter((f) => f.target['target-id'] === id);
        const said = found.map((f) => f.target.status.state).join();
        check(said === (states[control.status] ?? ''), `${file}: control ${control.id} is ${control.status}, OSCAL says "${said}"`);
    }
    for (const observation of result.observations ?? []) {
        for (const evidence of observation['relevant-evidence'] ?? [])
            check(/^evidence\/(requests\/\d{6}\.json|requests\.jsonl)$/.test(evidence.href), `${file}: evidence at ${evidence.href}`);
    }
}

for (const file of reports('.oscal.json').filter((name) => !name.endsWith('split.oscal.json')))
    judge(file);

const small = () => readJson(reports('small.oscal.json')[0]);
const mistakes = {
    'an identity that is none': (r) => { r.uuid = 'x'; },
    'a third state': (r) => { r.results[0].findings[0].target.status.state = 'undetermined'; },
    'no import': (r) => { delete r['import-ap']; },
    'a time without zone': (r) => { r.results[0].start = '2026-03-02T12:30:00'; },
    'an empty list': (r) => { r.results[0].risks = []; },
};
for (const [what, spoil] of Object.entries(mistakes)) {
    const document = small();
    spoil(document['assessment-results']);
    check(!validate(document), `the schema takes ${what}`);
}
finish();

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SARIF reports before Microsoft's validator with every Sarif and GitHub rule raised to an error, and against the
// SARIF schema: the validator alone takes a wrong version or level for good.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { check, finish, packagePath, readJson, reportDir, reports, require, skip } from './judge.mjs';

if (process.platform !== 'linux')
    skip('the validator is installed for Linux only');
const tool = path.join(packagePath('@microsoft/sarif-multitool-linux'), 'Sarif.Multitool');
packagePath('ajv-cli');
const schema = path.join(path.dirname(tool), 'sarif-2.1.0.json');
chmodSync(tool, 0o755);
const run = (args) => execFileSync(tool, args, {
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }, maxBuffer: 1 << 28, stdio: 'pipe' });

// Rules that need what an audit of a service cannot have (a source repository, embedded files) or the network.
const inapplicable = /^(SARIF2003|SARIF2006|SARIF2010|SARIF2013)\b/;
const work = path.join(reportDir, 'sarif-judged');
mkdirSync(work, { recursive: true });
const config = path.join(work, 'rules.xml');
run(['export-validation-config', config]);
let xml = readFileSync(config, 'utf8');
xml = xml.replace(/(<Properties Key="([^"]+)\.Options"[^>]*>\s*<Property Key="RuleEnabled" Value=")[^"]*"/g,
    (all, head, rule) => `${head}${inapplicable.test(rule) ? 'Disabled' : 'Error'}"`);
writeFileSync(config, xml);

const Ajv = require('ajv').default;
const ajv = new Ajv({ strict: false });
require('ajv-formats').default(ajv);
const validate = ajv.compile({ ...readJson(schema), $schema: undefined });

for (const file of reports('.sarif.json')) {
    check(validate(readJson(file)), `${file}: ${ajv.errorsText(validate.errors?.slice(0, 5))}`);
    if (file.endsWith('split.sarif.json'))
        continue; // more than the validator takes in; its runs are like those of the others
    const output = path.join(work, path.basename(file));
    run(['validate', file, '--config', config, '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning;Note',
        '--kind', 'Fail', '-o', output, '--log', 'ForceOverwrite']);
    const judged = readJson(output).runs[0];
    check(judged.invocations.every((i) => i.executionSuccessful), `${file}: the validator failed`);
    // GitHub takes 25,000 results a run today, the rule still says 1,000; a run without controls has no rules.
    const expected = { 'many.sarif.json': 'GH1004', 'empty.sarif.json': 'SARIF2012' }[path.basename(file)];
    const seen = new Map();
    for (const result of judged.results ?? []) {
        const where = result.locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName ?? '';
        if (result.ruleId !== expected && !seen.has(result.ruleId))
            seen.set(result.ruleId, `${where} ${result.message.text ?? JSON.stringify(result.message)}`);
    }
    for (const [rule, text] of seen)
        check(false, `${path.basename(file)}: ${rule} ${text.slice(0, 400)}`);
}

const split = readJson(reports('split.sarif.json')[0]);
check(split.runs.length === 2, '25,001 results make two runs');
check(split.runs.every((r) => r.results.length <= 25000), 'a run has more than 25,000 results');
check(new Set(split.runs.map((r) => r.automationDetails.id)).size === 2, 'runs of one file share a category');
finish();

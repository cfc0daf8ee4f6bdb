// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// HTML reports before the Nu checker, and against what the report promises: no reference outward but links.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { check, finish, packagePath, reports, skip } from './judge.mjs';

const jar = path.join(packagePath('vnu-jar'), 'build/dist/vnu.jar');
const java = process.env.PDSI_JAVA;
if (!java || java.endsWith('NOTFOUND'))
    skip('java is not installed');

const files = reports('.html').filter((name) => !name.endsWith('split.html'));
try {
    execFileSync(java, ['-Xss16m', '-jar', jar, '--format', 'text', ...files], { stdio: 'pipe', maxBuffer: 1 << 28 });
} catch (problem) {
    const text = String(problem.stderr);
    check(false, `Nu checker: ${text.split('\n').slice(0, 20).join('\n')}`);
}
for (const file of files) {
    const html = readFileSync(file, 'utf8');
    const css = /<style>([^]*?)<\/style>/.exec(html)[1];
    const digest = createHash('sha256').update(css, 'utf8').digest('base64');
    check(html.includes(`style-src 'sha256-${digest}'`), `${file}: the style sheet is not the one the policy allows`);
    const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map((match) => match[1]);
    check(scripts.length === 1 && html.split('<script').length === 2, `${file}: one script`);
    const scriptDigest = createHash('sha256').update(scripts[0], 'utf8').digest('base64');
    check(html.includes(`script-src 'sha256-${scriptDigest}'`), `${file}: the script is not the one the policy allows`);
    check(!/\b(eval|Function|innerHTML|outerHTML|insertAdjacentHTML|fetch|XMLHttpRequest|document\.write)\b/.test(scripts[0]),
        `${file}: the script makes markup or asks the network`);
    const markup = html.replace(/<style>[^]*?<\/style>/, '').replace(/<script>[^]*?<\/script>/, '');
    check(!/<(img|image|use|iframe|object|embed|link|form|base|foreignObject)\b/i.test(markup), `${file}: an element that loads or runs`);
    check(!/\s(on[a-z]+|src|style|srcset|action|xlink:href)=/i.test(markup.replace(/>[^<]*/g, '>')),
        `${file}: an attribute that loads or runs`);
    const anchors = new Set([...markup.matchAll(/\sid="?([^\s">]+)/g)].map((match) => match[1]));
    for (const [, anchor] of markup.matchAll(/<a [^>]*?href="#([^"]*)"/g))
        check(anchors.has(anchor), `${file}: #${anchor} leads nowhere`);
    for (const [, address, rest] of html.matchAll(/<a [^>]*?href="?([^" >]*)"?([^>]*)>/g))
        check(address.startsWith('#') || (address.startsWith('https://') && rest.includes('rel="noreferrer noopener"')),
            `${file}: link to ${address}`);
}
finish();

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the script of an HTML report adds, what the page is without it, and that nothing leaves it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { check, finish, packagePath, reports, require, skip } from './judge.mjs';

packagePath('playwright-core');
const axe = path.join(packagePath('axe-core'), 'axe.min.js');
const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (!browserPath)
    skip('chromium is not installed');
const { chromium } = require('playwright-core');
const sample = pathToFileURL(reports('sample.html')[0]).href;
const many = pathToFileURL(reports('many.html')[0]).href;
/// Of processor time, which is the same on a loaded machine; the clock there shows several times as much.
const longestOpeningMs = 3_000;

const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
async function open(address, options = {}) {
    const page = await (await browser.newContext({ offline: true, ...options })).newPage();
    page.setDefaultTimeout(60_000);
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => check(false, `the script fails: ${error.message}`));
    await page.goto(address);
    return { page, asked };
}
const shownRows = (page) => page.locator('#findings tbody > tr:visible').count();

const plain = await open(sample, { javaScriptEnabled: false });
const all = await shownRows(plain.page);
check(all > 50, `${all} findings without JavaScript`);
check(!await plain.page.isVisible('#filters'), 'the filter is shown although nothing would come of it');
check(await plain.page.locator('details:not([open])').count() === 0, 'something is closed that nobody can open on paper');

const { page, asked } = await open(sample, { bypassCSP: true });
check(await page.isVisible('#filters'), 'no filter');
check(await page.textContent('#fcount') === `All ${all} findings are shown.`, 'the count at the start');
await page.selectOption('#fv', 'critical');
const critical = await shownRows(page);
check(critical > 0 && critical < all, `${critical} of ${all} are critical`);
const questions = await page.locator('#open tbody > tr').count();
const shownQuestions = () => page.locator('#open tbody > tr:visible').count();
check(await page.textContent('#fcount') === `${critical} of ${all} findings and ${await shownQuestions()} of ${questions} open questions are shown.`,
      'the count is not that of the rows');
await page.selectOption('#fv', '');
await page.selectOption('#fk', 'escalation_policy');
check(await page.locator('#findings tbody > tr:visible:not([data-k=escalation_policy])').count() === 0, 'another kind is shown');
await page.fill('#fq', 'customs -nowhere');
await page.waitForFunction(() => [...document.querySelectorAll('#findings tbody > tr')].every((row) =>
    row.hidden || row.closest('[hidden]') || row.textContent.toLowerCase().includes('customs')));
check(await shownRows(page) > 0, 'nothing about customs');
check(await shownQuestions() < questions, 'the filter leaves open questions alone');
await page.addScriptTag({ path: axe });
const result = await page.evaluate(() => globalThis.axe.run());
for (const violation of result.violations)
    check(false, `filtered: ${violation.id} ${violation.nodes[0].html.slice(0, 200)}`);

// A link to a finding that is filtered out shows it.
const hidden = await page.evaluate(() => [...document.querySelectorAll('#findings tr[id]')].find((row) => row.hidden).id);
await page.evaluate((id) => { location.hash = id; }, hidden);
await page.waitForFunction((id) => !document.getElementById(id).closest('[hidden]'), hidden);

const heading = page.locator('#summary thead th').nth(3);
const numbers = () => page.locator('#summary tbody tr td:nth-child(4)').allTextContents();
await heading.locator('button').click();
check(await heading.getAttribute('aria-sort') === 'ascending', 'aria-sort');
const up = (await numbers()).map(Number);
check(up.every((n, i) => i === 0 || up[i - 1] <= n), `not ascending: ${up}`);
await heading.locator('button').click();
check(await heading.getAttribute('aria-sort') === 'descending', 'aria-sort the second time');
check(Number((await numbers())[0]) === Math.max(...up), 'not descending');
await page.click('#fclose');
check(await page.locator('details[open]').count() === 0, 'not all collapsed');
await page.click('#fopen');
check(await page.locator('details:not([open])').count() === 0, 'not all expanded');
check(asked.every((address) => address.split('#')[0] === sample), `something was asked for: ${asked}`);

const start = Date.now();
const large = await open(many);
await large.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
const waited = Date.now() - start;
const session = await large.page.context().newCDPSession(large.page);
await session.send('Performance.enable');
const { metrics } = await session.send('Performance.getMetrics');
const opening = Math.round(1000 * metrics.find((metric) => metric.name === 'ProcessTime').value);
console.log(`10,000 findings open in ${opening} ms of work, ${waited} ms by the clock`);
check(opening < longestOpeningMs, `opening 10,000 findings is ${opening} ms of work`);

// A long table comes in parts that are sorted and filtered as one.
const parts = large.page.locator('#findings .part');
check(await parts.count() === 50, `${await parts.count()} parts`);
const names = () => large.page.evaluate(() => [...document.querySelectorAll('#findings tbody > tr bdi')].map((name) => name.textContent));
const button = parts.first().locator('thead button').first();
await button.click();
await button.click();
const sorted = await names();
check(sorted.length === 10_000 && sorted[0].endsWith(' 9999') && sorted[200].endsWith(' 9799') && sorted[9999].endsWith(' 0'),
      `sorted: ${sorted[0]}, ${sorted[200]}, ${sorted[9999]}`);
check(await parts.last().locator('th[aria-sort=descending]').count() === 1, 'only one part says how it is sorted');
await large.page.fill('#fq', '/users/42/role number 4242');
await large.page.waitForFunction(() => document.getElementById('fcount').textContent.startsWith('1 of 10000 '));
check(await large.page.locator('#findings .part:visible').count() === 1, 'a part without rows is shown');
await large.page.emulateMedia({ media: 'print' });
check(await parts.first().evaluate((part) => getComputedStyle(part).contentVisibility) === 'visible', 'parts are left out on paper');
await browser.close();
finish();

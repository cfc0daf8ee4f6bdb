// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// HTML reports in a browser without network: axe-core finds nothing, light and dark, and the policy stops nothing.
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

const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
for (const colorScheme of ['light', 'dark']) {
    for (const viewport of [colorScheme === 'light' ? { width: 1280, height: 900 } : { width: 400, height: 800 }]) {
        // bypassCSP lets the judge in; a second visit below looks at the policy itself.
        const context = await browser.newContext({ colorScheme, viewport, bypassCSP: true, offline: true });
        const page = await context.newPage();
        for (const file of reports('.html').filter((name) => /(compared|hostile|empty|sample)\.html$/.test(name))) {
            await page.goto(pathToFileURL(file).href);
            await page.addScriptTag({ path: axe });
            const result = await page.evaluate(() => globalThis.axe.run());
            for (const violation of result.violations)
                check(false, `${path.basename(file)} ${colorScheme} ${viewport.width}: ${violation.id} ${violation.nodes[0].html.slice(0, 200)}`);
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
            check(overflow <= 0, `${path.basename(file)} is ${overflow} px wider than a window of ${viewport.width}`);
        }
        await context.close();
    }
}
const page = await (await browser.newContext({ offline: true })).newPage();
const complaints = [];
page.on('console', (message) => complaints.push(message.text()));
page.on('dialog', (dialog) => { complaints.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
await page.goto(pathToFileURL(reports('hostile.html')[0]).href);
check(await page.evaluate(() => getComputedStyle(document.querySelector('h1')).fontSize) !== '32px', 'the style sheet is not applied');
check(complaints.length === 0, `the browser complains: ${complaints.join('; ')}`);
await browser.close();
finish();

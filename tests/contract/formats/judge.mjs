// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the judges of exported reports share: where things are, and how a test says what became of it.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export const [sourceDir, reportDir] = process.argv.slice(2);
const modules = path.join(sourceDir, 'tests', 'node_modules');
export const require = createRequire(path.join(sourceDir, 'tests', 'package.json'));

export function skip(why) {
    console.log(`SKIP: ${why}`);
    process.exit(77);
}

/// Path of an installed npm package; the test is skipped by its name where it is absent.
export function packagePath(name) {
    const folder = path.join(modules, name);
    if (!existsSync(folder))
        skip(`${name} is not installed (npm ci --prefix tests)`);
    return folder;
}

/// The written reports whose name ends so, as full paths.
export function reports(suffix) {
    const found = readdirSync(reportDir).filter((name) => name.endsWith(suffix)).sort();
    if (found.length === 0)
        throw new Error(`no *${suffix} in ${reportDir}`);
    return found.map((name) => path.join(reportDir, name));
}

export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

let failures = 0;
export function check(condition, what) {
    if (!condition) {
        ++failures;
        console.log(`FAIL: ${what}`);
    }
}

export function finish() {
    console.log(failures === 0 ? 'PASS' : `${failures} failures`);
    process.exit(failures === 0 ? 0 : 1);
}

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Plays the browser and the person before it: oidcbrowser.mjs URL allow|deny. Keeps cookies, follows redirects, fills in
// the provider's forms, and prints the status of the last page.
const [start, decision] = process.argv.slice(2);
const cookies = new Map();
let url = start;
let form = null;
for (let step = 0; step < 30; ++step) {
    const answer = await fetch(url, {
        method: form === null ? 'GET' : 'POST',
        body: form ?? undefined,
        redirect: 'manual',
        headers: {
            cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
            ...(form === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        },
    });
    for (const line of answer.headers.getSetCookie()) {
        const [pair] = line.split(';');
        cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    form = null;
    if (answer.status >= 300 && answer.status < 400) {
        url = new URL(answer.headers.get('location'), url).href;
        continue;
    }
    const page = await answer.text();
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
    if (!prompt) {
        console.log(answer.status);
        process.exit(0);
    }
    if (prompt === 'consent' && decision === 'deny') {
        url += '/abort';
        continue;
    }
    form = `prompt=${prompt}` + (prompt === 'login' ? '&login=auditor&password=any' : '');
    url = new URL(/action="([^"]+)"/.exec(page)[1], url).href;
}
console.log('lost');
process.exit(1);

// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Adds to a page that is complete without it: filters, sorting, opening and closing. Reads the page, sends nothing.
(function () {
'use strict';
const byId = (id) => document.getElementById(id);
const filters = byId('filters');
const details = Array.from(document.querySelectorAll('main details'));

// Sorting: a button in each column heading of a table with more than one row.
const ranks = ['error', 'fail', 'notDetermined', 'manual', 'pass', 'notApplicable', 'critical', 'high', 'medium', 'low'];
function sortKey(cell) {
    const badge = cell.querySelector('.s');
    const text = cell.textContent.trim();
    if (badge && badge.textContent.trim() === text)
        return ranks.findIndex((rank) => badge.classList.contains(rank));
    const number = Number(text.replace(/\s*%$/, ''));
    return cell.classList.contains('n') && text !== '' && !Number.isNaN(number) ? number : text;
}
const collator = new Intl.Collator(undefined, { numeric: true });
function compareKeys(a, b) {
    if (typeof a === 'number' && typeof b === 'number')
        return a - b;
    if (typeof a !== typeof b)
        return typeof a === 'number' ? -1 : 1;
    return collator.compare(a, b);
}
function sortTable(table, column, heading) {
    const descending = heading.getAttribute('aria-sort') === 'ascending';
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, (row) => ({ row, key: sortKey(row.cells[column]) }));
    rows.sort((a, b) => (descending ? compareKeys(b.key, a.key) : compareKeys(a.key, b.key)));
    for (const other of heading.parentNode.cells)
        other.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    body.append(...rows.map((one) => one.row));
}
for (const table of document.querySelectorAll('main table')) {
    if (!table.tHead || table.tBodies[0].rows.length < 2)
        continue;
    Array.from(table.tHead.rows[0].cells).forEach((heading, column) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = heading.textContent;
        button.addEventListener('click', () => sortTable(table, column, heading));
        heading.replaceChildren(button);
    });
}

// Opening and closing; everything is open on paper.
let wereClosed = [];
function openAll(open) {
    for (const one of details)
        one.open = open;
}
window.addEventListener('beforeprint', () => {
    wereClosed = details.filter((one) => !one.open);
    openAll(true);
});
window.addEventListener('afterprint', () => wereClosed.forEach((one) => { one.open = false; }));

if (!filters)
    return;

// Filtering.
const sections = Array.from(document.querySelectorAll('#findings section.control'), (section) => ({
    section, control: section.dataset.c, severity: section.dataset.v,
    rows: Array.from(section.querySelectorAll('tbody > tr'), (row) => ({ row, text: null })),
}));
const total = sections.reduce((sum, one) => sum + one.rows.length, 0);
const kinds = new Set();
for (const one of sections)
    one.rows.forEach(({ row }) => kinds.add(row.dataset.k));
for (const kind of Array.from(kinds).sort())
    byId('fk').add(new Option(kind, kind));

const wordsOf = (text) => text.toLowerCase().split(/\s+/).filter((word) => word !== '' && word !== '-');
function matches(entry, heading, words) {
    if (words.length === 0)
        return true;
    if (entry.text === null)
        entry.text = (heading + ' ' + entry.row.textContent).toLowerCase();
    return words.every((word) => (word.startsWith('-') ? !entry.text.includes(word.slice(1)) : entry.text.includes(word)));
}
function filter() {
    const words = wordsOf(byId('fq').value);
    const severity = byId('fv').value, status = byId('fs').value, control = byId('fc').value, kind = byId('fk').value;
    let shown = 0;
    for (const one of sections) {
        const wanted = (severity === '' || severity === one.severity) && (control === '' || control === one.control);
        const heading = wanted ? one.section.querySelector('h3').textContent : '';
        let here = 0;
        for (const entry of one.rows) {
            const show = wanted && (kind === '' || kind === entry.row.dataset.k)
                && (status === '' || entry.row.dataset.s.split(' ').includes(status)) && matches(entry, heading, words);
            if (entry.row.hidden === show)
                entry.row.hidden = !show;
            here += show ? 1 : 0;
        }
        one.section.hidden = here === 0;
        shown += here;
    }
    byId('fcount').textContent = shown === total ? `All ${total} findings are shown.` : `${shown} of ${total} findings are shown.`;
}
let pending = 0;
function filterSoon() {
    clearTimeout(pending);
    pending = setTimeout(filter, 150);
}
function clear() {
    for (const id of ['fq', 'fv', 'fs', 'fc', 'fk'])
        byId(id).value = '';
    filter();
}
byId('fq').addEventListener('input', filterSoon);
for (const id of ['fv', 'fs', 'fc', 'fk'])
    byId(id).addEventListener('change', filter);
byId('fclear').addEventListener('click', () => { clear(); byId('fq').focus(); });
byId('fopen').addEventListener('click', () => openAll(true));
byId('fclose').addEventListener('click', () => openAll(false));

// A link must lead somewhere, whatever is filtered out.
function reveal() {
    const target = location.hash.length > 1 ? byId(decodeURIComponent(location.hash.slice(1))) : null;
    if (!target)
        return;
    if (target.closest('[hidden]'))
        clear();
    target.querySelectorAll('details').forEach((one) => { one.open = true; });
    target.scrollIntoView();
}
window.addEventListener('hashchange', reveal);

filters.hidden = false;
byId('fopen').hidden = byId('fclose').hidden = details.length === 0;
if (total > 30)
    openAll(false);
filter();
reveal();
}());

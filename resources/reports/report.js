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
// Tables that are parts of one are sorted together.
function sortTables(tables, column, descending) {
    const sizes = tables.map((table) => table.tBodies[0].rows.length);
    const rows = tables.flatMap((table) => Array.from(table.tBodies[0].rows, (row) => ({ row, key: sortKey(row.cells[column]) })));
    rows.sort((a, b) => (descending ? compareKeys(b.key, a.key) : compareKeys(a.key, b.key)));
    let at = 0;
    tables.forEach((table, index) => {
        table.tBodies[0].append(...rows.slice(at, at + sizes[index]).map((one) => one.row));
        at += sizes[index];
        const headings = Array.from(table.tHead.rows[0].cells);
        headings.forEach((one) => one.removeAttribute('aria-sort'));
        headings[column].setAttribute('aria-sort', descending ? 'descending' : 'ascending');
        hideIfEmpty(table.closest('.part'));
    });
}
function hideIfEmpty(part) {
    if (part)
        part.hidden = !part.querySelector('tbody > tr:not([hidden])');
}
function makeSortable(tables) {
    for (const table of tables) {
        Array.from(table.tHead.rows[0].cells).forEach((heading, column) => {
            const button = document.createElement('button');
            button.type = 'button';
            button.textContent = heading.textContent;
            button.addEventListener('click', () => sortTables(tables, column, heading.getAttribute('aria-sort') === 'ascending'));
            heading.replaceChildren(button);
        });
    }
}
for (const parts of document.querySelectorAll('main .parts'))
    makeSortable(Array.from(parts.querySelectorAll('table')));
for (const table of document.querySelectorAll('main table')) {
    if (table.tHead && table.tBodies[0].rows.length > 1 && !table.closest('.part'))
        makeSortable([table]);
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

// Filtering. Rows are looked at when somebody filters, not while the page opens.
const sections = Array.from(document.querySelectorAll('#findings section.control, #open section.question'), (section) => ({
    section, control: section.dataset.c, severity: section.dataset.v, count: Number(section.dataset.n), rows: null,
    isFinding: section.classList.contains('control'),
}));
function rowsOf(one) {
    one.rows ??= Array.from(one.section.querySelectorAll('tbody > tr'), (row) => ({ row, text: null }));
    return one.rows;
}
const totalOf = (findings) => sections.reduce((sum, one) => sum + (one.isFinding === findings ? one.count : 0), 0);
const total = totalOf(true), questions = totalOf(false);

const wordsOf = (text) => text.toLowerCase().split(/\s+/).filter((word) => word !== '' && word !== '-');
function matches(entry, heading, words) {
    if (words.length === 0)
        return true;
    if (entry.text === null)
        entry.text = (heading + ' ' + entry.row.textContent).toLowerCase();
    return words.every((word) => (word.startsWith('-') ? !entry.text.includes(word.slice(1)) : entry.text.includes(word)));
}
function filterSection(one, { words, severity, status, control, kind }) {
    const wanted = (severity === '' || severity === one.severity) && (control === '' || control === one.control);
    const heading = wanted ? one.section.querySelector('h3').textContent : '';
    let shown = 0;
    for (const entry of rowsOf(one)) {
        const show = wanted && (kind === '' || kind === entry.row.dataset.k)
            && (status === '' || !one.isFinding || entry.row.dataset.s.split(' ').includes(status)) && matches(entry, heading, words);
        if (entry.row.hidden === show)
            entry.row.hidden = !show;
        shown += show ? 1 : 0;
    }
    one.section.querySelectorAll('.part').forEach(hideIfEmpty);
    one.section.hidden = shown === 0;
    return shown;
}
const filterFields = ['fq', 'fv', 'fs', 'fc', 'fk'];
function showCounts(findings, open) {
    const words = findings === total && open === questions ? [`All ${total} findings`] : [`${findings} of ${total} findings`];
    if (open !== questions)
        words.push(`${open} of ${questions} open questions`);
    byId('fcount').textContent = words.join(' and ') + ' are shown.';
}
function filter() {
    const [text, severity, status, control, kind] = filterFields.map((id) => byId(id).value);
    const wanted = { words: wordsOf(text), severity, status, control, kind };
    let findings = 0, open = 0;
    for (const one of sections) {
        const shown = filterSection(one, wanted);
        if (one.isFinding)
            findings += shown;
        else
            open += shown;
    }
    showCounts(findings, open);
}
let pending = 0;
function filterSoon() {
    clearTimeout(pending);
    pending = setTimeout(filter, 150);
}
function clear() {
    for (const id of filterFields)
        byId(id).value = '';
    filter();
}
byId('fq').addEventListener('input', filterSoon);
for (const id of filterFields.slice(1))
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
if (filterFields.some((id) => byId(id).value !== ''))
    filter();
else
    showCounts(total, questions);
reveal();
}());

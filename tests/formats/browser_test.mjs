// The explorer page in a real browser: Debian's Chromium without a screen, driven by playwright-core.
//
// usage: node browser_test.mjs PROGRAM FOLDER-OF-PACKAGES [FOLDER-FOR-PICTURES]
// Exit status: 0 all as it should be, 1 not, 77 no Chromium.
// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [program, others, pictures] = process.argv.slice(2).map(word => path.resolve(word));
const here = path.dirname(fileURLToPath(import.meta.url));
const project = path.join(here, '../..');
const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(file => fs.existsSync(file));
if (!browserPath || !fs.existsSync(path.join(others, 'node_modules/playwright-core'))) {
  console.log('skipped: Chromium or playwright-core is not there');
  process.exit(77);
}
const { chromium } = createRequire(path.join(others, 'package.json'))('playwright-core');

let passed = 0, failed = 0;
function check(what, holds, seen = '') {
  holds ? ++passed : ++failed;
  if (!holds) console.log(`FAILED: ${what}${seen === '' ? '' : `: ${seen}`}`);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entente-browser-'));
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });

// A page made of a graph, opened from the disk; whatever it tries to load or complains of is kept.
async function open(graph, { address = '', theme = 'light', width = 1400, options = [] } = {}) {
  const file = path.join(folder, path.basename(path.dirname(graph)) + '-' + path.basename(graph) + '.html');
  execFileSync(program, ['render', '--quiet', graph, '-o', file, ...options]);
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme, offline: true });
  const page = await context.newPage();
  page.complaints = [];
  page.on('console', message => message.type() === 'error' && page.complaints.push(message.text()));
  page.on('pageerror', error => page.complaints.push(String(error)));
  page.on('request', request => request.url().startsWith('file:') || page.complaints.push('request ' + request.url()));
  page.on('dialog', dialog => { page.complaints.push('dialog ' + dialog.message()); dialog.dismiss(); });
  await page.goto(pathToFileURL(file).href + address);
  page.graph = JSON.parse(await page.locator('#graph').textContent());
  return page;
}

// Where a point of the graph stands in the window: the address tells the view, the data the places.
async function place(page, point) {
  const view = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('view').split(',').map(Number);
  const box = await page.locator('#picture').boundingBox();
  return { x: box.x + box.width / 2 + (point.x - view[0]) * view[2], y: box.y + box.height / 2 + (point.y - view[1]) * view[2] };
}

const settle = page => page.waitForTimeout(150);
const panel = page => page.locator('#panel').innerText();
const address = page => decodeURIComponent(new URL(page.url()).hash);
async function look(page, name) {
  if (pictures) await page.screenshot({ path: path.join(pictures, name + '.png') });
}

async function gallery() {
  const page = await open(path.join(project, 'graphs/gallery/all/news.graph'), { options: ['--title', 'Six sample articles'] });
  await settle(page);
  await look(page, 'gallery-light');
  check('the title is shown', (await page.locator('#title').innerText()) === 'Six sample articles');
  check('all entities and relations are counted', (await page.locator('#counts').innerText()).includes(`${page.graph.edges.length} relations`));

  // A click on a node opens its dossier.
  await page.locator('#fit').click();
  const hub = [...page.graph.nodes].map((node, index) => ({ node, degree: page.graph.edges.filter(e => e.s === index || e.o === index).length }))
      .sort((a, b) => b.degree - a.degree)[0].node;
  let spot = await place(page, hub);
  await page.mouse.click(spot.x, spot.y);
  await settle(page);
  check('a click on a node opens its dossier', (await panel(page)).includes(hub.names[0]) && (await panel(page)).includes('Strongest evidence'), await panel(page));
  check('the address knows the node', address(page).includes('node=' + hub.id.replaceAll(' ', '+')) , address(page));
  await look(page, 'gallery-node');

  // A click on an edge shows its sentences, with both ends and the cue marked. Straight arrows only: their middle is known.
  await page.keyboard.press('Escape');
  await page.locator('#fit').click();
  const pair = edge => [Math.min(edge.s, edge.o), Math.max(edge.s, edge.o)].join();
  const single = page.graph.edges.filter(edge => edge.s !== edge.o && page.graph.edges.filter(other => pair(other) === pair(edge)).length === 1);
  let shownEdges = 0;
  for (const edge of single.slice(0, 12)) {
    const [a, b] = [page.graph.nodes[edge.s], page.graph.nodes[edge.o]];
    spot = await place(page, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
    await page.mouse.click(spot.x, spot.y);
    await settle(page);
    const said = await panel(page);
    const quote = edge.quotes[0];
    if (!address(page).includes('edge=' + edge.id)) continue;  // something else lies over its middle
    ++shownEdges;
    check('a click on an edge shows its sentence', said.includes(quote.text.replace(/\s+/g, ' ').trim().slice(0, 40)), said);
    const marks = await page.locator('#panel blockquote').first().locator('mark').allInnerTexts();
    const cue = quote.text.slice(...quote.cue);
    check('ends and cue are marked', marks.some(text => text.replace(/\s+/g, ' ') === cue.replace(/\s+/g, ' ')) && marks.length >= 2, marks.join('|') + ' / ' + cue);
    check('article and date are told', said.includes(page.graph.documents[quote.d].title || page.graph.documents[quote.d].id), said);
    if (shownEdges === 1) await look(page, 'gallery-edge');
  }
  check('most clicks on the middle of an edge hit it', shownEdges >= 6, shownEdges);

  // Search by a part of a name or an alias.
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type(hub.names[0].slice(0, 4).toLowerCase());
  check('a search finds the name', (await page.locator('#found').innerText()).includes(hub.names[0]));
  await page.keyboard.press('Enter');
  await settle(page);
  check('Enter takes the first', (await panel(page)).includes('relation'));

  // Filters: without facts, only a part is left; the address brings the same page again.
  await page.locator('#reset').click();
  await page.locator('input[data-key=marks][data-name=asserted]').uncheck();
  await settle(page);
  const some = page.graph.edges.filter(edge => edge.m !== 'asserted').length;
  check('a filter leaves what it lets pass', (await page.locator('#counts').innerText()).includes(`${some} relations of`), await page.locator('#counts').innerText());
  await look(page, 'gallery-filter');
  const kept = new URL(page.url()).hash;
  const again = await open(path.join(project, 'graphs/gallery/all/news.graph'), { address: kept, theme: 'dark' });
  await settle(again);
  check('the address holds the state', (await again.locator('#counts').innerText()).includes(`${some} relations of`));
  await again.locator('#reset').click();
  await settle(again);
  await look(again, 'gallery-dark');
  await again.locator('#from').evaluate(input => { input.value = input.max; input.dispatchEvent(new Event('input')); });
  check('the timeline narrows', !(await again.locator('#counts').innerText()).startsWith(`${page.graph.nodes.length} `) || page.graph.edges.length === 0);
  check('nothing was loaded, nothing complained', page.complaints.length + again.complaints.length === 0, [...page.complaints, ...again.complaints].join('; '));
  await page.context().close();
  await again.context().close();
}

// Names that would be markup or script, in nodes, edges, sentences and the title.
async function hostile() {
  const names = ['<script>document.title="hit"</script>', '"><img src=x onerror=document.title="hit">', '</script><script>document.title="hit"</script>',
                 'javascript:document.title="hit"', '<!-- <script>', '${document.title="hit"}', '<svg onload=document.title="hit">', '@GRAPH@ @SCRIPTS@',
                 '\u2028\u2029\\u003cscript\\u003e', '<iframe srcdoc="<script>parent.document.title=1</script>">'];
  const labels = JSON.parse(fs.readFileSync(path.join(project, 'tests/cases/render/labels.json'), 'utf8')).labels;
  names.push(...labels.map(text => text.replace(/[\u0000-\u001f\ufffe\uffff]/g, ' ')).filter(text => text.trim()));
  const quoted = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const graphml = '<graphml><key id="n" attr.name="name"/><key id="r" attr.name="relation"/><graph>' +
      names.map((name, i) => `<node id="${i}"><data key="n">${quoted(name)}</data></node>`).join('') +
      names.map((name, i) => `<edge source="${i}" target="${(i + 1) % names.length}"><data key="r">bans</data></edge>`).join('') + '</graph></graphml>';
  const graph = path.join(folder, 'hostile.graph');
  execFileSync(program, ['import', '--quiet', '-', '-o', graph], { input: graphml });
  const page = await open(graph, { options: ['--title', '<script>document.title="hit"</script>'] });
  await settle(page);
  const same = text => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  for (const node of page.graph.nodes) {
    await page.evaluate(id => { location.hash = '#node=' + encodeURIComponent(id); }, node.id);
    await page.waitForTimeout(20);
    const heading = await page.locator('#panel h2').textContent();
    check('a hostile name is shown as it is', same(heading) === same(node.names[0]), node.names[0]);
  }
  await page.keyboard.press('/');
  await page.keyboard.type('script');
  await look(page, 'hostile');
  check('no script of a name ran', !(await page.title()).startsWith('hit') && page.complaints.length === 0, page.complaints.join('; '));
  check('no element came of a name', await page.locator('img, iframe, svg, object, a[href^="javascript"]').count() === 0);
  await page.context().close();
}

// 2,000 entities: frames while the picture is moved and zoomed.
async function large() {
  const graph = path.join(folder, 'large.graph');
  const graphml = execFileSync('python3', [path.join(here, 'graph.py'), '2000'], { maxBuffer: 1 << 28 });
  execFileSync(program, ['import', '--quiet', '-', '-o', graph], { input: graphml });
  const begun = Date.now();
  const page = await open(graph);
  await settle(page);
  await look(page, 'large');
  check('2,000 entities are on the page', page.graph.nodes.length > 1900, page.graph.nodes.length);
  const box = await page.locator('#picture').boundingBox();
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const draws = await page.evaluate(() => {  // how long one drawing takes, all in view, on this machine
    const times = [];
    for (let i = 0; i < 20; ++i) { const from = performance.now(); draw(); times.push(performance.now() - from); }
    return times.sort((a, b) => a - b);
  });
  await page.mouse.move(centre.x, centre.y);
  await page.mouse.wheel(0, -900);
  await settle(page);
  await look(page, 'large-near');
  await page.mouse.down();
  await page.mouse.move(centre.x + 200, centre.y + 80, { steps: 20 });
  await page.mouse.up();
  await page.keyboard.press('/');
  const typed = Date.now();
  await page.keyboard.type('nor');
  await page.locator('#found button').first().waitFor();
  console.log(`2,000 entities, ${page.graph.edges.length} relations: a drawing takes ${draws[10].toFixed(1)} ms (median of 20), ` +
              `a search ${Date.now() - typed} ms, making and opening the page ${typed - begun} ms; Chromium ${browser.version()}`);
  check('no complaint', page.complaints.length === 0, page.complaints.join('; '));
  await page.context().close();
}

try {
  await gallery();
  await hostile();
  await large();
} finally {
  await browser.close();
  fs.rmSync(folder, { recursive: true, force: true });
}
console.log(`browser: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

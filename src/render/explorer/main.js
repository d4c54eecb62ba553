// What people do: filters, search, mouse, keys. SPDX-License-Identifier: MIT
'use strict';

// After any change: choose what is shown, lay the curves, draw, tell, remember.
function update(what = {}) {
  document.documentElement.dataset.theme = theme();
  choose();
  curvesFor = '';
  layCurves();
  byId('counts').textContent = `${counted(shown.nodes.length, 'entity', 'entities')}, ${counted(shown.edges.length, 'relation', 'relations')}` +
      (shown.edges.length < graph.edges.length ? ` of ${graph.edges.length}` : '');
  byId('note').textContent = graph.left_out || '';
  showFilters();
  if (what.panel !== false) showPanel();
  redraw();
  writeAddress();
}

function bring(node) {
  const p = toScreen(node);
  const inside = p.x > 60 && p.x < size.width - 60 && p.y > 40 && p.y < size.height - 40;
  if (!inside) [view.x, view.y] = [node.x, node.y];
  if (isFar()) { view.scale = 0.8; [view.x, view.y] = [node.x, node.y]; }
  keepView();
}

function keepView() {
  state.view = { ...view };
  writeAddress();
  redraw();
}

function choose_node(node) {
  [state.node, state.edge] = [node, null];
  bring(node);
  update();
}

function choose_edge(edge) {
  [state.node, state.edge] = [state.depth > 0 ? state.node : null, edge];
  update();
}

function choose_nothing() {
  [state.node, state.edge] = [null, null];
  update();
}

// ---- filters

function checkbox(key, name, words, count, swatch) {
  const box = make('input', { type: 'checkbox', 'data-key': key, 'data-name': name });
  box.addEventListener('change', () => {
    state[key][box.checked ? 'delete' : 'add'](name);
    update();
  });
  return make('label', { class: 'check' }, box, swatch, words, make('span', { class: 'count' }, String(count)));
}

// A sample of how it is drawn, as a small picture.
function swatch(paint) {
  const sample = make('canvas', { class: 'swatch', width: 52, height: 26, 'aria-hidden': 'true' });
  sample.paint = () => {
    const ink = sample.getContext('2d');
    ink.clearRect(0, 0, 52, 26);
    paint(ink);
  };
  return sample;
}

function makeFilters() {
  const types = TYPES.filter(type => graph.nodes.some(node => node.type === type));
  byId('types').append(...types.map(type => checkbox('types', type, type, graph.nodes.filter(node => node.type === type).length, swatch(ink => {
    [ink.fillStyle, ink.strokeStyle, ink.lineWidth] = [look().entities[type].fill, look().entities[type].border, 2];
    ink.beginPath();
    if (type === 'person') ink.ellipse(26, 13, 23, 10, 0, 0, 7); else if (type === 'organisation') ink.roundRect(3, 3, 46, 20, 6); else ink.rect(3, 3, 46, 20);
    ink.fill();
    ink.stroke();
  }))));
  const marks = MARKS.filter(mark => graph.edges.some(edge => edge.m === mark));
  const words = { asserted: 'a fact', planned: 'planned', possible: 'possible', requested: 'asked for', denied: 'not so' };
  byId('marks').append(...marks.map(mark => checkbox('marks', mark, words[mark], graph.edges.filter(edge => edge.m === mark).length, swatch(ink => {
    [ink.strokeStyle, ink.lineWidth] = [colourOf(mark), 4];
    ink.setLineDash(mark === 'planned' || mark === 'requested' ? [12, 7] : mark === 'possible' ? [4, 7] : []);
    ink.beginPath(); ink.moveTo(2, 13); ink.lineTo(50, 13); ink.stroke();
    ink.setLineDash([]);
  }))));
  byId('relations').append(...relationNames.map(name => {
    const edges = graph.edges.filter(edge => edge.r === name);
    return checkbox('relations', name, edges[0].label, edges.length, null);
  }));
  byId('from').max = byId('to').max = Math.max(0, months.length - 1);
  byId('sources').max = mostArticles;
}

function showFilters() {
  for (const box of document.querySelectorAll('input[data-key]')) box.checked = !state[box.dataset.key].has(box.dataset.name);
  for (const sample of document.querySelectorAll('.swatch')) sample.paint();
  byId('from').value = state.from;
  byId('to').value = state.to;
  byId('from-date').textContent = months[state.from] || 'no dates';
  byId('to-date').textContent = months[state.to] || 'no dates';
  byId('undated').checked = state.undated;
  byId('sources').value = state.sources;
  byId('sources-least').textContent = counted(state.sources, 'article', 'articles');
  byId('depth').value = state.depth;
  byId('depth').disabled = !state.node;
  byId('depth-shown').textContent = !state.node ? 'choose one' : state.depth === 0 ? 'all' : counted(state.depth, 'step', 'steps');
  drawTimeline();
}

function drawTimeline() {
  const sheet = byId('timeline'), ink = sheet.getContext('2d');
  ink.clearRect(0, 0, sheet.width, sheet.height);
  const counts = new Array(months.length).fill(0);
  for (const edge of graph.edges) for (const quote of edge.quotes) {
    const index = months.indexOf(monthOf(quote.day));
    if (index >= 0) ++counts[index];
  }
  const most = Math.max(1, ...counts), wide = sheet.width / Math.max(1, months.length);
  counts.forEach((count, i) => {
    ink.fillStyle = i >= state.from && i <= state.to ? look().modality.planned.colour : look().entities.place.border;
    ink.globalAlpha = i >= state.from && i <= state.to ? 1 : 0.3;
    const high = count === 0 ? 0 : 3 + count / most * (sheet.height - 3);
    ink.fillRect(i * wide, sheet.height - high, Math.max(1, Math.min(wide - 1, 24)), high);
  });
  ink.globalAlpha = 1;
}

function listen(id, change) {
  byId(id).addEventListener('input', () => { change(Number(byId(id).value)); update(); });
}

// ---- search

function matches(text) {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return [];
  const rank = node => {
    const names = node.names.map(name => name.toLowerCase());
    if (names.includes(wanted)) return 0;
    if (names.some(name => name.startsWith(wanted))) return 1;
    return names.some(name => name.includes(wanted)) ? 2 : 3;
  };
  return graph.nodes.map(node => [rank(node), node]).filter(([order]) => order < 3)
      .sort((a, b) => a[0] - b[0] || b[1].edges.length - a[1].edges.length || a[1].index - b[1].index).slice(0, 30).map(([, node]) => node);
}

function showFound() {
  const found = matches(byId('search').value);
  byId('found').replaceChildren(...found.map(node => {
    const button = make('button', { onclick: () => take(node) }, node.name, make('span', { class: 'soft' }, ` ${node.type}`));
    return make('li', {}, button);
  }));
  byId('found').hidden = found.length === 0;
}

function take(node) {
  byId('found').hidden = true;
  byId('search').value = '';
  choose_node(node);
  canvas.focus();
}

// ---- mouse, touch and keys

function zoom(factor, point = { x: size.width / 2, y: size.height / 2 }) {
  const before = toGraph(point);
  view.scale = Math.min(8, Math.max(0.01, view.scale * factor));
  const after = toGraph(point);
  view.x += before.x - after.x;
  view.y += before.y - after.y;
  keepView();
}

const pointers = new Map();
let moved = 0;

function place(event) {
  const box = canvas.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function hover(point) {
  const thing = under(point);
  canvas.classList.toggle('pointing', thing !== null);
  const hint = byId('hint');
  hint.hidden = thing === null;
  if (thing) {
    hint.textContent = thing.names ? `${thing.name} (${thing.type})` : `${thing.from.name} ${thing.edges.map(edge => edge.words).join(', ')} ${thing.to.name}`;
    hint.style.left = Math.min(point.x + 14, size.width - 180) + 'px';
    hint.style.top = point.y + 14 + 'px';
  }
  if (thing === hovered) return;
  hovered = thing;
  redraw();
}

canvas.addEventListener('pointerdown', event => {
  canvas.setPointerCapture(event.pointerId);
  pointers.set(event.pointerId, place(event));
  moved = 0;
});
canvas.addEventListener('pointermove', event => {
  const now = place(event), before = pointers.get(event.pointerId);
  if (!before) return hover(now);
  const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
  if (others.length) {
    const far = p => Math.hypot(p.x - others[0].x, p.y - others[0].y) || 1;
    zoom(far(now) / far(before), others[0]);
  } else {
    view.x -= (now.x - before.x) / view.scale;
    view.y -= (now.y - before.y) / view.scale;
    moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    canvas.classList.toggle('grabbed', moved > 4);
    redraw();
  }
  pointers.set(event.pointerId, now);
});
canvas.addEventListener('pointerup', event => {
  pointers.delete(event.pointerId);
  canvas.classList.remove('grabbed');
  if (moved > 4) return keepView();
  const thing = under(place(event));
  if (!thing) choose_nothing();
  else if (thing.names) choose_node(thing);
  else choose_edge(thing.edges[0]);
});
canvas.addEventListener('pointercancel', event => pointers.delete(event.pointerId));
canvas.addEventListener('pointerleave', () => { byId('hint').hidden = true; hovered = null; redraw(); });
canvas.addEventListener('wheel', event => {
  event.preventDefault();
  zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), place(event));
}, { passive: false });

document.addEventListener('keydown', event => {
  const typing = event.target instanceof HTMLInputElement && event.target.type === 'search';
  if (event.key === 'Escape') { byId('found').hidden = true; choose_nothing(); canvas.focus(); }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '/') { event.preventDefault(); byId('search').focus(); }
  if (event.key === '+' || event.key === '=') zoom(1.3);
  if (event.key === '-') zoom(1 / 1.3);
  if (event.key === 'f') { fit(shown.nodes); keepView(); }
  if (event.target !== canvas) return;
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (!step) return;
  event.preventDefault();
  view.x += step[0] * 80 / view.scale;
  view.y += step[1] * 80 / view.scale;
  keepView();
});

byId('search').addEventListener('input', showFound);
byId('search').addEventListener('keydown', event => {
  if (event.key === 'Enter' && matches(byId('search').value).length) take(matches(byId('search').value)[0]);
  if (event.key === 'ArrowDown' && byId('found').querySelector('button')) { event.preventDefault(); byId('found').querySelector('button').focus(); }
});
byId('nearer').addEventListener('click', () => zoom(1.3));
byId('farther').addEventListener('click', () => zoom(1 / 1.3));
byId('fit').addEventListener('click', () => { fit(shown.nodes); keepView(); });
byId('theme').addEventListener('click', () => { state.theme = theme() === 'dark' ? 'light' : 'dark'; update({ panel: false }); });
byId('reset').addEventListener('click', () => { state = { ...everything(), theme: state.theme }; update(); fit(shown.nodes); keepView(); });
byId('all-relations').addEventListener('click', () => { state.relations = new Set(); update(); });
byId('no-relations').addEventListener('click', () => { state.relations = new Set(relationNames); update(); });
byId('undated').addEventListener('change', () => { state.undated = byId('undated').checked; update(); });
listen('from', value => { state.from = Math.min(value, state.to); });
listen('to', value => { state.to = Math.max(value, state.from); });
listen('sources', value => { state.sources = value; });
listen('depth', value => { state.depth = value; });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => update({ panel: false }));
new ResizeObserver(resize).observe(canvas);

function begin() {
  readAddress();
  choose();
  if (state.view) Object.assign(view, state.view);
  else fit(shown.nodes);
  if (state.node && !state.view) bring(state.node);
  update();
}
window.addEventListener('hashchange', begin);
makeFilters();
resize();
begin();

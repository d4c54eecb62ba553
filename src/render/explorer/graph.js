// The graph, what of it is wanted, and the address that remembers it. SPDX-License-Identifier: MIT
'use strict';

const graph = JSON.parse(document.getElementById('graph').textContent);
const byId = id => document.getElementById(id);
const MARKS = ['asserted', 'planned', 'possible', 'requested', 'denied'];
const TYPES = ['person', 'organisation', 'country', 'place'];

graph.nodes.forEach((node, index) => { node.index = index; node.edges = []; });
graph.edges.forEach((edge, index) => {
  edge.index = index;
  edge.from = graph.nodes[edge.s];
  edge.to = graph.nodes[edge.o];
  edge.from.edges.push(edge);
  if (edge.to !== edge.from) edge.to.edges.push(edge);
  edge.quotes.forEach(quote => { quote.day = quote.when || graph.documents[quote.d].date || ''; });
});
const nodeById = new Map(graph.nodes.map(node => [node.id, node]));
const edgeById = new Map(graph.edges.map(edge => [edge.id, edge]));
const relationNames = [...new Set(graph.edges.map(edge => edge.r))].sort((a, b) => a < b ? -1 : 1);

// The months in which something is known to have happened or been published, for the timeline. Empty ones are left out: a
// founding in 1974 must not squeeze this year's news into a corner.
const monthOf = day => /^\d{4}/.test(day) ? (day + '-01').slice(0, 7) : '';
const months = [...new Set(graph.edges.flatMap(edge => edge.quotes.map(quote => monthOf(quote.day))))].filter(Boolean).sort();
const mostArticles = graph.edges.reduce((most, edge) => Math.max(most, new Set(edge.quotes.map(quote => quote.d)).size), 1);

// What the address holds. Sets hold what is switched off, so that a plain address shows all.
const everything = () => ({ node: null, edge: null, types: new Set(), marks: new Set(), relations: new Set(), from: 0,
                            to: Math.max(0, months.length - 1), undated: true, sources: 1, depth: 0, theme: '', view: null });
let state = everything();

function writeAddress() {
  const parts = new URLSearchParams();
  if (state.node) parts.set('node', state.node.id);
  if (state.edge) parts.set('edge', state.edge.id);
  for (const key of ['types', 'marks', 'relations']) if (state[key].size) parts.set('no-' + key, [...state[key]].join(' '));
  if (state.from > 0) parts.set('from', months[state.from]);
  if (state.to < months.length - 1) parts.set('to', months[state.to]);
  if (!state.undated) parts.set('undated', 'no');
  if (state.sources > 1) parts.set('sources', state.sources);
  if (state.depth > 0) parts.set('depth', state.depth);
  if (state.theme) parts.set('theme', state.theme);
  if (state.view) parts.set('view', [state.view.x.toFixed(1), state.view.y.toFixed(1), state.view.scale.toFixed(4)].join(','));
  const address = '#' + parts.toString();
  if (address !== location.hash) history.replaceState(null, '', address);
}

function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const next = everything();
  const month = (key, fallback) => Math.max(0, months.includes(parts.get(key)) ? months.indexOf(parts.get(key)) : fallback);
  next.node = nodeById.get(parts.get('node')) || null;
  next.edge = edgeById.get(parts.get('edge')) || null;
  for (const key of ['types', 'marks', 'relations']) next[key] = new Set((parts.get('no-' + key) || '').split(' ').filter(Boolean));
  next.from = month('from', next.from);
  next.to = month('to', next.to);
  next.undated = parts.get('undated') !== 'no';
  next.sources = Math.min(mostArticles, Math.max(1, Number(parts.get('sources')) || 1));
  next.depth = Math.min(4, Math.max(0, Number(parts.get('depth')) || 0));
  next.theme = ['light', 'dark'].includes(parts.get('theme')) ? parts.get('theme') : '';
  const view = (parts.get('view') || '').split(',').map(Number);
  if (view.length === 3 && view.every(Number.isFinite) && view[2] > 0) next.view = { x: view[0], y: view[1], scale: view[2] };
  state = next;
}

// The quotes of an edge within the wanted time. A date may be a year or a month only: it counts for all of it.
function quotesInTime(edge) {
  if (months.length === 0 || (state.from === 0 && state.to === months.length - 1 && state.undated)) return edge.quotes;
  const [from, to] = [months[state.from], months[state.to]];
  return edge.quotes.filter(quote => quote.day ? quote.day + '~' >= from && quote.day <= to + '~' : state.undated);
}

function wants(edge) {
  if (state.types.has(edge.from.type) || state.types.has(edge.to.type)) return false;
  if (state.marks.has(edge.m) || state.relations.has(edge.r)) return false;
  return new Set(quotesInTime(edge).map(quote => quote.d)).size >= state.sources;
}

// What is shown: edges, the arrows that bundle them, and nodes.
const shown = { edges: [], arrows: [], nodes: [], arrowOf: new Map() };

function withinSteps(edges) {
  const far = new Map([[state.node, 0]]);
  for (let step = 1; step <= state.depth; ++step) {
    for (const edge of edges) {
      for (const [a, b] of [[edge.from, edge.to], [edge.to, edge.from]]) {
        if (far.get(a) === step - 1 && !far.has(b)) far.set(b, step);
      }
    }
  }
  const nearer = edge => Math.min(far.get(edge.from) ?? Infinity, far.get(edge.to) ?? Infinity);
  return edges.filter(edge => nearer(edge) < state.depth);
}

function choose() {
  let edges = graph.edges.filter(wants);
  if (state.node && state.depth > 0) edges = withinSteps(edges);
  const arrows = new Map();
  for (const edge of edges) {
    const key = [edge.s, edge.o, edge.m, edge.both].join(' ');
    if (!arrows.has(key)) arrows.set(key, { from: edge.from, to: edge.to, mark: edge.m, both: edge.both, edges: [] });
    arrows.get(key).edges.push(edge);
  }
  shown.edges = edges;
  shown.arrows = [...arrows.values()];
  shown.arrowOf = new Map(shown.arrows.flatMap(arrow => arrow.edges.map(edge => [edge, arrow])));
  const ends = new Set(edges.flatMap(edge => [edge.from, edge.to]));
  if (state.node) ends.add(state.node);
  for (const node of graph.nodes) if (node.edges.length === 0 && !state.types.has(node.type) && state.depth === 0) ends.add(node);
  shown.nodes = graph.nodes.filter(node => ends.has(node));
  spread(shown.arrows);
}

// Arrows between the same two bend away from each other: `bend` is how far the middle leaves the straight line.
function spread(arrows) {
  const pairs = new Map();
  for (const arrow of arrows) {
    const key = Math.min(arrow.from.index, arrow.to.index) + ' ' + Math.max(arrow.from.index, arrow.to.index);
    if (!pairs.has(key)) pairs.set(key, []);
    pairs.get(key).push(arrow);
  }
  for (const group of pairs.values()) {
    group.forEach((arrow, i) => {
      const side = arrow.from.index <= arrow.to.index ? 1 : -1;
      arrow.bend = (i - (group.length - 1) / 2) * 34 * side;
    });
  }
}

// The panel: what is known of a node or an arrow. Text goes in as text, never as markup. SPDX-License-Identifier: MIT
'use strict';

const MOST_QUOTES = 5;

// make('p', {class: 'soft'}, 'text', node ...)
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'onclick') element.addEventListener('click', value);
    else element.setAttribute(key, value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;
const link = (text, action) => make('button', { class: 'link', onclick: action }, text);
const markWord = mark => mark === 'asserted' ? '' : mark === 'denied' ? 'not so' : mark === 'requested' ? 'asked for' : mark;

function markOf(edge) {
  const word = [edge.m === 'denied' ? 'not so' : '', edge.modality === 'asserted' ? '' : markWord(edge.modality)].filter(Boolean).join(', ');
  return word ? make('span', { class: edge.m === 'denied' ? 'denied' : 'soft' }, ` [${word}]`) : null;
}

// The sentence with its ends and its cue marked.
function sentence(quote) {
  const parts = [{ span: quote.subject, end: true }, { span: quote.object, end: true }, { span: quote.cue, end: false }]
      .filter(part => part.span && part.span[1] > part.span[0]).sort((a, b) => a.span[0] - b.span[0]);
  const out = make('span');
  let from = 0;
  for (const { span, end } of parts) {
    if (span[0] < from) continue;
    out.append(quote.text.slice(from, span[0]), make('mark', end ? { class: 'end' } : {}, quote.text.slice(span[0], span[1])));
    from = span[1];
  }
  out.append(quote.text.slice(from));
  return out;
}

function origin(quote) {
  const from = graph.documents[quote.d];
  const out = make('span', { class: 'soft' });
  const title = from.title || from.id;
  if (/^https?:\/\//.test(from.url || '')) out.append(make('a', { href: from.url, rel: 'noopener noreferrer', target: '_blank' }, title));
  else out.append(title);
  if (from.title && from.title !== from.id) out.append(', ', from.id);
  if (from.date) out.append(', ', from.date);
  if (quote.by) out.append(', says ', quote.by);
  if (quote.when && quote.when !== from.date) out.append(', of ', quote.when);
  out.title = `${from.id}, byte ${quote.at}; rule ${quote.rule}; confidence ${quote.confidence}`;
  return out;
}

function quotes(edge, most) {
  const all = quotesInTime(edge);
  const out = all.slice(0, most).map(quote => make('blockquote', {}, sentence(quote), make('br'), origin(quote)));
  if (all.length > most) out.push(link(`${all.length - most} more`, event => event.target.replaceWith(...quotes(edge, Infinity).slice(most))));
  return out;
}

const told = (edge, asSubject) => asSubject ? edge.label : edge.inverse;

function edgeLine(edge, node) {
  const asSubject = edge.from === node;
  const other = asSubject ? edge.to : edge.from;
  const count = quotesInTime(edge).length;
  return make('li', {}, link(told(edge, asSubject), () => choose_edge(edge)), ' ', link(other.name, () => choose_node(other)), markOf(edge),
              count > 1 ? make('span', { class: 'soft' }, ` ×${count}`) : null);
}

function relationsOf(node, edges) {
  const groups = new Map();
  for (const edge of edges) {
    const key = told(edge, edge.from === node) + ' ' + edge.m + ' ' + edge.modality;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(edge);
  }
  const out = [];
  for (const group of [...groups.values()].sort((a, b) => b.length - a.length)) {
    group.sort((a, b) => quotesInTime(b).length - quotesInTime(a).length);
    out.push(...group.map(edge => edgeLine(edge, node)));
  }
  return make('ul', {}, ...out);
}

// What is told and denied of the same two.
function contradictions(node, edges) {
  const firm = edge => ['asserted', 'planned'].includes(edge.modality);
  const out = [];
  for (const a of edges.filter(edge => edge.m !== 'denied' && firm(edge))) {
    for (const b of edges.filter(edge => edge.m === 'denied' && firm(edge))) {
      if (a.r === b.r && a.s === b.s && a.o === b.o) out.push(edgeLine(a, node), edgeLine(b, node));
    }
  }
  return out.length ? [make('h3', {}, 'Said both ways'), make('ul', {}, ...out)] : [];
}

function timeline(node, edges) {
  const events = edges.flatMap(edge => quotesInTime(edge).filter(quote => quote.day).map(quote => ({ day: quote.day, edge })));
  events.sort((a, b) => a.day < b.day ? -1 : a.day > b.day ? 1 : a.edge.index - b.edge.index);
  if (new Set(events.map(event => event.day)).size < 2) return [];
  const rows = events.slice(0, 60).map(({ day, edge }) => make('tr', {}, make('td', {}, day), make('td', {},
      link(`${told(edge, edge.from === node)} ${(edge.from === node ? edge.to : edge.from).name}`, () => choose_edge(edge)), markOf(edge))));
  return [make('h3', {}, 'Timeline'), make('table', {}, make('tbody', {}, ...rows)),
          events.length > 60 ? make('p', { class: 'soft' }, `and ${events.length - 60} more`) : ''];
}

function nodePanel(node) {
  const edges = node.edges.filter(wants);
  const hidden = node.edges.length - edges.length;
  const best = [...edges].sort((a, b) => b.belief - a.belief || quotesInTime(b).length - quotesInTime(a).length).slice(0, 3);
  return [
    make('h2', { class: 'name' }, node.name),
    make('p', { class: 'soft' }, `${node.type}${node.wikidata ? ', Wikidata ' + node.wikidata : ''}, named ${counted(node.mentions, 'time', 'times')} in ` +
         counted(node.articles, 'article', 'articles')),
    node.names.length > 1 ? make('p', { class: 'soft' }, 'also ' + node.names.slice(1).join(', ')) : '',
    ...contradictions(node, edges),
    make('h3', {}, counted(edges.length, 'relation', 'relations')),
    relationsOf(node, edges),
    hidden ? make('p', { class: 'soft' }, `${hidden} more behind filters`) : '',
    ...(best.length ? [make('h3', {}, 'Strongest evidence')] : []),
    ...best.flatMap(edge => quotes(edge, 1)),
    ...timeline(node, edges)];
}

function edgePanel(edge) {
  return [
    make('h3', {}, link(edge.from.name, () => choose_node(edge.from)), ' ', edge.label, ' ', link(edge.to.name, () => choose_node(edge.to)), markOf(edge)),
    make('p', { class: 'soft' }, `${counted(quotesInTime(edge).length, 'sentence', 'sentences')}, belief ${edge.belief.toFixed(2)}` +
         (edge.codes ? `; ${edge.codes}` : '')),
    ...quotes(edge, MOST_QUOTES)];
}

function arrowPanel(edge) {
  const arrow = shown.arrowOf.get(edge);
  const others = arrow ? arrow.edges.filter(other => other !== edge) : [];
  return [...edgePanel(edge), ...others.flatMap(edgePanel)];
}

function overview() {
  const top = [...shown.nodes].sort((a, b) => b.edges.length - a.edges.length || a.index - b.index).slice(0, 15);
  return [
    make('h2', { class: 'name' }, graph.title),
    make('p', { class: 'soft' }, `${counted(graph.documents.length, 'article', 'articles')}${graph.span ? ', ' + graph.span : ''}. ` +
         'Click a name or an arrow; drag to move, turn the wheel to come nearer.'),
    graph.left_out ? make('p', { class: 'soft' }, graph.left_out) : '',
    make('h3', {}, 'Most connected'),
    make('ul', {}, ...top.map(node => make('li', {}, link(node.name, () => choose_node(node)),
                                           make('span', { class: 'soft' }, ` ${node.type}, ${counted(node.edges.length, 'relation', 'relations')}`))))];
}

function showPanel() {
  const parts = state.edge ? arrowPanel(state.edge) : state.node ? nodePanel(state.node) : overview();
  const back = state.edge || state.node ? [make('p', { class: 'buttons' }, make('button', { onclick: () => choose_nothing() }, 'Close'))] : [];
  byId('panel').replaceChildren(...back, ...parts);
  byId('panel').scrollTop = 0;
}

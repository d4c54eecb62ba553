// The canvas: what stands where, and how it is drawn. SPDX-License-Identifier: MIT
'use strict';

const canvas = byId('picture');
const pen = canvas.getContext('2d');
const FONT = '12px "DejaVu Sans", Verdana, sans-serif';
const FAR = 0.5;  // pixels a point: below, entities are dots
const SMALL = '10px "DejaVu Sans", Verdana, sans-serif';
const view = { x: 0, y: 0, scale: 1 };  // the point of the graph in the middle, and pixels a point
let hovered = null;                     // a node or an arrow
let size = { width: 1, height: 1 };
let waiting = false;
let curvesFor = '';

const look = () => graph.style[theme()];
const theme = () => state.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

pen.font = FONT;
for (const node of graph.nodes) {
  node.name = node.names[0];
  node.label = node.name.length > 34 ? node.name.slice(0, 33) + '…' : node.name;
  node.width = pen.measureText(node.label).width + 18;
  node.height = 24;
  if (node.type === 'person') node.width += 10;
  if (node.type === 'place') node.width += 14;
}

const toScreen = p => ({ x: (p.x - view.x) * view.scale + size.width / 2, y: (p.y - view.y) * view.scale + size.height / 2 });
const toGraph = p => ({ x: (p.x - size.width / 2) / view.scale + view.x, y: (p.y - size.height / 2) / view.scale + view.y });

// Where a line from inside a box towards `other` leaves it.
function border(node, other) {
  const [dx, dy] = [other.x - node.x, other.y - node.y];
  if (dx === 0 && dy === 0) return { x: node.x, y: node.y };
  const room = 2;
  if (isFar()) {
    const t = (dot(node) + room / view.scale) / Math.hypot(dx, dy);
    return { x: node.x + dx * t, y: node.y + dy * t };
  }
  if (node.type === 'person') {
    const [a, b] = [node.width / 2 + room, node.height / 2 + room];
    const t = 1 / Math.sqrt(dx * dx / (a * a) + dy * dy / (b * b));
    return { x: node.x + dx * t, y: node.y + dy * t };
  }
  const t = Math.min((node.width / 2 + room) / Math.abs(dx || 1e-9), (node.height / 2 + room) / Math.abs(dy || 1e-9));
  return { x: node.x + dx * t, y: node.y + dy * t };
}

// A curve in three points: both ends and the middle one that it bends towards. A loop has its own.
function curve(arrow) {
  const { from, to } = arrow;
  if (from === to) {
    const top = from.y - from.height / 2;
    return { a: { x: from.x - 12, y: top }, c: { x: from.x, y: top - 46 - Math.abs(arrow.bend) }, b: { x: from.x + 12, y: top } };
  }
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const c = { x: (from.x + to.x) / 2 - (to.y - from.y) / length * arrow.bend * 2,
              y: (from.y + to.y) / 2 + (to.x - from.x) / length * arrow.bend * 2 };
  return { a: border(from, c), c, b: border(to, c) };
}

const middle = k => ({ x: (k.a.x + 2 * k.c.x + k.b.x) / 4, y: (k.a.y + 2 * k.c.y + k.b.y) / 4 });
const at = (k, t) => ({ x: (1 - t) * (1 - t) * k.a.x + 2 * t * (1 - t) * k.c.x + t * t * k.b.x,
                        y: (1 - t) * (1 - t) * k.a.y + 2 * t * (1 - t) * k.c.y + t * t * k.b.y });

function colourOf(mark) {
  return mark === 'denied' ? look().negative.colour : look().modality[mark].colour;
}

function isLit(thing) {
  const chosen = hovered || state.node || (state.edge && shown.arrowOf.get(state.edge));
  if (!chosen) return true;
  if (thing.edges && thing.names) return thing === chosen || chosen.from === thing || chosen.to === thing ||
      (chosen.names && chosen.edges.some(edge => shown.arrowOf.has(edge) && (edge.from === thing || edge.to === thing)));
  return thing === chosen || thing.from === chosen || thing.to === chosen;
}

function drawArrows(visible) {
  const groups = new Map();  // strokes of one look are one path
  for (const arrow of visible) {
    const lit = isLit(arrow);
    const weight = Math.min(4, 1 + Math.log2(arrow.edges.reduce((sum, edge) => sum + edge.quotes.length, 0)) / 2);
    const key = [arrow.mark, lit, weight.toFixed(1)].join(' ');
    if (!groups.has(key)) groups.set(key, { mark: arrow.mark, lit, weight, arrows: [] });
    groups.get(key).arrows.push(arrow);
  }
  for (const group of groups.values()) {
    pen.globalAlpha = group.lit ? 1 : 0.12;
    pen.strokeStyle = pen.fillStyle = colourOf(group.mark);
    pen.lineWidth = isFar() ? group.weight * Math.min(1, 0.6 / view.scale) : group.weight;
    const line = group.mark === 'denied' ? 'solid' : look().modality[group.mark].line;
    pen.setLineDash(line === 'dashed' ? [7, 4] : line === 'dotted' ? [2, 4] : []);
    pen.beginPath();
    for (const { curve: k } of group.arrows) {
      pen.moveTo(k.a.x, k.a.y);
      pen.quadraticCurveTo(k.c.x, k.c.y, k.b.x, k.b.y);
    }
    pen.stroke();
    pen.setLineDash([]);
    if (view.scale < 0.22) continue;
    for (const arrow of group.arrows) {
      drawHead(arrow.curve.c, arrow.curve.b, arrow.mark);
      if (arrow.both) drawHead(arrow.curve.c, arrow.curve.a, arrow.mark);
    }
  }
  pen.globalAlpha = 1;
}

function drawHead(from, tip, mark) {
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x);
  pen.save();
  pen.translate(tip.x, tip.y);
  pen.rotate(angle);
  pen.beginPath();
  if (mark === 'requested') {
    pen.moveTo(0, 0); pen.lineTo(-6, 4); pen.lineTo(-12, 0); pen.lineTo(-6, -4);
  } else {
    pen.moveTo(0, 0); pen.lineTo(-10, 4.5); pen.lineTo(-10, -4.5);
  }
  pen.closePath();
  if (mark === 'possible' || mark === 'requested') {
    pen.fillStyle = look().background;
    pen.fill();
    pen.lineWidth = 1;
    pen.stroke();
    pen.fillStyle = colourOf(mark);
  } else {
    pen.fill();
  }
  if (mark === 'denied') pen.fillRect(-15, -6, 2.5, 12);
  pen.restore();
}

function tracePath(node) {
  const [w, h] = [node.width / 2, node.height / 2];
  pen.beginPath();
  if (node.type === 'person') pen.ellipse(node.x, node.y, w, h, 0, 0, 2 * Math.PI);
  else if (node.type === 'organisation') pen.roundRect(node.x - w, node.y - h, 2 * w, 2 * h, 7);
  else if (node.type === 'country') pen.rect(node.x - w, node.y - h, 2 * w, 2 * h);
  else {
    pen.moveTo(node.x - w, node.y); pen.lineTo(node.x - w + 9, node.y - h); pen.lineTo(node.x + w - 9, node.y - h);
    pen.lineTo(node.x + w, node.y); pen.lineTo(node.x + w - 9, node.y + h); pen.lineTo(node.x - w + 9, node.y + h);
    pen.closePath();
  }
}

// From afar boxes are too small to read: an entity is a dot then, the larger the more is said of it.
const isFar = () => view.scale < FAR;
const dot = node => Math.min(9, 3 + Math.sqrt(node.edges.length)) * Math.min(1, Math.max(0.3, view.scale / 0.15)) / view.scale;

function drawDots(visible) {
  for (const node of visible) {
    const colours = look().entities[node.type];
    pen.globalAlpha = isLit(node) ? 1 : 0.15;
    pen.beginPath();
    pen.arc(node.x, node.y, dot(node), 0, 2 * Math.PI);
    pen.fillStyle = node.type === 'country' ? colours.fill : colours.border;
    pen.fill();
    if (node !== state.node) continue;
    pen.strokeStyle = look().ink;
    pen.lineWidth = 3 / view.scale;
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

function drawNodes(visible) {
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.font = FONT;
  for (const node of visible) {
    const colours = look().entities[node.type];
    pen.globalAlpha = isLit(node) ? 1 : 0.15;
    tracePath(node);
    pen.fillStyle = colours.fill;
    pen.fill();
    pen.strokeStyle = node === state.node ? look().ink : colours.border;
    pen.lineWidth = node === state.node ? 3 : 1.2;
    pen.stroke();
    pen.fillStyle = colours.text;
    pen.fillText(node.label, node.x, node.y + 0.5);
  }
  pen.globalAlpha = 1;
}

// The names of dots stand below them, those of the most important first, as far as there is room.
function drawFarNames(visible) {
  const taken = [];
  pen.save();
  pen.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  pen.font = FONT;
  pen.textAlign = 'center';
  pen.lineWidth = 3;
  pen.lineJoin = 'round';
  pen.textBaseline = 'middle';
  const ranked = visible.filter(isLit).sort((a, b) => b.edges.length - a.edges.length).slice(0, 400);
  for (const node of ranked) {
    const p = toScreen(node);
    p.y += dot(node) * view.scale + 9;
    const box = { x: p.x - node.width / 2, y: p.y - 8, r: p.x + node.width / 2, b: p.y + 8 };
    if (taken.some(t => box.x < t.r && t.x < box.r && box.y < t.b && t.y < box.b)) continue;
    taken.push(box);
    pen.strokeStyle = look().background;
    pen.strokeText(node.label, p.x, p.y);
    pen.fillStyle = look().ink;
    pen.fillText(node.label, p.x, p.y);
    if (taken.length >= 100) break;
  }
  pen.restore();
}

function wordsOf(arrow) {
  const first = arrow.edges[0];
  const words = first.words + (arrow.edges.length > 1 ? ` +${arrow.edges.length - 1}` : '');
  return first.quotes.length > 1 && arrow.edges.length === 1 ? `${words} ×${first.quotes.length}` : words;
}

function drawWords(visible) {
  if (view.scale < 0.7 || visible.length > 500) return;
  pen.font = SMALL;
  pen.textAlign = 'center';
  pen.lineWidth = 3;
  pen.lineJoin = 'round';
  for (const arrow of visible) {
    if (!isLit(arrow)) continue;
    const p = middle(arrow.curve);
    pen.strokeStyle = look().background;
    pen.strokeText(wordsOf(arrow), p.x, p.y);
    pen.fillStyle = colourOf(arrow.mark);
    pen.fillText(wordsOf(arrow), p.x, p.y);
  }
}

// The ends of curves follow the size of dots.
function layCurves() {
  if (!isFar() && curvesFor === 'boxes') return;
  curvesFor = isFar() ? 'dots' : 'boxes';
  for (const arrow of shown.arrows) arrow.curve = curve(arrow);
}

function draw() {
  waiting = false;
  layCurves();
  const ratio = devicePixelRatio || 1;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.fillStyle = look().background;
  pen.fillRect(0, 0, size.width, size.height);
  pen.translate(size.width / 2, size.height / 2);
  pen.scale(view.scale, view.scale);
  pen.translate(-view.x, -view.y);
  const low = toGraph({ x: 0, y: 0 }), high = toGraph({ x: size.width, y: size.height });
  const nodes = shown.nodes.filter(node => node.x + node.width / 2 > low.x && node.x - node.width / 2 < high.x &&
                                           node.y + node.height > low.y && node.y - node.height < high.y);
  const arrows = shown.arrows.filter(({ curve: k }) =>
      Math.max(k.a.x, k.b.x, k.c.x) > low.x && Math.min(k.a.x, k.b.x, k.c.x) < high.x &&
      Math.max(k.a.y, k.b.y, k.c.y) > low.y && Math.min(k.a.y, k.b.y, k.c.y) < high.y);
  drawArrows(arrows);
  if (isFar()) {
    drawDots(nodes);
    drawFarNames(nodes);
  } else {
    drawNodes(nodes);
    drawWords(arrows);
  }
}

function redraw() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(draw);
}

// What lies under a point of the canvas: a node, else an arrow, else nothing.
function under(point) {
  const p = toGraph(point);
  for (let i = shown.nodes.length - 1; i >= 0; --i) {
    const node = shown.nodes[i];
    const near = isFar() ? Math.hypot(p.x - node.x, p.y - node.y) <= dot(node) + 2 / view.scale
                         : Math.abs(p.x - node.x) <= node.width / 2 && Math.abs(p.y - node.y) <= node.height / 2;
    if (near) return node;
  }
  const reach = Math.max(5, 7 / view.scale);
  let best = null, least = reach;
  for (const arrow of shown.arrows) {
    const k = arrow.curve;
    if (p.x < Math.min(k.a.x, k.b.x, k.c.x) - reach || p.x > Math.max(k.a.x, k.b.x, k.c.x) + reach ||
        p.y < Math.min(k.a.y, k.b.y, k.c.y) - reach || p.y > Math.max(k.a.y, k.b.y, k.c.y) + reach) continue;
    for (let t = 0; t <= 1; t += 0.04) {
      const q = at(k, t), far = Math.hypot(p.x - q.x, p.y - q.y);
      if (far < least) [best, least] = [arrow, far];
    }
  }
  return best;
}

function resize() {
  const box = canvas.getBoundingClientRect();
  size = { width: box.width, height: box.height };
  canvas.width = Math.round(box.width * (devicePixelRatio || 1));
  canvas.height = Math.round(box.height * (devicePixelRatio || 1));
  redraw();
}

function fit(nodes) {
  const all = nodes.length ? nodes : graph.nodes;
  if (all.length === 0) return;
  const x = all.flatMap(node => [node.x - node.width / 2, node.x + node.width / 2]);
  const y = all.flatMap(node => [node.y - 20, node.y + 20]);
  const [low, high] = [{ x: x.reduce((a, b) => Math.min(a, b)), y: y.reduce((a, b) => Math.min(a, b)) },
                       { x: x.reduce((a, b) => Math.max(a, b)), y: y.reduce((a, b) => Math.max(a, b)) }];
  view.x = (low.x + high.x) / 2;
  view.y = (low.y + high.y) / 2;
  view.scale = Math.min(1.6, size.width / (high.x - low.x + 60), size.height / (high.y - low.y + 60));
  redraw();
}

// What graphology reads in GEXF and GraphML, as JSON on standard output.
// usage: node graphology_test.mjs FOLDER-OF-PACKAGES FOLDER-OF-FILES
// SPDX-License-Identifier: MIT
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const [others, folder] = process.argv.slice(2);
const require = createRequire(path.resolve(others, 'package.json'));
const { MultiDirectedGraph } = require('graphology');
const version = name => JSON.parse(fs.readFileSync(path.resolve(others, 'node_modules', name, 'package.json'))).version;

const out = [];
for (const [name, file] of [['graphology-gexf', 'news.gexf'], ['graphology-gexf', 'news12.gexf'], ['graphology-graphml', 'news.graphml']]) {
  const graph = require(name).parse(MultiDirectedGraph, fs.readFileSync(path.join(folder, file), 'utf8'), { addMissingNodes: false });
  out.push({
    by: `${name} ${version(name)}: ${file}`,
    nodes: graph.order,
    edges: graph.size,
    names: graph.mapNodes((node, data) => data.label),
    relations: graph.mapEdges((edge, data) => data.relation),
  });
}
console.log(JSON.stringify(out));

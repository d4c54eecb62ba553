// A property graph, in two forms.
//
// Nodes with any labels, edges of any types, any properties on both; parallel edges and self loops are kept.
//
//     GraphBuilder --freeze--> FrozenGraph      only answers; a million edges in 25 MiB
//     MutableGraph --freeze--> FrozenGraph      nodes and edges come and go
//     any of them  ----------> MutableGraph     to go on from
//
// PropertyGraph is what algorithms, queries and drawings read: either form.
// boost_graph() hands either form to any algorithm of Boost.Graph.
//
// errors    Error (internal) for changes to what is not there; reading throws nothing
// threads   many may read, or one write
// source    docs/graph.md
// SPDX-License-Identifier: MIT
#pragma once

#include "entente/graph/frozen.hpp"
#include "entente/graph/mutable.hpp"
#include "entente/graph/property_graph.hpp"
#include "entente/graph/records.hpp"
#include "entente/graph/value.hpp"

// GraphML to nodes and edges.
//
// The one door to pugixml, which follows no links, expands no entities of a DTD and recurses over nothing.
//
// in        UTF-8; keys by their attr.name; graphs within nodes are laid flat
// out       every node and edge in the order of the file
// errors    Error (data) with the line for what is not XML, not GraphML, or an edge whose ends are not there
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "entente/text/span.hpp"

namespace entente::exchange {

using Data = std::map<std::string, std::string>;  // by attr.name

struct GraphmlNode {
    std::string id;
    Data data;
    std::string drawn;  // text of the label that yEd draws, or ""
};

struct GraphmlEdge {
    std::string id, source, target;
    Data data;
    Span element, source_value, target_value;  // bytes of the file
};

struct Graphml {
    Data data;  // of the graph itself
    std::vector<GraphmlNode> nodes;
    std::vector<GraphmlEdge> edges;
};

[[nodiscard]] Graphml read_graphml(std::string_view bytes, std::string_view file);

}  // namespace entente::exchange

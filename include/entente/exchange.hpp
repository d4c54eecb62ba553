// A graph to other programs, and back.
//
// in        export_graph(): a graph file and what was assembled of it. import_graph(): JSON as export_graph() wrote it, or
//           GraphML, ours or another program's
// out       files in the formats that networkx, Gephi, Neo4j, Aleph and spreadsheets open; the same bytes for the same
//           graph. Polarity, modality, dates, confidence and sentences go along wherever a format can hold them
// shape     json gives back the very graph file; GraphML gives back entities, statements and evidence, but of the places
//           where a name stands only those that carry a statement
// errors    import_graph(): Error (data) with file and line
// threads   pure functions
// cost      linear but for sorting
// example   write_file("news.gexf", export_graph(file, graph, knowledge, ExportFormat::gexf).front().bytes);
// source    docs/exchange.md: what each format can hold, and which programs were seen to open it
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/assemble.hpp"
#include "entente/knowledge.hpp"
#include "entente/store.hpp"

namespace entente {

enum class ExportFormat : std::uint8_t { graphml, gexf, gexf12, csv, tables, neo4j, cypher, ftm, json };

struct ExportFormatName {
    ExportFormat format;
    std::string_view name;     // "graphml"
    std::string_view meaning;  // for help: who opens it
    bool folder = false;       // several files, which belong into a folder
};
[[nodiscard]] const std::vector<ExportFormatName>& export_formats();

struct ExportOptions {
    bool guard_formulas = true;    // CSV: a cell that a spreadsheet would run as a formula begins with '
    bool byte_order_mark = false;  // CSV: for old spreadsheets, which else take UTF-8 for Latin-1
};

struct ExportFile {
    std::string name;  // within the folder; "" for a format of one file
    std::string bytes;
};

[[nodiscard]] std::vector<ExportFile> export_graph(const GraphFile& file, const KnowledgeGraph& graph,
                                                   const Knowledge& knowledge, ExportFormat format,
                                                   const ExportOptions& options = {});

// Told apart by the first byte: '<' begins GraphML, '{' JSON.
[[nodiscard]] GraphFile import_graph(std::string_view bytes, std::string_view file);

}  // namespace entente

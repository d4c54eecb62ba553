// A graph to CSV.
// SPDX-License-Identifier: MIT
#include "exchange/csv.hpp"

#include "entente/text/utf8.hpp"
#include "exchange/formats.hpp"
#include "exchange/table.hpp"

namespace entente::exchange {
namespace {

std::string to_csv(const Table& table, const std::vector<std::string>& titles, const ExportOptions& options) {
    std::string out = options.byte_order_mark ? "\xEF\xBB\xBF" : "";
    out += csv_line(titles);
    for (const auto& row : table.rows) {
        std::vector<std::string> cells;
        for (const Cell& cell : row) {
            const bool number = std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell);
            std::string text = clean_utf8(written(cell));
            cells.push_back(options.guard_formulas && !number ? guarded(std::move(text)) : std::move(text));
        }
        out += csv_line(cells);
    }
    return out;
}

std::vector<std::string> titles_of(const Table& table) {
    std::vector<std::string> out;
    for (const Column& column : table.columns)
        out.emplace_back(column.name);
    return out;
}

}  // namespace

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

std::string csv_line(const std::vector<std::string>& cells) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i)
        out += (i > 0 ? "," : "") + csv_cell(cells[i]);
    return out + "\r\n";
}

std::string guarded(std::string text) {
    constexpr std::string_view starts = "=+-@\t\r";
    return !text.empty() && starts.find(text[0]) != std::string_view::npos ? "'" + text : text;
}

std::string to_csv(const KnowledgeGraph& graph, const Schema& schema, const ExportOptions& options) {
    const Table table = sentence_table(graph, schema);
    return to_csv(table, titles_of(table), options);
}

std::vector<ExportFile> to_tables(const KnowledgeGraph& graph, const Schema& schema, const ExportOptions& options) {
    const Table entities = entity_table(graph);
    const Table edges = edge_table(graph, schema)
                            .only({"source", "target", "id", "words", "articles", "relation", "polarity", "modality",
                                   "confidence", "belief", "sentences", "first_date", "last_date", "sources",
                                   "documents", "cameo", "plover", "wikidata", "followthemoney"});
    std::vector<std::string> node_titles = titles_of(entities), edge_titles = titles_of(edges);
    node_titles[0] = "Id";  // as Gephi wants them
    node_titles[1] = "Label";
    for (const auto& [i, title] : {std::pair{0, "Source"}, {1, "Target"}, {2, "Id"}, {3, "Label"}, {4, "Weight"}})
        edge_titles[static_cast<std::size_t>(i)] = title;
    return {{"entities.csv", to_csv(entities, node_titles, options)},
            {"edges.csv", to_csv(edges, edge_titles, options)},
            {"sentences.csv", to_csv(graph, schema, options)}};
}

}  // namespace entente::exchange

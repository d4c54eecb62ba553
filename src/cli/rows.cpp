// Rows of a query in the formats of `entente query`.
// SPDX-License-Identifier: MIT
#include "cli/rows.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "entente/json.hpp"
#include "entente/render.hpp"
#include "entente/text/utf8.hpp"

namespace entente::cli {
namespace {

using cypher::Result;
using cypher::Value;

constexpr std::size_t least_cell = 12;  // columns that each cell of a table may take, however narrow the terminal

// A cell for a person: strings without quotes.
std::string plain(const Value& value, const PropertyGraph& graph) {
    if (value.is(Value::Kind::string)) return value.string();
    return value.is_null() ? "" : cypher::to_text(value, graph);
}

std::string one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    std::ranges::replace(text, '\t', ' ');
    return printable(text);
}

std::string cut(const std::string& text, std::size_t most) {
    if (columns(text) <= most) return text;
    std::string out;
    std::size_t taken = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        const std::string letter = text.substr(at, c.size);
        taken += columns(letter);
        if (taken >= most) break;
        out += letter;
        at += c.size;
    }
    return out + "…";
}

// Cells of equal width, heads first; a wide column gives way to the others.
std::vector<std::size_t> widths_of(const std::vector<std::vector<std::string>>& cells, std::size_t width) {
    std::vector<std::size_t> out(cells.front().size(), 0);
    for (const auto& row : cells) {
        for (std::size_t i = 0; i < row.size(); ++i)
            out[i] = std::max(out[i], columns(row[i]));
    }
    const auto total = [&] {
        std::size_t sum = 0;
        for (const std::size_t one : out)
            sum += one + 3;
        return sum;
    };
    while (width > 0 && total() > width) {
        const auto widest = std::ranges::max_element(out);
        if (*widest <= least_cell) break;
        --*widest;
    }
    return out;
}

std::string table(const Result& result, const PropertyGraph& graph, std::size_t width) {
    if (result.columns.empty()) return "";
    std::vector<std::vector<std::string>> cells(1);
    for (const std::string& column : result.columns)
        cells[0].push_back(one_line(column));
    for (const auto& row : result.rows) {
        cells.emplace_back();
        for (const Value& value : row)
            cells.back().push_back(one_line(plain(value, graph)));
    }
    const auto widths = widths_of(cells, width);
    std::string out;
    for (std::size_t r = 0; r < cells.size(); ++r) {
        std::string line;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const std::string cell = cut(cells[r][i], widths[i]);
            line += (i == 0 ? " " : "│ ") + cell + std::string(widths[i] - std::min(widths[i], columns(cell)) + 1, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
        if (r > 0) continue;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (i > 0) out += "┼";
            for (std::size_t n = 0; n < widths[i] + 2; ++n)
                out += "─";
        }
        out += "\n";
    }
    return out;
}

std::string markdown(const Result& result, const PropertyGraph& graph) {
    const auto escaped = [](const std::string& cell) {
        std::string out;
        for (const char c : one_line(cell))
            out += c == '|' || c == '\\' || c == '<' || c == '`' ? std::string{'\\', c} : std::string(1, c);
        return out;
    };
    std::string out = "|", rule = "|";
    for (const std::string& column : result.columns) {
        out += " " + escaped(column) + " |";
        rule += " --- |";
    }
    out += "\n" + rule + "\n";
    for (const auto& row : result.rows) {
        out += "|";
        for (const Value& value : row)
            out += " " + escaped(plain(value, graph)) + " |";
        out += "\n";
    }
    return out;
}

std::string csv_cell(std::string cell, bool text) {
    if (text && !cell.empty() && std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos) {
        cell.insert(0, "'");
    }
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string out = "\"";
    for (const char c : cell)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

std::string csv(const Result& result, const PropertyGraph& graph) {
    std::string out;
    const auto end_line = [&] { out += "\r\n"; };
    for (std::size_t i = 0; i < result.columns.size(); ++i)
        out += (i == 0 ? "" : ",") + csv_cell(result.columns[i], true);
    end_line();
    for (const auto& row : result.rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            out += (i == 0 ? "" : ",") + csv_cell(plain(row[i], graph), row[i].is(Value::Kind::string));
        end_line();
    }
    return out;
}

// One object a row; with `lines`, each on a line of its own.
std::string json(const Result& result, const PropertyGraph& graph, bool lines) {
    std::string out = lines ? "" : "[";
    for (std::size_t r = 0; r < result.rows.size(); ++r) {
        if (!lines) out += r == 0 ? "\n  " : ",\n  ";
        out += "{";
        for (std::size_t i = 0; i < result.columns.size(); ++i) {
            out += (i == 0 ? "" : ",") + cypher::to_json(Value{result.columns[i]}, graph) + ":" +
                   cypher::to_json(result.rows[r][i], graph);
        }
        out += lines ? "}\n" : "}";
    }
    return lines ? out : out + (result.rows.empty() ? "]\n" : "\n]\n");
}

}  // namespace

const std::vector<std::string>& row_formats() {
    static const std::vector<std::string> formats{"table", "json", "jsonl", "csv", "markdown", "dot", "svg"};
    return formats;
}

std::string formatted(const Result& result, const PropertyGraph& graph, std::string_view format, std::size_t width) {
    if (format == "json" || format == "jsonl") return json(result, graph, format == "jsonl");
    if (format == "csv") return csv(result, graph);
    if (format == "markdown") return markdown(result, graph);
    if (format == "dot") return result_dot(result, graph);
    if (format == "svg") return draw(result_dot(result, graph), Picture::svg).bytes;
    return table(result, graph, width);
}

std::string plan_text(const cypher::PlanStep& plan, bool with_rows) {
    struct Line {
        const cypher::PlanStep* step;
        std::string indent;
    };
    std::string out;
    std::vector<Line> open{{&plan, ""}};
    while (!open.empty()) {  // a loop: a plan is as deep as the query is long
        const Line line = open.back();
        open.pop_back();
        out += line.indent + line.step->name;
        if (!line.step->what.empty()) out += "  " + one_line(line.step->what);
        if (with_rows) out += fmt::format("  [{} rows]", line.step->rows);
        out += "\n";
        const auto& children = line.step->children;
        for (std::size_t i = children.size(); i-- > 0;)
            open.push_back({&children[i], children.size() > 1 && i > 0 ? line.indent + "  " : line.indent});
    }
    return out;
}

std::string changes_text(const cypher::Changes& changes) {
    std::string out;
    const auto add = [&](std::string_view verb, std::uint64_t count, std::string_view noun, std::string_view many) {
        if (count > 0) out += fmt::format("{}{} {} {}", out.empty() ? "" : ", ", verb, count, count == 1 ? noun : many);
    };
    add("created", changes.nodes_created, "node", "nodes");
    add("created", changes.relationships_created, "relationship", "relationships");
    add("deleted", changes.nodes_deleted, "node", "nodes");
    add("deleted", changes.relationships_deleted, "relationship", "relationships");
    add("set", changes.properties_set, "property", "properties");
    add("added", changes.labels_added, "label", "labels");
    add("removed", changes.labels_removed, "label", "labels");
    return out;
}

}  // namespace entente::cli

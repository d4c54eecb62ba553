// A scenario, run strictly: rows, order, error type, phase and code, side effects.
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "tck/feature.hpp"
#include "tck/values.hpp"

namespace tck {

// What of a graph can be observed; two of them give the side effects of what happened between.
struct Snapshot {
    std::set<std::uint32_t> nodes, relationships;
    std::set<std::string> labels;
    std::set<std::tuple<bool, std::uint32_t, std::string, std::string>> properties;

    explicit Snapshot(const entente::PropertyGraph& graph) {
        for (const auto node : graph.nodes()) {
            nodes.insert(number(node));
            for (const auto label : graph.labels(node))
                labels.insert(graph.label_names()[label]);
            add(graph, node, true);
        }
        for (const auto edge : graph.edges()) {
            relationships.insert(number(edge));
            add(graph, edge, false);
        }
    }

    template <typename Id>
    void add(const entente::PropertyGraph& graph, Id id, bool node) {
        for (const auto key : graph.keys(id)) {
            properties.emplace(node, number(id), graph.key_names()[key],
                               cypher::to_text(cypher::Value(graph.property(id, key)), graph));
        }
    }
};

using Effects = std::map<std::string, std::size_t>;

inline Effects effects(const Snapshot& before, const Snapshot& after) {
    Effects out;
    const auto count = [&](const std::string& name, const auto& a, const auto& b) {
        std::size_t gone = 0, come = 0;
        for (const auto& one : a)
            gone += b.count(one) == 0;
        for (const auto& one : b)
            come += a.count(one) == 0;
        if (come > 0) out["+" + name] = come;
        if (gone > 0) out["-" + name] = gone;
    };
    count("nodes", before.nodes, after.nodes);
    count("relationships", before.relationships, after.relationships);
    count("labels", before.labels, after.labels);
    count("properties", before.properties, after.properties);
    return out;
}

// Throws std::runtime_error with what differs.
class ScenarioRun {
  public:
    ScenarioRun(const Scenario& scenario, const std::filesystem::path& kit) : scenario_(scenario), kit_(kit) {
        options_.procedures = &procedures_;
    }

    void run() {
        for (const Step& step : scenario_.steps)
            one(step);
        // "For negative tests it is implied that the graph suffers no side effects."
        if (error_expected_) no_effects();
    }

  private:
    [[noreturn]] static void fail(const std::string& what) { throw std::runtime_error(what); }

    void one(const Step& step) {
        const std::string& says = step.says;
        if (says == "an empty graph" || says == "any graph") return;
        if (says.starts_with("the ") && says.ends_with(" graph")) return named_graph(says.substr(4, says.size() - 10));
        if (says.starts_with("having executed")) return setup(step.text);
        if (says.starts_with("parameters are")) return parameters(step.table);
        if (says.starts_with("there exists a procedure")) return procedure(step);
        if (says.starts_with("executing query") || says.starts_with("executing control query"))
            return execute(step.text);
        if (says.starts_with("the result should be empty")) return empty_result();
        if (says.starts_with("the result should be")) return result(says, step.table);
        if (says.starts_with("no side effects")) return no_effects();
        if (says.starts_with("the side effects should be")) return some_effects(step.table);
        if (says.find("should be raised") != std::string::npos) return error(says);
        fail("a step that the runner does not know: " + says);
    }

    void setup(const std::string& query) { (void)cypher::Session(graph_).run(query, options_); }

    void named_graph(const std::string& name) {
        std::ifstream in(kit_ / "graphs" / name / (name + ".cypher"));
        setup({std::istreambuf_iterator<char>(in), {}});
    }

    void parameters(const std::vector<TableRow>& table) {
        for (const TableRow& row : table)
            options_.parameters[row.at(0)] = Theirs(row.at(1), false).parameter();
    }

    // test.my.proc(name :: STRING?, id :: INTEGER?) :: (city :: STRING?)
    void procedure(const Step& step) {
        const std::string says = step.says.substr(std::string("there exists a procedure ").size());
        const auto open = says.find('('), close = says.find(')');
        cypher::Procedure out;
        out.inputs = fields(says.substr(open + 1, close - open - 1));
        const auto second = says.find('(', close), end = says.find(')', second);
        out.outputs = fields(says.substr(second + 1, end - second - 1));
        std::vector<cypher::Row> rows;
        for (std::size_t i = 1; i < step.table.size(); ++i) {
            cypher::Row row;
            for (const std::string& cell : step.table[i])
                row.push_back(Theirs(cell, false).parameter());
            rows.push_back(std::move(row));
        }
        const std::size_t inputs = out.inputs.size();
        out.deed = [rows, inputs](const entente::PropertyGraph&, const cypher::Row& arguments) {
            std::vector<cypher::Row> found;
            for (const cypher::Row& row : rows) {
                if (std::equal(arguments.begin(), arguments.end(), row.begin(), cypher::same))
                    found.emplace_back(row.begin() + static_cast<std::ptrdiff_t>(inputs), row.end());
            }
            return found;
        };
        procedures_[says.substr(0, open)] = std::move(out);
    }

    static std::vector<cypher::Procedure::Field> fields(const std::string& text) {
        std::vector<cypher::Procedure::Field> out;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(',', at), text.size());
            const std::string one = text.substr(at, end - at);
            const auto colons = one.find("::");
            out.push_back({trimmed(one.substr(0, colons)), trimmed(one.substr(colons + 2))});
            at = end + 1;
        }
        return out;
    }

    void execute(const std::string& query) {
        before_.emplace(graph_);
        result_.reset();
        error_.reset();
        try {
            cypher::Session session(graph_);
            result_ = session.run(query, options_);
        } catch (const cypher::QueryError& thrown) {
            error_ = thrown;
        }
    }

    void need_result() const {
        if (error_) fail(std::string("an error: ") + error_->what());
    }

    void empty_result() const {
        need_result();
        if (!result_->rows.empty()) fail("rows where there should be none");
    }

    void result(const std::string& says, const std::vector<TableRow>& table) const {
        need_result();
        const bool in_order = says.find("in order") != std::string::npos;
        const bool any_list = says.find("ignoring element order") != std::string::npos;
        if (result_->columns != table.front()) {
            fail("columns: expected " + joined(table.front(), " | ") + ", are " + joined(result_->columns, " | "));
        }
        std::vector<std::string> expected, actual;
        for (std::size_t i = 1; i < table.size(); ++i) {
            std::vector<std::string> row;
            for (const std::string& cell : table[i])
                row.push_back(Theirs(cell, any_list).canonical());
            expected.push_back(joined(row, " | "));
        }
        const Ours ours(graph_, any_list);
        for (const cypher::Row& values : result_->rows) {
            std::vector<std::string> row;
            for (const cypher::Value& value : values)
                row.push_back(ours.of(value));
            actual.push_back(joined(row, " | "));
        }
        if (!in_order) {
            std::sort(expected.begin(), expected.end());
            std::sort(actual.begin(), actual.end());
        }
        if (expected != actual) fail("expected\n" + joined(expected, "\n") + "\nbut got\n" + joined(actual, "\n"));
    }

    void no_effects() const { need_effects({}); }
    void some_effects(const std::vector<TableRow>& table) const {
        Effects wanted;
        for (const TableRow& row : table) {
            if (row.at(1) != "0") wanted[row.at(0)] = std::stoul(row.at(1));
        }
        need_effects(wanted);
    }
    void need_effects(const Effects& wanted) const {
        const Effects are = effects(*before_, Snapshot(graph_));
        if (are == wanted) return;
        std::string text = "side effects:";
        for (const auto& [name, count] : are)
            text += " " + name + " " + std::to_string(count);
        fail(text);
    }

    // "a SyntaxError should be raised at compile time: UndefinedVariable"
    void error(const std::string& says) {
        error_expected_ = true;
        if (!error_) fail("no error, but " + says);
        const auto begin = says.find(' ') + 1;
        const std::string type = says.substr(begin, says.find(' ', begin) - begin);
        const auto colon = says.find(": ");
        const auto at = says.find(" at ") + 4;
        const std::string phase = says.substr(at, colon - at), code = trimmed(says.substr(colon + 2));
        const std::string is = error_->phase() == cypher::QueryError::Phase::compile_time ? "compile time" : "runtime";
        const bool good =
            error_->type() == type && (phase == "any time" || phase == is) && (code == "*" || error_->code() == code);
        if (!good) fail(says + ", but " + error_->type() + " at " + is + ": " + error_->what());
    }

    const Scenario& scenario_;
    std::filesystem::path kit_;
    entente::MutableGraph graph_;
    cypher::Procedures procedures_;
    cypher::Options options_;
    std::optional<Snapshot> before_;
    std::optional<cypher::Result> result_;
    std::optional<cypher::QueryError> error_;
    bool error_expected_ = false;
};

}  // namespace tck

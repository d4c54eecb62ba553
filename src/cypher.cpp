// openCypher over a property graph: how a query travels.
//
//     text --tokens_of--> tokens --parse--> tree --check--> tree with slots and types --Planner--> steps --Run--> rows
//
// SPDX-License-Identifier: MIT
#include "entente/cypher.hpp"

#include <fmt/core.h>

#include <set>

#include "cypher/check/check.hpp"
#include "cypher/parse/parser.hpp"
#include "cypher/plan/planner.hpp"
#include "cypher/run/index.hpp"
// GCC 12 at -O3 sees a value without a beginning where Boost copies a graph; there is none.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#include "entente/graph/mutable.hpp"
#pragma GCC diagnostic pop

namespace entente::cypher {

struct Session::State {
    const PropertyGraph& graph;
    MutableGraph* writable;
    PropertyIndex index;
};

Session::Session(const PropertyGraph& graph) : state_(new State{graph, nullptr, PropertyIndex(graph)}) {}
Session::Session(MutableGraph& graph) : state_(new State{graph, &graph, PropertyIndex(graph)}) {}
Session::~Session() = default;

const PropertyGraph& Session::graph() const {
    return state_->graph;
}

namespace {

void collect_rows(Step& root, const Statement& statement, Run& run, Result& out) {
    root.open(run);
    while (root.next(run)) {
        if (statement.columns.empty()) continue;
        if (out.rows.size() == run.options.limits.rows) {
            throw Error(Error::Kind::busy, fmt::format("the result has more than {} rows", run.options.limits.rows),
                        "add LIMIT, aggregate, or raise --max-rows");
        }
        Row row;
        row.reserve(statement.column_slots.size());
        std::size_t bytes = sizeof(Row) + statement.column_slots.size() * sizeof(Value);
        for (const Slot slot : statement.column_slots) {
            row.push_back(run.row[slot]);
            bytes += bytes_of(row.back());
        }
        run.charge(bytes);
        out.rows.push_back(std::move(row));
    }
}

void need_write(const Source& source, const Statement& statement, bool writable) {
    if (!statement.writes || writable) return;
    for (const SingleQuery& query : statement.parts) {
        for (const Clause& clause : query.clauses) {
            const bool reads = clause.kind <= Clause::Kind::give || clause.kind == Clause::Kind::call;
            if (reads) continue;
            source.fail("ReadOnly", clause.span, "the graph is read-only here",
                        "--write allows changes, in memory; --save FILE keeps them", "AccessError");
        }
    }
}

}  // namespace

Result Session::run(std::string_view query, const Options& options) {
    const Source source{query, options.name};
    Statement statement = parse(source);
    check(statement, source, options);
    need_write(source, statement, state_->writable != nullptr);

    const bool explains = statement.mode != Statement::Mode::run;
    Planner planner(query, state_->graph, statement.writes, explains);
    const StepPtr root = planner.plan(statement);
    Result out;
    out.columns = statement.columns;
    out.warnings = std::move(planner).warnings();
    if (statement.mode != Statement::Mode::explain) {
        Run run(state_->graph, statement.writes ? state_->writable : nullptr, options, statement.slots);
        run.index = &state_->index;
        std::unique_ptr<MutableGraph> before;
        if (statement.writes) {
            before = std::make_unique<MutableGraph>(*state_->writable);
            state_->index.forget();
        }
        try {
            collect_rows(*root, statement, run, out);
        } catch (...) {
            if (before) *state_->writable = std::move(*before);
            throw;
        }
        out.changes = run.changes;
    }
    if (explains) out.plan = root->described();
    return out;
}

bool Changes::none() const {
    return nodes_created + nodes_deleted + relationships_created + relationships_deleted + properties_set +
               labels_added + labels_removed ==
           0;
}

// ---- what a picture of the result shows

namespace {

void collect(const Value& value, std::set<NodeId>& nodes, std::set<EdgeId>& edges) {
    switch (value.kind()) {
        case Value::Kind::node:
            nodes.insert(value.node());
            return;
        case Value::Kind::relationship:
            edges.insert(value.relationship());
            return;
        case Value::Kind::path:
            nodes.insert(value.path().nodes.begin(), value.path().nodes.end());
            edges.insert(value.path().edges.begin(), value.path().edges.end());
            return;
        case Value::Kind::list:
            for (const Value& item : value.list())
                collect(item, nodes, edges);
            return;
        case Value::Kind::map:
            for (const auto& [key, item] : value.map())
                collect(item, nodes, edges);
            return;
        default:
            return;
    }
}

}  // namespace

std::vector<NodeId> Result::nodes() const {
    std::set<NodeId> nodes;
    std::set<EdgeId> edges;
    for (const Row& row : rows) {
        for (const Value& value : row)
            collect(value, nodes, edges);
    }
    return {nodes.begin(), nodes.end()};
}

std::vector<EdgeId> Result::edges() const {
    std::set<NodeId> nodes;
    std::set<EdgeId> edges;
    for (const Row& row : rows) {
        for (const Value& value : row)
            collect(value, nodes, edges);
    }
    return {edges.begin(), edges.end()};
}

}  // namespace entente::cypher

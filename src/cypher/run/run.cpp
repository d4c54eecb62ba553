// A query at work: its limits.
// SPDX-License-Identifier: MIT
#include "cypher/run/run.hpp"

#include <fmt/core.h>

#include "cypher/parse/error.hpp"

namespace entente::cypher {

Run::Run(const PropertyGraph& graph_, MutableGraph* writable_, const Options& options_, std::uint32_t slots)
    : graph(graph_),
      writable(writable_),
      options(options_),
      row(slots),
      end_(std::chrono::steady_clock::now() + options_.limits.time) {}

void Run::check_clock() {
    if (options.stop && options.stop->load(std::memory_order_relaxed)) {
        throw Error(Error::Kind::busy, "the query was stopped");
    }
    if (options.limits.time.count() > 0 && std::chrono::steady_clock::now() > end_) {
        throw Error(Error::Kind::busy,
                    fmt::format("the query ran longer than {} seconds",
                                static_cast<double>(options.limits.time.count()) / 1000),
                    "bound paths (*1..3), join patterns by a variable, or raise --timeout");
    }
}

void Run::charge(std::size_t bytes) {
    charged_ += bytes;
    if (charged_ <= options.limits.memory) return;
    throw Error(Error::Kind::busy, fmt::format("the query needs more than {} MiB", options.limits.memory >> 20),
                "filter earlier, aggregate, or raise --max-memory");
}

const Value& Run::parameter(const std::string& name) const {
    static const Value null;
    const auto found = options.parameters.find(name);
    return found == options.parameters.end() ? null : found->second;
}

void Run::need_there(NodeId node) const {
    if (writable && !graph.contains(node)) {
        fail_running("EntityNotFound", "DeletedEntityAccess", "the node was deleted in this query",
                     "read it before DELETE, with WITH");
    }
}

void Run::need_there(EdgeId edge) const {
    if (writable && !graph.contains(edge)) {
        fail_running("EntityNotFound", "DeletedEntityAccess", "the relationship was deleted in this query",
                     "read it before DELETE, with WITH");
    }
}

std::size_t bytes_of(const Value& value) {
    switch (value.kind()) {
        case Value::Kind::string:
            return value.string().size();
        case Value::Kind::list:
            return 48 + value.list().size() * sizeof(Value);
        case Value::Kind::map:
            return 48 + value.map().size() * 96;
        case Value::Kind::path:
            return 64 + value.path().edges.size() * 8;
        default:
            return 0;
    }
}

}  // namespace entente::cypher

// The edges of a node, as a pattern wants them.
// SPDX-License-Identifier: MIT
#include "cypher/run/edges.hpp"

#include <algorithm>

namespace entente::cypher {

void EdgeKind::resolve(const PropertyGraph& graph) {
    types_.clear();
    for (const std::string& name : names_) {
        if (const auto known = graph.type_names().find(name)) types_.push_back(*known);
    }
    std::ranges::sort(types_);
    types_.erase(std::ranges::unique(types_).begin(), types_.end());
}

bool EdgeKind::has_type(TypeId type) const {
    return names_.empty() || std::ranges::find(types_, type) != types_.end();
}

std::optional<NodeId> EdgeKind::other_end(const PropertyGraph& graph, EdgeId edge, NodeId from) const {
    if (!has_type(graph.type(edge))) return std::nullopt;
    if (direction_ != Direction::in && graph.source(edge) == from) return graph.target(edge);
    if (direction_ != Direction::out && graph.target(edge) == from) return graph.source(edge);
    return std::nullopt;
}

std::uint64_t EdgeKind::degree(const PropertyGraph& graph, NodeId node) const {
    std::uint64_t out = 0;
    if (direction_ != Direction::in) out += graph.out_degree(node);
    if (direction_ != Direction::out) out += graph.in_degree(node);
    return out;
}

EdgeKind EdgeKind::turned() const {
    EdgeKind out = *this;
    if (direction_ == Direction::out) out.direction_ = Direction::in;
    if (direction_ == Direction::in) out.direction_ = Direction::out;
    return out;
}

EdgeKind::Cursor::Cursor(const EdgeKind& kind, const PropertyGraph& graph, NodeId node)
    : kind_(&kind), graph_(&graph), node_(node), in_(kind.direction_ == Direction::in) {
    refill();
}

// The next range: of the next type, or of the other direction.
bool EdgeKind::Cursor::refill() {
    const bool typed = !kind_->names_.empty();
    const std::size_t ranges = typed ? kind_->types_.size() : 1;
    if (type_ == ranges) {
        if (in_ || kind_->direction_ != Direction::both) return false;
        in_ = true;
        type_ = 0;
        if (ranges == 0) return false;
    }
    if (typed) {
        const TypeId type = kind_->types_[type_];
        range_ = in_ ? graph_->in_edges(node_, type) : graph_->out_edges(node_, type);
    } else {
        range_ = in_ ? graph_->in_edges(node_) : graph_->out_edges(node_);
    }
    ++type_;
    at_ = 0;
    return true;
}

std::uint64_t EdgeKind::Cursor::rest() {
    std::uint64_t count = 0;
    while (kind_) {
        if (in_ && kind_->direction_ == Direction::both) {
            for (; at_ < range_.size(); ++at_)
                count += graph_->source(range_[at_]) != node_;
        } else {
            count += range_.size() - at_;
            at_ = range_.size();
        }
        if (!refill()) break;
    }
    return count;
}

std::optional<EdgeId> EdgeKind::Cursor::next() {
    if (!kind_) return std::nullopt;
    while (true) {
        while (at_ < range_.size()) {
            const EdgeId edge = range_[at_++];
            other_ = in_ ? graph_->source(edge) : graph_->target(edge);
            const bool seen_as_out = in_ && other_ == node_ && kind_->direction_ == Direction::both;
            if (!seen_as_out) return edge;
        }
        if (!refill()) return std::nullopt;
    }
}

}  // namespace entente::cypher

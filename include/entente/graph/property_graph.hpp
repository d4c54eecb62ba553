// A graph as algorithms see it.
//
// The one read interface of both forms: all of GraphRecords, and who neighbours whom.
//
// shape     out-edges stand in the order of (type, target, id), in-edges in that of (type, source, id);
// parallel edges
//           and self loops are kept, a self loop is an out-edge and an in-edge of its node
// cost      out_edges(), in_edges(): one virtual call, steps without allocation; with a type: a binary search
// example   for (const EdgeId edge : graph.out_edges(norway, bans)) use(graph.target(edge));
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>

#include "entente/graph/records.hpp"

namespace entente {

// Edges one after the other: consecutive ids, or a list of them.
class EdgeRange {
  public:
    class Iterator {
      public:
        using value_type = EdgeId;
        using difference_type = std::ptrdiff_t;
        Iterator() = default;
        Iterator(const std::uint32_t* list, std::uint32_t at) : list_(list), at_(at) {}
        [[nodiscard]] EdgeId operator*() const { return EdgeId{list_ == nullptr ? at_ : list_[at_]}; }
        Iterator& operator++() { return ++at_, *this; }
        Iterator operator++(int) { return {list_, at_++}; }
        friend bool operator==(Iterator a, Iterator b) { return a.at_ == b.at_; }

      private:
        const std::uint32_t* list_ = nullptr;
        std::uint32_t at_ = 0;
    };

    EdgeRange(std::uint32_t first, std::uint32_t last) : first_(first), last_(last) {}
    explicit EdgeRange(std::span<const std::uint32_t> list)
        : list_(list.data()), last_(static_cast<std::uint32_t>(list.size())) {}

    [[nodiscard]] Iterator begin() const { return {list_, first_}; }
    [[nodiscard]] Iterator end() const { return {list_, last_}; }
    [[nodiscard]] std::uint32_t size() const { return last_ - first_; }
    [[nodiscard]] bool empty() const { return first_ == last_; }
    [[nodiscard]] EdgeId operator[](std::uint32_t i) const { return *Iterator(list_, first_ + i); }
    [[nodiscard]] EdgeRange part(std::uint32_t begin, std::uint32_t end) const {
        EdgeRange range = *this;
        range.first_ = first_ + begin;
        range.last_ = first_ + end;
        return range;
    }

  private:
    const std::uint32_t* list_ = nullptr;
    std::uint32_t first_ = 0, last_ = 0;
};
static_assert(std::forward_iterator<EdgeRange::Iterator>);

class PropertyGraph : public GraphRecords {
  public:
    virtual ~PropertyGraph() = default;

    [[nodiscard]] virtual EdgeRange out_edges(NodeId node) const = 0;
    [[nodiscard]] virtual EdgeRange in_edges(NodeId node) const = 0;
    [[nodiscard]] EdgeRange out_edges(NodeId node, TypeId type) const { return of_type(out_edges(node), type); }
    [[nodiscard]] EdgeRange in_edges(NodeId node, TypeId type) const { return of_type(in_edges(node), type); }

    [[nodiscard]] std::uint32_t out_degree(NodeId node) const { return out_edges(node).size(); }
    [[nodiscard]] std::uint32_t in_degree(NodeId node) const { return in_edges(node).size(); }
    [[nodiscard]] std::uint32_t degree(NodeId node) const { return out_degree(node) + in_degree(node); }

  protected:
    PropertyGraph() = default;
    explicit PropertyGraph(GraphRecords records) : GraphRecords(std::move(records)) {}
    PropertyGraph(const PropertyGraph&) = default;
    PropertyGraph(PropertyGraph&&) = default;
    PropertyGraph& operator=(const PropertyGraph&) = default;
    PropertyGraph& operator=(PropertyGraph&&) = default;

  private:
    [[nodiscard]] EdgeRange of_type(EdgeRange edges, TypeId type) const;
};

}  // namespace entente

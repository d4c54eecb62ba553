// Which edges and sentences are wanted.
//
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/render.hpp"

namespace entente::render {

class Filter {
  public:
    Filter(const KnowledgeGraph& knowledge, const RenderOptions& options) : knowledge_(knowledge), options_(options) {}

    // Without regard to focus.
    [[nodiscard]] bool wants(std::uint32_t edge) const;
    // Those of the edge that lie within the wanted time.
    [[nodiscard]] std::vector<const KnowledgeGraph::Support*> supports(const KnowledgeGraph::Edge& edge) const;
    // "bans; asserted; since 2026-03", or "" where everything is wanted.
    [[nodiscard]] std::string told() const;

  private:
    const KnowledgeGraph& knowledge_;
    const RenderOptions& options_;
};

}  // namespace entente::render

// Title, legend and caption.
//
// The legend has only what occurs in the picture: of each type of entity a small node, of each kind of line
// an arrow that points at its meaning.
// SPDX-License-Identifier: MIT
#include "render/margin.hpp"

#include <fmt/core.h>

#include <set>
#include <vector>

#include "render/looks.hpp"

namespace entente::render {
namespace {

class Margin {
  public:
    explicit Margin(const Style& style) : style_(style) {}

    void begin(std::string_view name) { out_ += fmt::format("  subgraph margin_{} {{\n", name); }
    void end() { out_ += "  }\n"; }

    void words(std::string_view text, double size) {
        out_ += statement(next(), {{"shape", "plaintext"},
                                   {"style", "solid"},
                                   {"margin", "0.06,0.02"},
                                   {"height", "0.2"},
                                   {"width", "0.1"},
                                   {"fontsize", fmt::format("{}", size)},
                                   {"fontcolor", style_.ink},
                                   {"label", escaped_label(text, 100)}});
    }

    void sample(EntityType type) {
        Attributes look = look_of(style_, type);
        look.insert(look.end(), {{"margin", "0.1,0.03"},
                                 {"height", "0.25"},
                                 {"fontsize", fmt::format("{}", style_.relation_size)},
                                 {"label", escaped_label(style_.entities[static_cast<std::size_t>(type)].label)}});
        out_ += statement(next(), look);
    }

    void sample(Polarity polarity, Modality modality, std::string_view meaning) {
        out_ += statement(next(), {{"shape", "point"}, {"style", "invis"}, {"width", "0.01"}, {"height", "0.01"}});
        const std::string from = fmt::format("m{}", count_ - 1);
        words(meaning, style_.relation_size);
        out_ += statement(fmt::format("{} -> m{}", from, count_ - 1), look_of(style_, polarity, modality));
    }

    [[nodiscard]] const std::string& text() const { return out_; }

  private:
    std::string next() { return fmt::format("m{}", count_++); }

    const Style& style_;
    std::string out_;
    std::size_t count_ = 0;
};

void legend(Margin& out, const KnowledgeGraph& knowledge, const Selection& selection, const Style& style) {
    std::set<EntityType> types;
    for (const auto node : selection.nodes)
        types.insert(knowledge.nodes()[node].type);
    out.begin("types");
    for (const EntityType type : types)
        out.sample(type);
    out.end();

    std::set<Modality> modalities;
    bool denied = false;
    for (const auto edge : selection.edges) {
        modalities.insert(knowledge.edges()[edge].modality);
        denied = denied || knowledge.edges()[edge].polarity == Polarity::negative;
    }
    out.begin("lines");
    for (const Modality modality : modalities) {
        out.sample(Polarity::positive, modality, style.lines[static_cast<std::size_t>(modality)].label);
    }
    if (denied) out.sample(Polarity::negative, Modality::asserted, style.denial.label);
    out.end();
}

// What the picture does not show.
std::vector<std::string> caption(const KnowledgeGraph& knowledge, const Selection& selection) {
    std::vector<std::string> out;
    const bool cut = selection.nodes.size() < selection.wanted_nodes || selection.edges.size() < selection.wanted_edges;
    if (!selection.filter.empty()) {
        out.push_back(fmt::format("Only {}: {} of {} relations", selection.filter, selection.wanted_edges,
                                  knowledge.edges().size()));
    }
    if (cut) {
        const bool all = selection.filter.empty();
        out.push_back(fmt::format("The most important part: {} of {} entities, {} of {} relations shown",
                                  selection.nodes.size(), all ? knowledge.nodes().size() : selection.wanted_nodes,
                                  selection.edges.size(), selection.wanted_edges));
    } else if (selection.lonely_nodes > 0 && selection.filter.empty()) {
        out.push_back(fmt::format("{} {} without a relation {} not shown", selection.lonely_nodes,
                                  selection.lonely_nodes == 1 ? "entity" : "entities",
                                  selection.lonely_nodes == 1 ? "is" : "are"));
    }
    if (selection.nodes.empty()) out.insert(out.begin(), "There is nothing to draw");
    return out;
}

}  // namespace

std::string margin(const KnowledgeGraph& knowledge, const Selection& selection, const Style& style,
                   const RenderOptions& options) {
    Margin out(style);
    if (!options.title.empty()) {
        out.begin("above");
        out.words(options.title, style.title_size);
        out.end();
    }
    if (options.legend && !selection.nodes.empty()) legend(out, knowledge, selection, style);
    const auto lines = caption(knowledge, selection);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        out.begin(i == 0 ? "caption" : fmt::format("caption{}", i + 1));
        out.words(lines[i], style.relation_size);
        out.end();
    }
    return out.text();
}

}  // namespace entente::render

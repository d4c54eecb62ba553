// The graph as one page to look around in.
//
// The page is src/render/explorer/page.html with its style, its scripts, the graph as JSON and the places of the
// entities, which Graphviz finds in a child process. Its policy names style and scripts by their hashes and forbids all
// else, so whatever a name or a sentence may hold, nothing of it runs and nothing is loaded. In the JSON `<` is written
// \u003c: no text can end the block that holds it.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

#include "entente/data.hpp"
#include "entente/json.hpp"
#include "entente/render.hpp"
#include "entente/text/utf8.hpp"
#include "render/canvas.hpp"
#include "render/child.hpp"
#include "render/dot.hpp"
#include "render/filter.hpp"
#include "render/selection.hpp"

namespace entente {
namespace {

using render::Selection;

struct Part {
    std::string_view name;  // in src/render/explorer/
    std::string_view hash;  // SHA-256, hexadecimal, found by CMake
};
constexpr Part style_part{"explorer.css", EXPLORER_CSS_HASH};
constexpr std::array<Part, 4> script_parts{{{"graph.js", GRAPH_JS_HASH},
                                            {"picture.js", PICTURE_JS_HASH},
                                            {"panel.js", PANEL_JS_HASH},
                                            {"main.js", MAIN_JS_HASH}}};
constexpr std::size_t most_by_stress = 400;  // entities

std::string_view file_of(const Part& part) {
    return built_in("src/render/explorer/" + std::string(part.name));
}

std::string base64_of_hex(std::string_view hex) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    std::uint32_t bits = 0, held = 0;
    for (const char c : hex) {
        bits = bits << 4 | static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10);
        held += 4;
        if (held < 6) continue;
        held -= 6;
        out += digits[bits >> held & 63];
    }
    if (held > 0) out += digits[bits << (6 - held) & 63];
    while (out.size() % 4 != 0)
        out += '=';
    return out;
}

std::string policy() {
    std::string out = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-" +
                      base64_of_hex(style_part.hash) + "'; script-src";
    for (const Part& part : script_parts)
        out += " 'sha256-" + base64_of_hex(part.hash) + "'";
    return out;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : clean_utf8(text))
        out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : c == '"' ? "&quot;" : std::string(1, c);
    return out;
}

// JSON within <script>: neither "</script" nor "<!--" may stand there.
std::string inert(std::string_view json) {
    std::string out;
    for (const char c : json)
        out += c == '<' ? "\\u003c" : std::string(1, c);
    return out;
}

// ---- places

struct Place {
    double x = 0, y = 0;
};

double width_of(const std::string& name) {
    return static_cast<double>(std::min<std::size_t>(columns(name), 34)) * 7.6 +
           28;  // points: 12 px letters and a margin
}

// Boxes as large as those of the page, so that none lies upon another.
std::string skeleton(const KnowledgeGraph& knowledge, const Selection& selection) {
    std::string out =
        "graph {\n  graph [overlap=prism, sep=\"+10\", start=1, K=1.6, maxiter=400];\n"
        "  node [shape=box, fixedsize=true, label=\"\"];\n";
    for (const auto node : selection.nodes) {
        out += fmt::format("  n{} [width={:.2f}, height=0.36];\n", node, width_of(knowledge.nodes()[node].name) / 72);
    }
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const auto number : selection.edges) {
        const auto& edge = knowledge.edges()[number];
        const auto pair = std::minmax(edge.subject, edge.object);
        if (edge.subject != edge.object && pairs.insert(pair).second)
            out += fmt::format("  n{} -- n{} [len=1.3];\n", pair.first, pair.second);
    }
    return out + "}\n";
}

std::map<std::uint32_t, Place> read_places(const std::string& text) {
    std::map<std::uint32_t, Place> out;
    std::istringstream lines(text);
    lines.imbue(std::locale::classic());
    char n = 0;
    std::uint32_t node = 0;
    Place place;
    while (lines >> n >> node >> place.x >> place.y)
        out[node] = {place.x, -place.y};
    return out;
}

std::map<std::uint32_t, Place> circle(const Selection& selection) {
    std::map<std::uint32_t, Place> out;
    const double count = static_cast<double>(std::max<std::size_t>(selection.nodes.size(), 1));
    const double radius = 60 + 24 * count / 6.2832;
    for (std::size_t i = 0; i < selection.nodes.size(); ++i) {
        const double angle = 6.283185307179586 * static_cast<double>(i) / count;
        out[selection.nodes[i]] = {std::round(4 * radius * std::cos(angle)), std::round(radius * std::sin(angle))};
    }
    return out;
}

std::map<std::uint32_t, Place> places_of(const KnowledgeGraph& knowledge, const Selection& selection,
                                         const Limits& limits) {
    if (selection.nodes.empty()) return {};
    const std::string dot = skeleton(knowledge, selection);
    const bool few = selection.nodes.size() <= most_by_stress;
    auto left = limits.time;
    for (const std::string engine : {few ? "neato" : "sfdp", few ? "sfdp" : "fdp"}) {
        left /= 2;
        const auto outcome = render::in_child([&] { return render::positions(dot, engine); }, left, limits.memory);
        if (outcome.end != render::Outcome::End::done) continue;
        auto out = read_places(outcome.bytes);
        if (out.size() == selection.nodes.size()) return out;
    }
    return circle(selection);
}

// ---- the graph as JSON

void write(JsonWriter& out, const DocumentInfo& document) {
    out.object().key("id").value(document.id);
    for (const auto& [key, text] :
         {std::pair{"title", &document.title}, {"date", &document.date}, {"url", &document.url}}) {
        if (!text->empty()) out.key(key).value(*text);
    }
    out.end();
}

void write(JsonWriter& out, const KnowledgeGraph::Node& node, const Place& place) {
    out.object().key("id").value(node.id).key("type").value(name_of(node.type)).key("names").array().value(node.name);
    for (const auto& alias : node.aliases)
        out.value(alias);
    out.end();
    if (!node.wikidata.empty()) out.key("wikidata").value(node.wikidata);
    out.key("mentions").value(node.mentions).key("articles").value(static_cast<std::int64_t>(node.documents.size()));
    out.key("x").value(place.x).key("y").value(place.y).end();
}

// JavaScript counts in units of UTF-16.
std::int64_t units(std::string_view text, std::uint32_t bytes) {
    std::int64_t out = 0;
    for (std::size_t at = 0; at < std::min<std::size_t>(bytes, text.size());) {
        const CodePoint c = decode(text, at);
        out += c.value > 0xFFFF ? 2 : 1;
        at += c.size;
    }
    return out;
}

void write(JsonWriter& out, std::string_view key, const Evidence& evidence, Span part) {
    const std::uint32_t begin = part.begin - std::min(part.begin, evidence.sentence.begin);
    const std::uint32_t end = part.end - std::min(part.end, evidence.sentence.begin);
    out.key(key).array().value(units(evidence.text, begin)).value(units(evidence.text, end)).end();
}

void write(JsonWriter& out, const KnowledgeGraph::Support& support, const Evidence& evidence) {
    out.object()
        .key("d")
        .value(support.document)
        .key("text")
        .value(evidence.text)
        .key("at")
        .value(evidence.sentence.begin);
    write(out, "subject", evidence, evidence.subject);
    write(out, "object", evidence, evidence.object);
    write(out, "cue", evidence, evidence.cue);
    if (!support.source.empty()) out.key("by").value(support.source);
    const auto date = support.statement.details.find("date");
    if (date != support.statement.details.end()) out.key("when").value(date->second);
    out.key("rule").value(support.statement.rule).key("confidence").value(name_of(support.statement.confidence)).end();
}

std::string codes_of(const Relation* relation, const KnowledgeGraph::Edge& edge) {
    std::string out;
    if (relation == nullptr || mark_of(edge) != Mark::asserted) return out;
    for (const auto& [vocabulary, code] : relation->codes) {
        if (vocabulary == "ftm") continue;
        out += fmt::format("{}{} {} ({})", out.empty() ? "" : ", ", vocabulary, code.id, code.match);
    }
    return out;
}

class PageData {
  public:
    PageData(const KnowledgeGraph& knowledge, const Schema& schema, const RenderOptions& options)
        : knowledge_(knowledge),
          schema_(schema),
          options_(options),
          filter_(knowledge, options),
          selection_(render::select(knowledge, options)) {}

    [[nodiscard]] std::string json(const Limits& limits) const {
        JsonWriter out;
        out.object().key("title").value(title());
        if (const std::string span = days(); !span.empty()) out.key("span").value(span);
        if (const std::string left = left_out(); !left.empty()) out.key("left_out").value(left);
        out.key("style").object();
        write_style(out.key("light"), Style::built_in(Style::Theme::light));
        write_style(out.key("dark"), Style::built_in(Style::Theme::dark));
        out.end().key("documents").array();
        for (const auto& document : knowledge_.documents())
            write(out, document);
        out.end().key("nodes").array();
        const auto places = places_of(knowledge_, selection_, limits);
        for (const auto node : selection_.nodes)
            write(out, knowledge_.nodes()[node], places.at(node));
        out.end().key("edges").array();
        for (const auto edge : selection_.edges)
            write_edge(out, edge);
        return std::string(out.end().end().text());
    }

    [[nodiscard]] std::string title() const {
        return options_.title.empty() ? "Who does what to whom" : options_.title;
    }

  private:
    void write_edge(JsonWriter& out, std::uint32_t number) const {
        const auto& edge = knowledge_.edges()[number];
        const Relation* relation = schema_.find(edge.relation);
        const auto index = [&](std::uint32_t node) {
            return static_cast<std::int64_t>(std::ranges::lower_bound(selection_.nodes, node) -
                                             selection_.nodes.begin());
        };
        out.object()
            .key("id")
            .value(edge_id(knowledge_, edge))
            .key("s")
            .value(index(edge.subject))
            .key("o")
            .value(index(edge.object));
        out.key("r")
            .value(edge.relation)
            .key("m")
            .value(name_of(mark_of(edge)))
            .key("modality")
            .value(name_of(edge.modality));
        out.key("words")
            .value(words_of(schema_, edge))
            .key("label")
            .value(relation != nullptr ? relation->label : edge.relation);
        out.key("inverse").value(relation != nullptr ? relation->inverse : "<- " + edge.relation);
        out.key("both").value(relation != nullptr && relation->symmetric).key("belief").value(edge.belief);
        if (const std::string codes = codes_of(relation, edge); !codes.empty()) out.key("codes").value(codes);
        out.key("quotes").array();
        for (const auto* support : filter_.supports(edge)) {
            for (const Evidence& evidence : support->statement.evidence)
                write(out, *support, evidence);
        }
        out.end().end();
    }

    static void write_style(JsonWriter& out, const Style& style) {
        out.object().key("background").value(style.background).key("ink").value(style.ink).key("entities").object();
        for (std::size_t i = 0; i < style.entities.size(); ++i) {
            const auto& entity = style.entities[i];
            out.key(name_of(static_cast<EntityType>(i))).object().key("fill").value(entity.fill);
            out.key("border").value(entity.border).key("text").value(entity.text).end();
        }
        out.end().key("modality").object();
        for (std::size_t i = 0; i < style.lines.size(); ++i) {
            out.key(name_of(static_cast<Modality>(i))).object().key("line").value(style.lines[i].line);
            out.key("colour").value(style.lines[i].colour).end();
        }
        out.end().key("negative").object().key("colour").value(style.denial.colour).end().end();
    }

    [[nodiscard]] std::string days() const {
        std::set<std::string> known;
        for (const auto& document : knowledge_.documents())
            known.insert(document.date);
        known.erase("");
        if (known.empty()) return "";
        return known.size() == 1 ? *known.begin() : *known.begin() + " to " + *known.rbegin();
    }

    [[nodiscard]] std::string left_out() const {
        std::string out;
        if (!selection_.filter.empty()) out = "Only " + selection_.filter + ". ";
        if (selection_.nodes.size() < selection_.wanted_nodes || selection_.edges.size() < selection_.wanted_edges) {
            out +=
                fmt::format("The most important part: {} of {} entities, {} of {} relations.", selection_.nodes.size(),
                            selection_.wanted_nodes, selection_.edges.size(), selection_.wanted_edges);
        }
        return out;
    }

    const KnowledgeGraph& knowledge_;
    const Schema& schema_;
    const RenderOptions& options_;
    render::Filter filter_;
    Selection selection_;
};

// Every "@WORD@" of the template in one pass, so that nothing put in is looked at again.
std::string filled(std::string_view page, const std::map<std::string_view, std::string>& words) {
    std::string out;
    while (!page.empty()) {
        const std::size_t at = std::min(page.find('@'), page.size());
        const std::size_t end = at < page.size() ? page.find('@', at + 1) : std::string_view::npos;
        out += page.substr(0, at);
        if (end == std::string_view::npos) return out += page.substr(at);
        const auto word = words.find(page.substr(at + 1, end - at - 1));
        out += word == words.end() ? std::string(page.substr(at, end - at)) : word->second;
        page.remove_prefix(word == words.end() ? end : end + 1);
    }
    return out;
}

}  // namespace

std::string explorer_page(const KnowledgeGraph& knowledge, const Schema& schema, const RenderOptions& options,
                          const Limits& limits) {
    const PageData data(knowledge, schema, options);
    std::string scripts;
    for (const Part& part : script_parts)
        scripts += fmt::format("<script>{}</script>\n", file_of(part));
    return filled(built_in("src/render/explorer/page.html"), {{"POLICY", policy()},
                                                              {"TITLE", escaped(data.title())},
                                                              {"STYLE", std::string(file_of(style_part))},
                                                              {"GRAPH", inert(data.json(limits))},
                                                              {"SCRIPTS", scripts}});
}

}  // namespace entente

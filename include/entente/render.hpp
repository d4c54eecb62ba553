// A graph to a picture.
//
// in        to_dot(): any KnowledgeGraph. draw(): DOT text, ours or a user's own
// out       to_dot(): DOT in clean UTF-8; text of articles stands in labels and tooltips only, and nothing in it
//           ends a string, starts an attribute or becomes markup. draw(): the bytes of a file; an SVG holds no
//           script, no link and nothing to load. explorer_page(): one HTML file to look around in; its own scripts
//           run, by their hashes, and nothing else does or is loaded
// errors    Style: Error (config) with line and path. draw(): Error (data) for DOT that cannot be read, Error
//           (busy) where no layout was done in time, Error (internal) where all attempts failed
// threads   free: nothing is shared. draw() forks a child that lays out and paints, for Graphviz crashes on some
//           graphs, leaks on others and serves one thread at a time. The child runs no code of the caller's and
//           leaves by _exit. A host with threads may call it: a child caught by a lock is ended in time
// cost      to_dot(): sorting. draw(): about 0.1 s for 30 entities, a second or two for a full picture
// example   const Drawing drawing = draw(to_dot(graph, schema, Style::built_in(), {}), Picture::svg);
// source    Gansner, Koutsofios, North and Vo 1993, "A technique for drawing directed graphs"
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/assemble.hpp"

namespace entente {

// How things look: graphs/style.json, whose head explains each word.
struct Style {
    struct Entity {
        std::string shape;  // box, rounded, ellipse, hexagon, octagon, house, folder, note or plain
        std::string fill, border, text;
        std::string label;  // in the legend
    };
    struct Line {
        std::string line;  // solid, dashed, dotted or bold
        double width = 0;  // points
        std::string head;  // normal, empty, vee, dot, odot, diamond, odiamond or none
        std::string colour;
        std::string word;  // stands behind the relation's label; "" = none
        std::string label;
    };
    struct Denial {
        std::string head;  // tee, or none; comes before the head of the line
        std::string colour;
        std::string word;  // stands before the relation's label
        std::string label;
    };

    std::string font, fallback;  // the font that is measured; what a viewer without it may take
    double entity_size = 0, relation_size = 0, title_size = 0;  // points
    std::string background, ink;
    std::string direction;           // right or down: where arrows tend to point
    std::array<Entity, 4> entities;  // by EntityType
    std::array<Line, 4> lines;       // by Modality
    Denial denial;                   // for Polarity::negative

    enum class Theme : std::uint8_t { light, dark };
    [[nodiscard]] static Style built_in(Theme theme = Theme::light);
    // A built-in style with what the file says in its place.
    [[nodiscard]] static Style from_json(std::string_view text, std::string_view file, Theme theme = Theme::light);
};

// How sure an edge is told to be: its modality, or that it is denied.
enum class Mark : std::uint8_t { asserted, planned, possible, requested, denied };
[[nodiscard]] Mark mark_of(const KnowledgeGraph::Edge& edge);
[[nodiscard]] std::string_view name_of(Mark mark);
[[nodiscard]] std::optional<Mark> mark(std::string_view name);

// How entities are laid out: in layers to the right or downwards, by springs, in a circle, in rings around one.
enum class Arrangement : std::uint8_t { automatic, right, down, springs, circle, rings };
[[nodiscard]] std::optional<Arrangement> arrangement(std::string_view name);

struct RenderOptions {
    std::string title{};               // above the picture; "" = none
    std::size_t most_entities = 300;   // more are cut to the most important ones, and the picture says so
    std::size_t most_relations = 600;  // likewise
    bool lonely = false;               // also entities without a relation
    bool legend = true;
    bool parallel = false;  // an arrow for each relation, not one for all between two entities
    Arrangement arrangement = Arrangement::automatic;

    // What of the graph is drawn; empty = all.
    std::vector<std::uint32_t> focus{};    // in nodes(): what is near these
    std::size_t depth = 1;                 // how many steps away from them
    std::vector<std::string> relations{};  // by name
    std::vector<EntityType> types{};       // of both ends
    std::vector<Mark> marks{};
    std::string since{},
        until{};                  // a year, month or day, ISO 8601, both included: when it happened, else was published
    std::size_t min_sources = 1;  // articles that say so
    // In edges() and nodes(): these alone, such as the answer to a query; a node is drawn even if no edge touches it.
    struct Part {
        std::vector<std::uint32_t> edges, nodes;
    };
    std::optional<Part> part{};
};

[[nodiscard]] std::string to_dot(const KnowledgeGraph& knowledge, const Schema& schema, const Style& style,
                                 const RenderOptions& options);

// What may stand between two quotes as a label in DOT: nothing in it ends the string or becomes markup.
[[nodiscard]] std::string dot_label(std::string_view text);

enum class Picture : std::uint8_t { dot, svg, png, pdf };

// By the end of a file's name, letter case aside.
[[nodiscard]] std::optional<Picture> picture_for(const std::filesystem::path& path);

// What draw() may take.
struct Limits {
    std::chrono::milliseconds time{30'000};     // in all, simpler attempts included
    std::size_t memory = std::size_t{1} << 30;  // bytes, beyond what the program holds already
};

struct Drawing {
    std::string bytes;
    std::string layout;  // "", or the simpler way that was taken where the one asked for failed
};

[[nodiscard]] Drawing draw(std::string_view dot, Picture picture, const Limits& limits = {});

// The graph as one page: pan, zoom, search, filters, a timeline, dossiers and sentences. Places are laid out here, so the
// page is the same every time; where no layout succeeds, entities stand in a circle.
[[nodiscard]] std::string explorer_page(const KnowledgeGraph& knowledge, const Schema& schema,
                                        const RenderOptions& options, const Limits& limits = {});

}  // namespace entente

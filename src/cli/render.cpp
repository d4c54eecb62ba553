// entente render: a graph, or articles, to a picture or a page.
// SPDX-License-Identifier: MIT
#include "entente/render.hpp"

#include <fmt/core.h>

#include <filesystem>
#include <memory>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/messages.hpp"
#include "cli/names.hpp"
#include "cli/query_part.hpp"
#include "entente/output.hpp"
#include "entente/read.hpp"
#include "entente/text/utf8.hpp"

namespace entente::cli {
namespace {

constexpr std::size_t most_on_a_page = 2000;  // entities, in HTML

struct Render {
    ArticleOptions inputs;
    DataOptions data;
    RenderOptions options;
    std::string output, format, style, theme = "light", layout = "automatic", query;
    std::vector<std::string> focus, types, marks;
    std::size_t most = 0;  // 0 = as many as suit

    [[nodiscard]] bool wants_page() const {
        const std::string end =
            lower(std::filesystem::path(format.empty() ? output : "x." + format).extension().string());
        return end == ".html" || end == ".htm";
    }

    [[nodiscard]] Picture picture() const {
        const auto found = picture_for(format.empty() ? output : "x." + format);
        if (found) return *found;
        if (output == "-" && format.empty()) return Picture::svg;
        throw Error(Error::Kind::usage, fmt::format("no picture is made for '{}'", format.empty() ? output : format),
                    "end the name in .svg, .png, .pdf, .html or .dot, or say --format");
    }

    // One graph file, and not articles?
    [[nodiscard]] bool given_a_graph() const {
        if (inputs.paths.size() != 1) return false;
        const std::string& path = inputs.paths.front();
        return std::filesystem::is_regular_file(path) && is_graph(read_bytes(path));
    }

    // Standard input can be read only once, so its bytes tell what they are.
    static std::vector<Extraction> from_standard_input(const Extractor& extractor, int& code) {
        const std::string bytes = read_bytes("-");
        if (bytes.empty()) throw Error(Error::Kind::data, Error::Place{"standard input", 0, 0, ""}, "is empty");
        if (is_graph(bytes)) return open_graph(bytes, "standard input", code).extractions;
        return {extractor.extract(read_article(bytes, "-"))};
    }

    [[nodiscard]] std::vector<Extraction> extractions(const Extractor& extractor, int& code) const {
        if (inputs.paths.size() == 1 && inputs.paths.front() == "-") return from_standard_input(extractor, code);
        if (given_a_graph()) return open_graph(inputs.paths.front(), code).extractions;
        std::vector<Extraction> out;
        code = inputs.extract(extractor, [&](Extraction e) { out.push_back(std::move(e)); });
        return out;
    }

    // The options with names and words looked up.
    [[nodiscard]] RenderOptions settled(const KnowledgeGraph& knowledge, const Schema& schema) const {
        RenderOptions out = options;
        if (most > 0) out.most_entities = most;
        if (most == 0 && wants_page()) out.most_entities = most_on_a_page;
        out.most_relations = out.most_entities * (wants_page() ? 10 : 2);
        for (const auto& name : focus)
            out.focus.push_back(find_names(knowledge, name).front());
        for (const auto& word : types)
            out.types.push_back(entity_type(word).value());
        for (const auto& word : marks)
            out.marks.push_back(mark(word).value());
        out.arrangement = arrangement(layout).value();
        for (const auto& name : out.relations)
            check_relation(schema, name);
        if (!query.empty()) out.part = part_of(knowledge, query);
        return out;
    }

    static void check_relation(const Schema& schema, const std::string& name) {
        if (schema.find(name) != nullptr) return;
        std::vector<std::string> names;
        for (const Relation& relation : schema.relations())
            names.push_back(relation.name);
        const std::string near = nearest(name, names);
        throw Error(Error::Kind::usage, fmt::format("there is no relation '{}'", name),
                    near.empty() ? "graphs/schema.json lists them" : fmt::format("did you mean '{}'?", near));
    }

    [[nodiscard]] std::string bytes(const KnowledgeGraph& knowledge, const Schema& schema) const {
        const RenderOptions wanted = settled(knowledge, schema);
        if (wants_page()) return explorer_page(knowledge, schema, wanted);
        const auto ground = theme == "dark" ? Style::Theme::dark : Style::Theme::light;
        const Style look = style.empty() ? Style::built_in(ground) : Style::from_json(read_bytes(style), style, ground);
        Drawing drawing = draw(to_dot(knowledge, schema, look, wanted), picture());
        if (!drawing.layout.empty()) warn("the layout asked for failed; drawn by " + drawing.layout);
        return std::move(drawing.bytes);
    }

    int run() const {
        if (!wants_page()) (void)picture();
        check_writable(output);
        int code = fine;
        const Extractor extractor = data.load_extractor();
        const Schema& schema = extractor.knowledge().schema;
        write_file(output, bytes(assemble(extractions(extractor, code), schema), schema));
        if (!inputs.quiet && output != "-") inform("wrote " + output);
        return code;
    }
};

void declare_filters(CLI::App& app, Render& render) {
    app.add_option("--query", render.query, "Only what this openCypher query answers")->type_name("CYPHER");
    app.add_option("--focus", render.focus, "Only what is near this name; may be given several times")
        ->allow_extra_args(false)
        ->type_name("NAME");
    app.add_option("--depth", render.options.depth, "How many steps away from the focus; by default 1")
        ->check(CLI::Range(1, 100))
        ->type_name("N");
    app.add_option("--relations", render.options.relations, "Only these, parted by commas: bans,sues")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("NAMES");
    app.add_option("--types", render.types, "Only these: person,organisation,country,place")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::IsMember({"person", "organisation", "country", "place"}))
        ->type_name("TYPES");
    app.add_option("--modality", render.marks, "Only what is told so: asserted,planned,possible,requested,denied")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::IsMember({"asserted", "planned", "possible", "requested", "denied"}))
        ->type_name("WORDS");
    app.add_option("--since", render.options.since,
                   "Only what happened, or else was published, from this day, month or year on")
        ->type_name("DATE");
    app.add_option("--until", render.options.until, "Only up to this day, month or year")->type_name("DATE");
    app.add_option("--min-sources", render.options.min_sources, "Only what so many articles say")
        ->check(CLI::Range(1, 1'000'000))
        ->type_name("N");
}

void declare_looks(CLI::App& app, Render& render) {
    app.add_option("--layout", render.layout, "right or down (layers), springs, circle, rings; by default what suits")
        ->check(CLI::IsMember({"automatic", "right", "down", "springs", "circle", "rings"}))
        ->type_name("WORD");
    app.add_option("--theme", render.theme, "light or dark; a page has both")
        ->check(CLI::IsMember({"light", "dark"}))
        ->type_name("WORD");
    app.add_option("--style", render.style, "Colours, shapes and lines of a style file")->type_name("FILE");
    app.add_option("--title", render.options.title, "A line above the picture")->type_name("TEXT");
    app.add_option("--most", render.most,
                   "Draw at most so many entities, the most important ones; by default 300, on a page 2000")
        ->check(CLI::Range(1, 100'000))
        ->type_name("N");
    app.add_flag("--parallel", render.options.parallel,
                 "An arrow for each relation, not one for all between two names");
    app.add_flag("--lonely", render.options.lonely, "Draw entities without a relation too");
}

}  // namespace

Command render_command() {
    return {"render",
            "Draw a graph file, or what articles say, as a picture or a page to explore",
            {"entente render news.graph -o news.svg", "entente render news.graph -o news.html",
             "entente render news.graph -o telmar.png --focus Telmar --depth 2 --theme dark",
             "entente render articles/ -o bans.svg --relations bans,sanctions --since 2026-01"},
            [](CLI::App& app) {
                const auto render = std::make_shared<Render>();
                render->inputs.declare(app);
                render->data.declare(app);
                app.get_option("paths")->description("A graph file, or articles: .txt files and folders of them");
                app.add_option("-o,--output", render->output,
                               "The picture: .svg .png .pdf .dot, or a page: .html; - for standard output")
                    ->required()
                    ->type_name("FILE");
                app.add_option("--format", render->format, "svg, png, pdf, html or dot; by default the end of the name")
                    ->type_name("FORMAT");
                declare_filters(app, *render);
                declare_looks(app, *render);
                return [render] { return render->run(); };
            }};
}

}  // namespace entente::cli

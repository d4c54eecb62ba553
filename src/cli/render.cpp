// entente render: a graph, or articles, to a picture.
// SPDX-License-Identifier: MIT
#include "entente/render.hpp"

#include <fmt/core.h>

#include <filesystem>
#include <memory>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/messages.hpp"
#include "entente/output.hpp"
#include "entente/read.hpp"

namespace entente::cli {
namespace {

struct Render {
    ArticleOptions inputs;
    DataOptions data;
    RenderOptions options;
    std::string output, format, style;

    [[nodiscard]] Picture picture() const {
        const auto found = picture_for(format.empty() ? output : "x." + format);
        if (found) return *found;
        if (output == "-" && format.empty()) return Picture::svg;
        throw Error(Error::Kind::usage, fmt::format("no picture is made for '{}'", format.empty() ? output : format),
                    "end the name in .svg, .png, .pdf or .dot, or say --format");
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

    int run() const {
        const Picture wanted = picture();
        check_writable(output);
        int code = fine;
        const Extractor extractor = data.load_extractor();
        const Schema& schema = extractor.knowledge().schema;
        const Style look = style.empty() ? Style::built_in() : Style::from_json(read_bytes(style), style);
        const std::string dot = to_dot(assemble(extractions(extractor, code), schema), schema, look, options);
        const Drawing drawing = draw(dot, wanted);
        write_file(output, drawing.bytes);
        if (!inputs.quiet && output != "-") inform("wrote " + output);
        return code;
    }
};

}  // namespace

Command render_command() {
    return {
        "render",
        "Draw a graph file, or what articles say, as a picture",
        {"entente render news.graph -o news.svg", "entente render articles/ -o news.png --title 'This week'",
         "entente render news.graph -o - --format dot"},
        [](CLI::App& app) {
            const auto render = std::make_shared<Render>();
            render->inputs.declare(app);
            render->data.declare(app);
            app.get_option("paths")->description("A graph file, or articles: .txt files and folders of them");
            app.add_option("-o,--output", render->output, "The picture: .svg .png .pdf .dot; - for standard output")
                ->required()
                ->type_name("FILE");
            app.add_option("--format", render->format, "svg, png, pdf or dot; by default the end of the name")
                ->type_name("FORMAT");
            app.add_option("--style", render->style, "Colours, shapes and lines of a style file")->type_name("FILE");
            app.add_option("--title", render->options.title, "A line above the picture")->type_name("TEXT");
            app.add_option("--most", render->options.most_entities,
                           "Draw at most so many entities, the most important ones")
                ->check(CLI::Range(1, 100'000))
                ->type_name("N");
            app.add_flag("--lonely", render->options.lonely, "Draw entities without a relation too");
            return [render] { return render->run(); };
        }};
}

}  // namespace entente::cli

// entente export: a graph to the files of other programs.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <filesystem>
#include <memory>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/messages.hpp"
#include "entente/exchange.hpp"
#include "entente/judge.hpp"
#include "entente/output.hpp"

namespace entente::cli {
namespace {

std::string all_formats() {
    std::string out;
    for (const ExportFormatName& format : export_formats())
        out += (out.empty() ? "" : ", ") + std::string(format.name);
    return out;
}

struct Export {
    std::string graph, output, to;
    ExportOptions options;
    bool plain_cells = false, quiet = false;
    DataOptions data;

    [[nodiscard]] const ExportFormatName& format() const {
        std::vector<std::string> names;
        for (const ExportFormatName& known : export_formats()) {
            if (known.name == to) return known;
            names.emplace_back(known.name);
        }
        const std::string near = nearest(to, names);
        throw Error(Error::Kind::usage, fmt::format("there is no format '{}'", to),
                    near.empty() ? "known are: " + all_formats() : fmt::format("did you mean '{}'?", near));
    }

    void make_folder() const {
        std::error_code error;
        std::filesystem::create_directories(output, error);
        if (error || !std::filesystem::is_directory(output)) {
            throw Error(Error::Kind::output, Error::Place{output, 0, 0, ""},
                        "this format is several files and needs a folder", "give -o the name of a folder");
        }
    }

    int run() const {
        int code = fine;
        const ExportFormatName& chosen = format();
        if (!chosen.folder) check_writable(output);
        // The lines as they stand, so that nothing is lost; the graph as it is judged.
        const GraphFile file = read_graph(graph, code);
        std::vector<Extraction> judged = corrected(file.extractions, file.judgements);
        const Knowledge knowledge = data.load_knowledge();
        ExportOptions settings = options;
        settings.guard_formulas = !plain_cells;
        const auto files =
            export_graph(file, assemble(std::move(judged), knowledge.schema), knowledge, chosen.format, settings);
        if (chosen.folder) make_folder();
        for (const ExportFile& made : files) {
            const std::string path = chosen.folder ? (std::filesystem::path(output) / made.name).string() : output;
            write_file(path, made.bytes);
            if (!quiet && output != "-") inform("wrote " + path);
        }
        return code;
    }
};

std::string meanings_of_formats() {
    std::string out = "One of:";
    for (const ExportFormatName& format : export_formats())
        out += fmt::format("\n{:<8} {}", format.name, format.meaning);
    return out;
}

}  // namespace

Command export_command() {
    return {
        "export",
        "Write a graph for Gephi, networkx, Neo4j, Aleph, spreadsheets ...",
        {"entente export news.graph --to gexf -o news.gexf", "entente export news.graph --to csv -o news.csv",
         "entente export news.graph --to neo4j -o neo4j/"},
        [](CLI::App& app) {
            const auto options = std::make_shared<Export>();
            app.add_option("graph", options->graph, "A graph file; - for standard input")
                ->required()
                ->type_name("GRAPH");
            app.add_option("--to", options->to, meanings_of_formats())->required()->type_name("FORMAT");
            app.add_option("-o,--output", options->output,
                           "The file, or the folder of formats with several files; - for standard output")
                ->required()
                ->type_name("FILE");
            app.add_flag("--plain-cells", options->plain_cells,
                         "CSV: leave cells that a spreadsheet would run as formulas as they are");
            app.add_flag("--bom", options->options.byte_order_mark, "CSV: begin with a byte order mark, for old Excel");
            app.add_option("--schema", options->data.schema, "Add the relations of a schema file")->type_name("FILE");
            app.add_flag("-q,--quiet", options->quiet, "Say nothing but what went wrong");
            return [options] { return options->run(); };
        }};
}

}  // namespace entente::cli

// entente try: what every stage makes of a sentence.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/messages.hpp"
#include "entente/output.hpp"
#include "entente/read.hpp"
#include "entente/sketch.hpp"

namespace entente::cli {
namespace {

struct Try {
    std::vector<std::string> words;
    DataOptions data;
    std::string output = "-", format;
    bool quiet = false;

    // None: characters.
    [[nodiscard]] std::optional<Picture> picture() const {
        if (format == "txt" || (format.empty() && (output == "-" || output.ends_with(".txt")))) return std::nullopt;
        if (const auto found = picture_for(format.empty() ? output : "x." + format)) return found;
        throw Error(Error::Kind::usage, fmt::format("nothing is drawn as '{}'", format.empty() ? output : format),
                    "end the name in .svg, .png, .pdf, .dot or .txt, or say --format");
    }

    [[nodiscard]] std::string text() const {
        if (words.size() == 1 && words.front() == "-") return read_bytes("-");
        std::string out;
        for (const auto& word : words)
            out += (out.empty() ? "" : " ") + word;
        return out;
    }

    [[nodiscard]] static std::string drawn(const Document& document, std::optional<Picture> as) {
        if (!as) return to_text(document);
        const Style style = Style::built_in();
        if (*as == Picture::svg) return to_svg(document, style);
        return draw(to_dot(document, style), *as).bytes;
    }

    int run() const {
        const auto wanted = picture();
        check_writable(output);
        const std::string sentence = text();
        if (sentence.find_first_not_of(" \t\r\n") == std::string::npos) {
            throw Error(Error::Kind::data, "there is no text", "entente try 'Norway banned Telmar.'");
        }
        write_file(output, drawn(data.load_extractor().annotate(read_article(sentence, "-")), wanted));
        if (!quiet && output != "-") inform("wrote " + output);
        return fine;
    }
};

}  // namespace

Command try_command() {
    return {"try",
            "Show what is made of a sentence: words, tree, names, statements and their rules",
            {"entente try 'Norway will not ban Telmar Group, Ann Li said.'",
             "entente try --rules my.rules 'Norway hugged Telmar Group.'",
             "entente try 'Norway banned Telmar Group.' -o tree.svg", "entente try - < article.txt"},
            [](CLI::App& app) {
                const auto options = std::make_shared<Try>();
                app.add_option("sentence", options->words, "One sentence or more; - for standard input")
                    ->required()
                    ->type_name("SENTENCE");
                app.add_option("-o,--output", options->output,
                               "The trees as a picture: .svg .png .pdf .dot, or all as .txt; - for standard output")
                    ->type_name("FILE");
                app.add_option("--format", options->format, "txt, svg, png, pdf or dot; by default the end of the name")
                    ->type_name("FORMAT");
                app.add_flag("-q,--quiet", options->quiet, "Say nothing but what went wrong");
                options->data.declare(app);
                return [options] { return options->run(); };
            }};
}

}  // namespace entente::cli

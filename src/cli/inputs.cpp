// Options that several commands share.
// SPDX-License-Identifier: MIT
#include "cli/inputs.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <deque>
#include <fstream>
#include <iostream>
#include <iterator>
#include <thread>

#include <fmt/core.h>

#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "cli/messages.hpp"
#include "entente/judge.hpp"
#include "entente/read.hpp"
#include "entente/text/utf8.hpp"

namespace entente::cli {
namespace {

// A reader should know where the text is not quite the file's.
void warn_of_bytes(const DocumentInfo& document) {
    if (document.replaced == 0) return;
    warn(fmt::format("{}: {} {} of the file could not be decoded and stand as U+FFFD", printable(document.id),
                     document.replaced, document.replaced == 1 ? "character" : "characters"));
}

}  // namespace

void DataOptions::declare(CLI::App& app) {
    app.add_option("--schema", schema, "Add the relations of a schema file")
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("--rules", rules, "Add the rules of a file")->type_name("FILE")->allow_extra_args(false);
    app.add_option("--knowledge", knowledge, "Add the names of a graph file")
        ->type_name("GRAPH")
        ->allow_extra_args(false);
}

Knowledge DataOptions::load_knowledge() const {
    Knowledge out = Knowledge::built_in();
    for (const auto& path : schema) {
        const Schema added = Schema::from_json(read_bytes(path), path);
        for (const Relation& relation : added.relations())
            out.schema.add(relation);
    }
    for (const auto& path : knowledge)
        out.world.add_jsonl(read_bytes(path), path);
    if (!knowledge.empty()) out.world.index();
    return out;
}

Extractor DataOptions::load_extractor() const {
    Knowledge known = load_knowledge();
    RuleSet rule_set = RuleSet::built_in(known.schema);
    for (const auto& path : rules)
        rule_set.add(RuleSet::parse(read_bytes(path), path, known.schema));
    return {std::move(known), std::move(rule_set)};
}

void ArticleOptions::declare(CLI::App& app) {
    app.add_option("paths", paths, "Articles: .txt files, folders of them, - for standard input")
        ->required()
        ->type_name("PATHS");
    app.add_option("-j,--jobs", jobs, "Threads; by default one a core")->check(CLI::Range(1, 256))->type_name("N");
    app.add_flag("-q,--quiet", quiet, "Say nothing but what went wrong");
    app.add_flag("--keep-text", keep_text, "Keep each article's text in its line");
}

int ArticleOptions::extract(const Extractor& extractor, const std::function<void(Extraction)>& sink,
                            const std::function<bool(const Article&)>& known) const {
    const ArticleFiles found = find_articles(paths);
    SkipReport skips;
    for (const Skip& skip : found.skipped)
        skips.add(skip);
    const Interrupt interrupt;
    std::size_t read = 0;
    {
        Progress progress("reading", found.paths.size(), quiet);
        ExtractOptions options;
        options.jobs = jobs > 0 ? jobs : std::max(1u, std::thread::hardware_concurrency());
        options.keep = keep_text ? KeepText::yes : KeepText::no;
        options.known = known;
        options.stop = [] { return Interrupt::asked().load(); };
        extract_files(extractor, found.paths, options, [&](std::variant<Extraction, Skip> result) {
            progress.step();
            if (const Skip* skip = std::get_if<Skip>(&result)) return skips.add(*skip);
            ++read;
            warn_of_bytes(std::get<Extraction>(result).document);
            sink(std::move(std::get<Extraction>(result)));
        });
    }
    if (Interrupt::asked()) warn("stopped; the same command goes on from here");
    skips.close(read, quiet);
    if (Interrupt::asked()) return Interrupt::exit_code();
    if (read + skips.known() == 0)
        throw Error(Error::Kind::data, "no article could be read", "give .txt files, or folders that hold some");
    return skips.skipped() > 0 ? some_skipped : fine;
}

std::string read_bytes(const std::string& path) {
    if (path == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error(Error::Kind::missing, Error::Place{path, 0, 0, ""}, std::strerror(errno));
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (in.bad()) throw Error(Error::Kind::io, Error::Place{path, 0, 0, ""}, "reading failed");
    return bytes;
}

namespace {

// Tells of the lines that could not be read.
GraphFile with_problems_told(GraphFile file, int& code) {
    for (const Error& problem : file.problems)
        report(problem);
    if (!file.problems.empty()) {
        warn(fmt::format("{} of {} lines could not be read and were passed over", file.problems.size(), file.lines));
        code = some_skipped;
    }
    return file;
}

GraphFile as_judged(GraphFile file) {
    file.extractions = corrected(std::move(file.extractions), file.judgements);
    return file;
}

}  // namespace

GraphFile read_graph(const std::string& path, int& code) {
    return with_problems_told(load_graph(path), code);
}

GraphFile open_graph(const std::string& path, int& code) {
    return as_judged(read_graph(path, code));
}

GraphFile open_graph(std::string_view bytes, const std::string& name, int& code) {
    return as_judged(with_problems_told(parse_graph(bytes, name), code));
}

const KnowledgeGraph& open_knowledge(const std::string& path, const Schema& schema, int& code) {
    static auto* const kept = new std::deque<KnowledgeGraph>;  // is never deleted
    return kept->emplace_back(assemble(open_graph(path, code).extractions, schema));
}

}  // namespace entente::cli

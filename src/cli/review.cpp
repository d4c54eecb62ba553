// entente review: what is worth deciding.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "entente/json.hpp"
#include "entente/judge.hpp"
#include "entente/output.hpp"
#include "entente/text/utf8.hpp"

namespace entente::cli {
namespace {

std::string quoted(const std::string& word) {
    const bool plain = word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:._-/") ==
                       std::string::npos;
    if (plain) return word;
    std::string out = "'";
    for (const char c : word)
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

std::vector<std::string> answers_to(const Question& question, const std::string& graph) {
    std::string about, articles;
    for (const auto& id : question.about)
        about += " " + quoted(id);
    for (const auto& article : question.articles)
        articles += " " + article;
    const std::string judge = "entente judge " + quoted(graph);
    switch (question.kind) {
        case Question::Kind::same_name:
            return {judge + " same" + about, judge + " distinct" + about};
        case Question::Kind::suspicious_merge:
            return {judge + " split" + about + articles};
        case Question::Kind::weak_edge:
            return {judge + " wrong" + about};
    }
    return {};
}

std::string_view name_of(Question::Kind kind) {
    switch (kind) {
        case Question::Kind::same_name:
            return "same_name";
        case Question::Kind::suspicious_merge:
            return "suspicious_merge";
        case Question::Kind::weak_edge:
            return "weak_edge";
    }
    return "";
}

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
    return printable(out);
}

std::string text_of(const std::vector<Question>& questions, const std::string& graph) {
    if (questions.empty()) return "nothing to ask\n";
    std::string out;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        out += fmt::format("{}{}. {}\n", i > 0 ? "\n" : "", i + 1, one_line(questions[i].text));
        for (const auto& quote : questions[i].quotes)
            out += fmt::format("    \"{}\"\n    {}:{}\n", one_line(quote.sentence), printable(quote.document),
                               quote.offset);
        for (const auto& answer : answers_to(questions[i], graph))
            out += "  " + answer + "\n";
    }
    return out;
}

std::string json_of(const std::vector<Question>& questions, const std::string& graph) {
    JsonWriter out;
    out.array();
    for (const Question& question : questions) {
        out.object().key("kind").value(name_of(question.kind)).key("use").value(question.use);
        out.key("about").array();
        for (const auto& id : question.about)
            out.value(id);
        out.end().key("text").value(question.text).key("quotes").array();
        for (const auto& quote : question.quotes) {
            out.object()
                .key("document")
                .value(quote.document)
                .key("offset")
                .value(static_cast<std::int64_t>(quote.offset));
            out.key("sentence").value(quote.sentence).end();
        }
        out.end().key("answers").array();
        for (const auto& answer : answers_to(question, graph))
            out.value(answer);
        out.end().end();
    }
    out.end();
    return std::string(out.text()) + "\n";
}

struct Review {
    std::string graph;
    std::size_t count = 10;
    bool json = false;

    int run() const {
        int code = fine;
        GraphFile file = open_graph(graph, code);
        const KnowledgeGraph knowledge = assemble(std::move(file.extractions), Knowledge::built_in().schema);
        const auto questions = review(knowledge, file.judgements, count);
        write_file("-", json ? json_of(questions, graph) : text_of(questions, graph));
        return code;
    }
};

}  // namespace

Command review_command() {
    return {"review",
            "List what is worth deciding: likely same names, suspicious merges, weak edges",
            {"entente review news.graph", "entente review news.graph --count 50 --json"},
            [](CLI::App& app) {
                const auto options = std::make_shared<Review>();
                app.add_option("graph", options->graph, "A graph file")->required()->type_name("GRAPH");
                app.add_option("-n,--count", options->count, "At most so many questions, the most useful first")
                    ->check(CLI::Range(1, 1'000'000))
                    ->type_name("N");
                app.add_flag("--json", options->json, "As a JSON array");
                return [options] { return options->run(); };
            }};
}

}  // namespace entente::cli

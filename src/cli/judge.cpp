// entente judge, entente remove: a person corrects the graph.
// SPDX-License-Identifier: MIT
#include "entente/judge.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <memory>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/messages.hpp"
#include "entente/output.hpp"
#include "entente/text/utf8.hpp"

namespace entente::cli {
namespace {

using Kind = Judgement::Kind;

constexpr std::size_t shortest_id = 4;  // characters of an id that stand for all of it

Error not_there(const std::string& graph, const std::string& what, const std::string& hint = {}) {
    return {Error::Kind::missing, Error::Place{graph, 0, 0, ""}, "the graph has no " + what, hint};
}

// What a graph holds, and what is said of it.
class Desk {
  public:
    explicit Desk(const std::string& path) : path_(path) {
        int code = fine;
        file_ = read_graph(path, code);
    }

    [[nodiscard]] const GraphFile& file() const { return file_; }

    // The id of an entity by its name, an alias or its id, as the graph is judged now.
    [[nodiscard]] std::string entity(const std::string& name) const {
        for (const Extraction& extraction : file_.extractions) {
            for (const Entity& entity : extraction.entities) {
                if (entity.id == name) return name;  // also where it is one with another by now
            }
        }
        const KnowledgeGraph graph =
            assemble(corrected(file_.extractions, file_.judgements), Knowledge::built_in().schema);
        const auto found = graph.find(name);
        if (found.empty()) {
            std::string near;
            for (const auto& other : graph.similar_names(name, 5))
                near += (near.empty() ? "near it: " : ", ") + other;
            throw not_there(path_, "'" + name + "'", near);
        }
        const std::string& id = graph.nodes()[found.front()].id;
        if (found.size() > 1 && id != name) {
            std::string all;
            for (const auto node : found)
                all += (all.empty() ? "" : ", ") + graph.nodes()[node].id;
            throw Error(Error::Kind::usage, fmt::format("'{}' is the name of {} entities", name, found.size()),
                        "say which: " + all);
        }
        return id;
    }

    // The hash of an article's text, by that hash, or the beginning of it, or by the path under which it was read.
    [[nodiscard]] std::string article(const std::string& name) const {
        std::vector<std::string> found;
        for (const Extraction& extraction : file_.extractions) {
            const DocumentInfo& document = extraction.document;
            if (document.id == name || begins(document.text_hash, name)) found.push_back(document.text_hash);
        }
        return only(found, name, "article");
    }

    [[nodiscard]] std::string statement(const std::string& name) const {
        std::vector<std::string> found;
        for (const Extraction& extraction : file_.extractions) {
            for (const Statement& statement : extraction.statements) {
                if (begins(statement.id, name)) found.push_back(statement.id);
            }
        }
        return only(found, name, "statement");
    }

    [[nodiscard]] Judgement judgement(const std::string& name) const {
        std::vector<std::string> found;
        const auto all = in_force(file_.judgements);
        for (const Judgement& judgement : all) {
            if (begins(judgement.id, name)) found.push_back(judgement.id);
        }
        const std::string id = only(found, name, "judgement that is in force");
        return *std::find_if(all.begin(), all.end(), [&](const auto& j) { return j.id == id; });
    }

    // Adds the judgement to the file, unless it is in force already; tells its id.
    void say(const Judgement& judgement, bool quiet) const {
        for (const Judgement& old : in_force(file_.judgements)) {
            const bool same =
                old.kind == judgement.kind && old.topic() == judgement.topic() && old.articles == judgement.articles;
            if (!same || judgement.undone) continue;
            if (!quiet) inform("this has been said before: " + old.id);
            return;
        }
        GraphWriter writer(path_);
        if (writer.cut_off()) report(*writer.cut_off());
        writer.add(judgement);
        writer.commit();
        if (quiet) return;
        const std::string id = judgement_from_json(to_json(judgement)).id;
        if (judgement.undone)
            inform("taken back");
        else
            inform(fmt::format("noted; entente judge {} undo {} takes it back", path_, id));
    }

  private:
    static bool begins(std::string_view id, std::string_view name) {
        return name.size() >= shortest_id && id.starts_with(name);
    }

    std::string only(std::vector<std::string> found, const std::string& name, const std::string& what) const {
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        if (found.empty()) throw not_there(path_, what + " '" + name + "'");
        if (found.size() > 1)
            throw Error(Error::Kind::usage, fmt::format("'{}' stands for {} of them", name, found.size()),
                        "type more of the id");
        return found.front();
    }

    std::string path_;
    GraphFile file_;
};

std::string line_of(const Judgement& judgement) {
    std::string out = fmt::format("{}  {:9}", judgement.id, name_of(judgement.kind));
    for (const auto& about : judgement.about)
        out += " " + printable(about);
    if (!judgement.articles.empty()) out += fmt::format(" in {} articles", judgement.articles.size());
    if (!judgement.note.empty()) out += ": " + printable(judgement.note);
    return out + "\n";
}

struct Judge {
    std::string graph, note;
    std::vector<std::string> words;
    bool quiet = false;

    [[nodiscard]] Error misused(const std::string& usage) const {
        return {Error::Kind::usage, "this is said as: " + usage, "entente judge --help shows how"};
    }

    // What the words say, as far as the graph knows what they are about.
    [[nodiscard]] Judgement understood(const Desk& desk) const {
        const std::string& verb = words[0];
        Judgement out;
        out.note = note;
        if (verb == "same" || verb == "distinct") {
            if (words.size() != 3) throw misused(verb + " NAME NAME");
            out.kind = verb == "same" ? Kind::same : Kind::distinct;
            out.about = {desk.entity(words[1]), desk.entity(words[2])};
            if (out.about[0] == out.about[1])
                throw Error(Error::Kind::usage, "these two are one in the graph: " + out.about[0]);
        } else if (verb == "split") {
            if (words.size() < 3) throw misused("split NAME ARTICLE..., the articles in which it is the other one");
            out.kind = Kind::split;
            out.about = {desk.entity(words[1])};
            for (std::size_t i = 2; i < words.size(); ++i)
                out.articles.push_back(desk.article(words[i]));
        } else if (verb == "wrong") {
            if (words.size() != 2) throw misused("wrong STATEMENT");
            out.kind = Kind::wrong;
            out.about = {desk.statement(words[1])};
        } else {
            const std::vector<std::string> verbs{"same", "distinct", "split", "wrong", "undo"};
            const std::string near = nearest(verb, verbs);
            throw Error(
                Error::Kind::usage, fmt::format("a judgement is no '{}'", verb),
                near.empty() ? "it is same, distinct, split, wrong or undo" : fmt::format("did you mean '{}'?", near));
        }
        return said(std::move(out), desk.file().judgements);
    }

    int run() const {
        const Desk desk(graph);
        if (words.empty()) {
            std::string out;
            for (const Judgement& judgement : in_force(desk.file().judgements))
                out += line_of(judgement);
            write_file("-", out.empty() ? "nothing has been judged\n" : out);
        } else if (words[0] == "undo") {
            if (words.size() != 2) throw misused("undo ID");
            desk.say(taken_back(desk.judgement(words[1]), desk.file().judgements), quiet);
        } else {
            desk.say(understood(desk), quiet);
        }
        return fine;
    }
};

struct Remove {
    std::string graph, note;
    std::vector<std::string> articles;
    bool quiet = false;

    int run() const {
        for (const std::string& article : articles) {
            const Desk desk(graph);
            Judgement out;
            out.kind = Kind::withdrawn;
            out.note = note;
            out.about = {desk.article(article)};
            desk.say(said(std::move(out), desk.file().judgements), quiet);
        }
        return fine;
    }
};

}  // namespace

Command judge_command() {
    return {
        "judge",
        "Say what is so: two names are one, one is two, a statement is wrong; take it back",
        {"entente judge news.graph same 'Telmar Group' Telmar", "entente judge news.graph distinct 'Ann Li' 'Anna Li'",
         "entente judge news.graph split Orion a.txt b.txt", "entente judge news.graph wrong 3f2a91c0",
         "entente judge news.graph undo 77d0e1a2", "entente judge news.graph"},
        [](CLI::App& app) {
            const auto options = std::make_shared<Judge>();
            app.add_option("graph", options->graph, "A graph file")->required()->type_name("GRAPH");
            app.add_option("judgement", options->words,
                           "same NAME NAME, distinct NAME NAME, split NAME ARTICLE..., wrong STATEMENT, undo ID; none "
                           "lists what has been said")
                ->type_name("WORDS");
            app.add_option("--note", options->note, "Why")->type_name("TEXT");
            app.add_flag("-q,--quiet", options->quiet, "Say nothing but what went wrong");
            return [options] { return options->run(); };
        }};
}

Command remove_command() {
    return {"remove",
            "Withdraw articles from a graph: what they say does not count any more",
            {"entente remove news.graph articles/monday.txt",
             "entente remove news.graph 2c376c3c741dfbfb --note 'retracted'"},
            [](CLI::App& app) {
                const auto options = std::make_shared<Remove>();
                app.add_option("graph", options->graph, "A graph file")->required()->type_name("GRAPH");
                app.add_option("articles", options->articles,
                               "Paths under which they were read, or hashes of their texts")
                    ->required()
                    ->type_name("ARTICLES");
                app.add_option("--note", options->note, "Why")->type_name("TEXT");
                app.add_flag("-q,--quiet", options->quiet, "Say nothing but what went wrong");
                return [options] { return options->run(); };
            }};
}

}  // namespace entente::cli

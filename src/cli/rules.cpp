// entente rules: which words mean a relation, and whether a rule file of one's own is right.
// SPDX-License-Identifier: MIT
#include "entente/rules.hpp"

#include <fmt/core.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <map>
#include <memory>
#include <sstream>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/messages.hpp"
#include "entente/output.hpp"
#include "entente/read.hpp"

namespace entente::cli {
namespace {

std::string shown(const auto& item) {
    std::ostringstream out;
    out << item;
    return out.str();
}

// "a b c", cut into lines that a screen holds.
std::string wrapped(const std::vector<std::string>& words, std::size_t indent) {
    constexpr std::size_t width = 100;
    std::string out(indent, ' ');
    std::size_t line = indent;
    for (const std::string& word : words) {
        if (line > indent && line + word.size() + 2 > width) out += '\n' + std::string(indent, ' '), line = indent;
        out += (line > indent ? ", " : "") + word;
        line += word.size() + 2;
    }
    return out + '\n';
}

std::string words_of(const Relation& relation, const RuleSet& rules) {
    constexpr const char* kinds[] = {"verbs", "nouns", "roles", "adjectives", "names"};
    std::map<Rule::Kind, std::vector<std::string>> words;
    for (const Rule& rule : rules.rules()) {
        if (rule.relation != relation.name) continue;
        for (const std::string& word : rule.words) {
            auto& list = words[rule.kind];
            if (std::find(list.begin(), list.end(), word) == list.end()) list.push_back(word);
        }
    }
    std::string out = fmt::format("{}: the subject {} the object{}\n", relation.name, relation.gloss,
                                  relation.symmetric ? ", and the other way round" : "");
    for (const auto& [kind, list] : words)
        out += fmt::format("  {}\n", kinds[static_cast<int>(kind)]) + wrapped(list, 4);
    return out;
}

std::string rules_of(const Relation& relation, const RuleSet& rules) {
    std::string out = words_of(relation, rules) + "  rules\n";
    for (const Rule& rule : rules.rules()) {
        if (rule.relation == relation.name) out += fmt::format("    {}: {}\n", rule.source, shown(rule));
    }
    for (const Example& example : rules.examples()) {
        if (example.relation != relation.name || example.wish) continue;
        out += fmt::format("    {}: {} {}\n", example.source, example.claims.empty() ? "never" : "example",
                           example.sentence);
    }
    return out;
}

// What the article says, with the names that it uses: to be held against an example's claims.
std::vector<Example::Claim> claims_of(const Document& document) {
    std::map<std::string, std::string> names;
    for (const Entity& entity : document.entities)
        names[entity.id] = entity.name;
    std::vector<Example::Claim> out;
    for (const Statement& s : document.statements)
        out.push_back({names[s.subject], s.relation, names[s.object], s.polarity, s.modality});
    return out;
}

bool comes_true(const Example& example, const std::vector<Example::Claim>& found) {
    const auto in = [](const auto& list, const Example::Claim& claim) {
        return std::find(list.begin(), list.end(), claim) != list.end();
    };
    return std::all_of(example.claims.begin(), example.claims.end(), [&](const auto& c) { return in(found, c); }) &&
           std::all_of(found.begin(), found.end(),
                       [&](const auto& c) { return c.relation != example.relation || in(example.claims, c); });
}

struct Rules {
    std::vector<std::string> words;
    DataOptions data;

    // Loads the file on top of what is built in and reads its examples as articles.
    int check(const std::string& path) {
        const Knowledge known = data.load_knowledge();
        const RuleSet own = RuleSet::parse(read_bytes(path), path, known.schema);
        for (const std::string& warning : own.warnings())
            warn(warning);
        data.rules.push_back(path);
        const Extractor extractor = data.load_extractor();
        std::size_t failed = 0, tried = 0;
        for (const Example& example : own.examples()) {
            if (example.wish) continue;
            ++tried;
            const auto found = claims_of(extractor.annotate(read_article(example.sentence, "-")));
            if (comes_true(example, found)) continue;
            ++failed;
            std::string said;
            for (const Example::Claim& claim : found)
                said += (said.empty() ? "" : "; ") + shown(claim);
            warn(fmt::format("{}: '{}' says {}", example.source, example.sentence, said.empty() ? "nothing" : said));
        }
        write_file("-", fmt::format("{}: {} rules, {} of {} examples come true\n", path, own.rules().size(),
                                    tried - failed, tried));
        return failed > 0 ? some_skipped : fine;
    }

    [[nodiscard]] int list() const {
        const Knowledge known = data.load_knowledge();
        RuleSet rules = RuleSet::built_in(known.schema);
        for (const auto& path : data.rules)
            rules.add(RuleSet::parse(read_bytes(path), path, known.schema));
        std::string out;
        for (const std::string& name : words) {
            const Relation* relation = known.schema.find(name);
            if (relation == nullptr) {
                std::vector<std::string> names;
                for (const Relation& r : known.schema.relations())
                    names.push_back(r.name);
                const std::string near = nearest(name, names);
                throw Error(Error::Kind::usage, fmt::format("there is no relation '{}'", name),
                            near.empty() ? "entente rules lists them" : fmt::format("did you mean '{}'?", near));
            }
            out += rules_of(*relation, rules);
        }
        for (const Relation& relation : known.schema.relations()) {
            if (words.empty()) out += words_of(relation, rules);
        }
        write_file("-", out);
        return fine;
    }

    int run() {
        if (words.empty() || words.front() != "check") return list();
        if (words.size() != 2) throw Error(Error::Kind::usage, "which file?", "entente rules check my.rules");
        return check(words[1]);
    }
};

}  // namespace

Command rules_command() {
    return {"rules",
            "List the relations and their words, or check a rule file of your own",
            {"entente rules", "entente rules bans fines", "entente rules check my.rules",
             "entente rules check --schema my.json my.rules"},
            [](CLI::App& app) {
                const auto options = std::make_shared<Rules>();
                app.add_option("words", options->words, "Relations to show with their rules, or: check FILE")
                    ->type_name("RELATION");
                options->data.declare(app);
                return [options] { return options->run(); };
            }};
}

}  // namespace entente::cli

// Names in the voice of news agencies: how many are found and rightly typed.
//
// tests/cases/newswire/*.txt hold 400 small articles with their names marked, each an article of its own. They were
// written before what they measure, share no name with what the network is trained on, and are no samples to be made
// right one by one: a floor counts, not each mark. recognise_test "[misses]" prints what is not as marked, in another folder of such
// files where the environment names one in NEWSWIRE.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

#include "catch.hpp"
#include "entente/recognise.hpp"
#include "entente/tokenise.hpp"
#include "marks.hpp"

using namespace entente;

namespace {

Document recognised(std::string text) {
    static const Knowledge knowledge = Knowledge::built_in();
    static const Tokeniser tokeniser(knowledge.lexicon);
    static const Recogniser recogniser(knowledge);
    Article article;
    article.text = std::move(text);
    Document document(std::move(article));
    tokeniser.annotate(document);
    recogniser.annotate(document);
    return document;
}

// Adjectives and capitals that act name their countries, as in the guidelines of the gold graphs.
std::string type_of(const Name& name) {
    if (name.adjective || name.acts) return "CTY";
    switch (name.type) {
        case EntityType::person:
            return "PER";
        case EntityType::organisation:
            return "ORG";
        case EntityType::country:
            return "CTY";
        case EntityType::place:
            break;
    }
    return "PLC";
}

using Found = std::tuple<std::uint32_t, std::string, std::string>;  // where it ends, type, words without "The"

Found found(std::string_view text, Span span, const std::string& type) {
    std::string words(text.substr(span.begin, span.size()));
    if (words.starts_with("The ")) words.erase(0, 4);
    return {span.end, type, words};
}

std::set<Found> wanted_in(const Marked& marked) {
    std::set<Found> out;
    for (const Mark& mark : marked.marks) {
        const bool country = mark.label == "ADJ" || mark.label == "GOV";
        out.insert(found(marked.text, mark.span, country ? "CTY" : mark.label));
    }
    return out;
}

std::set<Found> found_in(const Document& document) {
    std::set<Found> out;
    for (const Name& name : document.names)
        out.insert(found(document.text(), name.span, type_of(name)));
    return out;
}

struct Count {
    int wanted = 0, found = 0, right = 0;
    [[nodiscard]] double precision() const { return found > 0 ? double(right) / found : 0; }
    [[nodiscard]] double recall() const { return wanted > 0 ? double(right) / wanted : 0; }
    [[nodiscard]] double f1() const { return wanted + found > 0 ? 2.0 * right / (wanted + found) : 0; }
};

// By type, and of all under "all"; misses are printed where they are asked for.
std::map<std::string, Count> counts(const std::string& folder, bool print_misses) {
    std::map<std::string, Count> out;
    for (const std::string& article : articles_in(folder)) {
        const Marked marked = read_marks(article);
        const std::set<Found> wanted = wanted_in(marked), got = found_in(recognised(marked.text));
        const auto add = [&](const Found& name, int Count::*what) {
            ++(out[std::get<1>(name)].*what);
            ++(out["all"].*what);
        };
        std::string misses;
        for (const Found& name : wanted) {
            add(name, &Count::wanted);
            if (got.contains(name)) add(name, &Count::right);
            if (!got.contains(name)) misses += fmt::format("  - {} {}\n", std::get<1>(name), std::get<2>(name));
        }
        for (const Found& name : got) {
            add(name, &Count::found);
            if (!wanted.contains(name)) misses += fmt::format("  + {} {}\n", std::get<1>(name), std::get<2>(name));
        }
        if (print_misses && !misses.empty()) fmt::print("{}{}", marked.text, misses);
    }
    return out;
}

}  // namespace

TEST_CASE("names of newswire are found and typed") {
    const auto by_type = counts("newswire", false);
    for (const auto& [type, count] : by_type) {
        fmt::print("newswire {}: F1 {:.3f} precision {:.3f} recall {:.3f} of {}\n", type, count.f1(), count.precision(),
                   count.recall(), count.wanted);
    }
    CHECK(by_type.at("all").wanted > 950);
    CHECK(by_type.at("all").f1() >= 0.88);
}

TEST_CASE("what is not as marked in newswire", "[.misses]") {
    const char* folder = std::getenv("NEWSWIRE");
    for (const auto& [type, count] : counts(folder != nullptr ? folder : "newswire", true))
        fmt::print("{}: F1 {:.3f} precision {:.3f} recall {:.3f}\n", type, count.f1(), count.precision(),
                   count.recall());
}

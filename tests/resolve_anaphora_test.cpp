// Pronouns and descriptions: how many mean whom they should.
//
// tests/cases/anaphora/*.txt hold small articles in which whom a pronoun or a description means is marked with a number
// that names have too; their heads say how. They were written before what they measure. A link is right if the entity
// that it is given has a name which the article marks with that number. resolve_test "[misses]" prints the others.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>

#include "catch.hpp"
#include "entente/encode.hpp"
#include "entente/parse.hpp"
#include "entente/parse/repairs.hpp"
#include "entente/recognise.hpp"
#include "entente/resolve.hpp"
#include "entente/tag.hpp"
#include "entente/text/utf8.hpp"
#include "entente/tokenise.hpp"
#include "marks.hpp"

using namespace entente;

namespace {

using Link = std::pair<std::uint32_t, std::string>;  // the byte where it ends, the number that is meant

const std::set<std::string> pronouns = {"i",   "me",   "my",      "we",      "us",     "our",  "it",   "its",
                                        "he",  "him",  "his",     "she",     "her",    "they", "them", "their",
                                        "you", "your", "himself", "herself", "itself", "both"};

bool is_link(std::string_view words) {
    if (words == "US") return false;
    const std::string folded = fold(words);
    return folded.starts_with("the ") || folded.starts_with("this ") || pronouns.contains(folded) ||
           (words[0] >= 'a' && words[0] <= 'z');
}

struct Links {
    std::set<Link> links;
    std::map<std::uint32_t, std::string> numbers;  // of names, by the byte where they end
};

Links wanted_in(const Marked& marked) {
    Links out;
    for (const Mark& mark : marked.marks) {
        if (!is_link(mark.span.of(marked.text))) {
            out.numbers[mark.span.end] = mark.label;
            continue;
        }
        for (std::size_t begin = 0; begin <= mark.label.size();) {
            const std::size_t end = std::min(mark.label.find('+', begin), mark.label.size());
            out.links.emplace(mark.span.end, mark.label.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    return out;
}

std::set<Link> links_of(const Document& document, const std::map<std::uint32_t, std::string>& numbers) {
    std::map<std::uint32_t, std::set<std::string>> of_entity;
    for (const Reference& reference : document.references) {
        const auto at = numbers.find(reference.span.end);
        if (reference.kind == Reference::Kind::name && at != numbers.end())
            of_entity[number(reference.entity)].insert(at->second);
    }
    std::set<Link> out;
    for (const Reference& reference : document.references) {
        if (reference.kind == Reference::Kind::name) continue;
        const auto& meant = of_entity[number(reference.entity)];
        if (meant.empty()) out.emplace(reference.span.end, "?");
        if (!meant.empty()) out.emplace(reference.span.end, *meant.begin());
    }
    return out;
}

Document resolved(std::string text) {
    static const Knowledge knowledge = Knowledge::built_in();
    static const Model model = Model::built_in();
    static const Tokeniser tokeniser(knowledge.lexicon);
    static const Encoder encoder(model);
    static const Tagger tagger(model);
    static const Parser parser(model);
    static const Repairs repairs(knowledge);
    static const Recogniser recogniser(knowledge, model);
    static const Resolver resolver(knowledge);
    Article article;
    article.text = std::move(text);
    Document document(std::move(article));
    tokeniser.annotate(document);
    encoder.annotate(document);
    tagger.annotate(document);
    parser.annotate(document);
    repairs.annotate(document);
    recogniser.annotate(document);
    resolver.annotate(document);
    return document;
}

struct Count {
    int wanted = 0, found = 0, right = 0;
    [[nodiscard]] double precision() const { return found > 0 ? double(right) / found : 0; }
    [[nodiscard]] double recall() const { return wanted > 0 ? double(right) / wanted : 0; }
};

Count count(bool print_misses) {
    Count out;
    for (const std::string& article : articles_in("anaphora")) {
        const Marked marked = read_marks(article);
        const Links wanted = wanted_in(marked);
        const std::set<Link> got = links_of(resolved(marked.text), wanted.numbers);
        std::string misses;
        const auto note = [&](char sign, const Link& link) {
            const std::size_t begin = marked.text.rfind(' ', link.first - 1) + 1;
            misses += fmt::format("  {} {} at {}: {}\n", sign, marked.text.substr(begin, link.first - begin),
                                  link.first, link.second);
        };
        for (const Link& link : wanted.links) {
            ++out.wanted;
            if (got.contains(link)) ++out.right;
            if (!got.contains(link)) note('-', link);
        }
        for (const Link& link : got) {
            ++out.found;
            if (!wanted.links.contains(link)) note('+', link);
        }
        if (print_misses && !misses.empty()) fmt::print("{}{}", article, misses);
    }
    return out;
}

}  // namespace

TEST_CASE("pronouns and descriptions mean whom they should") {
    const Count links = count(false);
    fmt::print("anaphora: {} of {} links found, {} of {} right: recall {:.3f} precision {:.3f}\n", links.right,
               links.wanted, links.right, links.found, links.recall(), links.precision());
    CHECK(links.wanted >= 300);
    CHECK(links.precision() >= 0.90);
    CHECK(links.recall() >= 0.75);
}

TEST_CASE("pronouns and descriptions that mean somebody else", "[.misses]") {
    CHECK(count(true).wanted > 0);
}

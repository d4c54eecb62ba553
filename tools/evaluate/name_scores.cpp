// Right names and ours to figures.
// SPDX-License-Identifier: MIT
#include "name_scores.hpp"

#include <algorithm>
#include <cstdio>
#include <set>
#include <tuple>

namespace evaluate {
namespace {

using entente::Document;
using entente::EntityType;
using entente::recognise::NameKind;
using treebank::Name;

using Found = std::tuple<std::uint32_t, std::uint32_t, std::string>;  // first and last byte, type

Found found(std::string_view text, entente::Span span, const std::string& type) {
    const bool the = span.of(text).starts_with("The ");
    return {span.begin + (the ? 4 : 0), span.end, type};
}

void print_misses(std::string_view text, const std::set<Found>& gold, const std::set<Found>& ours) {
    const auto print = [&](char sign, const Found& name) {
        const auto& [begin, end, type] = name;
        const std::size_t from = begin > 40 ? begin - 40 : 0;
        std::string before(text.substr(from, begin - from)), after(text.substr(end, 40));
        std::replace(before.begin(), before.end(), '\n', ' ');
        std::replace(after.begin(), after.end(), '\n', ' ');
        std::printf("%c %-12s %40s[%s]%s\n", sign, type.c_str(), before.c_str(),
                    std::string(text.substr(begin, end - begin)).c_str(), after.c_str());
    };
    for (const Found& name : gold) {
        if (!ours.contains(name)) print('-', name);
    }
    for (const Found& name : ours) {
        if (!gold.contains(name)) print('+', name);
    }
}

void add(std::string_view text, const std::set<Found>& gold, const std::set<Found>& ours, NameScores& scores) {
    if (scores.print_misses) print_misses(text, gold, ours);
    const auto each = [&](const Found& name, double Figure::*what) {
        scores.all.*what += 1;
        const std::string type = "names-" + std::get<2>(name);
        auto at =
            std::find_if(scores.types.begin(), scores.types.end(), [&](const Figure& f) { return f.name == type; });
        if (at == scores.types.end()) at = scores.types.insert(at, Figure{type});
        (*at).*what += 1;
    };
    for (const Found& name : gold)
        each(name, &Figure::gold);
    for (const Found& name : ours) {
        each(name, &Figure::ours);
        if (gold.contains(name)) each(name, &Figure::right);
    }
}

std::string type_of(NameKind kind) {
    switch (kind) {
        case NameKind::person:
            return "person";
        case NameKind::organisation:
            return "organisation";
        case NameKind::place:
            return "place";
        case NameKind::country:
        case NameKind::government:
        case NameKind::adjective:
            break;
    }
    return "country";
}

std::string coarse(Name::Kind kind) {
    if (kind == Name::Kind::person) return "person";
    return kind == Name::Kind::organisation ? "organisation" : "location";
}

std::string coarse(EntityType type) {
    if (type == EntityType::person) return "person";
    return type == EntityType::organisation ? "organisation" : "location";
}

// Where the words of a treebank's document lie in its text.
std::vector<std::vector<entente::Span>> word_spans(const std::vector<treebank::Sentence>& sentences,
                                                   std::string_view text) {
    std::vector<std::vector<entente::Span>> out;
    std::size_t at = 0;
    for (const auto& sentence : sentences) {
        out.emplace_back();
        for (const auto& word : sentence.words) {
            const std::size_t begin = text.find(word.form, at);
            const bool near = begin != std::string_view::npos && begin < at + 40;
            const std::size_t from = near ? begin : at, end = near ? begin + word.form.size() : at;
            out.back().push_back(entente::make_span(from, end));
            at = end;
        }
    }
    return out;
}

}  // namespace

std::vector<Figure> NameScores::figures() const {
    std::vector<Figure> out = types;
    std::sort(out.begin(), out.end(), [](const Figure& a, const Figure& b) { return a.name < b.name; });
    out.insert(out.begin(), all);
    return out;
}

void compare_names(const treebank::MarkedArticle& gold, const Document& document, NameScores& scores) {
    std::set<Found> right, ours;
    for (const treebank::Marked& name : gold.names)
        right.insert(found(gold.text, name.span, type_of(name.kind)));
    for (const auto& name : document.names) {
        const bool country = name.adjective || name.acts;
        ours.insert(found(document.text(), name.span, country ? "country" : std::string(entente::name_of(name.type))));
    }
    add(document.text(), right, ours, scores);
}

void compare_names(const std::vector<treebank::Sentence>& sentences, const Document& document, NameScores& scores) {
    std::set<Found> right, ours;
    const auto spans = word_spans(sentences, document.text());
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        for (const Name& name : sentences[s].names) {
            const entente::Span span{spans[s][name.begin].begin, spans[s][name.end - 1].end};
            right.insert(found(document.text(), span, coarse(name.kind)));
        }
    }
    for (const auto& name : document.names) {
        if (!name.adjective) ours.insert(found(document.text(), name.span, coarse(name.type)));
    }
    add(document.text(), right, ours, scores);
}

}  // namespace evaluate

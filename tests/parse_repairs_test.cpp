// The repairs, one by one: tests/cases/parse_repairs/*.txt, and what holds for any tree.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "entente/knowledge.hpp"
#include "entente/parse/repairs.hpp"
#include "parse/repair.hpp"

using namespace entente;

namespace {

const Knowledge& english() {
    static const Knowledge knowledge = Knowledge::built_in();
    return knowledge;
}

Upos upos_of(std::string_view xpos) {
    if (xpos.starts_with("NNP")) return Upos::propn;
    if (xpos.starts_with("NN")) return Upos::noun;
    if (xpos.starts_with("VB")) return Upos::verb;
    if (xpos == "MD") return Upos::aux;
    if (xpos == "CC") return Upos::cconj;
    if (xpos == "JJ") return Upos::adj;
    if (xpos == "IN") return Upos::adp;
    if (xpos == "PRP") return Upos::pron;
    if (xpos == "," || xpos == ".") return Upos::punct;
    return Upos::x;
}

struct Word {
    std::string form, lemma, xpos;
};

Document document_of(const std::vector<Word>& words) {
    Article article;
    for (const Word& word : words)
        article.text += word.form + " ";
    Document out(std::move(article));
    std::size_t at = 0;
    for (const Word& word : words) {
        out.tokens.push_back({make_span(at, at + word.form.size()), Shape::other, true});
        out.tags.push_back({upos_of(word.xpos), find_xpos(word.xpos).value(), word.lemma});
        at += word.form.size() + 1;
    }
    const TokenRange all{0, static_cast<std::uint32_t>(words.size())};
    out.sentences.push_back({all, out.span(all), Sentence::Kind::prose});
    return out;
}

// ---- cases

struct Case {
    std::string repair, changes;
    std::vector<Word> words;
    std::vector<std::string> heads, relations;
};

std::vector<Case> read_cases() {
    std::vector<Case> out;
    std::istringstream lines(file_bytes(source_dir() / "tests/cases/parse_repairs/repairs.txt"));
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("=== ")) {
            out.push_back({line.substr(4), "", {}, {}, {}});
        } else if (line.starts_with("= ")) {
            out.back().changes = line.substr(2);
        } else if (!line.empty() && line[0] != '#') {
            Word word;
            std::string head, relation;
            std::istringstream(line) >> word.form >> word.lemma >> word.xpos >> head >> relation;
            out.back().words.push_back(word);
            out.back().heads.push_back(head);
            out.back().relations.push_back(relation);
        }
    }
    return out;
}

std::uint32_t find_word(const Case& test, const std::string& form) {
    const auto found =
        std::find_if(test.words.begin(), test.words.end(), [&](const Word& word) { return word.form == form; });
    INFO(test.repair << ": " << form);
    REQUIRE(found != test.words.end());
    return static_cast<std::uint32_t>(found - test.words.begin());
}

Document before(const Case& test) {
    Document out = document_of(test.words);
    for (std::uint32_t i = 0; i < test.words.size(); ++i) {
        out.arcs.push_back(
            {test.heads[i] == "-" ? i : find_word(test, test.heads[i]), find_deprel(test.relations[i]).value()});
    }
    return out;
}

std::string picture(const Document& document) {
    std::string out;
    for (std::uint32_t i = 0; i < document.arcs.size(); ++i) {
        out += std::string(document.form(i)) + " " + std::string(name(document.arcs[i].deprel)) + " " +
               std::string(document.form(document.arcs[i].head)) + "\n";
    }
    return out;
}

std::string expected(const Case& test) {
    Document out = before(test);
    std::istringstream words(test.changes);
    for (std::string word, relation, head, mark; test.changes != "nothing" && words >> word >> relation >> head;
         words >> mark) {
        out.arcs[find_word(test, word)] = {find_word(test, head), find_deprel(relation).value()};
    }
    return picture(out);
}

// ---- any tree

class Chance {
  public:
    std::uint32_t below(std::size_t end) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::uint32_t>((state_ >> 33) % end);
    }

  private:
    std::uint64_t state_ = 7;
};

Deprel random_relation(Chance& chance) {
    static const std::vector<Deprel> relations = {
        // those that the repairs look for
        Deprel::nsubj,    Deprel::nsubj, Deprel::obj,       Deprel::obj,       Deprel::iobj, Deprel::conj,
        Deprel::compound, Deprel::flat,  Deprel::appos,     Deprel::nmod,      Deprel::obl,  Deprel::obl_agent,
        Deprel::advcl,    Deprel::acl,   Deprel::acl_relcl, Deprel::parataxis, Deprel::mark, Deprel::case_,
        Deprel::amod,     Deprel::punct, Deprel::cc,        Deprel::det};
    return relations[chance.below(relations.size())];
}

// Hangs [begin, end) on `head`: any of its words, the rest left and right of that word.
void hang(Document& document, Chance& chance, std::uint32_t begin, std::uint32_t end, std::uint32_t head) {
    if (begin == end) return;
    const std::uint32_t top = begin + chance.below(end - begin);
    const bool root = head == document.tokens.size();
    document.arcs[top] = root ? Arc{top, Deprel::root} : Arc{head, random_relation(chance)};
    for (std::uint32_t at = begin; at < top;) {
        const std::uint32_t next = at + 1 + chance.below(top - at);
        hang(document, chance, at, next, top);
        at = next;
    }
    for (std::uint32_t at = top + 1; at < end;) {
        const std::uint32_t next = at + 1 + chance.below(end - at);
        hang(document, chance, at, next, top);
        at = next;
    }
}

Document random_tree(Chance& chance) {
    static const std::vector<Word> vocabulary = {
        {"Oslo", "Oslo", "NNP"},  {"Norway", "Norway", "NNP"}, {"Telmar", "Telmar", "NNP"},
        {"firm", "firm", "NN"},   {"lawyer", "lawyer", "NN"},  {",", ",", ","},
        {"and", "and", "CC"},     {"to", "to", "TO"},          {"that", "that", "IN"},
        {"file", "file", "NN"},   {"said", "say", "VBD"},      {"urged", "urge", "VBD"},
        {"buy", "buy", "VB"},     {"saw", "see", "VBD"},       {"banned", "ban", "VBN"},
        {"plans", "plan", "NNS"}, {"told", "tell", "VBD"},     {"in", "in", "IN"},
        {"the", "the", "DT"},     {"by", "by", "IN"}};
    std::vector<Word> words;
    for (std::uint32_t left = 1 + chance.below(14); left > 0; --left)
        words.push_back(vocabulary[chance.below(vocabulary.size())]);
    Document out = document_of(words);
    out.arcs.resize(words.size());
    hang(out, chance, 0, static_cast<std::uint32_t>(words.size()), static_cast<std::uint32_t>(words.size()));
    return out;
}

// One root, every word leads to it, and every arc covers only what hangs on its head.
bool projective_tree(const Document& document) {
    const auto& arcs = document.arcs;
    std::size_t roots = 0;
    const auto below = [&](std::uint32_t i, std::uint32_t top) {
        for (std::size_t steps = 0; steps <= arcs.size(); ++steps, i = arcs[i].head) {
            if (i == top) return true;
        }
        return false;
    };
    for (std::uint32_t i = 0; i < arcs.size(); ++i) {
        const std::uint32_t head = arcs[i].head;
        if ((head == i) != (arcs[i].deprel == Deprel::root)) return false;
        roots += head == i;
        for (std::uint32_t k = std::min(i, head); k <= std::max(i, head); ++k) {
            if (!below(k, head)) return false;
        }
    }
    const auto root = std::find_if(arcs.begin(), arcs.end(), [](const Arc& arc) { return arc.deprel == Deprel::root; });
    for (std::uint32_t i = 0; i < arcs.size(); ++i) {
        if (roots != 1 || !below(i, root->head)) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("each repair mends its tree and leaves others alone") {
    std::set<std::string_view> tested;
    for (const Case& test : read_cases()) {
        const auto all = parse::all_repairs();
        const auto repair =
            std::find_if(all.begin(), all.end(), [&](const parse::Repair& one) { return one.name == test.repair; });
        INFO(test.repair << ": " << test.changes);
        REQUIRE(repair != all.end());
        Document document = before(test);
        REQUIRE(projective_tree(document));
        parse::Tree tree(document, document.sentences[0].tokens);
        repair->mend(tree, english());
        CHECK(picture(document) == expected(test));
        if (test.changes != "nothing") tested.insert(repair->name);
    }
    CHECK(tested.size() == parse::all_repairs().size());
}

TEST_CASE("a word that turns out to be the verb is tagged as one") {
    for (const Case& test : read_cases()) {
        if (test.repair != "verb behind a name" || test.changes == "nothing") continue;
        Document document = before(test);
        Repairs(english()).annotate(document);
        CHECK(document.tags[1].upos == Upos::verb);
        CHECK(document.tags[1].xpos == Xpos::vbz);
    }
}

TEST_CASE("a form that no ending gives away has the lemma of its verb, where it is one") {
    Document document = document_of({{"Norway", "norway", "NNP"}, {"shot", "shet", "VBD"}, {"shot", "shot", "NN"}});
    document.arcs = {{1, Deprel::nsubj}, {1, Deprel::root}, {1, Deprel::obj}};
    Repairs(english()).annotate(document);
    CHECK(document.tags[1].lemma == "shoot");
    CHECK(document.tags[2].lemma == "shot");
}

TEST_CASE("repairs leave a tree a tree, whatever stands in it") {
    Chance chance;
    const Repairs repairs(english());
    std::size_t changed = 0;
    const auto mend = [&](Document document) {
        const std::string old = picture(document);
        REQUIRE(projective_tree(document));
        repairs.annotate(document);
        INFO(old << "\n" << picture(document));
        REQUIRE(projective_tree(document));
        changed += picture(document) != old;
    };
    for (int round = 0; round < 20'000; ++round)
        mend(random_tree(chance));
    for (const Case& test : read_cases()) {
        for (int round = 0; round < 500; ++round) {
            Document document = before(test);
            parse::Tree tree(document, document.sentences[0].tokens);
            for (int i = 0; i < 3; ++i) {
                const std::uint32_t word = chance.below(test.words.size()), head = chance.below(test.words.size());
                if (word != head) tree.change({{word, {head, random_relation(chance)}}});
            }
            mend(std::move(document));
        }
    }
    CHECK(changed > 5'000);  // else nothing was tried
}

TEST_CASE("changes that would break the tree are refused as a whole") {
    Document document = document_of({{"a", "a", "NN"}, {"b", "b", "NN"}, {"c", "c", "NN"}, {"d", "d", "NN"}});
    document.arcs = {{1, Deprel::nmod}, {1, Deprel::root}, {1, Deprel::obj}, {2, Deprel::nmod}};
    parse::Tree tree(document, {0, 4});
    const std::string old = picture(document);
    CHECK_FALSE(tree.change({{2, {3, Deprel::nmod}}}));                        // a circle
    CHECK_FALSE(tree.change({{0, {0, Deprel::root}}}));                        // two roots
    CHECK_FALSE(tree.change({{3, {0, Deprel::nmod}}}));                        // over the root
    CHECK_FALSE(tree.change({{0, {1, Deprel::obj}}, {1, {2, Deprel::obj}}}));  // no root
    CHECK(picture(document) == old);
    CHECK(tree.change({{3, {1, Deprel::obl}}, {0, {1, Deprel::nsubj}}}));
}

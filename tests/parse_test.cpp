// SPDX-License-Identifier: MIT
#include <functional>
#include <string>
#include <vector>

#include "catch.hpp"
#include "entente/parse.hpp"
#include "parse/eisner.hpp"

using namespace entente;

namespace {

class Chance {
  public:
    std::uint32_t next() {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::uint32_t>(state_ >> 40);
    }

  private:
    std::uint64_t state_ = 3;
};

// Whether the heads (root = their number) are one tree that can be drawn above the words without arcs that
// cross.
bool projective_tree(const std::vector<std::uint32_t>& heads) {
    const auto n = static_cast<std::uint32_t>(heads.size());
    std::uint32_t roots = 0;
    for (std::uint32_t i = 0; i < n; ++i) {
        roots += heads[i] == n ? 1 : 0;
        std::uint32_t at = i;
        for (std::uint32_t steps = 0; heads[at] != n; at = heads[at]) {
            if (heads[at] > n || ++steps > n) return false;
        }
    }
    for (std::uint32_t i = 0; i < n; ++i) {
        if (heads[i] == n) continue;
        for (std::uint32_t k = std::min(i, heads[i]); k <= std::max(i, heads[i]);
             ++k) {  // the arc covers only its head's own
            std::uint32_t up = k;
            while (up != heads[i] && heads[up] != n)
                up = heads[up];
            if (up != heads[i]) return false;
        }
    }
    return roots == 1;
}

float total(const std::vector<std::uint32_t>& heads, const std::vector<float>& scores, std::size_t stride) {
    float sum = 0;
    for (std::size_t i = 0; i < heads.size(); ++i)
        sum += scores[i * stride + heads[i]];
    return sum;
}

// The best of all projective trees, by trying every way to choose heads.
float best_by_trying(std::size_t words, const std::vector<float>& scores) {
    std::vector<std::uint32_t> heads(words, 0);
    float best = -1e30F;
    const std::function<void(std::size_t)> choose = [&](std::size_t i) {
        if (i == words) {
            if (projective_tree(heads)) best = std::max(best, total(heads, scores, words + 1));
            return;
        }
        for (std::uint32_t h = 0; h <= words; ++h) {
            if (h == i) continue;
            heads[i] = h;
            choose(i + 1);
        }
    };
    choose(0);
    return best;
}

Document nonsense(std::vector<std::uint32_t> sizes, std::size_t columns) {
    Document document({{}, "x"});
    Chance chance;
    std::uint32_t at = 0;
    for (const std::uint32_t size : sizes) {
        document.sentences.push_back({{at, at + size}, {0, 1}});
        at += size;
    }
    document.tokens.assign(at, {{0, 1}});
    document.tags.assign(at, {});
    document.encodings.resize(at, columns);
    for (auto& value : document.encodings.values)
        value = static_cast<std::int8_t>(static_cast<int>(chance.next() % 255) - 127);
    for (auto& scale : document.encodings.scales)
        scale = 0.01F;
    return document;
}

std::vector<std::uint32_t> heads_of(const Document& document, TokenRange sentence) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
        const std::uint32_t head = document.arcs[i].head;
        CHECK(sentence.contains(head));
        CHECK((head == i) == (document.arcs[i].deprel == Deprel::root));
        out.push_back(head == i ? sentence.size() : head - sentence.begin);
    }
    return out;
}

}  // namespace

TEST_CASE("The decoder finds the best projective tree with one root", "[parse]") {
    Chance chance;
    parse::Eisner eisner;
    for (std::size_t words = 1; words <= 6; ++words) {
        for (int turn = 0; turn < 6; ++turn) {
            std::vector<float> scores(words * (words + 1));
            for (float& score : scores)
                score = static_cast<float>(chance.next() % 1000) / 100.0F;
            std::vector<std::uint32_t> heads(words);
            eisner.decode(words, scores.data(), words + 1, heads.data());
            CHECK(projective_tree(heads));
            CHECK(total(heads, scores, words + 1) == Approx(best_by_trying(words, scores)));
        }
    }
}

TEST_CASE("A sentence of any length is one tree with one root", "[parse]") {
    const Model model = Model::built_in();
    const Parser parser(model);
    Document document = nonsense({1, 2, 30, 199, 200, 201, 1000, 3}, Linear(model, "views").inputs());
    for (std::uint32_t i = 0; i < document.tags.size(); i += 37)
        document.tags[i].xpos = Xpos::comma;
    parser.annotate(document);
    REQUIRE(document.arcs.size() == document.tokens.size());
    for (const Sentence& sentence : document.sentences) {
        const auto heads = heads_of(document, sentence.tokens);
        std::size_t roots = 0;
        for (std::uint32_t i = 0; i < heads.size(); ++i) {
            roots += heads[i] == heads.size() ? 1 : 0;
            std::uint32_t at = i;
            for (std::size_t steps = 0; heads[at] != heads.size(); at = heads[at])
                REQUIRE(++steps <= heads.size());
        }
        CHECK(roots == 1);
        if (heads.size() <= 200) CHECK(projective_tree(heads));
    }
}

TEST_CASE("Words without a vector hang on the first word of their sentence", "[parse]") {
    const Model model = Model::built_in();
    Document document = nonsense({4, 3}, Linear(model, "views").inputs());
    document.encodings.resize(4, document.encodings.columns);
    Parser(model).annotate(document);
    CHECK(document.arcs[4].head == 4);
    CHECK(document.arcs[5].head == 4);
    CHECK(document.arcs[5].deprel == Deprel::dep);
}

// From text to trees: what the tokeniser, the network and its readers do together.
// SPDX-License-Identifier: MIT
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "entente/encode.hpp"
#include "entente/knowledge.hpp"
#include "entente/parse.hpp"
#include "entente/tag.hpp"
#include "entente/tokenise.hpp"

using namespace entente;

namespace {

class English {
  public:
    explicit English(Processor processor = best_processor()) : English(Model::built_in(processor)) {}

    [[nodiscard]] Document read(std::string text) const {
        Document document({{}, std::move(text)});
        tokeniser_.annotate(document);
        encoder_.annotate(document);
        tagger_.annotate(document);
        parser_.annotate(document);
        return document;
    }

  private:
    explicit English(const Model& model) : encoder_(model), tagger_(model), parser_(model) {}

    Knowledge knowledge_ = Knowledge::built_in();
    Tokeniser tokeniser_{knowledge_.lexicon};
    Encoder encoder_;
    Tagger tagger_;
    Parser parser_;
};

// One word a line: form, lemma, tags, head, relation.
std::string shown(const Document& document) {
    std::ostringstream out;
    for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
        const Tag& tag = document.tags[i];
        out << document.form(i) << ' ' << tag.lemma << ' ' << name(tag.upos) << ' ' << name(tag.xpos) << ' '
            << document.form(document.arcs[i].head) << ' ' << name(document.arcs[i].deprel) << '\n';
    }
    return out.str();
}

// "Telmar nsubj:pass banned": a word, its relation and its head; several relations are parted by '|'.
bool holds(const Document& document, const std::string& claim) {
    std::istringstream words(claim);
    std::string form, relations, head;
    words >> form >> relations >> head;
    for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
        const std::string relation(name(document.arcs[i].deprel));
        const bool right_head = head.empty() || document.form(document.arcs[i].head) == head;
        const bool right = ("|" + relations + "|").find("|" + relation + "|") != std::string::npos;
        if (document.form(i) == form && right_head && right) return true;
    }
    return false;
}

bool is_tree(const Document& document, TokenRange sentence) {
    std::uint32_t roots = 0;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
        roots += document.arcs[i].head == i ? 1 : 0;
        std::uint32_t at = i;
        for (std::uint32_t steps = 0; document.arcs[at].head != at; at = document.arcs[at].head) {
            if (!sentence.contains(document.arcs[at].head) || ++steps > sentence.size()) return false;
        }
    }
    return roots == 1;
}

}  // namespace

TEST_CASE("Trees of sentences", "[english]") {
    const English english;
    const auto folder = source_dir() / "tests/cases/english";
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        std::istringstream lines(file_bytes(file.path()));
        Document document({{}, ""});
        std::size_t claims = 0, wrong = 0, allowed = 0;
        for (std::string line; std::getline(lines, line);) {
            if (line.empty() || line.front() == '#') continue;
            if (line.starts_with("misses at most ")) {
                allowed = std::stoul(line.substr(15));
            } else if (line.front() != ' ') {
                document = english.read(line);
            } else {
                ++claims;
                if (holds(document, line)) continue;
                ++wrong;
                UNSCOPED_INFO(document.text() << "\n" << line << "\n" << shown(document));
            }
        }
        INFO(file.path().filename().string() << ": " << wrong << " of " << claims << " claims do not hold");
        CHECK(wrong <= allowed);
        CHECK(claims > 0);
    }
}

TEST_CASE("The same text gives the same trees on every processor", "[english]") {
    const std::string text = file_bytes(source_dir() / "graphs/gallery/telecoms-ban/article.txt");
    const std::string plain = shown(English(Processor::plain).read(text));
    CHECK(plain.size() > text.size());
    if (can(Processor::avx2)) CHECK(shown(English(Processor::avx2).read(text)) == plain);
    if (can(Processor::avx512)) CHECK(shown(English(Processor::avx512).read(text)) == plain);
}

TEST_CASE("Any text becomes trees, in bounded time", "[english]") {
    const English english;
    std::string words, emoji, lists;
    for (int i = 0; i < 10'000; ++i)
        words += "word ";
    for (int i = 0; i < 2'000; ++i)
        emoji += "🙂";
    for (int i = 0; i < 2'000; ++i)
        lists += "Oslo, ";
    for (const std::string& text :
         {words, std::string(1'000'000, 'a'), emoji, lists, std::string("\xff\xfe\n\n\x80"), std::string()}) {
        const Document document = english.read(text);
        CHECK(document.arcs.size() == document.tokens.size());
        CHECK(document.tags.size() == document.tokens.size());
        for (const Sentence& sentence : document.sentences)
            REQUIRE(is_tree(document, sentence.tokens));
    }
}

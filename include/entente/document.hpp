// An article and its layers.
//
// Every stage reads the layers below its own and writes exactly one. A layer never changes a layer below it.
//
// shape     tokens, sentences and names lie in the order of the text and do not overlap among themselves
// units     spans: bytes of `text`; token ranges: half-open indices into `tokens`
// lifetime  owns everything; string_views that it returns live as long as the Document
// threads   a plain value: one thread writes, then many may read
// cost      about 40 bytes a token, and 500 more where it is tagged and parsed
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "entente/extraction.hpp"
#include "entente/model.hpp"
#include "entente/syntax.hpp"
#include "entente/text/span.hpp"

namespace entente {

// What `read` makes of a file: decoded text and where it comes from.
struct Article {
    DocumentInfo info;
    std::string text;  // clean UTF-8, at most 64 MiB; furniture is marked in `info`, not cut
};

enum class TokenIndex : std::uint32_t {};     // in Document::tokens
enum class SentenceIndex : std::uint32_t {};  // in Document::sentences
enum class NameIndex : std::uint32_t {};      // in Document::names
enum class EntityIndex : std::uint32_t {};    // in Document::entities

template <typename Index>
[[nodiscard]] constexpr std::uint32_t number(Index index) {
    return static_cast<std::uint32_t>(index);
}

// How the letters of a token stand.
enum class Shape : std::uint8_t {
    other,   // no letters and no digits: punctuation, symbols
    lower,   // "ban"
    title,   // "Norway", "McKinsey", "O'Neil"; also one capital: "A"
    upper,   // "NATO", "U.S.", "G7"
    mixed,   // "iPhone", "eBay"
    number,  // "2019", "70.5", "3rd"
};

// A word, a clitic ("n't", "'s") or a punctuation mark.
struct Token {
    Span span;
    Shape shape = Shape::other;
    bool space_before = false;  // white space or the text's begin lies before it
};

struct TokenRange {
    std::uint32_t begin = 0;  // first token
    std::uint32_t end = 0;    // one past the last
    [[nodiscard]] bool contains(std::uint32_t i) const { return begin <= i && i < end; }
    [[nodiscard]] bool contains(TokenRange r) const { return begin <= r.begin && r.end <= end; }
    [[nodiscard]] std::uint32_t size() const { return end - begin; }
    friend bool operator==(TokenRange, TokenRange) = default;
};

struct Sentence {
    enum class Kind : std::uint8_t {
        prose,
        headline,  // a line of its own without a full stop, most of its long words capitalised or all capitals
        bullet,    // a line that begins with a bullet or a number
        line,      // another short line without an end mark: a caption, a byline
    };
    TokenRange tokens;
    Span span;  // from the first token's begin to the last one's end
    Kind kind = Kind::prose;
};

// What a word is.
struct Tag {
    Upos upos = Upos::x;
    Xpos xpos = Xpos::fw;
    std::string lemma;  // "be" of "was"; as it stands in the text where nothing is known
};

// What a word hangs on.
struct Arc {
    std::uint32_t head = 0;       // in Document::tokens, of the same sentence; a root is its own head
    Deprel deprel = Deprel::dep;  // with its subtype: nsubj_pass
};

// A name as it stands in the text, before it is known who is meant.
struct Name {
    TokenRange tokens;
    Span span;
    EntityType type = EntityType::organisation;
    std::string known;       // id in the world, "" = not known
    bool adjective = false;  // "Chinese", "European": names its country or place
    bool acts = false;       // a capital or a house that stands for a government here: "Washington banned"
    std::string found_by;    // "world", or the pattern that found it: "names.patterns:12"
};

// Something in the text that means an entity.
struct Reference {
    enum class Kind : std::uint8_t { name, description, pronoun };
    EntityIndex entity{};
    TokenRange tokens;
    Span span;
    Kind kind = Kind::name;
};

struct Document {
    explicit Document(Article from) : article(std::move(from)) {}

    Article article;
    // layer                             written by
    std::vector<Token> tokens;          // tokenise
    std::vector<Sentence> sentences;    // tokenise
    Quantised encodings;                // encode; a row a token, of the first 250,000
    std::vector<Tag> tags;              // tag; one a token
    std::vector<Arc> arcs;              // parse; one a token, every sentence a tree with one root
    std::vector<Name> names;            // recognise
    std::vector<Entity> entities;       // resolve; sorted by id
    std::vector<Reference> references;  // resolve; in the order of the text
    std::vector<Statement> statements;  // relate

    [[nodiscard]] std::string_view text() const { return article.text; }
    [[nodiscard]] std::string_view text(Span span) const { return span.of(article.text); }
    [[nodiscard]] std::string_view form(std::uint32_t token) const { return text(tokens[token].span); }
    [[nodiscard]] Span span(TokenRange range) const;  // of at least one token
    // The sentence that holds the token; every token lies in one.
    [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const;
};

// One verb for every stage.
template <typename T>
concept Stage = requires(const T stage, Document& document) {
    stage.annotate(document);
};

std::ostream& operator<<(std::ostream& out, const Document& document);  // one sentence a line, tokens apart by blanks

}  // namespace entente

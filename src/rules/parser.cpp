// One rule file, line by line.
//
// A line's first word says what it is. The ends of a rule are the words on both sides of its '>', so what
// lies before them are the rule's words, and no list of lemmas can be mistaken for a slot.
// SPDX-License-Identifier: MIT
#include "rules/parser.hpp"

#include <algorithm>
#include <array>

#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"

namespace entente::rules {
namespace {

constexpr std::array<std::string_view, 11> keywords = {"relation",  "cast",  "reach",   "verb", "noun", "role",
                                                       "adjective", "names", "example", "wish", "never"};
constexpr std::array<std::string_view, 5> kinds = {"verb", "noun", "role", "adjective", "names"};
constexpr std::array<std::string_view, 11> places = {"subject", "object",     "possessive", "modifier",
                                                     "self",    "apposed",    "contained",  "understood",
                                                     "speaker", "infinitive", "clause"};
constexpr std::array<std::string_view, 34> prepositions = {
    "after", "across",  "amid", "inside", "outside", "about",     "against", "among",  "as",
    "at",    "between", "by",   "for",    "from",    "in",        "into",    "near",   "of",
    "off",   "on",      "onto", "over",   "out of",  "through",   "to",      "toward", "towards",
    "under", "upon",    "with", "within", "without", "alongside", "behind"};
constexpr std::array<std::string_view, 4> type_names = {"person", "organisation", "country", "place"};
constexpr std::array<std::string_view, 8> option_names = {"not",       "with", "planned", "possible",
                                                          "requested", "high", "medium",  "low"};
constexpr std::size_t longest_line = 1 << 20;

bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

std::string_view trimmed(std::string_view text, std::size_t& at) {
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1), ++at;
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

template <typename Words>
std::string did_you_mean(std::string_view word, const Words& choices) {
    const std::string best = nearest(word, choices);
    return best.empty() ? "" : "did you mean '" + best + "'?";
}

std::string listed(std::string_view before, const auto& words) {
    std::string out(before);
    for (std::size_t i = 0; i < words.size(); ++i)
        out += (i == 0 ? " " : ", ") + std::string(words[i]);
    return out;
}

// "crack_down" in a file is "crack down".
std::string spelt(std::string_view word) {
    std::string out = lower(word);
    std::replace(out.begin(), out.end(), '_', ' ');
    return out;
}

// Calls `use(part, offset)` for each part of `text` between the separators.
void split(std::string_view text, char separator, const auto& use) {
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        use(text.substr(begin, end - begin), begin);
        begin = end + 1;
    }
}

}  // namespace

Parser::Parser(std::string_view text, std::string_view file, const Schema& schema)
    : text_(text), file_(file), schema_(schema) {}

void Parser::fail(std::size_t at, const std::string& text, const std::string& hint) const {
    throw Error(Error::Kind::config, locate(file_, text_, at), text, hint);
}

void Parser::check_bytes() const {
    if (text_.starts_with("\xEF\xBB\xBF")) fail(0, "the file begins with a byte order mark", "save it as plain UTF-8");
    for (std::size_t at = 0; at < text_.size();) {
        const CodePoint c = decode(text_, at);
        if (!c.valid) fail(at, "this is not UTF-8", "save the file as UTF-8");
        if (c.value < 0x20 && c.value != '\n' && c.value != '\t' && c.value != '\r') fail(at, "a control character");
        at += c.size;
    }
}

RuleSet Parser::parsed() {
    check_bytes();
    split(text_, '\n', [&](std::string_view text, std::size_t at) { line(text, at); });
    return std::move(set_);
}

std::string Parser::source(std::size_t) const {
    const std::size_t slash = file_.rfind('/');
    const auto name = slash == std::string_view::npos ? file_ : file_.substr(slash + 1);
    return std::string(name) + ":" + std::to_string(line_number_);
}

std::vector<Parser::Word> Parser::words_of(std::string_view text, std::size_t at) const {
    std::vector<Word> out;
    for (std::size_t i = 0; i < text.size();) {
        while (i < text.size() && blank(text[i]))
            ++i;
        const std::size_t begin = i;
        while (i < text.size() && !blank(text[i]))
            ++i;
        if (i > begin) out.push_back({text.substr(begin, i - begin), at + begin});
    }
    return out;
}

void Parser::line(std::string_view text, std::size_t at) {
    ++line_number_;
    if (text.size() > longest_line) fail(at, "a line of more than 1 MiB");
    text = trimmed(text, at);
    if (text.empty() || text.front() == '#') return;
    const std::vector<Word> words = words_of(text, at);
    const std::string_view keyword = words.front().text;
    const std::size_t end = at + text.size();
    const auto rest = text.substr(keyword.size());
    if (keyword == "relation") return relation_line(words, end);
    if (keyword == "cast") return cast_line(rest, at + keyword.size());
    if (std::find(keywords.begin(), keywords.end(), keyword) == keywords.end()) {
        const std::string hint = did_you_mean(keyword, keywords);
        fail(at, "unknown word '" + std::string(keyword) + "'",
             hint.empty() ? listed("a line begins with", keywords) : hint);
    }
    if (relation_.empty()) fail(at, "a rule before the relation it is for", "begin the file with 'relation NAME'");
    if (keyword == "reach") return reach_line(words, end);
    if (keyword == "example") return example_line(rest, at + keyword.size(), Expect::now);
    if (keyword == "wish") return example_line(rest, at + keyword.size(), Expect::later);
    if (keyword == "never") return example_line(rest, at + keyword.size(), Expect::nothing);
    rule_line(static_cast<Rule::Kind>(std::find(kinds.begin(), kinds.end(), keyword) - kinds.begin()), words, end);
}

// reach goods deeds
void Parser::reach_line(const std::vector<Word>& words, std::size_t end) {
    if (words.size() < 2) fail(end, "what may stand for the object?", "write 'reach goods', 'reach deeds' or both");
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i].text != "goods" && words[i].text != "deeds")
            fail(words[i].at, "unknown word '" + std::string(words[i].text) + "'", "a relation reaches goods or deeds");
        (words[i].text == "goods" ? goods_ : deeds_) = true;
    }
}

std::string Parser::known_relation(Word word) const {
    if (schema_.find(word.text) != nullptr) return std::string(word.text);
    std::vector<std::string> names;
    for (const Relation& relation : schema_.relations())
        names.push_back(relation.name);
    const std::string hint = did_you_mean(word.text, names);
    fail(word.at, "no relation '" + std::string(word.text) + "' in the schema",
         hint.empty() ? "add it to the schema first" : hint);
}

void Parser::relation_line(const std::vector<Word>& words, std::size_t end) {
    if (words.size() < 2) fail(end, "which relation?", "write 'relation NAME'");
    if (words.size() > 2) fail(words[2].at, "one relation a line", "a rule line comes next");
    relation_ = known_relation(words[1]);
    goods_ = deeds_ = false;
}

// cast country: Denmark = Danish, Norway = Norwegian
void Parser::cast_line(std::string_view rest, std::size_t at) {
    const std::size_t colon = rest.find(':');
    if (colon == std::string_view::npos)
        fail(at, "no ':' after the type", "write 'cast country: Norway = Norwegian, Kenya'");
    std::size_t type_at = at;
    const auto type_name = trimmed(rest.substr(0, colon), type_at);
    const std::vector<EntityType> type = types({type_name, type_at});
    if (type.size() != 1) fail(type_at, "one type a line");
    split(rest.substr(colon + 1), ',', [&](std::string_view entry, std::size_t offset) {
        Actor actor;
        actor.type = type.front();
        split(entry, '=', [&](std::string_view name, std::size_t begin) {
            std::size_t name_at = at + colon + 1 + offset + begin;
            name = trimmed(name, name_at);
            if (name.empty()) fail(name_at, "a name is missing");
            if (begin == 0)
                actor.name = name;
            else
                actor.adjectives.emplace_back(name);
        });
        set_.cast_.push_back(std::move(actor));
    });
}

void Parser::rule_line(Rule::Kind kind, const std::vector<Word>& all, std::size_t end) {
    Rule rule;
    rule.kind = kind;
    rule.relation = relation_;
    rule.source = source(all.front().at);
    rule.through_goods = goods_;
    rule.through_deeds = deeds_;
    const bool wordless = kind == Rule::Kind::names;
    const auto bracket = std::find_if(all.begin(), all.end(), [](const Word& w) { return w.text.front() == '['; });
    const std::vector<Word> words(all.begin() + 1, bracket);
    const auto arrow = std::find_if(words.begin(), words.end(), [](const Word& w) { return w.text == ">"; });
    if (arrow == words.end())
        fail(end, "no '>' between the two ends", "write for instance 'verb ban outlaw  subject > object'");
    const auto count = arrow - words.begin();
    if (count < 1) fail(arrow->at, "where does the relation's subject stand?", "a slot is missing before '>'");
    if (arrow + 1 == words.end())
        fail(arrow->at + 1, "where does the relation's object stand?", "a slot is missing after '>'");
    if (arrow + 2 != words.end())
        fail((arrow + 2)->at, "too many words after '>'", "join slots with '|': of|by; options stand in [ ]");
    rule.subjects = slots(kind, *(arrow - 1));
    rule.objects = slots(kind, *(arrow + 1));
    if (count < 2 && !wordless)
        fail((arrow - 1)->at, "a rule without words",
             "the words stand before the slots: 'verb ban outlaw  subject > object'");
    if (count > 1 && wordless) fail(words.front().at, "names stand without words", "write 'names  self > apposed'");
    for (auto word = words.begin(); word != arrow - 1; ++word)
        rule.words.push_back(spelt(word->text));
    if (bracket != all.end()) {
        const std::size_t begin = bracket->at;
        const auto inside = text_.substr(begin, end - begin);
        if (inside.back() != ']') fail(begin, "'[' is never closed", "options end in ']', at the end of the line");
        options(rule, inside.substr(1, inside.size() - 2), begin + 1);
    }
    check_slots(rule, *arrow);
    warn_of_repeats(rule);
    set_.rules_.push_back(std::move(rule));
}

std::vector<Slot> Parser::slots(Rule::Kind kind, Word word) const {
    std::vector<Slot> out;
    split(word.text, '|', [&](std::string_view name, std::size_t offset) {
        const auto place = std::find(places.begin(), places.end(), name);
        if (place != places.end()) {
            out.push_back({static_cast<Slot::Kind>(place - places.begin()), ""});
        } else if (const std::string preposition = spelt(name);
                   std::find(prepositions.begin(), prepositions.end(), preposition) != prepositions.end()) {
            out.push_back({Slot::Kind::preposition, preposition});
        } else {
            std::vector<std::string_view> choices(places.begin(), places.end());
            choices.insert(choices.end(), prepositions.begin(), prepositions.end());
            const std::string hint = did_you_mean(name, choices);
            fail(word.at + offset, "unknown slot '" + std::string(name) + "'",
                 hint.empty() ? listed("a slot is a preposition or one of", places) : hint);
        }
        const Slot::Kind last = out.back().kind;
        const bool of_deeds = last == Slot::Kind::speaker || last == Slot::Kind::infinitive;
        const bool of_titles = last == Slot::Kind::understood || of_deeds;
        const bool of_verb = last == Slot::Kind::subject || last == Slot::Kind::object || last == Slot::Kind::clause ||
                             (of_titles && kind == Rule::Kind::verb);
        const bool of_names = last == Slot::Kind::apposed || last == Slot::Kind::contained;
        if (last != Slot::Kind::preposition &&
            ((kind == Rule::Kind::verb) != of_verb || (of_names && kind != Rule::Kind::names) ||
             (of_deeds && kind == Rule::Kind::role) || (of_titles && kind == Rule::Kind::adjective) ||
             (of_titles && kind == Rule::Kind::names))) {
            fail(word.at + offset, "'" + std::string(name) + "' is no slot of such a rule",
                 "verbs have subject and object; nouns possessive and modifier; roles and adjectives also self; names "
                 "apposed and contained; verbs, nouns and roles understood; verbs and nouns speaker and infinitive");
        }
    });
    return out;
}

// A role or an adjective says what one end is to the other: exactly one end is `self`.
void Parser::check_slots(const Rule& rule, const Word& arrow) const {
    const auto self = [](const std::vector<Slot>& slots) {
        return std::any_of(slots.begin(), slots.end(), [](const Slot& s) { return s.kind == Slot::Kind::self; });
    };
    const int selves = int{self(rule.subjects)} + int{self(rule.objects)};
    const bool wanted = rule.kind != Rule::Kind::verb && rule.kind != Rule::Kind::noun;
    if (wanted && selves != (rule.kind == Rule::Kind::role && rule.subjects == rule.objects ? 2 : 1))  // "are brothers"
        fail(arrow.at, "one of the two ends must be 'self'", "for instance 'role chairman  self > of|possessive'");
    if (!wanted && selves != 0) fail(arrow.at, "'self' is for roles and adjectives");
    const Slot speaker{Slot::Kind::speaker, ""};
    const auto said = std::find(rule.subjects.begin(), rule.subjects.end(), speaker);
    const bool object = std::find(rule.objects.begin(), rule.objects.end(), speaker) != rule.objects.end();
    if (object || (said != rule.subjects.end() && said + 1 != rule.subjects.end()))
        fail(arrow.at, "'speaker' is the last slot of a verb's or a noun's subject",
             "as in 'subject|speaker > object'");
}

// [organisation > country, with office plant, planned, low]
void Parser::options(Rule& rule, std::string_view inside, std::size_t at) const {
    split(inside, ',', [&](std::string_view option, std::size_t offset) {
        std::size_t begin = at + offset;
        option = trimmed(option, begin);
        if (const std::size_t arrow = option.find('>'); arrow != std::string_view::npos) {
            std::size_t of = begin, to = begin + arrow + 1;
            const auto left = trimmed(option.substr(0, arrow), of);
            const auto right = trimmed(option.substr(arrow + 1), to);
            rule.of = types({left, of});
            rule.to = types({right, to});
        } else if (option.starts_with("with ")) {
            for (const Word& word : words_of(option.substr(5), begin + 5))
                rule.with.push_back(spelt(word.text));
        } else if (option == "not") {
            rule.polarity = Polarity::negative;
        } else if (const auto modality_named = modality(option)) {
            rule.modality = *modality_named;
        } else if (const auto confidence_named = confidence(option)) {
            rule.confidence = *confidence_named;
        } else {
            const std::string hint = did_you_mean(option, option_names);
            fail(begin, "unknown option '" + std::string(option) + "'",
                 hint.empty() ? listed("an option is TYPES > TYPES or one of", option_names) : hint);
        }
    });
}

std::vector<EntityType> Parser::types(Word word) const {
    std::vector<EntityType> out;
    if (word.text == "any") return out;
    split(word.text, '|', [&](std::string_view name, std::size_t offset) {
        const auto type = entity_type(name);
        if (!type) {
            const std::string hint = did_you_mean(name, type_names);
            fail(word.at + offset, "unknown type '" + std::string(name) + "'",
                 hint.empty() ? listed("a type is any or one of", type_names) : hint);
        }
        out.push_back(*type);
    });
    return out;
}

void Parser::warn_of_repeats(const Rule& rule) {
    for (const std::string& word : rule.words) {
        std::string key = std::to_string(static_cast<int>(rule.kind)) + " " + rule.relation + " " + word + " ";
        for (const auto* ends : {&rule.subjects, &rule.objects}) {
            for (const Slot& slot : *ends)
                key += std::to_string(static_cast<int>(slot.kind)) + slot.preposition + "|";
            key += ">";
        }
        for (const std::string& noun : rule.with)
            key += " " + noun;
        for (const auto* types : {&rule.of, &rule.to}) {
            key += " >";
            for (const EntityType type : *types)
                key += std::to_string(static_cast<int>(type));
        }
        key += rule.through_goods ? " goods" : "";
        key += rule.through_deeds ? " deeds" : "";
        const auto [first, fresh] = seen_.emplace(std::move(key), rule.source);
        if (!fresh) set_.warnings_.push_back(rule.source + ": '" + word + "' stands already in " + first->second);
    }
}

// SENTENCE => [not] [MODALITY] RELATION(SUBJECT, OBJECT); ...
void Parser::example_line(std::string_view rest, std::size_t at, Expect expect) {
    const bool never = expect == Expect::nothing;
    Example example;
    example.wish = expect == Expect::later;
    example.relation = relation_;
    example.source = source(at);
    const std::size_t arrow = rest.find("=>");
    if (never && arrow != std::string_view::npos) fail(at + arrow, "a sentence that must say nothing has no '=>'");
    if (!never && arrow == std::string_view::npos) {
        fail(at + rest.size(), "no '=>' after the sentence",
             "write 'example Norway banned Telmar. => bans(Norway, Telmar)'");
    }
    std::size_t sentence_at = at;
    example.sentence = trimmed(rest.substr(0, arrow), sentence_at);
    if (example.sentence.empty()) fail(sentence_at, "a sentence is missing");
    if (!never) {
        split(rest.substr(arrow + 2), ';', [&](std::string_view text, std::size_t offset) {
            example.claims.push_back(claim(text, at + arrow + 2 + offset));
        });
    }
    set_.examples_.push_back(std::move(example));
}

Example::Claim Parser::claim(std::string_view text, std::size_t at) const {
    Example::Claim out;
    text = trimmed(text, at);
    const std::size_t open = text.find('('), comma = text.find(',', std::min(open, text.size()));
    if (open == std::string_view::npos || comma == std::string_view::npos || text.back() != ')') {
        fail(at, "a statement looks otherwise", "write 'not planned bans(Norway, Telmar)'");
    }
    const std::vector<Word> words = words_of(text.substr(0, open), at);
    if (words.empty()) fail(at, "which relation?");
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i].text == "not")
            out.polarity = Polarity::negative;
        else if (const auto named = modality(words[i].text))
            out.modality = *named;
        else
            fail(words[i].at, "unknown word '" + std::string(words[i].text) + "'",
                 did_you_mean(words[i].text, option_names));
    }
    out.relation = known_relation(words.back());
    std::size_t subject_at = at + open + 1, object_at = at + comma + 1;
    out.subject = trimmed(text.substr(open + 1, comma - open - 1), subject_at);
    out.object = trimmed(text.substr(comma + 1, text.size() - comma - 2), object_at);
    if (out.subject.empty()) fail(subject_at, "a name is missing");
    if (out.object.empty()) fail(object_at, "a name is missing");
    return out;
}

}  // namespace entente::rules

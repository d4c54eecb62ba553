// Sentences to what may be a name.
//
// Names are looked for in runs: capitalised words in a row, and the small words that may join them ("of"
// after "Ministry", "de", "&", a hyphen). A run is then cut: titles and days are no part of a name, a known
// name is one by itself ("Telmar Ann Li" are two), but for where an organisation's head follows ("Oslo
// Harbour Board"). SPDX-License-Identifier: MIT
#include "recognise/candidates.hpp"

#include <algorithm>
#include <array>

#include "recognise/known_names.hpp"

namespace entente::recognise {
namespace {

constexpr std::uint32_t longest_run = 64;  // tokens; a longer one is a list or no English

class Finder {
  public:
    Finder(const Reading& reading, const World& world, const Sentence& sentence)
        : r_(reading), range_(sentence.tokens), known_(known_names(reading, world, sentence.tokens)) {}

    std::vector<Candidate> find() {
        first_ = first_word();
        for (std::uint32_t i = range_.begin; i < range_.end;) {
            if (!begins_name(i)) {
                ++i;
                continue;
            }
            const std::uint32_t end = run_end(i);
            read_run(i, end);
            i = end;
        }
        return std::move(out_);
    }

  private:
    const KnownName* known_at(std::uint32_t token) const {
        const auto at = std::lower_bound(known_.begin(), known_.end(), token,
                                         [](const KnownName& k, std::uint32_t t) { return k.tokens.begin < t; });
        return at != known_.end() && at->tokens.begin == token ? &*at : nullptr;
    }
    bool begins_name(std::uint32_t token) const { return r_.capital(token) || known_at(token) != nullptr; }
    // "university" after "Dravik"
    bool has_lower_head(std::uint32_t token) const {
        return token < range_.end && r_.is(token, also_lower) && !r_.capital(token);
    }
    // "However", "Reportedly", "Speaking"
    bool is_common(std::uint32_t token) const {
        const std::string& word = r_.pieces[token].folded;
        return r_.is(token, common_word) || word.ends_with("ly") || (word.size() > 5 && word.ends_with("ing"));
    }
    bool is_word(std::uint32_t token, std::string_view word) const {
        return token < range_.end && r_.pieces[token].folded == word;
    }
    bool apart(std::uint32_t token) const { return r_.pieces[token].space_before; }

    // Whether the capital of a token may be owed to what stands before it: the sentence's begin, a quotation
    // mark.
    bool opens(std::uint32_t token) const {
        return token <= first_ || r_.document.tokens[token - 1].shape == Shape::other;
    }

    std::uint32_t first_word() const;
    std::uint32_t joint(std::uint32_t begin, std::uint32_t at) const;
    static bool is_nation(const KnownName& known) {
        return known.meanings.front().known->entity.type == EntityType::country;
    }
    bool is_state_body(std::uint32_t begin, std::uint32_t end) const;
    bool is_syllable(std::uint32_t token) const;
    bool complements(std::uint32_t begin, std::uint32_t end) const;
    bool is_matter(std::uint32_t token) const;
    bool head_follows(std::uint32_t token) const;
    std::uint32_t team_end(const KnownName& known, std::uint32_t end) const;
    std::uint32_t run_end(std::uint32_t begin) const;
    std::uint32_t title(std::uint32_t at, std::uint32_t end) const;
    std::uint32_t segment_end(std::uint32_t begin, std::uint32_t end) const;
    std::uint32_t complement_end(std::uint32_t at, std::uint32_t end) const;
    std::uint32_t head_end(std::uint32_t begin, std::uint32_t end) const;
    std::uint32_t plain_end(std::uint32_t begin, std::uint32_t end) const;
    bool is_person_with(const KnownName& known, std::uint32_t end) const;
    std::uint32_t read_known(const KnownName& known, std::uint32_t end);
    void read_run(std::uint32_t begin, std::uint32_t end);
    void add(std::uint32_t begin, std::uint32_t end, std::vector<World::Meaning> meanings = {}) {
        out_.push_back({{begin, end}, std::move(meanings), begin <= first_ && end == begin + 1, {}, {}});
    }

    const Reading& r_;
    TokenRange range_;
    std::vector<KnownName> known_;
    std::uint32_t first_ = 0;  // the token whose capital is owed to the sentence's begin
    std::vector<Candidate> out_;
};

// The first token with letters: quotation marks, bullets and numbers may stand before it.
std::uint32_t Finder::first_word() const {
    std::uint32_t i = range_.begin;
    while (i + 1 < range_.end && r_.document.tokens[i].shape == Shape::other)
        ++i;
    return i;
}

// How many tokens from `at` on join what stands before with a name that follows; 0 = it does not go on.
std::uint32_t Finder::joint(std::uint32_t begin, std::uint32_t at) const {
    const std::uint32_t last = at - 1;
    const auto goes_on = [&](std::uint32_t next) { return next < range_.end && begins_name(next); };
    if (is_word(at, "-")) {
        if (apart(at) || at + 1 >= range_.end || apart(at + 1)) return 0;
        if (goes_on(at + 1)) return 1;
        return is_syllable(at + 1) && known_at(last) == nullptr ? 1 : 0;
    }
    if (is_word(at, "&")) return goes_on(at + 1) ? 1 : 0;
    if (is_word(at, "of") || is_word(at, "for")) {
        const bool office =
            r_.title(last, last + 1) > 0 && at + 1 < range_.end && r_.is(at + 1, organisation_word | title_part);
        if (!office && !r_.is(last, takes_of | place_head | thing_head)) return 0;
        if (goes_on(at + 1)) return 1;
        return is_word(at + 1, "the") && goes_on(at + 2) ? 2 : 0;
    }
    if (is_word(at, "and")) {
        // "Trade and Industry", "Pacific Gas and Electric"
        const bool both = r_.is(last, organisation_word) && goes_on(at + 1) &&
                          (r_.is(at + 1, organisation_word) || (last > begin && r_.is(at + 1, organisation_head)));
        return both || (goes_on(at + 1) && complements(begin, at) && is_matter(at + 1)) ? 1 : 0;
    }
    if (is_word(at, "'s") || is_word(at, "'")) {  // "Workers' League", "Women's Tennis Association"
        if (!goes_on(at + 1) || known_at(at + 1) != nullptr) return 0;
        const std::string& word = r_.pieces[last].folded;
        const bool many = is_word(at, "'") && word.ends_with('s') && known_at(last) == nullptr;
        const bool people = word == "women" || word == "men" || word == "people" || word == "children";
        return (many || people || r_.is(last, organisation_word)) && head_follows(at + 1) ? 1 : 0;
    }
    std::uint32_t n = 0;
    while (n < 3 && at + n < range_.end && r_.is(at + n, particle))
        ++n;
    if (n > 0 && is_word(at + n, "-") && !apart(at + n)) ++n;
    return n > 0 && goes_on(at + n) ? n : 0;
}

// "jun" of "Kim Min-jun", but not "led" of "Oslo-led".
bool Finder::is_syllable(std::uint32_t token) const {
    const std::string& word = r_.pieces[token].folded;
    return r_.document.tokens[token].shape == Shape::lower && word.size() >= 2 && word.size() <= 6 &&
           !r_.is(token, hyphen_end | common_word | noun);
}

// "Department of Justice", "National Institute of Health": after a nation's name a name by itself.
bool Finder::is_state_body(std::uint32_t begin, std::uint32_t end) const {
    if (end < begin + 2) return false;
    for (std::uint32_t i = begin; i < end; ++i) {
        if (r_.is(i, state_head)) return true;
    }
    return complements(begin, end) || known_at(begin) != nullptr;
}

// Whether what begins at `begin` has a head that takes a complement, and that has begun: "Agency for Food".
bool Finder::complements(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin + 1; i + 1 < end; ++i) {
        if ((is_word(i, "of") || is_word(i, "for")) && r_.is(i - 1, takes_of)) return true;
    }
    return false;
}

// Whether a body may have to do with it: "Antiquities", "Infectious Diseases"; not "Telmar".
bool Finder::is_matter(std::uint32_t token) const {
    if (known_at(token) != nullptr || r_.is(token, given_name)) return false;
    if (r_.document.tokens[token].shape == Shape::upper) return false;
    while (token + 1 < range_.end && r_.capital(token + 1) && known_at(token + 1) == nullptr)
        ++token;
    const std::string& word = r_.pieces[token].folded;
    constexpr std::array<std::string_view, 11> ends = {"s",   "tion", "ment", "ing", "ity", "ure",
                                                       "ism", "ry",   "gy",   "ce",  "al"};
    return r_.is(token, organisation_word) ||
           std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return word.ends_with(end); });
}

// Whether the capitals from here on end in an organisation's head.
bool Finder::head_follows(std::uint32_t token) const {
    for (; token < range_.end && r_.capital(token); ++token) {
        if (r_.is(token, organisation_head)) return true;
    }
    return false;
}

// Where a team's name ends that begins with a place: "Boston Celtics", "Green Bay Packers".
std::uint32_t Finder::team_end(const KnownName& known, std::uint32_t end) const {
    const std::uint32_t next = known.tokens.end;
    if (next >= end || !r_.capital(next) || known_at(next) != nullptr || r_.is(next, not_name | given_name))
        return next;
    std::uint32_t last = next;
    if (last + 1 < end && r_.capital(last + 1) && known_at(last + 1) == nullptr && !r_.is(last, team_word)) ++last;
    return r_.is(last, team_word) ? last + 1 : next;
}

std::uint32_t Finder::run_end(std::uint32_t begin) const {
    for (std::uint32_t at = begin;;) {
        const KnownName* known = known_at(at);
        at = known != nullptr ? known->tokens.end : at + 1;
        if (at >= range_.end || at - begin > longest_run) return at;
        if (begins_name(at) || is_word(at, "plc")) continue;  // "Dravik Foods plc"
        const std::uint32_t joined = joint(begin, at);
        if (joined == 0) return at;
        at += joined;
    }
}

// As Reading::title, but "General Assembly" has none, nor has "Martin Luther King".
std::uint32_t Finder::title(std::uint32_t at, std::uint32_t end) const {
    if (r_.is(at, noun | part_name) && at + 1 < end && r_.is(at + 1, given_name)) return 1;  // "Engineer Ann Li"
    // "Immunologist Ann Li", though nobody knows the given name
    const bool trade =
        r_.is(at, person_noun) || r_.pieces[at].folded.ends_with("ologist") || r_.pieces[at].folded.ends_with("woman");
    if (trade && r_.capital(at) && at + 3 == end && !r_.is(end - 1, organisation_head | place_head | thing_head))
        return 1;
    const std::uint32_t n = r_.title(at, end);
    if (n == 0 || !r_.capital(at)) return 0;
    if (at + n < end && r_.is(at + n, organisation_head) && !r_.is(at + n, given_name)) return 0;
    if (at + n == end && at > range_.begin && r_.is(at - 1, given_name)) return 0;
    return n;
}

// Where what begins at `begin` must end: before a title, a day, another's given name.
std::uint32_t Finder::segment_end(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin + 1; i < end; ++i) {
        if (r_.is(i, not_name) && r_.capital(i) && !r_.is(i - 1, given_name)) return i;
        const bool complement = is_word(i - 1, "of") || is_word(i - 1, "for");  // "Department of Justice"
        if (!complement && title(i, end) > 0) return i;
    }
    return end;
}

// "of Foreign Affairs" after "Ministry": what belongs to a head that ends before `at`.
std::uint32_t Finder::complement_end(std::uint32_t at, std::uint32_t end) const {
    if (at >= end || r_.capital(at)) return at;
    std::uint32_t i = at;
    while (i < end && !begins_name(i))
        ++i;  // "of", "for the"
    if (i == end) return at;
    const KnownName* known = known_at(i);
    i = known != nullptr ? known->tokens.end : i + 1;
    while (i < end && !known_at(i) && !(r_.is(i, given_name) && i + 1 < end)) {
        if (is_word(i, "-") || !r_.capital(i)) {
            if (!is_word(i, "and") && !is_word(i, "-")) break;
        }
        ++i;
    }
    while (!r_.capital(i - 1))
        --i;
    return i;
}

// The end of the last stretch in [begin, end) that a head closes; `begin` where there is none.
std::uint32_t Finder::head_end(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = end; i-- > begin;) {
        const KnownName* known = known_at(i);  // "United States" has no head "United"
        if (known != nullptr && known->tokens.size() > 1 && i > begin) continue;
        if (!r_.is(i, organisation_head | legal_form | thing_head | place_head)) continue;
        if (!r_.capital(i) && !is_word(i, "plc")) continue;
        const std::uint32_t after = complement_end(i + 1, end);
        if (i > begin || after > i + 1 || r_.is(i, stands_alone)) return after;
    }
    return begin;
}

// The end of a name of unknown words: at the next known one, but for "Jack London".
std::uint32_t Finder::plain_end(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin + 1; i < end; ++i) {
        const KnownName* known = known_at(i);
        if (known == nullptr) continue;
        // "Jack London", "Sidley Austin"
        const bool its_end = i == begin + 1 && apart(i) && known->tokens.end == end && known->tokens.size() == 1 &&
                             known->meanings.front().known->entity.type == EntityType::place &&
                             known->meanings.front().as == World::As::name;
        if (its_end) return end;
        while (i > begin + 1 && !r_.capital(i - 1))
            --i;  // the hyphen of "Telmar-China"
        return i;
    }
    return end;
}

// "Jordan Henderson", "Chelsea Clinton": a known name that is a given name too, and a family name after it.
bool Finder::is_person_with(const KnownName& known, std::uint32_t end) const {
    const std::uint32_t next = known.tokens.end;
    return known.tokens.size() == 1 && r_.is(known.tokens.begin, given_name) && next < end && r_.capital(next) &&
           known_at(next) == nullptr && !r_.is(next, organisation_head | place_head | thing_head);
}

std::uint32_t Finder::read_known(const KnownName& known, std::uint32_t end) {
    const std::uint32_t begin = known.tokens.begin, next = known.tokens.end;
    const std::uint32_t stop = segment_end(next - 1, end);
    const bool is_place = known.meanings.front().known->entity.type == EntityType::place;
    if (next >= stop) {
        if (is_place && has_lower_head(next))
            add(begin, next + 1);
        else
            add(begin, next, known.meanings);
        return next;
    }
    if (is_person_with(known, stop)) {
        const std::uint32_t last = plain_end(next, stop);
        add(begin, last);
        return last;
    }
    if (const std::uint32_t team = team_end(known, stop); team > next) {
        add(begin, team);
        return team;
    }
    const bool is_head = r_.is(next, organisation_head);  // "Dravik Observer", though the world knows an "Observer"
    const bool goes_on = r_.capital(next) && (known_at(next) == nullptr || is_head) && !r_.is(next, given_name);
    const std::uint32_t head = goes_on ? head_end(next, plain_end(next, stop)) : next;
    const bool by_itself = head > next || (goes_on && r_.is(next, organisation_head | legal_form));
    const std::uint32_t whole = std::max(head, next + 1);
    if (by_itself && is_nation(known) && is_state_body(next, whole)) {
        add(begin, next, known.meanings);
        return next;
    }
    if (by_itself && !r_.is(whole - 1, thing_head)) {
        add(begin, whole);
        return whole;
    }
    add(begin, next, known.meanings);
    return by_itself ? whole : next;
}

void Finder::read_run(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end;) {
        if (const KnownName* known = known_at(i)) {
            i = read_known(*known, end);
            continue;
        }
        const bool hyphen = i + 1 < end && is_word(i + 1, "-") && !apart(i + 1);  // "An-Nidaa"
        const bool article = is_word(i, "the") || is_word(i, "a") || (is_word(i, "an") && !hyphen);
        const bool introduces =
            i == first_ && i + 1 < end && r_.capital(i + 1) && r_.introduces(i);  // "Insurer Norvia"
        if (!r_.capital(i) || r_.is(i, not_name) || introduces || article || (opens(i) && is_common(i))) {
            ++i;
            continue;
        }
        if (const std::uint32_t n = title(i, end)) {
            i += n;
            continue;
        }
        const std::uint32_t stop = segment_end(i, end);
        const std::uint32_t head = head_end(i, stop);
        const std::uint32_t last = head > i ? head : plain_end(i, stop);
        const bool lower_head = last == end && last == i + 1 && has_lower_head(last);
        add(i, lower_head ? last + 1 : last);
        i = last;
    }
}

}  // namespace

std::vector<Candidate> find_candidates(const Reading& reading, const World& world, const Sentence& sentence) {
    return Finder(reading, world, sentence).find();
}

}  // namespace entente::recognise

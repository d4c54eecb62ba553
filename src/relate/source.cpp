// Who says so.
//
// "X said that A": what follows is X's. "A, X said" and "A, said X": what comes before. Words in quotation
// marks belong to whoever speaks in a sentence that the quotation touches. SPDX-License-Identifier: MIT
#include "relate/source.hpp"

#include <algorithm>

namespace entente::relate {
namespace {

bool speaks(const Reading& reading, const Group& group) {
    if (group.passive || group.kind != Group::Kind::finite) return false;
    return std::any_of(group.lemmas.begin(), group.lemmas.end(),
                       [&](std::uint32_t id) { return reading.lemma(id).speech; });
}

std::string words(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
    return begin < end ? std::string(reading.document().text(reading.span(begin, end))) : std::string();
}

// "its managing partner, Ann Li": who is named behind the comma at `comma`.
Ends named_behind(const Reading& reading, std::uint32_t comma) {
    const int next = reading.phrase_at(comma + 1);
    if (reading.kind(comma) != Class::comma || next == none) return {};
    const int head = reading.phrases()[static_cast<std::size_t>(next)].head;
    return head == none ? Ends{} : Ends{head};
}

// The phrase at `phrase` with the prepositions that hang on it, up to `end`.
void name_speaker(const Reading& reading, Speech& speech, Ends ends, int phrase, std::uint32_t end) {
    if (ends.empty() && phrase != none) ends = named_behind(reading, end);
    if (!ends.empty()) {
        speech.speaker = ends.front();
    } else if (phrase != none) {
        const Phrase& p = reading.phrases()[static_cast<std::size_t>(phrase)];
        const bool pronoun = p.end == p.begin + 1 && reading.kind(p.begin) == Class::pronoun;
        if (!pronoun) speech.text = words(reading, p.begin, end);
    }
}

// From the phrase at `phrase` over "of ...", "in ..." to the end of the whole.
std::uint32_t rightward_end(const Reading& reading, int phrase) {
    std::uint32_t end = reading.phrases()[static_cast<std::size_t>(phrase)].end;
    while (reading.kind(end) == Class::preposition && reading.phrase_at(end + 1) != none) {
        end = reading.phrases()[static_cast<std::size_t>(reading.phrase_at(end + 1))].end;
    }
    return end;
}

bool edge(Class c) {
    return c == Class::comma || c == Class::quote;
}

Speech speech_of(const Reading& reading, const EndFinder& ends, int index) {
    const Group& group = reading.groups()[static_cast<std::size_t>(index)];
    Speech out;
    std::uint32_t at = group.begin;
    while (at > 0 && reading.skips(at - 1))
        --at;
    const int right = ends.object_phrase(index);
    if (at > 0 && edge(reading.kind(at - 1)) && right != none) {  // "A, said X"
        const Ends subject = ends.subject(index);
        const int head = reading.phrases()[static_cast<std::size_t>(right)].head;
        if (subject.empty()) {
            name_speaker(reading, out, head == none ? Ends{} : Ends{head}, right, rightward_end(reading, right));
            out.end = at;
            return out;
        }
    }
    const int left = at > 0 ? ends.leftward_host(at - 1) : none;
    name_speaker(reading, out, ends.subject(index), left, at);
    const std::uint32_t begin = left == none ? at : reading.phrases()[static_cast<std::size_t>(left)].begin;
    if (left != none && begin > 1 && edge(reading.kind(begin - 1))) {
        // "A, X said" but not "Ann Li, chairman of Norvia, said": the speaker's own phrase stands there
        const bool own = out.speaker == none || reading.range(out.speaker).begin >= begin;
        if (own) {
            out.end = begin;
            return out;
        }
    }
    out.begin = group.end;
    out.end = reading.size();
    return out;
}

}  // namespace

std::vector<Speech> speeches(const Reading& reading, const EndFinder& ends) {
    std::vector<Speech> out;
    for (std::size_t i = 0; i < reading.groups().size(); ++i) {
        if (!speaks(reading, reading.groups()[i])) continue;
        Speech speech = speech_of(reading, ends, static_cast<int>(i));
        if (speech.speaker != none || !speech.text.empty()) out.push_back(std::move(speech));
    }
    for (std::uint32_t i = 0; i + 2 < reading.size(); ++i) {
        if (!reading.is(i, "according") || !reading.is(i + 1, "to")) continue;
        const int phrase = reading.phrase_at(i + 2);
        if (phrase == none) continue;
        Speech speech;
        const int head = reading.phrases()[static_cast<std::size_t>(phrase)].head;
        name_speaker(reading, speech, head == none ? Ends{} : Ends{head}, phrase, rightward_end(reading, phrase));
        speech.end = i > 0 ? i : reading.size();
        if (speech.speaker != none || !speech.text.empty()) out.push_back(std::move(speech));
    }
    return out;
}

std::vector<std::uint32_t> quotations(const Document& document) {
    std::vector<std::uint32_t> out(document.tokens.size(), 0);
    std::uint32_t count = 0;
    bool open = false;
    for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
        if (open && i > 0) {
            const Span gap{document.tokens[i - 1].span.end, document.tokens[i].span.begin};
            const std::string_view between = document.text(gap);
            const std::size_t line = between.find('\n');
            if (line != std::string_view::npos && between.find('\n', line + 1) != std::string_view::npos) open = false;
        }
        const std::string_view form = document.form(i);
        if (form == "“" || (!open && form == "\"") || form == "``") {
            open = true;
            ++count;
        } else if (form == "”" || form == "\"" || form == "''") {
            open = false;
        } else if (open) {
            out[i] = count;
        }
    }
    return out;
}

}  // namespace entente::relate

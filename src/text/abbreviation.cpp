// Names to their short forms.
//
// "SIS" takes one letter of each word of "Scheldt Inspection Service"; "AfDB" takes two of "African". Small
// words ("for", "of the") give no letter, or one that the short form may leave out. SPDX-License-Identifier:
// MIT
#include "entente/text/abbreviation.hpp"

#include "entente/text/utf8.hpp"

namespace entente {
namespace {

struct Word {
    std::string folded;
    bool capital = false;
};

std::vector<Word> split(std::string_view name) {
    std::vector<Word> out;
    bool inside = false;
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        if (!inside) return;
        out.push_back({fold(name.substr(begin, end - begin)), is_upper(decode(name, begin).value)});
        inside = false;
    };
    for (std::size_t i = 0; i < name.size();) {
        const CodePoint c = decode(name, i);
        const bool in_word =
            is_letter(c.value) || is_digit(c.value) || (inside && (c.value == '\'' || c.value == U'’'));
        if (!in_word)
            close(i);
        else if (!inside) {
            inside = true;
            begin = i;
        }
        i += c.size;
    }
    close(name.size());
    return out;
}

// Whether the letters from `at` on can be taken from the words from `word` on.
bool takes(std::string_view letters, const std::vector<Word>& words) {
    std::size_t at = 0;
    for (const Word& word : words) {
        std::size_t taken = 0;
        if (at < letters.size() && word.folded.front() == letters[at]) {
            taken = 1;
            // a second letter of the same word, as in "AfDB": only where the next word does not want it
            const bool next_wants =
                &word != &words.back() && at + 1 < letters.size() && (&word)[1].folded.front() == letters[at + 1];
            if (!next_wants && at + 1 < letters.size() && word.folded.size() > 1 && word.folded[1] == letters[at + 1] &&
                letters.size() > words.size()) {
                taken = 2;
            }
        }
        if (taken == 0 && word.capital) return false;
        at += taken;
    }
    return at == letters.size();
}

}  // namespace

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> out;
    for (Word& word : split(name))
        out.push_back(std::move(word.folded));
    return out;
}

std::string initials(std::string_view name) {
    std::string out;
    for (const Word& word : split(name)) {
        if (word.capital) out += std::string_view(word.folded).substr(0, decode(word.folded, 0).size);
    }
    return out;
}

bool abbreviates(std::string_view shorter, std::string_view name) {
    std::string letters;
    for (const char c : shorter) {
        if (c != '.' && c != '-') letters += c;
    }
    letters = fold(letters);
    const std::vector<Word> words = split(name);
    return letters.size() >= 2 && words.size() >= 2 && is_upper(decode(shorter, 0).value) && takes(letters, words);
}

}  // namespace entente

// What went wrong, where, what to do.
//
// out       what() is the whole message: FILE:LINE:COLUMN: error: TEXT, the line with a caret, the hint
// shape     line and column count from 1; 0 = not known; the column counts code points
// errors    the one exception type of the library; thrown while loading, never while annotating text
// example   bans.rules:7:1: error: unknown word 'vrb'
//               vrb  ban outlaw
//               ^
//             did you mean 'verb'?
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace entente {

class Error : public std::runtime_error {
  public:
    // What kind of trouble; a command line turns it into its exit code.
    enum class Kind {
        usage,     // the call cannot be understood
        data,      // an input is not what it should be
        missing,   // an input is not there
        internal,  // a fault of ours
        output,    // an output cannot be created
        io,        // reading or writing failed on the way
        busy,      // a limit of time or memory, or a lock
        config,    // rules, schema, style, knowledge
    };

    // Where in a text the error lies.
    struct Place {
        std::string file;        // as the user named it; empty = not from a file
        std::size_t line = 0;    // from 1; 0 = the whole file
        std::size_t column = 0;  // from 1, code points; 0 = the whole line
        std::string excerpt;     // that line, without its end; empty = not shown
    };

    Error(Kind kind, std::string_view text, std::string_view hint = {});
    Error(Kind kind, Place place, std::string_view text, std::string_view hint = {});

    [[nodiscard]] Kind kind() const { return kind_; }
    [[nodiscard]] const Place& place() const { return place_; }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const std::string& hint() const { return hint_; }

  private:
    Kind kind_;
    Place place_;
    std::string text_;
    std::string hint_;
};

// The place of byte `offset` in a text: its line, column and excerpt.
[[nodiscard]] Error::Place locate(std::string_view file, std::string_view text, std::size_t offset);

// Of `choices` the one nearest to `word` (at most a third of its letters differ), or "".
template <typename Words>
[[nodiscard]] std::string nearest(std::string_view word, const Words& choices);
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

template <typename Words>
std::string nearest(std::string_view word, const Words& choices) {
    std::string best;
    std::size_t least = word.size() / 3 + 1;
    for (const auto& choice : choices) {
        const std::size_t distance = edit_distance(word, choice);
        if (distance < least || (distance == least && best.empty())) {
            least = distance;
            best = std::string(choice);
        }
    }
    return best;
}

}  // namespace entente

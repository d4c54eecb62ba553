// A file in blocks of whole lines.
//
// A graph file may be larger than memory should hold: it is read block by block, and a block ends where a line does.
// Nothing is mapped: a file that shrinks while it is read must be an Error, not a signal.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente::store {

inline constexpr std::size_t longest_line = std::size_t{256} << 20;  // bytes; an article's text has at most 64 MiB

struct Line {
    std::string_view bytes;   // without its end, and without blanks before it
    std::size_t number = 0;   // in the file, from 1
    std::uint64_t begin = 0;  // offset in the file
    bool ended = true;        // false: the file ends within the line
};

// Without the blanks at its end that an editor or another system may have left.
[[nodiscard]] inline std::string_view trimmed(std::string_view line) {
    while (line.ends_with('\r') || line.ends_with(' '))
        line.remove_suffix(1);
    return line;
}

struct Block {
    std::string bytes;
    std::size_t first_line = 1;
    std::uint64_t begin = 0;

    // Calls `take(Line)` for each line that is not empty.
    template <typename Take>
    void for_each(Take&& take) const {
        std::size_t number = first_line;
        const std::string_view all = bytes;
        for (std::size_t at = 0; at < all.size(); ++number) {
            const std::size_t found = all.find('\n', at);
            const std::size_t end = found == std::string_view::npos ? all.size() : found;
            const std::string_view line = trimmed(all.substr(at, end - at));
            if (!line.empty()) take(Line{line, number, begin + at, found != std::string_view::npos});
            at = end + 1;
        }
    }
};

class Blocks {
  public:
    explicit Blocks(const std::string& path);  // "-" is standard input; Error (missing, io)
    Blocks(const Blocks&) = delete;
    Blocks& operator=(const Blocks&) = delete;
    ~Blocks();
    [[nodiscard]] std::optional<Block> next();  // nothing at the end; Error (io, data)
    // Bytes of the same file, wherever next() stands; not of standard input. Fewer than asked for: the file was cut.
    [[nodiscard]] std::string at(std::uint64_t begin, std::size_t size) const;

  private:
    [[nodiscard]] std::size_t read_more(std::string& bytes);
    std::string path_;
    int descriptor_;
    std::string rest_;  // the beginning of a line
    std::size_t line_ = 1;
    std::uint64_t offset_ = 0;
};

}  // namespace entente::store

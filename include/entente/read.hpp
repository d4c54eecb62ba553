// Files to articles.
//
// in        bytes in UTF-8, UTF-16, UTF-32 or Windows-1252; files, folders of .txt files, "-" for standard
// input out       clean UTF-8 and what its head says: title, date, author; page furniture is marked, not cut
// units     offsets count bytes of the decoded text, after a byte order mark
// errors    find_articles(): Error (missing) for a path that is not there; read_file(): none, a Skip says why
//           the file was passed over; read_article(): none, any bytes give an Article
// threads   pure functions
// cost      linear; a file is held in memory once as bytes and once as text
// example   const Article article = read_article("Norway bans Telmar.", "memory");
// source    docs/read.md: limits, encodings, codes
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "entente/document.hpp"

namespace entente {

constexpr std::size_t largest_text = std::size_t{64} << 20;  // bytes of decoded text
constexpr std::size_t largest_file = std::size_t{1} << 30;   // bytes

struct Decoded {
    std::string text;           // UTF-8 without NUL
    std::string_view encoding;  // "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "windows-1252"
    std::size_t replaced = 0;   // how many U+FFFD stand for what could not be decoded
};

[[nodiscard]] Decoded decode_text(std::string_view bytes);

// A text longer than `largest_text` is cut there.
[[nodiscard]] Article read_article(std::string_view bytes, std::string id);

// Why an input was passed over.
struct Skip {
    std::string path;
    std::string_view code;  // "empty", "binary", "large", "special", "permission", "changed", "io"
    std::string text;       // for a person: "is empty"
};

[[nodiscard]] std::variant<Article, Skip> read_file(const std::string& path);

struct ArticleFiles {
    std::vector<std::string> paths;  // each file once, sorted by byte: the order of the arguments does not matter
    std::vector<Skip> skipped;       // folders that could not be read
    std::size_t left_out = 0;        // files that are no .txt files, and folders met a second time
};

// A file that is named itself may have any ending; in folders, at any depth, .txt files are taken.
[[nodiscard]] ArticleFiles find_articles(const std::vector<std::string>& paths);

}  // namespace entente

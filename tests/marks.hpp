// Case files in which whom the text names is marked: "[ORG Telmar] sued [2 the firm]".
//
// in        a file of articles parted by lines of three dashes; lines that begin with # are comments
// out       each article's text without its marks, and the marks with their places in that text
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "catch.hpp"
#include "entente/text/span.hpp"

namespace entente {

// The articles of a case file, with their marks.
inline std::vector<std::string> articles_of(const std::string& file) {
    std::vector<std::string> out(1);
    for (std::size_t begin = 0; begin < file.size();) {
        const std::size_t end = std::min(file.find('\n', begin), file.size());
        const std::string line = file.substr(begin, end - begin);
        begin = end + 1;
        if (line == "---")
            out.emplace_back();
        else if (!line.starts_with('#'))
            out.back() += line + "\n";
    }
    return out;
}

// The articles of all files of a folder of tests/cases, in the order of the files' names.
inline std::vector<std::string> articles_in(const std::string& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "tests/cases" / folder))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> out;
    for (const auto& file : files) {
        for (std::string& article : articles_of(file_bytes(file)))
            out.push_back(std::move(article));
    }
    return out;
}

struct Mark {
    std::string label;  // "ORG", "2"
    Span span;          // in Marked::text
};

struct Marked {
    std::string text;
    std::vector<Mark> marks;  // in the order of the text
};

inline Marked read_marks(const std::string& article) {
    Marked out;
    for (std::size_t i = 0; i < article.size(); ++i) {
        if (article[i] == '[') {
            const std::size_t blank = article.find(' ', i);
            out.marks.push_back({article.substr(i + 1, blank - i - 1), {}});
            out.marks.back().span.begin = static_cast<std::uint32_t>(out.text.size());
            i = blank;
        } else if (article[i] == ']') {
            out.marks.back().span.end = static_cast<std::uint32_t>(out.text.size());
        } else {
            out.text += article[i];
        }
    }
    return out;
}

}  // namespace entente

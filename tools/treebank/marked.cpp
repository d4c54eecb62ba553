// Sentences with their names marked to text and spans.
// SPDX-License-Identifier: MIT
#include "marked.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

#include "entente/text/error.hpp"

namespace treebank {
namespace {

using entente::Error;

// In the order of recognise::NameKind.
constexpr std::array<std::string_view, entente::recognise::name_kinds> marks = {"PER", "ORG", "CTY",
                                                                                "PLC", "GOV", "ADJ"};

struct Place {
    const std::string& path;
    std::size_t number;
};

void add_line(std::string_view line, Place place, MarkedArticle& out) {
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t open = std::min(line.find('[', at), line.size());
        out.text += line.substr(at, open - at);
        if (open == line.size()) break;
        const std::size_t end = line.find(']', open);
        const auto mark = std::find(marks.begin(), marks.end(), line.substr(open + 1, 3));
        if (end == std::string_view::npos || end < open + 6 || line[open + 4] != ' ' || mark == marks.end())
            throw Error(Error::Kind::data, {place.path, place.number, open + 1, std::string(line)}, "no such mark",
                        "PER, ORG, CTY, PLC, GOV or ADJ, a blank, the name and ]");
        const std::size_t begin = out.text.size();
        out.text += line.substr(open + 5, end - open - 5);
        out.names.push_back({entente::make_span(begin, out.text.size()),
                             static_cast<entente::recognise::NameKind>(mark - marks.begin())});
        at = end + 1;
    }
    out.text += '\n';
}

}  // namespace

std::vector<MarkedArticle> read_marked(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error(Error::Kind::missing, "cannot read '" + path + "'");
    std::vector<std::pair<std::size_t, std::string>> lines;
    bool parted = false;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        parted = parted || line == "---";
        if (!line.starts_with('#')) lines.emplace_back(number, line);
    }
    std::vector<MarkedArticle> out(1);
    for (const auto& [at, line] : lines) {
        if (line == "---") {
            out.emplace_back();
            continue;
        }
        if (!parted && !out.back().text.empty()) out.emplace_back();
        if (parted || !line.empty()) add_line(line, {path, at}, out.back());
    }
    std::erase_if(out, [](const MarkedArticle& article) { return article.text.empty(); });
    return out;
}

}  // namespace treebank

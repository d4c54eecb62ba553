// Sentences with their names marked, "[ORG Telmar] sued [CTY Norway]", to text and spans.
//
// in        UTF-8; a line with # is a remark; articles are parted by lines of three dashes, or where there is none
//           each line is one
// errors    entente::Error (data) with the line for a mark that is none
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "entente/text/span.hpp"
#include "recognise/labels.hpp"

namespace treebank {

struct Marked {
    entente::Span span;
    entente::recognise::NameKind kind;
};

struct MarkedArticle {
    std::string text;
    std::vector<Marked> names;  // in the order of the text
};

[[nodiscard]] std::vector<MarkedArticle> read_marked(const std::string& path);

}  // namespace treebank

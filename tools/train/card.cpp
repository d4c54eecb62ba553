// The model and where it comes from to its card.
// SPDX-License-Identifier: MIT
#include "card.hpp"

#include <algorithm>
#include <cstdio>

#include "evaluate/figures.hpp"

namespace train {
namespace {

using entente::Error;

void add(const std::string& before, const std::vector<evaluate::Line>& lines, Facts& facts) {
    for (const evaluate::Line& line : lines) {
        char percent[16];
        std::snprintf(percent, sizeof percent, "%.2f", line.figure.percent());
        facts[before + line.part + ' ' + line.figure.name] = percent;
    }
}

}  // namespace

Facts measured(const Options& options, const std::string& model) {
    const auto read = entente::Model::from_bytes(model, "the model just made");
    const evaluate::Pipeline pipeline(read, false), bare(read, true);
    Facts out;
    for (const std::string& path : options.all("dev")) {
        add("", evaluate::treebank_figures(pipeline, path, false, options.all("dev-names")), out);
        add("raw ", evaluate::treebank_figures(pipeline, path, true, {}), out);
        add("bare ", evaluate::treebank_figures(bare, path, false, {}), out);
    }
    add("", evaluate::newswire_figures(pipeline, options.all("newswire-test")), out);
    return out;
}

std::string filled_in(const std::string& pattern, const Facts& facts) {
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = std::min(pattern.find('{', at), pattern.size());
        out += pattern.substr(at, open - at);
        if (open == pattern.size()) break;
        const std::size_t close = std::min(pattern.find('}', open), pattern.size());
        const std::string name = pattern.substr(open + 1, close - open - 1);
        const auto found = facts.find(name);
        if (found == facts.end())
            throw Error(Error::Kind::data, "the card asks for {" + name + "}, which was not measured");
        out += found->second;
        at = close + 1;
    }
    return out;
}

}  // namespace train

// Vectors of words to the names that the network sees.
// SPDX-License-Identifier: MIT
#include "recognise/labeller.hpp"

#include "entente/text/error.hpp"

namespace entente::recognise {

Labeller::Labeller(const Model& model) : scores_(model, "name"), transitions_(floats(model, "name_transitions")) {
    const auto lines = model.lines("name_labels");
    bool fits = lines.size() == name_labels && scores_.outputs() >= name_labels &&
                transitions_.size() == static_cast<std::size_t>(name_labels) * name_labels;
    for (int label = 0; fits && label < name_labels; ++label)
        fits = lines[static_cast<std::size_t>(label)] == label_name(label);
    if (!fits) throw Error(Error::Kind::config, "the model's labels of names are not those that we know");
}

std::optional<Labeller> Labeller::of(const Model& model) {
    try {
        static_cast<void>(model.section("name"));
    } catch (const Error&) {
        return {};
    }
    return Labeller(model);
}

std::vector<Labelled> Labeller::find(const Document& document, const Sentence& sentence) const {
    std::vector<Labelled> out;
    const auto [begin, end] = sentence.tokens;
    if (begin == end || end > document.encodings.rows()) return out;
    std::vector<float> scores(sentence.tokens.size() * scores_.outputs());
    scores_.apply(document.encodings, begin, end - begin, scores.data());
    const auto labels = best_labels(end - begin, scores.data(), scores_.outputs(), transitions_.data());
    for (std::uint32_t i = 0; i < labels.size(); ++i) {
        if (labels[i] == 0) continue;
        if (may_begin(labels[i])) out.push_back({{begin + i, begin + i + 1}, kind_of(labels[i])});
        out.back().tokens.end = begin + i + 1;
    }
    return out;
}

}  // namespace entente::recognise

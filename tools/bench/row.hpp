// The stages in a row, each to be timed alone.
//
// What Extractor does, taken apart.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "entente/encode.hpp"
#include "entente/knowledge.hpp"
#include "entente/parse.hpp"
#include "entente/parse/repairs.hpp"
#include "entente/recognise.hpp"
#include "entente/relate.hpp"
#include "entente/resolve.hpp"
#include "entente/rules.hpp"
#include "entente/tag.hpp"
#include "entente/tokenise.hpp"

namespace bench {

class Row {
  public:
    using Deed = std::function<void(entente::Document&)>;

    Row() = default;
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;

    [[nodiscard]] const std::vector<std::pair<std::string, Deed>>& stages() const { return stages_; }
    static constexpr std::size_t last_of_trees = 4;  // repair

  private:
    entente::Knowledge knowledge_ = entente::Knowledge::built_in();
    entente::RuleSet rules_ = entente::RuleSet::built_in(knowledge_.schema);
    entente::Model model_ = entente::Model::built_in();
    entente::Tokeniser tokenise_{knowledge_.lexicon};
    entente::Encoder encode_{model_};
    entente::Tagger tag_{model_};
    entente::Parser parse_{model_};
    entente::Repairs repair_{knowledge_};
    entente::Recogniser recognise_{knowledge_, model_};
    entente::Resolver resolve_{knowledge_};
    entente::Relater relate_{knowledge_, rules_};

    std::vector<std::pair<std::string, Deed>> stages_{
        {"tokenise", [this](entente::Document& d) { tokenise_.annotate(d); }},
        {"encode", [this](entente::Document& d) { encode_.annotate(d); }},
        {"tag", [this](entente::Document& d) { tag_.annotate(d); }},
        {"parse", [this](entente::Document& d) { parse_.annotate(d); }},
        {"repair", [this](entente::Document& d) { repair_.annotate(d); }},
        {"recognise", [this](entente::Document& d) { recognise_.annotate(d); }},
        {"resolve", [this](entente::Document& d) { resolve_.annotate(d); }},
        {"relate", [this](entente::Document& d) { relate_.annotate(d); }},
    };
};

}  // namespace bench

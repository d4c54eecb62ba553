// CoNLL-U to sentences.
//
// Empty nodes (8.1) are left out. A relation with a subtype that our inventory lacks is read as its universal
// one. SPDX-License-Identifier: MIT
#include "conllu.hpp"

#include <charconv>
#include <fstream>
#include <string_view>

#include "entente/text/error.hpp"

namespace treebank {
namespace {

using entente::Error;

std::vector<std::string_view> columns_of(std::string_view line) {
    std::vector<std::string_view> out;
    for (std::size_t from = 0;;) {
        const std::size_t tab = line.find('\t', from);
        out.push_back(line.substr(from, tab - from));
        if (tab == std::string_view::npos) return out;
        from = tab + 1;
    }
}

std::uint32_t number(std::string_view digits) {
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

class Reader {
  public:
    explicit Reader(const std::string& path) : path_(path), in_(path, std::ios::binary) {
        if (!in_) throw Error(Error::Kind::missing, "cannot read '" + path + "'");
    }

    std::vector<Sentence> sentences() {
        std::string line;
        while (std::getline(in_, line)) {
            ++line_;
            if (line.empty()) {
                finish();
            } else if (line.front() == '#') {
                comment(line);
            } else {
                row(line);
            }
        }
        finish();
        return std::move(out_);
    }

  private:
    void comment(std::string_view line) {
        constexpr std::string_view document = "# newdoc id = ";
        if (line.starts_with(document)) {
            document_ = line.substr(document.size());
            sentence_.new_document = sentence_.new_paragraph = true;
        }
        if (constexpr std::string_view id = "# sent_id = "; line.starts_with(id)) sentence_.id = line.substr(id.size());
        if (line.starts_with("# newpar")) sentence_.new_paragraph = true;
    }

    void row(std::string_view line) {
        const auto columns = columns_of(line);
        if (columns.size() != 10) fail("a row needs ten columns", line);
        const std::string_view id = columns[0];
        const bool space_after = columns[9].find("SpaceAfter=No") == std::string_view::npos;
        if (id.find('.') != std::string_view::npos) return;
        if (const auto dash = id.find('-'); dash != std::string_view::npos) {
            sentence_.tokens.push_back({std::string(columns[1]), space_after});
            covered_ = number(id.substr(dash + 1));
            return;
        }
        if (number(id) > covered_) sentence_.tokens.push_back({std::string(columns[1]), space_after});
        sentence_.words.push_back(word(columns, line));
    }

    Word word(const std::vector<std::string_view>& columns, std::string_view line) const {
        const auto upos = entente::find_upos(columns[3]);
        const auto xpos = entente::find_xpos(columns[4]);
        auto deprel = entente::find_deprel(columns[7]);
        if (!deprel) deprel = entente::find_deprel(columns[7].substr(0, columns[7].find(':')));
        if (!upos || !xpos || !deprel) fail("a part of speech or a relation that is not in the inventory", line);
        constexpr std::string_view entity = "Entity=";
        const std::size_t at = columns[9].find(entity);
        const std::string_view entities = at == std::string_view::npos ? "" : columns[9].substr(at + entity.size());
        return {std::string(columns[1]),
                std::string(columns[2]),
                *upos,
                *xpos,
                *deprel,
                number(columns[6]),
                static_cast<std::uint32_t>(sentence_.tokens.size() - 1),
                std::string(entities.substr(0, entities.find('|')))};
    }

    void finish() {
        covered_ = 0;
        if (sentence_.words.empty()) return;
        sentence_.document = document_;
        out_.push_back(std::move(sentence_));
        sentence_ = {};
    }

    [[noreturn]] void fail(std::string_view what, std::string_view line) const {
        throw Error(Error::Kind::data, {path_, line_, 0, std::string(line)}, what);
    }

    std::string path_;
    std::ifstream in_;
    std::size_t line_ = 0;
    std::uint32_t covered_ = 0;  // last word of the surface token before
    std::string document_;
    Sentence sentence_;
    std::vector<Sentence> out_;
};

}  // namespace

std::vector<Sentence> read_conllu(const std::string& path) {
    return Reader(path).sentences();
}

}  // namespace treebank

// Trees of sentences that parsers get wrong: tests/cases/parse/*.txt, the format at the head of each file.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iostream>
#include <optional>
#include <sstream>

#include "catch.hpp"
#include "entente/encode.hpp"
#include "entente/knowledge.hpp"
#include "entente/parse.hpp"
#include "entente/parse/repairs.hpp"
#include "entente/tag.hpp"
#include "entente/tokenise.hpp"

using namespace entente;

namespace {

struct Case {
    std::string sentence;
    std::vector<std::string> arcs;  // each must hold
};

struct CaseFile {
    std::string name;
    std::size_t at_least = 0, of = 0;
    std::vector<Case> cases;
};

std::vector<std::string> split(const std::string& text, const std::string& mark) {
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(mark, begin), text.size());
        out.push_back(text.substr(begin, end - begin));
        begin = end + mark.size();
    }
    return out;
}

CaseFile read_cases(const std::filesystem::path& path) {
    CaseFile file{path.stem().string(), 0, 0, {}};
    std::istringstream lines(file_bytes(path));
    for (std::string line; std::getline(lines, line);) {
        if (std::istringstream rest(line.substr(std::min<std::size_t>(line.size(), 10)));
            line.starts_with("# at least ")) {
            std::string of;
            rest >> file.at_least >> of >> file.of;
        } else if (line.starts_with("= ")) {
            INFO(path << ": " << line << " stands below no sentence");
            REQUIRE(!file.cases.empty());
            for (std::string& arc : split(line.substr(2), " ; "))
                file.cases.back().arcs.push_back(std::move(arc));
        } else if (!line.empty() && line[0] != '#') {
            file.cases.push_back({line, {}});
        }
    }
    return file;
}

std::vector<CaseFile> all_cases() {
    std::vector<CaseFile> out;
    for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "tests/cases/parse"))
        out.push_back(read_cases(entry.path()));
    std::sort(out.begin(), out.end(), [](const CaseFile& a, const CaseFile& b) { return a.name < b.name; });
    return out;
}

// The token that a case means: "said#2" is the second "said". A case that means none is a fault of the case.
std::uint32_t find_word(const Document& document, const std::string& word) {
    const auto parts = split(word, "#");
    int left = parts.size() > 1 ? std::stoi(parts[1]) : 1;
    for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
        if (document.form(i) == parts[0] && --left == 0) return i;
    }
    FAIL("there is no word '" << word << "' in: " << document.text());
    return 0;
}

bool is_relation(const std::string& wanted, Deprel deprel) {
    if (wanted == "*" || wanted == name(deprel)) return true;
    if (!find_deprel(wanted)) FAIL("there is no relation '" << wanted << "'");
    return wanted == name(universal(deprel));
}

// WORD RELATION HEAD, or WORD root.
bool holds(const Document& document, const std::string& arc) {
    std::string word, relation, head;
    std::istringstream(arc) >> word >> relation >> head;
    const std::uint32_t i = find_word(document, word);
    if (relation == "root") return document.arcs[i].head == i;
    const bool wanted = !relation.starts_with('!');
    const auto relations = split(relation.substr(wanted ? 0 : 1), "/"), heads = split(head, "/");
    const auto has_relation = [&](const std::string& r) { return is_relation(r, document.arcs[i].deprel); };
    const auto has_head = [&](const std::string& h) {
        return h == "*" || find_word(document, h) == document.arcs[i].head;
    };
    return wanted == (std::any_of(relations.begin(), relations.end(), has_relation) &&
                      std::any_of(heads.begin(), heads.end(), has_head));
}

class English {
  public:
    [[nodiscard]] Document parsed(const std::string& sentence, bool repaired) const {
        Article article;
        article.text = sentence + "\n";
        Document document(std::move(article));
        tokeniser_.annotate(document);
        encoder_.annotate(document);
        tagger_.annotate(document);
        parser_.annotate(document);
        if (repaired) repairs_.annotate(document);
        return document;
    }

  private:
    Knowledge knowledge_ = Knowledge::built_in();
    Model model_ = Model::built_in();
    Tokeniser tokeniser_{knowledge_.lexicon};
    Encoder encoder_{model_};
    Tagger tagger_{model_};
    Parser parser_{model_};
    Repairs repairs_{knowledge_};
};

const English& english() {
    static const English english;
    return english;
}

// The arcs that do not hold, each with what stands there instead.
std::vector<std::string> failures(const Case& test, bool repaired) {
    const Document document = english().parsed(test.sentence, repaired);
    std::vector<std::string> out;
    for (const std::string& arc : test.arcs) {
        const auto either = split(arc, " | ");
        if (std::any_of(either.begin(), either.end(), [&](const std::string& one) { return holds(document, one); }))
            continue;
        const std::uint32_t i = find_word(document, arc.substr(0, arc.find(' ')));
        const Arc found = document.arcs[i];
        const std::string head(found.head == i ? "" : document.form(found.head));
        out.push_back(arc + "   (it is " + std::string(name(found.deprel)) + " " + head + ")");
    }
    return out;
}

std::size_t passed(const CaseFile& file, bool repaired) {
    return static_cast<std::size_t>(std::count_if(file.cases.begin(), file.cases.end(),
                                                  [&](const Case& test) { return failures(test, repaired).empty(); }));
}

}  // namespace

TEST_CASE("sentences that parsers get wrong have the arcs that matter") {
    for (const CaseFile& file : all_cases()) {
        std::ostringstream told;
        std::size_t right = 0;
        for (const Case& test : file.cases) {
            const auto wrong = failures(test, true);
            right += wrong.empty();
            if (!wrong.empty()) told << test.sentence << "\n";
            for (const std::string& arc : wrong)
                told << "    " << arc << "\n";
        }
        std::cout << file.name << ": " << right << " of " << file.cases.size() << "\n" << told.str();
        INFO(file.name << "\n" << told.str());
        CHECK(file.cases.size() == file.of);
        CHECK(right >= file.at_least);
    }
}

TEST_CASE("repairs make no file of sentences worse") {
    for (const CaseFile& file : all_cases()) {
        const std::size_t before = passed(file, false), after = passed(file, true);
        std::cout << file.name << ": " << before << " before, " << after << " after repairs\n";
        INFO(file.name);
        CHECK(after >= before);
    }
}

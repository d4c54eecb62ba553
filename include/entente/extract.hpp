// One article to one Extraction.
//
// The stages in a row: tokenise, encode, tag, parse, recognise, resolve, relate. Each writes one layer of the Document.
//
// in        an Article from read_article(), or any text in memory
// out       its Extraction; annotate() gives the layers as well
// errors    constructor: Error (config) from the data; extract(): none, any bytes at all give an Extraction
// lifetime  the Extractor owns its knowledge and rules; what it returns refers to nothing
// threads   one Extractor serves many threads
// cost      linear in the text
// example   const Extractor extractor;
//           const Extraction e = extractor.extract(read_article("Norway bans Telmar.", "memory"));
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "entente/document.hpp"
#include "entente/extraction.hpp"
#include "entente/knowledge.hpp"
#include "entente/read.hpp"
#include "entente/rules.hpp"

namespace entente {

// Whether an Extraction carries its article's text.
enum class KeepText : bool { no, yes };

class Extractor {
  public:
    Extractor();  // with the built-in knowledge and rules
    Extractor(Knowledge knowledge, RuleSet rules);
    Extractor(Extractor&&) noexcept;
    Extractor& operator=(Extractor&&) noexcept;
    ~Extractor();

    [[nodiscard]] Extraction extract(Article article, KeepText keep = KeepText::no) const;
    [[nodiscard]] Document annotate(Article article) const;  // all layers, for looking at the stages

    [[nodiscard]] const Knowledge& knowledge() const;
    [[nodiscard]] const std::string& by() const;  // "entente 0.1.0 model 5f2c rules 91ab"

  private:
    struct Stages;
    std::unique_ptr<const Stages> stages_;
};

// The code of the Skip that stands for an article that `known` knows.
inline constexpr std::string_view known_code = "known";

struct ExtractOptions {
    unsigned jobs = 1;  // threads
    KeepText keep = KeepText::no;
    // Whether an article need not be extracted; asked by several threads at once. None = all are extracted.
    std::function<bool(const Article&)> known = {};
    // Whether to stop: asked before an article is begun; those that are begun are finished.
    std::function<bool()> stop = {};
};

// Reads and extracts files with several threads, at most a few articles in memory at once, and hands each Extraction, or
// the reason why a file was passed over, to `sink` in the order of `paths`, one at a time. An exception out of `sink`
// stops the work and is thrown again.
void extract_files(const Extractor& extractor, std::span<const std::string> paths, const ExtractOptions& options,
                   const std::function<void(std::variant<Extraction, Skip>)>& sink);

}  // namespace entente

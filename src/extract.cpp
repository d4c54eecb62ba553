// One article to one Extraction.
//
// The whole program on one screen: what the stages are and in which order they come.
// SPDX-License-Identifier: MIT
#include "entente/extract.hpp"

#include <fmt/core.h>
#include <tbb/parallel_pipeline.h>

#include <atomic>
#include <exception>

#include "entente/encode.hpp"
#include "entente/parse.hpp"
#include "entente/parse/repairs.hpp"
#include "entente/recognise.hpp"
#include "entente/relate.hpp"
#include "entente/resolve.hpp"
#include "entente/tag.hpp"
#include "entente/tokenise.hpp"

namespace entente {

struct Extractor::Stages {
    Stages(Knowledge known, RuleSet rule_set)
        : knowledge(std::move(known)),
          rules(std::move(rule_set)),
          by(fmt::format("entente {} model {} rules {}", ENTENTE_VERSION, model.id(), rules.fingerprint())) {}

    void annotate(Document& document) const {
        tokenise.annotate(document);
        encode.annotate(document);
        tag.annotate(document);
        parse.annotate(document);
        repair.annotate(document);
        recognise.annotate(document);
        resolve.annotate(document);
        relate.annotate(document);
    }

    Knowledge knowledge;
    Model model = Model::built_in();
    RuleSet rules;
    std::string by;
    Tokeniser tokenise{knowledge.lexicon};
    Encoder encode{model};
    Tagger tag{model};
    Parser parse{model};
    Repairs repair{knowledge};
    Recogniser recognise{knowledge, model};
    Resolver resolve{knowledge};
    Relater relate{knowledge, rules};
};

Extractor::Extractor(Knowledge knowledge, RuleSet rules)
    : stages_(std::make_unique<const Stages>(std::move(knowledge), std::move(rules))) {}

Extractor::Extractor() {
    Knowledge knowledge = Knowledge::built_in();
    RuleSet rules = RuleSet::built_in(knowledge.schema);
    stages_ = std::make_unique<const Stages>(std::move(knowledge), std::move(rules));
}

Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

const Knowledge& Extractor::knowledge() const {
    return stages_->knowledge;
}
const std::string& Extractor::by() const {
    return stages_->by;
}

Document Extractor::annotate(Article article) const {
    Document document(std::move(article));
    stages_->annotate(document);
    return document;
}

Extraction Extractor::extract(Article article, KeepText keep) const {
    Document document = annotate(std::move(article));
    std::optional<std::string> text;
    if (keep == KeepText::yes) text = std::move(document.article.text);
    return {by(), std::move(document.article.info), std::move(document.entities), std::move(document.statements),
            std::move(text)};
}

void extract_files(const Extractor& extractor, std::span<const std::string> paths, unsigned jobs, KeepText keep,
                   const std::function<void(std::variant<Extraction, Skip>)>& sink) {
    using Result = std::variant<Extraction, Skip>;
    // An exception that leaves a filter would lose what the pipeline holds, so it waits outside.
    std::exception_ptr failure;
    std::atomic<bool> failed = false;
    std::size_t next = 0;
    const auto take = [&](tbb::flow_control& flow) {
        if (next == paths.size() || failed) flow.stop();
        return next++;
    };
    const auto work = [&](std::size_t number) -> Result {
        auto read = read_file(paths[number]);
        if (auto* skip = std::get_if<Skip>(&read)) return std::move(*skip);
        return extractor.extract(std::move(std::get<Article>(read)), keep);
    };
    const auto give = [&](Result result) {
        if (failed) return;
        try {
            sink(std::move(result));
        } catch (...) {
            failure = std::current_exception();
            failed = true;
        }
    };
    tbb::parallel_pipeline(2 * std::size_t{jobs},
                           tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, take) &
                               tbb::make_filter<std::size_t, Result>(tbb::filter_mode::parallel, work) &
                               tbb::make_filter<Result, void>(tbb::filter_mode::serial_in_order, give));
    if (failure) std::rethrow_exception(failure);
}

}  // namespace entente

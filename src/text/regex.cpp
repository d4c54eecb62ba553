// A pattern to the spans it finds.
//
// RE2's one door. Texts are UTF-8 that `clean_utf8` has passed, so RE2 never meets bytes that it would refuse.
// SPDX-License-Identifier: MIT
#include "entente/text/regex.hpp"

#include <re2/re2.h>

#include "entente/text/error.hpp"

namespace entente {

struct Regex::Program {
    explicit Program(std::string_view pattern) : re(re2::StringPiece(pattern.data(), pattern.size()), RE2::Quiet) {}
    RE2 re;
};

namespace {

Span span_of(std::string_view text, const re2::StringPiece& piece) {
    const auto begin = static_cast<std::size_t>(piece.data() - text.data());
    return make_span(begin, begin + piece.size());
}

}  // namespace

Regex::Regex(std::string_view pattern) : program_(std::make_unique<Program>(pattern)) {
    if (program_->re.ok()) return;
    const std::string_view culprit = program_->re.error_arg();
    const std::size_t at = culprit.empty() ? 0 : pattern.find(culprit);
    throw Error(Error::Kind::config,
                Error::Place{"", 0, at == std::string_view::npos ? 1 : at + 1, std::string(pattern)},
                "the pattern cannot be read: " + program_->re.error(),
                "patterns are RE2's: no look-ahead, no back-references, at most 1000 repeats");
}

Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

std::optional<Regex::Match> Regex::find(std::string_view text, std::size_t from) const {
    const int groups = 1 + program_->re.NumberOfCapturingGroups();
    std::vector<re2::StringPiece> pieces(static_cast<std::size_t>(groups));
    const re2::StringPiece subject(text.data(), text.size());
    if (from > text.size() || !program_->re.Match(subject, from, text.size(), RE2::UNANCHORED, pieces.data(), groups))
        return {};
    Match match;
    match.whole = span_of(text, pieces[0]);
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const bool took_part = pieces[i].data() != nullptr;
        match.matched.push_back(took_part);
        match.groups.push_back(took_part ? span_of(text, pieces[i]) : Span{});
    }
    return match;
}

std::vector<Regex::Match> Regex::find_all(std::string_view text) const {
    std::vector<Match> out;
    for (std::size_t from = 0; from <= text.size();) {
        auto match = find(text, from);
        if (!match) break;
        from = match->whole.empty() ? match->whole.end + 1 : match->whole.end;
        if (!match->whole.empty()) out.push_back(std::move(*match));
    }
    return out;
}

bool Regex::matches(std::string_view text) const {
    return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), program_->re);
}

}  // namespace entente

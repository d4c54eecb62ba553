// Tokens to names that the world knows.
//
// A name in the world is written as newspapers write it; what stands in the text may have more capitals
// ("EURACTIV") but no fewer, or "us" would be a country and "who" an organisation. SPDX-License-Identifier:
// MIT
#include "recognise/known_names.hpp"

#include <algorithm>
#include <span>

#include "entente/text/utf8.hpp"

namespace entente::recognise {
namespace {

constexpr std::uint32_t longest_name = 16;  // tokens

// Whether every capital of `spelling` is one in `form`; both fold to the same key.
bool has_its_capitals(std::string_view spelling, std::string_view form) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < spelling.size();) {
        const CodePoint wanted = decode(spelling, i);
        i += wanted.size;
        if (!is_letter(wanted.value)) continue;
        while (at < form.size() && !is_letter(decode(form, at).value))
            at += decode(form, at).size;
        if (at == form.size()) return true;
        const CodePoint found = decode(form, at);
        at += found.size;
        if (is_upper(wanted.value) && !is_upper(found.value)) return false;
    }
    return true;
}

}  // namespace

std::vector<KnownName> known_names(const Reading& reading, const World& world, TokenRange range) {
    std::vector<KnownName> out;
    const Document& document = reading.document;
    for (std::uint32_t i = range.begin; i < range.end;) {
        const bool may_begin =
            reading.capital(i) || reading.is(i, particle) || document.tokens[i].shape == Shape::number;
        std::uint32_t end = std::min(range.end, i + longest_name);
        std::vector<World::Meaning> meanings;
        while (may_begin && meanings.empty() && end > i) {
            const auto match = world.longest(std::span(reading.pieces).subspan(i, end - i));
            if (!match) break;
            end = i + static_cast<std::uint32_t>(match->pieces);
            const std::string_view form = document.text(document.span({i, end}));
            std::copy_if(match->meanings.begin(), match->meanings.end(), std::back_inserter(meanings),
                         [&](const World::Meaning& m) { return has_its_capitals(m.spelling, form); });
            if (meanings.empty()) --end;  // perhaps a shorter one
        }
        if (meanings.empty()) {
            ++i;
            continue;
        }
        out.push_back({{i, end}, std::move(meanings)});
        i = end;
    }
    return out;
}

}  // namespace entente::recognise

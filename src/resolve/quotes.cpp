// Marks of quotation to what is quoted.
// SPDX-License-Identifier: MIT
#include "resolve/quotes.hpp"

namespace entente::resolve {
namespace {

enum class Sign : char { none, opens, closes, either };

Sign sign_of(std::string_view form) {
    if (form == "“" || form == "„" || form == "``" || form == "«") return Sign::opens;
    if (form == "”" || form == "''" || form == "»") return Sign::closes;
    return form == "\"" ? Sign::either : Sign::none;
}

// Whether a paragraph ends between two tokens.
bool parted(const Document& document, std::uint32_t before, std::uint32_t after) {
    const Span gap{document.tokens[before].span.end, document.tokens[after].span.begin};
    const std::string_view between = document.text(gap);
    const std::size_t first = between.find('\n');
    return first != std::string_view::npos && between.find('\n', first + 1) != std::string_view::npos;
}

}  // namespace

std::vector<TokenRange> quotes_of(const Document& document) {
    std::vector<TokenRange> out;
    bool open = false;
    std::uint32_t begin = 0;
    const auto end_at = [&](std::uint32_t end) {
        if (open && end > begin) out.push_back({begin, end});
        open = false;
    };
    const auto size = static_cast<std::uint32_t>(document.tokens.size());
    for (std::uint32_t i = 0; i < size; ++i) {
        if (open && i > 0 && parted(document, i - 1, i)) end_at(i);
        const Sign sign = document.tokens[i].shape == Shape::other ? sign_of(document.form(i)) : Sign::none;
        if (sign == Sign::none) continue;
        if (open && sign != Sign::opens) {
            end_at(i);
        } else if (sign != Sign::closes) {
            end_at(i);
            open = true;
            begin = i + 1;
        }
    }
    end_at(size);
    return out;
}

}  // namespace entente::resolve

// Words, in lists.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "entente/knowledge.hpp"
#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"

namespace entente {

void Lexicon::add_list(std::string_view name, std::string_view text) {
    auto& list = lists_[std::string(name)];
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = text.find('\n', begin);
        if (end == std::string_view::npos) end = text.size();
        std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        if (line.starts_with('#')) continue;
        if (const auto comment = line.find(" #"); comment != std::string_view::npos) line = line.substr(0, comment);
        const auto tab = line.find('\t');
        const std::string key = fold(line.substr(0, tab));
        if (key.empty()) continue;
        std::string_view value = tab == std::string_view::npos ? "" : line.substr(tab + 1);
        while (value.ends_with(' ') || value.ends_with('\r'))
            value.remove_suffix(1);
        list.insert_or_assign(key, std::string(value));
    }
}

const std::map<std::string, std::string, std::less<>>& Lexicon::entries(std::string_view list) const {
    const auto found = lists_.find(list);
    if (found == lists_.end()) throw Error(Error::Kind::internal, fmt::format("there is no word list '{}'", list));
    return found->second;
}

bool Lexicon::has(std::string_view list, std::string_view word) const {
    return entries(list).contains(fold(word));
}

std::string_view Lexicon::look_up(std::string_view list, std::string_view word) const {
    const auto& rows = entries(list);
    const auto found = rows.find(fold(word));
    return found == rows.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace entente

// Files to articles.
// SPDX-License-Identifier: MIT
#include "entente/read.hpp"

#include <algorithm>
#include <iterator>

#include "entente/text/utf8.hpp"
#include "read/article.hpp"
#include "read/furniture.hpp"
#include "read/heading.hpp"

namespace entente {
namespace {

void cut(std::string& text) {
    if (text.size() <= largest_text) return;
    std::size_t end = largest_text;
    while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    text.resize(end);
}

}  // namespace

Article read::article_from(std::string_view bytes, Decoded decoded, std::string id) {
    Article article;
    article.text = std::move(decoded.text);
    cut(article.text);
    if (decoded.encoding != "UTF-8") article.info.encoding = decoded.encoding;
    article.info.replaced = static_cast<std::uint32_t>(decoded.replaced);
    article.info.id = std::move(id);
    article.info.file_hash = hash_hex(bytes);
    article.info.text_hash = hash_hex(article.text);

    const std::vector<Span> lines = lines_of(article.text);
    article.info.furniture = furniture_of(article.text, lines);
    std::vector<Span> own;
    std::set_difference(lines.begin(), lines.end(), article.info.furniture.begin(), article.info.furniture.end(),
                        std::back_inserter(own));
    Heading heading = heading_of(article.text, own);
    article.info.title = std::move(heading.title);
    article.info.date = std::move(heading.date);
    article.info.author = std::move(heading.author);
    return article;
}

Article read_article(std::string_view bytes, std::string id) {
    return read::article_from(bytes, decode_text(bytes), std::move(id));
}

}  // namespace entente

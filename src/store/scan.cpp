// A line without parsing it.
// SPDX-License-Identifier: MIT
#include "store/scan.hpp"

#include "entente/extraction.hpp"
#include "entente/extraction/line.hpp"
#include "entente/json.hpp"

namespace entente::store {
namespace {

// The plain string after the first `key`, or "".
std::string_view string_after(std::string_view line, std::string_view key) {
    const std::size_t at = line.find(key);
    if (at == std::string_view::npos) return {};
    const std::size_t begin = at + key.size(), end = line.find('"', begin);
    return end == std::string_view::npos ? std::string_view{} : line.substr(begin, end - begin);
}

// The string value after `key`, which may hold escapes.
std::string value_after(std::string_view line, std::string_view key) {
    const std::size_t at = line.find(key);
    if (at == std::string_view::npos) return {};
    const std::size_t begin = at + key.size();
    std::size_t end = begin;
    bool escaped = false;
    for (; end < line.size() && line[end] != '"'; ++end) {
        if (line[end] != '\\') continue;
        escaped = true;
        ++end;
    }
    if (end >= line.size()) return {};
    const std::string_view raw = line.substr(begin, end - begin);
    if (!escaped) return std::string(raw);
    const JsonDocument whole("[\"" + std::string(raw) + "\"]");
    return std::string(whole.root().elements().front().string());
}

// Lines of other kinds may carry no seal: they are proved as JSON.
LineKind proved_other(const Line& line, std::string_view file) {
    if (seal_of(line.bytes) != Seal::none) require_seal(line.bytes, file, line.number);
    const JsonDocument document(line.bytes, file, line.number);
    const Json root = document.root();
    if (!root.is_object() || !root.find("v") || !root.find("kind")) throw root.error("this is no line of a graph file");
    if (const auto kind = root["kind"].string(); kind == "article" || kind == "judgement") {
        throw root.error("this line was not written by entente: its fields stand in another order, or it has no check");
    }
    return LineKind::other;
}

}  // namespace

LineKind proved_kind(const Line& line, std::string_view file) {
    const std::string_view kind = kind_of(line.bytes);
    if (kind != "article" && kind != "judgement") return proved_other(line, file);
    require_seal(line.bytes, file, line.number);
    return kind == "article" ? LineKind::article : LineKind::judgement;
}

Head head_of(std::string_view article) {
    Head out;
    const std::string_view head = article.substr(0, article.find(",\"document\":{"));
    out.by = string_after(head, ",\"by\":\"");
    out.document = value_after(article, ",\"document\":{\"id\":\"");
    out.text_hash = string_after(article, ",\"text_hash\":\"");
    constexpr std::string_view list = ",\"supersedes\":[";
    if (const std::size_t at = head.find(list); at != std::string_view::npos) {
        std::string_view rest = head.substr(at + list.size());
        while (rest.starts_with('"')) {
            const std::size_t end = rest.find('"', 1);
            if (end == std::string_view::npos) break;
            out.supersedes.emplace_back(rest.substr(1, end - 1));
            rest.remove_prefix(end + 1);
            if (rest.starts_with(',')) rest.remove_prefix(1);
        }
    }
    return out;
}

std::string Head::reading() const {
    Extraction key;
    key.by = by;
    key.document.text_hash = text_hash;
    key.supersedes = supersedes;
    return reading_id(key);
}

}  // namespace entente::store

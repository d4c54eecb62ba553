// What a person says of the graph.
// SPDX-License-Identifier: MIT
#include "entente/extraction/judgement.hpp"

#include <fmt/core.h>

#include <array>

#include "entente/extraction/line.hpp"
#include "entente/json.hpp"
#include "entente/text/utf8.hpp"

namespace entente {
namespace {

constexpr std::array<std::string_view, 5> kinds{"same", "distinct", "split", "wrong", "withdrawn"};

void write_list(JsonWriter& out, std::string_view key, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    out.key(key).array();
    for (const auto& text : texts)
        out.value(text);
    out.end();
}

bool is_pair(Judgement::Kind kind) {
    return kind == Judgement::Kind::same || kind == Judgement::Kind::distinct;
}

}  // namespace

std::string_view name_of(Judgement::Kind kind) {
    return kinds.at(static_cast<std::size_t>(kind));
}

std::optional<Judgement::Kind> judgement_kind(std::string_view name) {
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (kinds[i] == name) return static_cast<Judgement::Kind>(i);
    }
    return {};
}

// "same" and "distinct" speak about one thing.
std::string Judgement::topic() const {
    std::string out = is_pair(kind) ? "pair" : std::string(name_of(kind));
    for (const auto& one : about)
        out += "|" + one;
    return out;
}

std::string to_json(const Judgement& judgement) {
    JsonWriter out;
    out.object().key("v").value(line_version).key("kind").value("judgement").key("says").value(name_of(judgement.kind));
    write_list(out, "about", judgement.about);
    write_list(out, "articles", judgement.articles);
    if (!judgement.note.empty()) out.key("note").value(judgement.note);
    if (judgement.undone) out.key("undone").value(true);
    write_list(out, "supersedes", judgement.supersedes);
    out.end();
    return seal(out.text());
}

Judgement judgement_from_json(std::string_view line, std::string_view file, std::size_t number) {
    require_seal(line, file, number);
    const JsonDocument document(line, file, number);
    const Json root = document.root();
    if (root["kind"].string() != "judgement") throw root["kind"].error("not a judgement");
    Judgement out;
    const auto kind = judgement_kind(root["says"].string());
    if (!kind) throw root["says"].error(fmt::format("unknown judgement '{}'", printable(root["says"].string())));
    out.kind = *kind;
    out.about = root.texts("about");
    if (out.about.size() != (is_pair(out.kind) ? 2u : 1u)) throw root.error("it is about one thing, or about a pair");
    out.articles = root.texts("articles");
    out.note = root.text("note");
    if (const auto undone = root.find("undone")) out.undone = undone->boolean();
    out.supersedes = root.texts("supersedes");
    out.id = check_of(line);
    return out;
}

}  // namespace entente

// GraphML to a graph file.
//
// Our own GraphML says which article an edge comes from, so it becomes articles again. GraphML of other programs knows no
// articles; it becomes one whose text is the file itself: each <edge> element is the sentence, its source and target are the
// ends. So nothing is invented, and whoever asks why an edge is there is shown the line that says so.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"
#include "exchange/formats.hpp"
#include "exchange/graphml_reader.hpp"
#include "exchange/xml.hpp"

namespace entente::exchange {
namespace {

constexpr std::string_view maker = "entente " ENTENTE_VERSION " import graphml";

// The first of these data that is there, letter case aside.
std::string first_of(const Data& data, std::initializer_list<std::string_view> names) {
    for (const auto name : names) {
        for (const auto& [key, value] : data) {
            if (!value.empty() && lower(key) == name) return value;
        }
    }
    return "";
}

EntityType type_of(const std::string& word) {
    static const std::map<std::string, EntityType> words{
        {"person", EntityType::person},   {"people", EntityType::person}, {"human", EntityType::person},
        {"country", EntityType::country}, {"state", EntityType::country}, {"place", EntityType::place},
        {"location", EntityType::place},  {"city", EntityType::place},    {"address", EntityType::place}};
    const auto found = words.find(lower(word));
    return found == words.end() ? EntityType::organisation : found->second;
}

std::string relation_of(const std::string& word) {
    std::string out;
    for (const char c : lower(word)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            out += c;
        else if (!out.empty() && out.back() != '_')
            out += '_';
    }
    while (out.ends_with('_'))
        out.pop_back();
    return out.empty() ? "linked_to" : out[0] <= '9' ? "r" + out : out;
}

// Every line keeps its entities sorted by id and its statements by place, as extraction does.
void settle(Extraction& extraction) {
    std::ranges::sort(extraction.entities, {}, &Entity::id);
    for (Entity& entity : extraction.entities) {
        std::ranges::sort(entity.mentions, {}, &Mention::span);
        const auto repeats = std::ranges::unique(entity.mentions);
        entity.mentions.erase(repeats.begin(), repeats.end());
    }
    std::ranges::stable_sort(extraction.statements, {}, [](const Statement& s) { return s.evidence.front().sentence; });
}

// An article in the making, with its entities by id.
struct Draft {
    Extraction extraction{};
    std::map<std::string, std::size_t> places{};

    Entity& entity(const Entity& entity) {
        const auto [at, is_new] = places.try_emplace(entity.id, extraction.entities.size());
        if (is_new) extraction.entities.push_back(entity);
        return extraction.entities[at->second];
    }
};

// ---- our own

std::vector<std::string> texts_of(const Data& data, const std::string& name, std::string_view file) {
    const auto found = data.find(name);
    std::vector<std::string> out;
    if (found == data.end() || found->second.empty()) return out;
    const JsonDocument json(found->second, file);
    for (const Json& item : json.root().elements())
        out.emplace_back(item.string());
    return out;
}

const std::string& value_of(const Data& data, const std::string& name) {
    static const std::string none;
    const auto found = data.find(name);
    return found == data.end() ? none : found->second;
}

class OwnImport {
  public:
    OwnImport(const Graphml& graph, std::string_view file) : graph_(graph), file_(file) {}

    GraphFile read() {
        const JsonDocument json(value_of(graph_.data, "documents"), file_);
        for (const Json& document : json.root().elements()) {
            Draft draft;
            draft.extraction.by = maker;
            draft.extraction.document = read_document(document);
            by_text_[draft.extraction.document.text_hash] = drafts_.size();
            by_id_[draft.extraction.document.id].push_back(drafts_.size());
            drafts_.push_back(std::move(draft));
        }
        for (const GraphmlNode& node : graph_.nodes)
            add(node);
        for (const GraphmlEdge& edge : graph_.edges)
            add(edge);
        GraphFile out;
        for (Draft& draft : drafts_) {
            settle(draft.extraction);
            out.extractions.push_back(std::move(draft.extraction));
        }
        return out;
    }

  private:
    void add(const GraphmlNode& node) {
        Entity entity;
        entity.id =
            value_of(node.data, "identifier").empty() ? from_name_token(node.id) : value_of(node.data, "identifier");
        entity.type = type_of(value_of(node.data, "type"));
        entity.name = value_of(node.data, "name").empty() ? entity.id : value_of(node.data, "name");
        entity.aliases = texts_of(node.data, "aliases", file_);
        entity.wikidata = value_of(node.data, "wikidata");
        for (const auto& document : texts_of(node.data, "documents", file_)) {
            for (const auto article : by_id_[document])
                (void)drafts_[article].entity(entity);
        }
        entities_[node.id] = std::move(entity);
    }

    void add(const GraphmlEdge& edge) {
        const JsonDocument json(value_of(edge.data, "statements"), file_);
        for (const Json& item : json.root().elements()) {
            SupportRead support = read_support(item);
            const auto article = by_text_.find(item.text("text_hash"));
            if (article == by_text_.end()) throw item.error("no article of this graph has this text_hash");
            Statement& statement = support.statement;
            statement.relation = relation_of(value_of(edge.data, "relation"));
            statement.polarity = polarity(value_of(edge.data, "polarity")).value_or(Polarity::positive);
            statement.modality = modality(value_of(edge.data, "modality")).value_or(Modality::asserted);
            statement.source_text = support.source;
            Draft& draft = drafts_[article->second];
            statement.subject = mention(draft, entities_.at(edge.source), statement, &Evidence::subject);
            statement.object = mention(draft, entities_.at(edge.target), statement, &Evidence::object);
            draft.extraction.statements.push_back(std::move(statement));
        }
    }

    // An end of a statement is a place where the article means the entity.
    static std::string mention(Draft& draft, const Entity& entity, const Statement& statement, Span Evidence::*end) {
        Entity& known = draft.entity(entity);
        for (const Evidence& evidence : statement.evidence) {
            const Span span = evidence.*end;
            const std::uint32_t begin = span.begin - evidence.sentence.begin;
            if (span.empty() || begin + span.size() > evidence.text.size()) continue;
            known.mentions.push_back({span, evidence.text.substr(begin, span.size())});
        }
        return entity.id;
    }

    const Graphml& graph_;
    std::string_view file_;
    std::vector<Draft> drafts_;
    std::map<std::string, std::size_t> by_text_;
    std::map<std::string, std::vector<std::size_t>> by_id_;
    std::map<std::string, Entity> entities_;  // by the id of their node
};

// ---- of other programs

Entity entity_of(const GraphmlNode& node) {
    Entity out;
    out.type = type_of(first_of(node.data, {"type", "kind", "category", "labels", "schema"}));
    out.name = first_of(node.data, {"name", "label", "title", "caption"});
    if (out.name.empty()) out.name = node.drawn.empty() ? node.id : node.drawn;
    out.wikidata = first_of(node.data, {"wikidata", "wikidataid"});
    out.id = out.wikidata.empty() ? entity_id(out.type, out.name) : out.wikidata;
    return out;
}

Statement statement_of(const GraphmlEdge& edge, std::string_view bytes) {
    Statement out;
    const std::string word = first_of(edge.data, {"relation", "interaction", "label", "labels", "type", "kind"});
    out.relation = relation_of(word);
    out.polarity = polarity(first_of(edge.data, {"polarity"})).value_or(Polarity::positive);
    out.modality = modality(first_of(edge.data, {"modality"})).value_or(Modality::asserted);
    out.confidence = confidence(first_of(edge.data, {"confidence"})).value_or(Confidence::medium);
    if (const std::string date = first_of(edge.data, {"date", "when"}); !date.empty()) out.details["date"] = date;
    out.rule = "graphml";
    const std::string_view text = edge.element.of(bytes);
    const std::size_t cue = word.empty() ? std::string_view::npos : text.find(xml(word));
    const Span span = cue == std::string_view::npos
                          ? make_span(edge.element.begin + 1, edge.element.begin + 5)
                          : make_span(edge.element.begin + cue, edge.element.begin + cue + xml(word).size());
    out.evidence.push_back({edge.element, edge.source_value, edge.target_value, span, std::string(text)});
    return out;
}

GraphFile other_import(const Graphml& graph, std::string_view bytes, std::string_view file) {
    Draft draft;
    Extraction& out = draft.extraction;
    out.by = maker;
    out.document.id = file;
    out.document.title = "GraphML";
    out.document.file_hash = out.document.text_hash = hash_hex(bytes);
    std::map<std::string, std::string> ids;
    for (const GraphmlNode& node : graph.nodes) {
        const Entity entity = entity_of(node);
        ids[node.id] = entity.id;
        (void)draft.entity(entity);
    }
    for (const GraphmlEdge& edge : graph.edges) {
        Statement statement = statement_of(edge, bytes);
        statement.subject = ids.at(edge.source);
        statement.object = ids.at(edge.target);
        statement.id = statement_id(out.document.text_hash, statement);
        out.statements.push_back(std::move(statement));
    }
    settle(out);
    GraphFile file_out;
    file_out.extractions.push_back(std::move(out));
    return file_out;
}

}  // namespace

GraphFile from_graphml(std::string_view bytes, std::string_view file) {
    const Graphml graph = read_graphml(bytes, file);
    if (!value_of(graph.data, "documents").empty()) return OwnImport(graph, file).read();
    return other_import(graph, bytes, file);
}

}  // namespace entente::exchange

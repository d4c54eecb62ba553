// An Extraction to a line and back.
//
// The seal is looked at first: a flipped bit anywhere in the line is seen before a byte of it is believed.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "entente/extraction.hpp"
#include "entente/extraction/line.hpp"
#include "entente/json.hpp"
#include "entente/text/utf8.hpp"

namespace entente {
namespace {

void write(JsonWriter& out, Span span) {
    out.array().value(span.begin).value(span.end).end();
}

void write_field(JsonWriter& out, std::string_view key, std::string_view text) {
    if (!text.empty()) out.key(key).value(text);
}

void write(JsonWriter& out, const DocumentInfo& document) {
    out.object().key("id").value(document.id);
    write_field(out, "title", document.title);
    write_field(out, "date", document.date);
    write_field(out, "url", document.url);
    write_field(out, "site", document.site);
    write_field(out, "author", document.author);
    out.key("language").value(document.language);
    write_field(out, "encoding", document.encoding);
    if (document.replaced > 0) out.key("replaced").value(document.replaced);
    out.key("file_hash").value(document.file_hash).key("text_hash").value(document.text_hash);
    write_field(out, "minhash", document.minhash);
    out.key("furniture").array();
    for (const Span span : document.furniture)
        write(out, span);
    out.end().end();
}

void write(JsonWriter& out, const Entity& entity) {
    out.object().key("id").value(entity.id).key("type").value(name_of(entity.type)).key("name").value(entity.name);
    out.key("aliases").array();
    for (const auto& alias : entity.aliases)
        out.value(alias);
    out.end();
    write_field(out, "wikidata", entity.wikidata);
    out.key("mentions").array();
    for (const Mention& mention : entity.mentions) {
        out.object().key("start").value(mention.span.begin).key("end").value(mention.span.end);
        out.key("text").value(mention.text).end();
    }
    out.end().end();
}

void write(JsonWriter& out, const Evidence& evidence) {
    out.object();
    for (const auto& [key, span] : {std::pair{"sentence", evidence.sentence}, std::pair{"subject", evidence.subject},
                                    std::pair{"object", evidence.object}, std::pair{"cue", evidence.cue}}) {
        out.key(key);
        write(out, span);
    }
    out.key("text").value(evidence.text).end();
}

void write(JsonWriter& out, const Statement& s) {
    out.object().key("id").value(s.id).key("subject").value(s.subject).key("relation").value(s.relation);
    out.key("object").value(s.object);
    out.key("polarity").value(name_of(s.polarity)).key("modality").value(name_of(s.modality));
    write_field(out, "source", s.source);
    write_field(out, "source_text", s.source_text);
    out.key("details").object();
    for (const auto& [key, text] : s.details)
        out.key(key).value(text);
    out.end().key("confidence").value(name_of(s.confidence)).key("rule").value(s.rule).key("evidence").array();
    for (const Evidence& evidence : s.evidence)
        write(out, evidence);
    out.end().end();
}

Span read_span(const Json& json) {
    const auto ends = json.elements();
    if (ends.size() != 2) throw json.error("a span is [begin, end]");
    const Span span{ends[0].offset(), ends[1].offset()};
    if (span.begin > span.end) throw json.error("a span that ends before it begins");
    return span;
}

template <typename Enum>
Enum read_enum(const Json& json, std::optional<Enum> (*named)(std::string_view)) {
    if (const auto found = named(json.string())) return *found;
    throw json.error(fmt::format("'{}' is none of the words that stand here", printable(json.string())));
}

DocumentInfo read_document(const Json& json) {
    DocumentInfo out;
    out.id = json["id"].string();
    out.title = json.text("title");
    out.date = json.text("date");
    out.url = json.text("url");
    out.site = json.text("site");
    out.author = json.text("author");
    out.language = json.text("language");
    out.encoding = json.text("encoding");
    if (const auto replaced = json.find("replaced")) out.replaced = replaced->offset();
    out.file_hash = json.text("file_hash");
    out.text_hash = json["text_hash"].string();
    out.minhash = json.text("minhash");
    if (const auto furniture = json.find("furniture")) {
        for (const Json& span : furniture->elements())
            out.furniture.push_back(read_span(span));
    }
    return out;
}

Entity read_entity(const Json& json) {
    Entity out;
    out.id = json["id"].string();
    out.type = read_enum(json["type"], entity_type);
    out.name = json["name"].string();
    out.aliases = json.texts("aliases");
    out.wikidata = json.text("wikidata");
    const auto mentions = json["mentions"].elements();
    out.mentions.reserve(mentions.size());
    for (const Json& mention : mentions) {
        const Span span{mention["start"].offset(), mention["end"].offset()};
        if (span.begin > span.end) throw mention.error("a mention that ends before it begins");
        out.mentions.push_back({span, std::string(mention["text"].string())});
    }
    return out;
}

Evidence read_evidence(const Json& json) {
    Evidence out{read_span(json["sentence"]), read_span(json["subject"]), read_span(json["object"]),
                 read_span(json["cue"]), std::string(json["text"].string())};
    for (const Span span : {out.subject, out.object, out.cue}) {
        if (!out.sentence.contains(span)) throw json.error("an end or cue lies outside its sentence");
    }
    return out;
}

// The ids of the line's entities, sorted.
using Ids = std::vector<std::string_view>;

std::string read_end(const Json& json, const Ids& ids) {
    const std::string_view id = json.string();
    if (!std::binary_search(ids.begin(), ids.end(), id)) throw json.error("no entity of the line has this id");
    return std::string(id);
}

Statement read_statement(const Json& json, const Ids& ids) {
    Statement out;
    out.id = json["id"].string();
    out.subject = read_end(json["subject"], ids);
    out.relation = json["relation"].string();
    out.object = read_end(json["object"], ids);
    out.polarity = read_enum(json["polarity"], polarity);
    out.modality = read_enum(json["modality"], modality);
    if (const auto source = json.find("source"); source && !source->string().empty())
        out.source = read_end(*source, ids);
    out.source_text = json.text("source_text");
    if (const auto details = json.find("details")) {
        for (const auto key : details->keys())
            out.details[std::string(key)] = (*details)[key].string();
    }
    out.confidence = read_enum(json["confidence"], confidence);
    out.rule = json.text("rule");
    const auto evidences = json["evidence"].elements();
    out.evidence.reserve(evidences.size());
    for (const Json& evidence : evidences)
        out.evidence.push_back(read_evidence(evidence));
    if (out.evidence.empty()) throw json.error("a statement without evidence");
    return out;
}

}  // namespace

std::string to_json(const Extraction& extraction) {
    JsonWriter out;
    out.object().key("v").value(line_version).key("kind").value("article").key("by").value(extraction.by);
    if (!extraction.supersedes.empty()) {
        out.key("supersedes").array();
        for (const auto& id : extraction.supersedes)
            out.value(id);
        out.end();
    }
    out.key("document");
    write(out, extraction.document);
    out.key("entities").array();
    for (const Entity& entity : extraction.entities)
        write(out, entity);
    out.end().key("statements").array();
    for (const Statement& statement : extraction.statements)
        write(out, statement);
    out.end();
    if (extraction.text) out.key("text").value(*extraction.text);
    out.end();
    return seal(out.text());
}

Extraction extraction_from_json(std::string_view line, std::string_view file, std::size_t number) {
    while (line.ends_with('\r') || line.ends_with(' '))
        line.remove_suffix(1);
    require_seal(line, file, number);
    const JsonDocument document(line, file, number);
    const Json root = document.root();
    if (root["kind"].string() != "article") throw root["kind"].error("not an article");
    Extraction out;
    out.by = root.text("by");
    out.supersedes = root.texts("supersedes");
    out.document = read_document(root["document"]);
    const auto entities = root["entities"].elements(), statements = root["statements"].elements();
    Ids ids;
    ids.reserve(entities.size());
    out.entities.reserve(entities.size());
    for (const Json& entity : entities) {
        out.entities.push_back(read_entity(entity));
        ids.push_back(entity["id"].string());
    }
    std::sort(ids.begin(), ids.end());
    if (const auto twice = std::adjacent_find(ids.begin(), ids.end()); twice != ids.end())
        throw root["entities"].error(fmt::format("two entities of the line have the id '{}'", printable(*twice)));
    out.statements.reserve(statements.size());
    for (const Json& statement : statements)
        out.statements.push_back(read_statement(statement, ids));
    if (const auto text = root.find("text")) out.text = std::string(text->string());
    return out;
}

}  // namespace entente

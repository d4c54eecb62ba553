// What an edge rests on, as JSON.
//
// One object a statement: who says so, which article, and each sentence with its spans. Flat enough to be read by eye in
// Gephi's data table, and whole enough to be read back.
// SPDX-License-Identifier: MIT
#include "exchange/formats.hpp"

namespace entente::exchange {
namespace {

void field(JsonWriter& out, std::string_view key, std::string_view text) {
    if (!text.empty()) out.key(key).value(text);
}

void field(JsonWriter& out, std::string_view key, Span span) {
    out.key(key).array().value(span.begin).value(span.end).end();
}

// The ends of a symmetric edge stand in the order of their ids, whichever the sentence named first.
bool turned(const KnowledgeGraph& graph, const KnowledgeGraph::Edge& edge, const Statement& statement) {
    const std::string &subject = graph.nodes()[edge.subject].id, &object = graph.nodes()[edge.object].id;
    const bool straight = statement.subject == subject || statement.object == object;
    return !straight && (statement.subject == object || statement.object == subject);
}

Span read_span(const Json& json) {
    const auto ends = json.elements();
    if (ends.size() != 2) throw json.error("a span is [begin, end]");
    const Span span{ends[0].offset(), ends[1].offset()};
    if (span.begin > span.end) throw json.error("a span that ends before it begins");
    return span;
}

}  // namespace

void write(JsonWriter& out, const DocumentInfo& document) {
    out.object().key("id").value(document.id);
    field(out, "title", document.title);
    field(out, "date", document.date);
    field(out, "url", document.url);
    field(out, "site", document.site);
    field(out, "author", document.author);
    field(out, "language", document.language);
    field(out, "file_hash", document.file_hash);
    field(out, "text_hash", document.text_hash);
    out.end();
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
    out.file_hash = json.text("file_hash");
    out.text_hash = json["text_hash"].string();
    return out;
}

void write(JsonWriter& out, const KnowledgeGraph& graph, const KnowledgeGraph::Edge& edge,
           const KnowledgeGraph::Support& support) {
    const Statement& statement = support.statement;
    const DocumentInfo& document = graph.documents()[support.document];
    out.object().key("document").value(document.id).key("text_hash").value(document.text_hash);
    field(out, "published", document.date);
    field(out, "said_by", support.source);
    out.key("confidence").value(name_of(statement.confidence));
    for (const auto& [key, text] : statement.details)
        field(out, key == "date" ? "event_date" : key, text);
    field(out, "rule", statement.rule);
    out.key("statement").value(statement.id);
    out.key("sentences").array();
    const bool turn = turned(graph, edge, statement);
    for (const Evidence& evidence : statement.evidence) {
        out.object().key("text").value(evidence.text);
        field(out, "sentence", evidence.sentence);
        field(out, "subject", turn ? evidence.object : evidence.subject);
        field(out, "object", turn ? evidence.subject : evidence.object);
        field(out, "cue", evidence.cue);
        out.end();
    }
    out.end().end();
}

SupportRead read_support(const Json& json) {
    SupportRead out;
    out.document = json["document"].string();
    out.source = json.text("said_by");
    Statement& statement = out.statement;
    statement.id = json["statement"].string();
    statement.confidence = confidence(json.text("confidence")).value_or(Confidence::medium);
    statement.rule = json.text("rule");
    for (const auto& [key, detail] : {std::pair{"event_date", "date"}, std::pair{"amount", "amount"}}) {
        if (const std::string text = json.text(key); !text.empty()) statement.details[detail] = text;
    }
    for (const Json& sentence : json["sentences"].elements()) {
        Evidence evidence{read_span(sentence["sentence"]), read_span(sentence["subject"]),
                          read_span(sentence["object"]), read_span(sentence["cue"]),
                          std::string(sentence["text"].string())};
        for (const Span span : {evidence.subject, evidence.object, evidence.cue}) {
            if (!evidence.sentence.contains(span)) throw sentence.error("an end or cue lies outside its sentence");
        }
        statement.evidence.push_back(std::move(evidence));
    }
    if (statement.evidence.empty()) throw json.error("a statement without evidence");
    return out;
}

}  // namespace entente::exchange

// SPDX-License-Identifier: MIT
#include "entente/exchange.hpp"

#include <algorithm>

#include "catch.hpp"
#include "entente/json.hpp"
#include "entente/text/error.hpp"
#include "exchange/csv.hpp"
#include "exchange/xml.hpp"
#include "sample_graph.hpp"
#include "xml_check.hpp"

using namespace entente;
using Catch::Matchers::Contains;

namespace {

const Knowledge& knowledge() {
    static const Knowledge built_in = Knowledge::built_in();
    return built_in;
}

std::vector<ExportFile> exported(const GraphFile& file, ExportFormat format, const ExportOptions& options = {}) {
    return export_graph(file, assemble(file.extractions, knowledge().schema), knowledge(), format, options);
}

std::string bytes_of(ExportFormat format, const ExportOptions& options = {}) {
    return exported(sample::file(), format, options).front().bytes;
}

// What GraphML holds of a graph, as lines.
std::vector<std::string> told(const KnowledgeGraph& graph) {
    std::vector<std::string> out;
    for (const auto& node : graph.nodes()) {
        std::string line = node.id + "|" + std::string(name_of(node.type)) + "|" + node.name + "|" + node.wikidata;
        for (const auto& alias : node.aliases)
            line += "|" + alias;
        for (const auto document : node.documents)
            line += "|" + graph.documents()[document].id;
        out.push_back(line);
    }
    for (const auto& edge : graph.edges()) {
        for (const auto& support : edge.supports) {
            const Statement& s = support.statement;
            std::string line = graph.nodes()[edge.subject].id + "|" + edge.relation + "|" +
                               graph.nodes()[edge.object].id + "|" + std::string(name_of(edge.polarity)) + "|" +
                               std::string(name_of(edge.modality)) + "|" + s.id + "|" + s.rule + "|" + support.source +
                               "|" + std::string(name_of(s.confidence));
            for (const auto& [key, value] : s.details)
                line += "|" + key + "=" + value;
            for (const auto& evidence : s.evidence)
                line += "|" + evidence.text + std::to_string(evidence.cue.begin);
            out.push_back(line);
        }
    }
    return out;
}

// The sample without characters that no XML can hold.
GraphFile plain_sample() {
    GraphFile out;
    for (Extraction extraction : sample::file().extractions) {
        const auto clean = [](std::string text) {
            std::ranges::replace(text, '\x01', ' ');
            return text;
        };
        extraction.text = clean(*extraction.text);
        for (Entity& entity : extraction.entities) {
            entity.name = clean(entity.name);
            entity.id = clean(entity.id);
        }
        for (Statement& statement : extraction.statements) {
            statement.subject = clean(statement.subject);
            for (Evidence& evidence : statement.evidence)
                evidence.text = clean(evidence.text);
        }
        out.extractions.push_back(extraction);
    }
    return out;
}

std::string error_of(const std::string& bytes) {
    try {
        (void)import_graph(bytes, "in.graphml");
    } catch (const Error& error) {
        CHECK(error.kind() == Error::Kind::data);
        return error.what();
    }
    return "no error";
}

}  // namespace

TEST_CASE("the same graph gives the same bytes, whatever the order of its lines", "[exchange]") {
    GraphFile turned = sample::file();
    std::ranges::reverse(turned.extractions);
    for (const ExportFormatName& format : export_formats()) {
        INFO(format.name);
        const auto one = exported(sample::file(), format.format), again = exported(sample::file(), format.format),
                   other = exported(turned, format.format);
        REQUIRE(one.size() == again.size());
        CHECK(format.folder == (one.size() > 1));
        for (std::size_t i = 0; i < one.size(); ++i) {
            CHECK(one[i].bytes == again[i].bytes);
            if (format.format != ExportFormat::json)
                CHECK(one[i].bytes == other[i].bytes);  // json keeps the file's order
            CHECK(is_utf8(one[i].bytes));
        }
    }
}

TEST_CASE("GraphML and GEXF are well-formed, whatever a name holds", "[exchange]") {
    for (const auto format : {ExportFormat::graphml, ExportFormat::gexf, ExportFormat::gexf12}) {
        const std::string bytes = bytes_of(format);
        CHECK(check_xml(bytes).fault == "");
        CHECK_THAT(bytes, Contains("&lt;b&gt;&amp;amp;&lt;/b&gt;\uFFFD"));
    }
}

TEST_CASE("ids of GraphML are name tokens, and come back", "[exchange]") {
    using exchange::from_name_token;
    using exchange::name_token;
    CHECK(name_token("organisation:a & b") == "organisation:a_.26_b");
    CHECK(name_token("Q20") == "Q20");
    for (const std::string id : {"person:a_b", "person:a.b c", "organisation:société", "a.41", ".", "..", "x\x01y"})
        CHECK(from_name_token(name_token(id)) == id);
    CHECK(from_name_token("a.zz") == "a.zz");
}

TEST_CASE("GraphML read again is the same graph", "[exchange]") {
    const GraphFile file = plain_sample();
    const GraphFile again = import_graph(exported(file, ExportFormat::graphml).front().bytes, "x.graphml");
    const Schema& schema = knowledge().schema;
    CHECK(told(assemble(again.extractions, schema)) == told(assemble(file.extractions, schema)));
    for (const Extraction& extraction : again.extractions) {
        for (const Entity& entity : extraction.entities) {
            for (const Mention& mention : entity.mentions)
                CHECK(mention.text ==
                      mention.span.of(
                          *(extraction.document.id == "a.txt" ? file.extractions[0] : file.extractions[1]).text));
        }
        CHECK(extraction_from_json(to_json(extraction)).statements == extraction.statements);
    }
}

TEST_CASE("JSON read again is the same file, byte by byte", "[exchange]") {
    GraphFile file = sample::file();
    file.others = {R"({"v":1,"kind":"remark","same":["Q20","country:norway"]})",
                   R"({ "v": 1, "kind": "odd", "x": 1.50 })"};
    const GraphFile again = import_graph(exported(file, ExportFormat::json).front().bytes, "x.json");
    CHECK(again.problems.empty());
    CHECK(graph_bytes(again) == graph_bytes(file));
}

TEST_CASE("JSON has what was assembled, with codes only for what is told as a fact", "[exchange]") {
    const std::string bytes = bytes_of(ExportFormat::json);
    const JsonDocument document(bytes);
    const Json root = document.root();
    CHECK(root["entities"].elements().size() == 6);
    CHECK(root["edges"].elements().size() == 7);
    for (const Json& edge : root["edges"].elements()) {
        if (edge["relation"].string() != "bans") continue;
        const bool fact = edge["polarity"].string() == "positive" && edge["modality"].string() == "asserted";
        CHECK(edge.text("cameo") == (fact ? "172 close" : ""));
        CHECK(edge["articles"].integer() == (fact ? 2 : 1));
        if (fact) CHECK(edge.text("first_date") == "2026-03-03");
    }
}

TEST_CASE("a changed line in JSON is noticed", "[exchange]") {
    std::string bytes = bytes_of(ExportFormat::json);
    const std::size_t at = bytes.find("\"name\":\"Norway\"", bytes.find("\"lines\":["));
    bytes.replace(at, 15, "\"name\":\"Norvay\"");
    CHECK(import_graph(bytes, "x.json").problems.size() == 1);
}

TEST_CASE("GraphML of another program becomes a graph whose sentences are its own lines", "[exchange]") {
    const std::string bytes =
        "<?xml version='1.0'?>\n<graphml xmlns='http://graphml.graphdrawing.org/xmlns'>\n"
        "<key id='d0' for='node' attr.name='name' attr.type='string'/><key id='d1' for='node' attr.name='Type' "
        "attr.type='string'/>\n"
        "<key id='d2' for='edge' attr.name='label' attr.type='string'/>\n<graph edgedefault='directed'>\n"
        "<node id='0'><data key='d0'>Ann Li</data><data key='d1'>Person</data></node>\n<node id='1'><data "
        "key='d0'>Telmar</data></node>\n"
        "<edge id='e' source='0' target='1'><data key='d2'>WORKS FOR</data></edge>\n<edge source='1' "
        "target='0'/>\n</graph></graphml>\n";
    const GraphFile file = import_graph(bytes, "mine.graphml");
    REQUIRE(file.extractions.size() == 1);
    const Extraction& read = file.extractions.front();
    REQUIRE(read.entities.size() == 2);
    CHECK(read.entities[0].id == "organisation:telmar");
    CHECK(read.entities[1].id == "person:ann li");
    REQUIRE(read.statements.size() == 2);
    const Evidence& evidence = read.statements[0].evidence.front();
    CHECK(read.statements[0].relation == "works_for");
    CHECK(evidence.text == "<edge id='e' source='0' target='1'><data key='d2'>WORKS FOR</data></edge>");
    CHECK(evidence.sentence.of(bytes) == evidence.text);
    CHECK(evidence.subject.of(bytes) == "0");
    CHECK(evidence.object.of(bytes) == "1");
    CHECK(evidence.cue.of(bytes) == "WORKS FOR");
    CHECK(read.statements[1].relation == "linked_to");
    CHECK(read.statements[1].evidence.front().text == "<edge source='1' target='0'/>");
    CHECK(parse_graph(graph_bytes(file), "again").problems.empty());
}

TEST_CASE("what is no GraphML says where, and nothing of it breaks the reader", "[exchange]") {
    const std::string head = "<graphml><graph edgedefault='directed'>\n";
    CHECK_THAT(error_of("hello"), Contains("neither JSON nor GraphML"));
    CHECK_THAT(error_of("{\"a\":1}"), Contains("no JSON that entente export wrote"));
    CHECK_THAT(error_of("<svg/>"), Contains("not GraphML"));
    CHECK_THAT(error_of("<graphml><graph>"), Contains("not XML"));
    CHECK_THAT(error_of(head + "<node id='a'/>\n<node id='a'/></graph></graphml>"), Contains("in.graphml:3"));
    CHECK_THAT(error_of(head + "<node id='a'/>\n<edge source='a' target='b'/></graph></graphml>"),
               Contains("no node has the id 'b'"));
    CHECK_THAT(error_of("<graphml>\xff</graphml>"), Contains("not UTF-8"));
    std::string deep = "<graphml>";
    for (int i = 0; i < 100'000; ++i)
        deep += "<graph>";
    CHECK_THAT(error_of(deep), Contains("not XML"));
    for (int i = 0; i < 100'000; ++i)
        deep += "</graph>";
    CHECK(import_graph(deep + "</graphml>", "deep").extractions.size() == 1);
    const std::string bomb =
        "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><graphml><graph><node id='&b;'/></graph></graphml>";
    CHECK(import_graph(bomb, "bomb").extractions.front().entities.front().name == "&b;");
}

TEST_CASE("a spreadsheet runs nothing of a CSV, and Python reads back what stood there", "[exchange]") {
    using exchange::csv_cell;
    using exchange::guarded;
    for (const std::string start : {"=", "+", "-", "@", "\t", "\r"})
        CHECK(guarded(start + "1") == "'" + start + "1");
    CHECK(guarded("1 = 1") == "1 = 1");
    CHECK(csv_cell("a\"b") == "\"a\"\"b\"");
    CHECK(csv_cell("a\nb") == "\"a\nb\"");
    CHECK(csv_cell("plain text") == "plain text");
    CHECK_THAT(bytes_of(ExportFormat::csv), Contains("\"'=cmd|'/c calc'!A1 \"\"]; "));
    CHECK_THAT(bytes_of(ExportFormat::csv, {.guard_formulas = false}), Contains(",\"=cmd|'/c calc'!A1 \"\"]; "));
    CHECK(bytes_of(ExportFormat::csv, {.byte_order_mark = true})
              .starts_with("\xEF\xBB\xBF"
                           "edge,subject,"));
    const auto tables = exported(sample::file(), ExportFormat::tables);
    CHECK(tables[0].name == "entities.csv");
    CHECK(tables[0].bytes.starts_with("Id,Label,type,"));
    CHECK(tables[1].bytes.starts_with("Source,Target,Id,Label,Weight,relation,"));
}

TEST_CASE("Cypher strings end where they should", "[exchange]") {
    const std::string bytes = bytes_of(ExportFormat::cypher);
    CHECK_THAT(bytes, Contains("'=cmd|\\'/c calc\\'!A1 \"]; <b>&amp;</b>\\u0001 \\\\ </script> `x`'"));
    CHECK_THAT(bytes, Contains("MERGE (a)-[r:`PARTNERS_WITH` {id: row.edge.id}]->(b)"));
    CHECK_THAT(bytes, Contains("SET n:Country, n += row;"));
}

TEST_CASE("FollowTheMoney is told no more than the articles say", "[exchange]") {
    const std::string bytes = bytes_of(ExportFormat::ftm);
    std::size_t links = 0;
    for (std::size_t from = 0; from < bytes.size();) {
        const std::size_t end = bytes.find('\n', from);
        const JsonDocument line(std::string_view(bytes).substr(from, end - from));
        const Json entity = line.root();
        const auto schema = entity["schema"].string();
        if (schema == "UnknownLink" || schema == "Ownership" || schema == "Directorship") ++links;
        if (schema == "Ownership")
            CHECK(entity["properties"]["asset"].elements().front().string().starts_with("organisation-"));
        if (schema == "PublicBody") CHECK(entity["properties"]["country"].elements().size() == 1);
        from = end + 1;
    }
    CHECK(links == 7);
    CHECK_THAT(bytes, Contains("\"role\":[\"not bans "
                               "(planned)\"],\"sourceUrl\":[\"https://news.example/a.txt\"],\"status\":[\"denied\"]"));
    CHECK_THAT(bytes, Contains("\"schema\":\"Company\""));  // Telmar is owned
}

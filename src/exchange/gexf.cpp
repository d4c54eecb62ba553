// A graph to GEXF.
//
// Times make Gephi's timeline: in 1.3 the days on which an edge was seen, in 1.2 the stretch from the first to the last.
// A day that is known as a month or a year only counts from its first day. `kind` keeps parallel edges apart; titles
// differ in more than letter case, and none is a name that Gephi has a column for.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <set>

#include "exchange/formats.hpp"
#include "exchange/table.hpp"
#include "exchange/xml.hpp"

namespace entente::exchange {
namespace {

std::string_view type_of(Kind kind) {
    return kind == Kind::integer ? "long"
           : kind == Kind::real  ? "double"
           : kind == Kind::texts ? "liststring"
                                 : "string";
}

// "2019", "2019-09" and "2019-09-03" as a day; "" for anything else.
std::string day_of(const std::string& date) {
    constexpr std::string_view form = "dddd-dd-dd";
    for (std::size_t i = 0; i < date.size(); ++i) {
        const bool digit = date[i] >= '0' && date[i] <= '9';
        if (i >= form.size() || (form[i] == 'd' ? !digit : date[i] != '-')) return "";
    }
    if (date.size() == 4) return date + "-01-01";
    if (date.size() == 7) return date + "-01";
    return date.size() == 10 ? date : "";
}

std::set<std::string> days_of(const Texts& dates) {
    std::set<std::string> out;
    for (const auto& date : dates)
        out.insert(day_of(date));
    out.erase("");
    return out;
}

class Writer {
  public:
    explicit Writer(bool version_1_2) : old_(version_1_2) {}

    std::string write(const KnowledgeGraph& graph, const Schema& schema);

  private:
    [[nodiscard]] std::string attributes(const Table& table, std::string_view element) const;
    [[nodiscard]] std::string values(const Table& table, std::size_t row) const;
    [[nodiscard]] std::string list(const Texts& texts) const;
    [[nodiscard]] std::string times(const Texts& dates) const;

    bool old_;
};

std::string Writer::attributes(const Table& table, std::string_view element) const {
    std::string out = fmt::format("    <attributes class=\"{}\" mode=\"static\">\n", element);
    for (const Column& column : table.columns) {
        out += fmt::format("      <attribute id=\"{0}\" title=\"{0}\" type=\"{1}\"/>\n", column.name,
                           type_of(column.kind));
    }
    return out + "    </attributes>\n";
}

// 1.3: ["a", "b"], with quotes and backslashes escaped; 1.2: a|b
std::string Writer::list(const Texts& texts) const {
    std::string out;
    for (const auto& text : texts) {
        std::string item;
        for (const char c : text) {
            if (old_)
                item += c == '|' ? '/' : c;
            else
                item += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
        }
        out += (out.empty() ? "" : old_ ? "|" : ", ") + (old_ ? item : "\"" + item + "\"");
    }
    return old_ ? out : "[" + out + "]";
}

std::string Writer::values(const Table& table, std::size_t row) const {
    std::string out;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Cell& cell = table.rows[row][i];
        const auto* texts = std::get_if<Texts>(&cell);
        if (texts != nullptr && texts->empty()) continue;
        const std::string value = texts != nullptr ? list(*texts) : written(cell);
        if (!value.empty())
            out += fmt::format("<attvalue for=\"{}\" value=\"{}\"/>", table.columns[i].name, xml(value));
    }
    return out.empty() ? out : "<attvalues>" + out + "</attvalues>";
}

std::string Writer::times(const Texts& dates) const {
    const auto days = days_of(dates);
    if (days.empty()) return "";
    if (old_) return fmt::format(" start=\"{}\" end=\"{}\"", *days.begin(), *days.rbegin());
    std::string all;
    for (const auto& day : days)
        all += (all.empty() ? "" : ", ") + day;
    return fmt::format(" timestamps=\"&lt;[{}]&gt;\"", all);
}

std::string Writer::write(const KnowledgeGraph& graph, const Schema& schema) {
    const Table entities = entity_table(graph), edges = edge_table(graph, schema);
    const Table node_columns =
        entities.only({"type", "aliases", "wikidata", "mentions", "articles", "documents", "first_date", "last_date"});
    const Table edge_columns =
        edges.only({"relation", "polarity", "modality", "confidence", "belief", "sentences", "articles", "first_date",
                    "last_date", "sources", "documents", "evidence", "cameo", "plover", "wikidata", "followthemoney"});
    std::string body = attributes(node_columns, "node") + attributes(edge_columns, "edge");
    bool timed = false;
    body += fmt::format("    <nodes count=\"{}\">\n", entities.rows.size());
    for (std::size_t i = 0; i < entities.rows.size(); ++i) {
        Texts dates;
        for (const auto document : graph.nodes()[i].documents)
            dates.push_back(graph.documents()[document].date);
        timed = timed || !days_of(dates).empty();
        body += fmt::format("      <node id=\"{}\" label=\"{}\"{}>{}</node>\n", xml(entities.text(i, "id")),
                            xml(entities.text(i, "name")), times(dates), values(node_columns, i));
    }
    body += fmt::format("    </nodes>\n    <edges count=\"{}\">\n", edges.rows.size());
    for (std::size_t i = 0; i < edges.rows.size(); ++i) {
        const auto& when = std::get<Texts>(edges.rows[i][edges.index("when")]);
        timed = timed || !days_of(when).empty();
        const std::string kind = old_ ? "" : fmt::format(" kind=\"{}\"", xml(edges.text(i, "words")));
        body +=
            fmt::format("      <edge id=\"{}\" source=\"{}\" target=\"{}\" label=\"{}\"{} weight=\"{}\"{}>{}</edge>\n",
                        edges.text(i, "id"), xml(edges.text(i, "source")), xml(edges.text(i, "target")),
                        xml(edges.text(i, "words")), kind, written(edges.rows[i][edges.index("articles")]), times(when),
                        values(edge_columns, i));
    }
    const std::string_view version = old_ ? "1.2" : "1.3";
    const std::string time = !timed ? " mode=\"static\""
                             : old_ ? " mode=\"dynamic\" timeformat=\"date\""
                                    : " mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"timestamp\"";
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"{}\" version=\"{}\">\n"
        "  <meta>\n    <creator>Entente</creator>\n    <description>Who does what to whom</description>\n"
        "  </meta>\n  <graph defaultedgetype=\"directed\"{}>\n{}    </edges>\n  </graph>\n</gexf>\n",
        old_ ? "http://www.gexf.net/1.2draft" : "http://gexf.net/1.3", version, time, body);
}

}  // namespace

std::string to_gexf(const KnowledgeGraph& graph, const Schema& schema, bool version_1_2) {
    return Writer(version_1_2).write(graph, schema);
}

}  // namespace entente::exchange

// A graph to FollowTheMoney.
//
// One entity a line: {"id","schema","properties":{name:[strings]}}. What FollowTheMoney asks for bends the graph here:
// it has no countries, so a country becomes a PublicBody with that country's code; only what is told as a fact may become
// an Ownership or a Directorship, and only between ends that these may join; all else is an UnknownLink whose role says it
// in words ("not bans (planned)"), so that nobody takes a denied ban for a ban. Sentences stand in `summary`; articles are
// Article entities, joined by Documentation to those whom they name.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "entente/text/utf8.hpp"
#include "exchange/formats.hpp"
#include "exchange/table.hpp"

namespace entente::exchange {
namespace {

using Properties = std::map<std::string, std::set<std::string>>;

// What a schema of FollowTheMoney may join. Kinds: P person, C company, O other organisation, B public body, A address.
struct Link {
    std::string_view schema, subject, object;  // its properties for the ends of our relation
    std::string_view subjects, objects;        // kinds that may stand there
};
constexpr std::array<Link, 8> links{{{"Ownership", "owner", "asset", "PCOB", "C"},
                                     {"Directorship", "director", "organization", "PCOB", "COB"},
                                     {"Employment", "employee", "employer", "P", "COB"},
                                     {"Membership", "member", "organization", "PCOB", "COB"},
                                     {"Representation", "agent", "client", "PCOB", "PCOB"},
                                     {"Family", "person", "relative", "P", "P"},
                                     {"Sanction", "", "entity", "PCOBA", "PCOBA"},
                                     {"UnknownLink", "subject", "object", "PCOBA", "PCOBA"}}};

const Link& link_named(std::string_view schema) {
    const auto found = std::ranges::find(links, schema, &Link::schema);
    return found == links.end() ? links.back() : *found;
}

class Writer {
  public:
    Writer(const KnowledgeGraph& graph, const Knowledge& knowledge) : graph_(graph), knowledge_(knowledge) {}

    std::string write() {
        for (const auto& edge : graph_.edges()) {
            if (is_fact(edge) && ftm_of(edge) == "Ownership") owned_.insert(edge.object);
        }
        named_.resize(graph_.documents().size());
        for (std::uint32_t i = 0; i < graph_.nodes().size(); ++i) {
            kinds_.push_back(kind_of(graph_.nodes()[i], i));
            for (const auto document : graph_.nodes()[i].documents)
                named_[document].push_back(i);
        }
        for (const auto& edge : graph_.edges())
            facts_of(edge);
        for (std::size_t i = 0; i < graph_.nodes().size(); ++i)
            entity(i);
        for (std::size_t i = 0; i < graph_.documents().size(); ++i)
            article(i);
        for (const auto& edge : graph_.edges())
            link(edge);
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::string country_of(const KnowledgeGraph::Node& node) const {
        const Known* known = knowledge_.world.find(node.id);
        return known == nullptr ? "" : lower(known->fact(node.type == EntityType::country ? "iso2" : "country"));
    }

    [[nodiscard]] char kind_of(const KnowledgeGraph::Node& node, std::uint32_t number) const {
        if (node.type == EntityType::person) return 'P';
        if (node.type == EntityType::country) return 'B';
        if (node.type == EntityType::place) return 'A';
        static const std::set<std::string> bodies{"ministry", "agency", "regulator", "court", "central bank", "organ"},
            companies{"company", "bank", "newspaper", "broadcaster", "news agency"};
        const Known* known = knowledge_.world.find(node.id);
        const std::string kind = known == nullptr ? "" : known->fact("kind");
        if (bodies.contains(kind)) return 'B';
        return owned_.contains(number) || companies.contains(kind) ? 'C' : 'O';
    }

    static bool is_fact(const KnowledgeGraph::Edge& edge) {
        return edge.polarity == Polarity::positive && edge.modality == Modality::asserted;
    }

    [[nodiscard]] std::string ftm_of(const KnowledgeGraph::Edge& edge) const {
        const Relation* relation = knowledge_.schema.find(edge.relation);
        if (relation == nullptr) return "";
        const auto code = relation->codes.find("ftm");
        return code == relation->codes.end() ? "" : code->second.id;
    }

    // "Person:nationality": the object's country is a property of the subject.
    void facts_of(const KnowledgeGraph::Edge& edge) {
        const std::string code = ftm_of(edge);
        const std::size_t colon = code.find(':');
        if (!is_fact(edge) || colon == std::string::npos) return;
        const std::string country = country_of(graph_.nodes()[edge.object]);
        const bool person = kinds_[edge.subject] == 'P', address = kinds_[edge.subject] == 'A';
        std::string property = code.substr(colon + 1);
        if (property == "mainCountry" && (person || address)) property = "country";
        if (property == "nationality" && !person) return;
        if (!country.empty()) facts_[edge.subject][property].insert(country);
    }

    void put(std::string_view id, std::string_view schema, const Properties& properties) {
        JsonWriter out;
        out.object().key("id").value(id).key("schema").value(schema).key("properties").object();
        for (const auto& [name, values] : properties) {
            std::set<std::string> clean;
            for (const auto& value : values) {
                if (std::string text = one_line(value); !text.empty()) clean.insert(std::move(text));
            }
            if (clean.empty()) continue;
            out.key(name).array();
            for (const auto& value : clean)
                out.value(value);
            out.end();
        }
        out_ += std::string(out.end().end().text()) + "\n";
    }

    // FollowTheMoney trims and joins blanks itself; what it is given is what it keeps.
    static std::string one_line(std::string_view text) {
        std::string out;
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint c = decode(text, at);
            at += c.size;
            if (is_space(c.value) || c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0)) {
                if (!out.empty() && out.back() != ' ') out += ' ';
            } else {
                append_utf8(out, c.value);
            }
        }
        while (out.ends_with(' '))
            out.pop_back();
        return out;
    }

    void entity(std::size_t number) {
        static const std::map<char, std::string_view> schemata{
            {'P', "Person"}, {'C', "Company"}, {'O', "Organization"}, {'B', "PublicBody"}, {'A', "Address"}};
        const auto& node = graph_.nodes()[number];
        const char kind = kinds_[number];
        Properties properties;
        if (const auto found = facts_.find(static_cast<std::uint32_t>(number)); found != facts_.end())
            properties = found->second;
        properties["name"].insert(has_letters(node.name) ? node.name
                                                         : node_id(number));  // it takes no name without letters
        properties["alias"].insert(node.aliases.begin(), node.aliases.end());
        properties["wikidataId"].insert(node.wikidata);
        if (kind == 'A') properties["full"].insert(node.name);
        if (const std::string country = country_of(node); !country.empty() && properties["country"].empty())
            properties["country"].insert(country);
        put(node_id(number), schemata.at(kind), properties);
    }

    static bool has_letters(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint c = decode(text, at);
            if (is_letter(c.value) || is_digit(c.value)) return true;
            at += c.size;
        }
        return false;
    }

    void article(std::size_t number) {
        const DocumentInfo& document = graph_.documents()[number];
        const std::string id = "article-" + document.text_hash;
        put(id, "Article",
            {{"title", {document.title.empty() ? document.id : document.title}},
             {"fileName", {document.id}},
             {"publishedAt", {document.date}},
             {"sourceUrl", {web_address(document.url)}},
             {"publisher", {document.site}},
             {"author", {document.author}},
             {"language", {document.language == "en" ? "eng" : document.language}}});
        for (const auto i : named_[number]) {
            put("names-" + hash_hex(id + "\n" + graph_.nodes()[i].id), "Documentation",
                {{"document", {id}}, {"entity", {node_id(i)}}, {"role", {"named in the article"}}});
        }
    }

    static std::string web_address(const std::string& url) {
        return url.starts_with("http://") || url.starts_with("https://") ? url : "";
    }

    [[nodiscard]] const Link& link_for(const KnowledgeGraph::Edge& edge) const {
        if (!is_fact(edge)) return links.back();
        const Link& link = link_named(ftm_of(edge));
        const bool fits = link.subjects.find(kinds_[edge.subject]) != std::string_view::npos &&
                          link.objects.find(kinds_[edge.object]) != std::string_view::npos;
        return fits ? link : links.back();
    }

    void link(const KnowledgeGraph::Edge& edge) {
        const Link& link = link_for(edge);
        Properties properties;
        if (link.subject.empty()) {  // a Sanction names its authority, and has no end for it
            properties["authority"].insert(graph_.nodes()[edge.subject].name);
            properties["country"].insert(country_of(graph_.nodes()[edge.subject]));
        } else {
            properties[std::string(link.subject)].insert(node_id(edge.subject));
        }
        properties[std::string(link.object)].insert(node_id(edge.object));
        if (link.schema == "Family")
            properties["relationship"].insert(words_of(knowledge_.schema, edge));
        else if (link.schema == "Sanction")
            properties["reason"].insert(words_of(knowledge_.schema, edge));
        else
            properties["role"].insert(words_of(knowledge_.schema, edge));
        if (!is_fact(edge))
            properties["status"].insert(edge.polarity == Polarity::negative ? "denied"
                                                                            : std::string(name_of(edge.modality)));
        for (const auto& support : edge.supports)
            evidence(support, properties);
        put(edge_id(graph_, edge), link.schema, properties);
    }

    void evidence(const KnowledgeGraph::Support& support, Properties& properties) const {
        const DocumentInfo& document = graph_.documents()[support.document];
        for (const Evidence& evidence : support.statement.evidence)
            properties["summary"].insert(evidence.text);
        if (const auto date = support.statement.details.find("date"); date != support.statement.details.end())
            properties["date"].insert(date->second);
        if (!support.source.empty()) properties["description"].insert("According to " + support.source);
        properties["recordId"].insert(support.statement.id);
        properties["sourceUrl"].insert(web_address(document.url));
        properties["publisher"].insert(document.site);
    }

    [[nodiscard]] std::string node_id(std::size_t number) const {
        const auto& node = graph_.nodes()[number];
        const bool plain = !node.id.empty() && std::ranges::all_of(node.id, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        });
        return plain ? node.id : std::string(name_of(node.type)) + "-" + hash_hex(node.id);
    }

    const KnowledgeGraph& graph_;
    const Knowledge& knowledge_;
    std::vector<char> kinds_;                        // by node
    std::set<std::uint32_t> owned_;                  // nodes that somebody owns
    std::vector<std::vector<std::uint32_t>> named_;  // by document, the nodes that it names
    std::map<std::uint32_t, Properties> facts_;
    std::string out_;
};

}  // namespace

std::string to_follow_the_money(const KnowledgeGraph& graph, const Knowledge& knowledge) {
    return Writer(graph, knowledge).write();
}

}  // namespace entente::exchange

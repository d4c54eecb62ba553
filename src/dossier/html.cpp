// A dossier as one page, and as JSON.
//
// The page has no script and loads nothing; its policy forbids both. In each sentence both ends and the cue are marked.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <set>

#include "dossier/marks.hpp"
#include "entente/json.hpp"
#include "entente/text/utf8.hpp"

namespace entente {
namespace {

using dossier::counted;
using dossier::marks_of;
using dossier::origin_of;

constexpr std::string_view head =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" "
    "content=\"Entente\">\n";

constexpr std::string_view look =
    "<style>\n"
    ":root{color-scheme:light "
    "dark;--ink:#1e293b;--soft:#5b6472;--line:#d5dbe3;--paper:#fff;--mark:#fdf0d5;--end:#e3edf8;"
    "--not:#b3261e}\n"
    "@media(prefers-color-scheme:dark){:root{--ink:#e2e8f0;--soft:#9aa5b4;--line:#334155;--paper:#0f172a;--mark:#"
    "4a3a12;"
    "--end:#1e3a5f;--not:#ff9a8f}}\n"
    "body{margin:2rem auto;max-width:46rem;padding:0 1rem;font:16px/1.5 \"DejaVu "
    "Sans\",Verdana,sans-serif;color:var(--ink);"
    "background:var(--paper)}\n"
    "h1{margin:0;font-size:1.6rem}h2{font-size:1.1rem;border-bottom:1px solid var(--line);margin-top:2rem}\n"
    "h3{font-size:1rem;margin:1.2rem 0 .2rem}.soft{color:var(--soft);font-size:.875rem}.not{color:var(--not)}\n"
    "blockquote{margin:.3rem 0 .8rem;padding-left:.8rem;border-left:3px solid var(--line)}\n"
    "mark{background:var(--mark);color:inherit}mark.end{background:var(--end)}\n"
    "table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;"
    "border-bottom:1px solid var(--line)}\n"
    "</style>\n";

std::string html(std::string_view text) {
    std::string out;
    for (const char c : printable(text)) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

// The sentence with its ends and its cue in <mark>.
std::string marked(const Dossier::Quote& quote) {
    struct Part {
        Span span;
        std::string_view kind;
    };
    std::array<Part, 3> parts{{{quote.subject, " class=\"end\""}, {quote.object, " class=\"end\""}, {quote.cue, ""}}};
    std::ranges::sort(parts, {}, &Part::span);
    std::string out;
    std::uint32_t at = 0;
    for (const Part& part : parts) {
        if (part.span.empty() || part.span.begin < at || part.span.end > quote.sentence.size()) continue;
        out += html(std::string_view(quote.sentence).substr(at, part.span.begin - at));
        out += fmt::format("<mark{}>{}</mark>", part.kind, html(part.span.of(quote.sentence)));
        at = part.span.end;
    }
    return out + html(std::string_view(quote.sentence).substr(at));
}

std::string title_of(const Dossier::Line& line) {
    const std::string marks = marks_of(line.polarity, line.modality);
    if (marks.empty()) return html(line.words);
    const bool denied = line.polarity == Polarity::negative;
    return fmt::format("{} <span class=\"{}\">[{}]</span>", html(line.words), denied ? "not" : "soft", marks);
}

std::string quote_html(const Dossier::Quote& quote) {
    return fmt::format("<blockquote>{}<br><span class=\"soft\">{}</span></blockquote>\n", marked(quote),
                       html(origin_of(quote)));
}

std::string line_html(const Dossier::Line& line, std::size_t most) {
    std::string out = "<h3>" + title_of(line) + "</h3>\n";
    for (std::size_t i = 0; i < std::min(most, line.quotes.size()); ++i)
        out += quote_html(line.quotes[i]);
    if (line.quotes.size() > most)
        out += fmt::format("<p class=\"soft\">and {}</p>\n",
                           counted(line.quotes.size() - most, "sentence more", "sentences more"));
    return out;
}

std::string contradictions_html(const Dossier& dossier) {
    if (dossier.contradictions.empty()) return "";
    std::string out = "<h2>Said both ways</h2>\n<table><tr><th>so</th><th>not so</th></tr>\n";
    for (const auto& [so, not_so] : dossier.contradictions) {
        out += "<tr>";
        for (const auto index : {so, not_so}) {
            const auto& line = dossier.lines[index];
            out += "<td>" + title_of(line) + quote_html(line.quotes.front()) + "</td>";
        }
        out += "</tr>\n";
    }
    return out + "</table>\n";
}

std::string summary_html(const Dossier& dossier) {
    std::string out = "<h2>Relations</h2>\n<table>\n";
    for (const auto& group : dossier.groups) {
        std::string names;
        for (const auto line : group.lines) {
            const std::string& words = dossier.lines[line].words;
            names += (names.empty() ? "" : ", ") +
                     html(words.substr(std::min(words.size(), dossier.lines[line].verb.size() + 1)));
        }
        out += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n", html(group.verb), group.lines.size(), names);
    }
    return out + "</table>\n";
}

std::string timeline_html(const Dossier& dossier) {
    std::set<std::string> days;
    for (const auto& event : dossier.timeline)
        days.insert(event.date);
    if (days.size() < 2) return "";
    std::string out = "<h2>Timeline</h2>\n<table>\n";
    for (const auto& event : dossier.timeline)
        out += fmt::format("<tr><td>{}</td><td>{}</td></tr>\n", html(event.date), title_of(dossier.lines[event.line]));
    return out + "</table>\n";
}

void write(JsonWriter& out, std::string_view key, Span span) {
    out.key(key).array().value(span.begin).value(span.end).end();
}

void write(JsonWriter& out, const Dossier::Quote& quote) {
    out.object().key("sentence").value(quote.sentence).key("document").value(quote.document);
    for (const auto& [key, text] : {std::pair{"published", &quote.date},
                                    {"when", &quote.when},
                                    {"said_by", &quote.source},
                                    {"title", &quote.title},
                                    {"url", &quote.url},
                                    {"rule", &quote.rule}}) {
        if (!text->empty()) out.key(key).value(*text);
    }
    out.key("confidence").value(name_of(quote.confidence));
    write(out, "span", quote.span);
    write(out, "subject", quote.subject);
    write(out, "object", quote.object);
    write(out, "cue", quote.cue);
    out.end();
}

void write(JsonWriter& out, const Dossier::Line& line) {
    out.object().key("words").value(line.words).key("polarity").value(name_of(line.polarity));
    out.key("modality").value(name_of(line.modality)).key("belief").value(line.belief);
    out.key("as").value(line.as_subject ? "subject" : "object").key("quotes").array();
    for (const auto& quote : line.quotes)
        write(out, quote);
    out.end().end();
}

JsonWriter& count(JsonWriter& out, std::size_t number) {
    return out.value(static_cast<std::int64_t>(number));
}

}  // namespace

std::string to_html(const Dossier& dossier, std::size_t quotes) {
    const auto& node = dossier.node;
    std::string out = fmt::format("{}<title>{}</title>\n{}</head>\n<body>\n<h1>{}</h1>\n<p class=\"soft\">{}, {}", head,
                                  html(node.name), look, html(node.name), name_of(node.type), dossier::fame_of(node));
    if (!node.wikidata.empty()) out += ", Wikidata " + html(node.wikidata);
    out += "</p>\n";
    if (!node.aliases.empty()) {
        out += "<p>also ";
        for (std::size_t i = 0; i < node.aliases.size(); ++i)
            out += (i > 0 ? ", " : "") + html(node.aliases[i]);
        out += "</p>\n";
    }
    if (dossier.lines.empty()) out += "<p>No article says what it does or what is done to it.</p>\n";
    if (!dossier.lines.empty()) out += summary_html(dossier) + contradictions_html(dossier) + "<h2>Evidence</h2>\n";
    for (const auto& line : dossier.lines)
        out += line_html(line, quotes);
    return out + timeline_html(dossier) + "</body>\n</html>\n";
}

std::string to_json(const Dossier& dossier) {
    const auto& node = dossier.node;
    JsonWriter out;
    out.object().key("id").value(node.id).key("type").value(name_of(node.type)).key("name").value(node.name);
    if (!node.wikidata.empty()) out.key("wikidata").value(node.wikidata);
    out.key("aliases").array();
    for (const auto& alias : node.aliases)
        out.value(alias);
    out.end().key("mentions").value(node.mentions);
    count(out.key("articles"), node.documents.size()).key("relations").array();
    for (const auto& line : dossier.lines)
        write(out, line);
    out.end().key("groups").object();
    for (const auto& group : dossier.groups)
        count(out.key(group.verb), group.lines.size());
    out.end().key("strongest").array();
    for (const auto line : dossier.strongest)
        count(out, line);
    out.end().key("contradictions").array();
    for (const auto& [so, not_so] : dossier.contradictions)
        count(count(out.array(), so), not_so).end();
    out.end().key("timeline").array();
    for (const auto& event : dossier.timeline) {
        out.object().key("date").value(event.date);
        count(out.key("relation"), event.line);
        count(out.key("quote"), event.quote).end();
    }
    out.end().key("neighbours").array();
    for (const auto& neighbour : dossier.neighbours) {
        out.object().key("name").value(neighbour.name).key("type").value(name_of(neighbour.type));
        count(out.key("relations"), neighbour.relations).key("belief").value(neighbour.belief).end();
    }
    return std::string(out.end().end().text()) + "\n";
}

}  // namespace entente

// A dossier as plain text and as Markdown.
//
// Both tell the same in the same order; text from articles goes through printable(), and in Markdown through escapes, so
// that a name with stars or brackets in it stays a name.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <ostream>
#include <set>

#include "dossier/marks.hpp"
#include "entente/text/utf8.hpp"

namespace entente {
namespace {

using dossier::counted;
using dossier::fame_of;
using dossier::marks_of;
using dossier::origin_of;

constexpr std::size_t most_events = 30;

std::string marked(const Dossier::Line& line) {
    const std::string marks = marks_of(line.polarity, line.modality);
    return line.words + (marks.empty() ? "" : "  [" + marks + "]");
}

template <typename Items, typename Told>
std::string joined(const Items& items, Told told) {
    std::string out;
    for (const auto& item : items)
        out += (out.empty() ? "" : ", ") + told(item);
    return out;
}

std::string groups_line(const Dossier& dossier) {
    return joined(dossier.groups,
                  [](const Dossier::Group& group) { return fmt::format("{} {}", group.verb, group.lines.size()); });
}

std::string neighbours_line(const Dossier& dossier) {
    return joined(dossier.neighbours, [](const Dossier::Neighbour& neighbour) {
        return fmt::format("{} ({})", neighbour.name, neighbour.relations);
    });
}

// A timeline tells something only where there are several days.
bool has_timeline(const Dossier& dossier) {
    std::set<std::string> days;
    for (const auto& event : dossier.timeline)
        days.insert(event.date);
    return days.size() > 1;
}

std::string quotes_text(const Dossier::Line& line, std::size_t most) {
    std::string out;
    for (std::size_t i = 0; i < std::min(most, line.quotes.size()); ++i) {
        out += fmt::format("    \"{}\"\n    {}\n", printable(line.quotes[i].sentence),
                           printable(origin_of(line.quotes[i])));
    }
    if (line.quotes.size() > most)
        out += fmt::format("    and {}\n", counted(line.quotes.size() - most, "sentence more", "sentences more"));
    return out;
}

std::string head_text(const Dossier& dossier) {
    const auto& node = dossier.node;
    std::string out = fmt::format("{} ({}{}), {}\n", printable(node.name), name_of(node.type),
                                  node.wikidata.empty() ? "" : ", " + printable(node.wikidata), fame_of(node));
    if (!node.aliases.empty())
        out += "also: " + joined(node.aliases, [](const std::string& alias) { return printable(alias); }) + "\n";
    if (dossier.lines.empty()) return out + "\nNo article says what it does or what is done to it.\n";
    if (dossier.lines.size() > 1)
        out += "relations: " + printable(groups_line(dossier)) + "\nnearest: " + printable(neighbours_line(dossier)) +
               "\n";
    return out;
}

std::string contradictions_text(const Dossier& dossier) {
    std::string out;
    for (const auto& [so, not_so] : dossier.contradictions) {
        out += out.empty() ? "\nSaid both ways\n" : "";
        for (const auto index : {so, not_so}) {
            const auto& line = dossier.lines[index];
            out += fmt::format("  {}: \"{}\"\n      {}\n", printable(marked(line)),
                               printable(line.quotes.front().sentence), printable(origin_of(line.quotes.front())));
        }
    }
    return out;
}

std::string timeline_text(const Dossier& dossier) {
    if (!has_timeline(dossier)) return "";
    std::string out = "\nTimeline\n";
    for (std::size_t i = 0; i < std::min(most_events, dossier.timeline.size()); ++i) {
        const auto& event = dossier.timeline[i];
        out += fmt::format("  {:<10}  {}\n", printable(event.date), printable(marked(dossier.lines[event.line])));
    }
    if (dossier.timeline.size() > most_events)
        out += fmt::format("  and {} more\n", dossier.timeline.size() - most_events);
    return out;
}

// ---- Markdown

std::string plain(std::string_view text) {
    constexpr std::string_view special = "\\`*_{}[]<>()#+-.!|~&";
    std::string out;
    for (const char c : printable(text)) {
        if (special.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

std::string marked_plain(const Dossier::Line& line) {
    const std::string marks = marks_of(line.polarity, line.modality);
    return plain(line.words) + (marks.empty() ? "" : " *(" + marks + ")*");
}

std::string quotes_markdown(const Dossier::Line& line, std::size_t most) {
    std::string out;
    for (std::size_t i = 0; i < std::min(most, line.quotes.size()); ++i)
        out += fmt::format("> {}\n>\n> — {}\n\n", plain(line.quotes[i].sentence), plain(origin_of(line.quotes[i])));
    if (line.quotes.size() > most)
        out += fmt::format("and {}\n\n", counted(line.quotes.size() - most, "sentence more", "sentences more"));
    return out;
}

}  // namespace

std::string to_text(const Dossier& dossier, std::size_t quotes) {
    std::string out = head_text(dossier) + contradictions_text(dossier);
    for (const auto& line : dossier.lines)
        out += "\n" + printable(marked(line)) + "\n" + quotes_text(line, quotes);
    return out + timeline_text(dossier);
}

std::string to_markdown(const Dossier& dossier, std::size_t quotes) {
    const auto& node = dossier.node;
    std::string out = fmt::format("# {}\n\n{}, {}", plain(node.name), name_of(node.type), fame_of(node));
    if (!node.wikidata.empty()) out += fmt::format(", Wikidata {}", plain(node.wikidata));
    if (!node.aliases.empty()) out += "; also " + joined(node.aliases, [](const std::string& a) { return plain(a); });
    out += ".\n\n";
    if (dossier.lines.empty()) return out + "No article says what it does or what is done to it.\n";
    out += "| relation | with |\n|---|---|\n";
    for (const auto& group : dossier.groups) {
        out += fmt::format("| {} | {} |\n", plain(group.verb), joined(group.lines, [&](std::size_t line) {
                               const std::string& words = dossier.lines[line].words;
                               return plain(words.substr(std::min(words.size(), dossier.lines[line].verb.size() + 1)));
                           }));
    }
    if (!dossier.contradictions.empty()) out += "\n## Said both ways\n\n| so | not so |\n|---|---|\n";
    for (const auto& [so, not_so] : dossier.contradictions) {
        const auto cell = [&](std::size_t index) {
            const auto& line = dossier.lines[index];
            return marked_plain(line) + ": " + plain(line.quotes.front().sentence) + " — " +
                   plain(origin_of(line.quotes.front()));
        };
        out += fmt::format("| {} | {} |\n", cell(so), cell(not_so));
    }
    out += "\n## Evidence\n\n";
    for (const auto& line : dossier.lines)
        out += "**" + marked_plain(line) + "**\n\n" + quotes_markdown(line, quotes);
    if (!has_timeline(dossier)) return out;
    out += "## Timeline\n\n";
    for (const auto& event : dossier.timeline)
        out += fmt::format("- {}: {}\n", plain(event.date), marked_plain(dossier.lines[event.line]));
    return out;
}

std::ostream& operator<<(std::ostream& out, const Dossier& dossier) {
    return out << to_text(dossier);
}

}  // namespace entente

// Lines to what they hold.
//
// Blocks of lines are parsed by all cores and put together in their order, so the number of cores leaves no trace. A bad
// line costs no other. A file of which no line can be read is an Error, since going on with nothing would look like an
// answer.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <deque>
#include <future>
#include <iterator>
#include <thread>
#include <unordered_map>

#include "entente/store.hpp"
#include "store/lock.hpp"
#include "store/scan.hpp"
#include "store/standing.hpp"

namespace entente {
namespace {

using store::Block;
using store::Line;
using store::LineKind;

struct Part {
    GraphFile file;
    bool looks_like_graph = false;          // a line that could not be read was one once
    std::optional<std::size_t> unfinished;  // the problem that is a last line without its end
};

bool was_graph_line(std::string_view line) {
    return line.find("\"kind\":\"") != std::string_view::npos ||
           line.find("\"text_hash\":\"") != std::string_view::npos ||
           line.find("\"check\":\"") != std::string_view::npos;
}

Part parse(const Block& block, std::string_view file) {
    Part out;
    block.for_each([&](const Line& line) {
        ++out.file.lines;
        try {
            switch (store::proved_kind(line, file)) {
                case LineKind::article:
                    out.file.extractions.push_back(extraction_from_json(line.bytes, file, line.number));
                    break;
                case LineKind::judgement:
                    out.file.judgements.push_back(judgement_from_json(line.bytes, file, line.number));
                    break;
                case LineKind::other:
                    out.file.others.emplace_back(line.bytes);
                    break;
            }
        } catch (const Error& error) {
            out.looks_like_graph |= was_graph_line(line.bytes);
            if (!line.ended) out.unfinished = out.file.problems.size();
            out.file.problems.push_back(error);
        }
    });
    return out;
}

template <typename T>
void move_to(std::vector<T>& to, std::vector<T>& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void append(Part& to, Part from) {
    if (from.unfinished) to.unfinished = to.file.problems.size() + *from.unfinished;
    to.looks_like_graph |= from.looks_like_graph;
    to.file.lines += from.file.lines;
    move_to(to.file.extractions, from.file.extractions);
    move_to(to.file.judgements, from.file.judgements);
    move_to(to.file.others, from.file.others);
    move_to(to.file.problems, from.file.problems);
}

template <typename T, typename Keep>
void keep_if(std::vector<T>& all, Keep&& keep) {
    std::size_t to = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!keep(i)) continue;
        if (to != i) all[to] = std::move(all[i]);
        ++to;
    }
    all.resize(to);
}

// Leaves of each text the reading that counts, where it stands.
void keep_standing(std::vector<Extraction>& readings) {
    std::vector<std::string> ids;
    std::vector<store::Version> versions;
    if (std::any_of(readings.begin(), readings.end(), [](const auto& e) { return !e.supersedes.empty(); })) {
        for (const Extraction& reading : readings)
            ids.push_back(reading_id(reading));
        for (std::size_t i = 0; i < readings.size(); ++i)
            versions.push_back({ids[i], &readings[i].supersedes});
        const auto out_of_date = store::superseded(versions);
        keep_if(readings, [&](std::size_t i) { return !out_of_date[i]; });
    }
    std::unordered_map<std::string_view, std::size_t> first;  // by text
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const auto [at, is_new] = first.try_emplace(readings[i].document.text_hash, i);
        if (!is_new && counts_before(readings[i], readings[at->second])) at->second = i;
    }
    if (first.size() == readings.size()) return;
    std::vector<bool> counts(readings.size());
    for (const auto& [text, at] : first)
        counts[at] = true;
    keep_if(readings, [&](std::size_t i) { return counts[i]; });
}

void keep_standing(std::vector<Judgement>& judgements) {
    std::vector<store::Version> versions;
    for (const Judgement& judgement : judgements)
        versions.push_back({judgement.id, &judgement.supersedes});
    const auto out_of_date = store::superseded(versions);
    std::unordered_map<std::string, bool> seen;
    std::vector<bool> repeated;
    for (const Judgement& judgement : judgements)
        repeated.push_back(!seen.emplace(judgement.id, true).second);
    keep_if(judgements, [&](std::size_t i) { return !out_of_date[i] && !repeated[i]; });
}

GraphFile finished(Part part) {
    GraphFile& out = part.file;
    if (out.extractions.empty() && out.judgements.empty() && out.others.empty() && !out.problems.empty()) {
        const Error& first = out.problems.front();
        if (part.looks_like_graph) {
            throw Error(Error::Kind::data, first.place(), first.text() + "; no line of this graph file can be read",
                        "build it again from its articles");
        }
        throw Error(Error::Kind::data, first.place(), "not a graph file: " + first.text(),
                    "a graph file is made by: entente build ARTICLES -o news.graph");
    }
    keep_standing(out.extractions);
    keep_standing(out.judgements);
    return std::move(out);
}

}  // namespace

GraphFile parse_graph(std::string_view bytes, std::string_view file) {
    return finished(parse({std::string(bytes), 1, 0}, file));
}

GraphFile load_graph(const std::string& path) {
    const std::string name = path == "-" ? "standard input" : path;
    const std::size_t workers = std::max(1u, std::thread::hardware_concurrency());
    store::Blocks blocks(path);
    std::deque<std::future<Part>> parts;
    Part all;
    const auto take = [&] {
        append(all, parts.front().get());
        parts.pop_front();
    };
    while (auto block = blocks.next()) {
        if (parts.size() > workers) take();
        parts.push_back(std::async(std::launch::async, [b = std::move(*block), &name] { return parse(b, name); }));
    }
    while (!parts.empty())
        take();
    // A last line without its end is not torn but being written if somebody holds the lock.
    if (all.unfinished && path != "-" && store::is_locked(path)) {
        all.file.problems.erase(all.file.problems.begin() + static_cast<std::ptrdiff_t>(*all.unfinished));
        --all.file.lines;
    }
    return finished(std::move(all));
}

}  // namespace entente

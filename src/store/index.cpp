// What a graph file holds, its lines proved but not parsed.
// SPDX-License-Identifier: MIT
#include <deque>
#include <future>
#include <thread>

#include "entente/store.hpp"
#include "store/lock.hpp"
#include "store/scan.hpp"
#include "store/standing.hpp"

namespace entente {
namespace {

using store::Block;
using store::Head;
using store::Line;
using store::LineKind;

struct Part {
    std::vector<Head> articles;
    std::size_t judgements = 0, others = 0;
    std::vector<Error> problems;
};

Part scan(const Block& block, const std::string& file) {
    Part out;
    block.for_each([&](const Line& line) {
        try {
            const LineKind kind = store::proved_kind(line, file);
            if (kind == LineKind::article) out.articles.push_back(store::head_of(line.bytes));
            if (kind == LineKind::judgement) ++out.judgements;
            if (kind == LineKind::other) ++out.others;
        } catch (const Error& error) {
            out.problems.push_back(error);
        }
    });
    return out;
}

void add(GraphIndex& index, Part part) {
    index.articles += part.articles.size();
    index.judgements += part.judgements;
    index.others += part.others;
    for (Error& problem : part.problems)
        index.problems.push_back(std::move(problem));
    for (Head& head : part.articles) {
        std::string id = head.reading();
        index.texts[std::move(head.document)] = head.text_hash;
        auto& readings = index.readings[std::move(head.text_hash)];
        readings.push_back({std::move(head.by), std::move(id), std::move(head.supersedes)});
    }
}

// Of one text.
void keep_standing(std::vector<GraphIndex::Reading>& readings) {
    if (readings.size() < 2) return;
    std::vector<store::Version> versions;
    for (const auto& reading : readings)
        versions.push_back({reading.id, &reading.history});
    const auto out_of_date = store::superseded(versions);
    std::vector<GraphIndex::Reading> standing;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (!out_of_date[i]) standing.push_back(std::move(readings[i]));
    }
    readings = std::move(standing);
}

}  // namespace

GraphIndex index_graph(const std::string& path) {
    const std::string name = path == "-" ? "standard input" : path;
    const std::size_t workers = std::max(1u, std::thread::hardware_concurrency());
    store::Blocks blocks(path);
    std::deque<std::future<Part>> parts;
    GraphIndex out;
    const auto take = [&] {
        add(out, parts.front().get());
        parts.pop_front();
    };
    while (auto block = blocks.next()) {
        if (parts.size() > workers) take();
        parts.push_back(std::async(std::launch::async, [b = std::move(*block), &name] { return scan(b, name); }));
    }
    while (!parts.empty())
        take();
    for (auto& [text, readings] : out.readings)
        keep_standing(readings);
    return out;
}

}  // namespace entente

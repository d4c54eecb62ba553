// Lines at the end of a graph file.
//
// A line is put there by one write, and 64 of them, or what there is at the end, are synced together. A program that is
// killed leaves whole lines and at most one that is not: its end is missing, so the next writer sees it in the last bytes
// of the file and cuts it off. Nothing else of the file is read, so adding to a large graph costs no more than to a small one.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "entente/extraction/line.hpp"
#include "entente/output.hpp"
#include "entente/store.hpp"
#include "store/blocks.hpp"
#include "store/lock.hpp"

namespace entente {
namespace {

constexpr std::size_t lines_a_sync = 64;

// The last line of the file, with its offset; "" = the file is empty or ends with a line end.
std::pair<std::string, std::uint64_t> unfinished_line(const GrowingFile& file) {
    std::string tail;
    std::uint64_t begin = file.size();
    for (std::uint64_t step = 4096; begin > 0; step *= 4) {
        const std::uint64_t from = begin > step ? begin - step : 0;
        tail = file.read(from, begin) + tail;
        begin = from;
        if (tail.ends_with('\n')) return {"", file.size()};
        if (const auto at = tail.rfind('\n'); at != std::string::npos) return {tail.substr(at + 1), begin + at + 1};
    }
    return {tail, 0};
}

}  // namespace

struct GraphWriter::State {
    explicit State(const std::string& path) : name(path), lock(path), file(path) {}
    std::string name;
    store::Lock lock;
    GrowingFile file;
    std::optional<Error> cut_off;
    std::size_t pending = 0, committed = 0;
};

GraphWriter::GraphWriter(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    state_ = std::make_unique<State>(real ? real.get() : path);
    state_->name = path;
    // A graph begins like one, or with what a power cut left: zeros.
    const std::string head = state_->file.read(0, std::min<std::uint64_t>(5, state_->file.size()));
    if (!std::string_view("{\"v\":").starts_with(head) && !head.starts_with('\0')) {
        throw Error(Error::Kind::data, Error::Place{path, 1, 0, ""}, "not a graph file",
                    "the file is left as it is: write to another file");
    }
    const auto [line, begin] = unfinished_line(state_->file);
    if (line.empty()) return;
    if (seal_of(store::trimmed(line)) == Seal::whole) {  // only its end is missing
        state_->file.append("\n");
        state_->file.sync();
        return;
    }
    state_->file.cut(begin);
    state_->cut_off =
        Error(Error::Kind::data, Error::Place{path, 0, 0, line.substr(0, 80)},
              fmt::format("the last line was not written to its end: its {} bytes, from byte {}, are cut off",
                          line.size(), begin),
              "its article is read again when it is among those given");
}

GraphWriter::~GraphWriter() = default;

const std::optional<Error>& GraphWriter::cut_off() const {
    return state_->cut_off;
}

std::size_t GraphWriter::committed() const {
    return state_->committed;
}

void GraphWriter::add_line(std::string line) {
    line += '\n';
    state_->file.append(line);
    if (++state_->pending >= lines_a_sync) commit();
}

void GraphWriter::add(const Extraction& extraction) {
    add_line(to_json(extraction));
}

void GraphWriter::add(const Judgement& judgement) {
    add_line(to_json(judgement));
}

void GraphWriter::commit() {
    state_->file.sync();
    state_->committed += state_->pending;
    state_->pending = 0;
}

}  // namespace entente

// Graph files into one.
//
// The lines are never held: of each one its hash and place are, 100 bytes or so, and the output is copied line by line in
// the order of the hashes. Which lines are left out is decided by what they are alone, see standing.hpp, so merging merged
// files gives the same bytes as merging all at once.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <tuple>

#include "entente/extraction/line.hpp"
#include "entente/output.hpp"
#include "entente/store.hpp"
#include "entente/text/utf8.hpp"
#include "store/lock.hpp"
#include "store/scan.hpp"
#include "store/standing.hpp"

namespace entente {
namespace {

using store::Line;
using store::LineKind;

// Where a line stands.
struct Place {
    std::string hash;
    std::uint32_t input = 0;
    std::uint64_t begin = 0;
    std::size_t size = 0;
    std::string version;               // what it is, for standing.hpp: a reading's id, a judgement's; "" = neither
    std::vector<std::string> history;  // what it supersedes
};

class Merge {
  public:
    explicit Merge(const std::vector<std::string>& inputs) : names_(inputs) {}
    void read(std::uint32_t input, bool may_be_unfinished);
    void settle();
    void write(WholeFile& out) const;
    [[nodiscard]] GraphCopy take() { return std::move(report_); }

  private:
    void add(const Line& line, std::uint32_t input, std::string_view name);
    void drop_superseded();
    void drop_repeated_readings();
    [[nodiscard]] std::string bytes_of(const Place& place) const;

    std::vector<std::string> names_;
    std::vector<std::unique_ptr<store::Blocks>> files_;  // by input
    std::map<std::uint32_t, std::string> held_;          // by input: standard input cannot be read twice
    std::vector<Place> lines_;
    GraphCopy report_;
};

void Merge::add(const Line& line, std::uint32_t input, std::string_view name) {
    const LineKind kind = store::proved_kind(line, name);
    const std::string_view check = check_of(line.bytes);
    Place place{std::string(check), input, line.begin, line.bytes.size(), "", {}};
    if (check.empty()) place.hash = hash_hex(line.bytes);
    if (kind == LineKind::article) {
        store::Head head = store::head_of(line.bytes);
        place.version = head.reading();
        place.history = std::move(head.supersedes);
    } else if (kind == LineKind::judgement) {
        place.version = check;
        place.history = judgement_from_json(line.bytes, name, line.number).supersedes;
    }
    lines_.push_back(std::move(place));
}

void Merge::read(std::uint32_t input, bool may_be_unfinished) {
    const std::string name = names_[input] == "-" ? "standard input" : names_[input];
    files_.push_back(std::make_unique<store::Blocks>(names_[input]));
    while (const auto block = files_.back()->next()) {
        if (names_[input] == "-") held_[input] += block->bytes;
        block->for_each([&](const Line& line) {
            try {
                add(line, input, name);
            } catch (const Error& error) {
                if (!line.ended && may_be_unfinished) return;
                report_.problems.push_back(error);
                report_.damaged.emplace_back(line.bytes);
            }
        });
    }
}

// Sorts the lines by hash and leaves those that count.
void Merge::settle() {
    const auto order = [](const Place& place) { return std::tie(place.hash, place.input, place.begin); };
    std::sort(lines_.begin(), lines_.end(), [&](const Place& a, const Place& b) { return order(a) < order(b); });
    const auto end =
        std::unique(lines_.begin(), lines_.end(), [](const Place& a, const Place& b) { return a.hash == b.hash; });
    report_.repeated = static_cast<std::size_t>(lines_.end() - end);
    lines_.erase(end, lines_.end());
    drop_superseded();
    drop_repeated_readings();
    report_.kept = lines_.size();
}

void Merge::drop_superseded() {
    std::vector<store::Version> versions;
    for (const Place& line : lines_)
        versions.push_back({line.version, &line.history});
    const auto out_of_date = store::superseded(versions);
    std::vector<Place> kept;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (!out_of_date[i]) kept.push_back(std::move(lines_[i]));
    }
    report_.superseded = lines_.size() - kept.size();
    lines_ = std::move(kept);
}

// One maker read one text under several names: the first of them counts.
void Merge::drop_repeated_readings() {
    std::map<std::string, std::vector<std::size_t>> by_reading;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (!lines_[i].version.empty()) by_reading[lines_[i].version].push_back(i);
    }
    std::vector<bool> dropped(lines_.size());
    for (const auto& [reading, same] : by_reading) {
        if (same.size() < 2) continue;
        std::optional<Extraction> first;
        std::size_t best = 0;
        for (const std::size_t i : same) {
            Extraction extraction = extraction_from_json(bytes_of(lines_[i]), names_[lines_[i].input]);
            dropped[i] = true;
            if (first && !counts_before(extraction, *first)) continue;
            first = std::move(extraction);
            best = i;
        }
        dropped[best] = false;
        report_.repeated += same.size() - 1;
    }
    std::size_t at = 0;
    std::erase_if(lines_, [&](const Place&) { return dropped[at++]; });
}

std::string Merge::bytes_of(const Place& place) const {
    const auto held = held_.find(place.input);
    std::string out = held != held_.end() ? held->second.substr(place.begin, place.size)
                                          : files_[place.input]->at(place.begin, place.size);
    const std::string_view check = check_of(out);
    if (check.empty() ? hash_hex(out) == place.hash : check == place.hash && seal_of(out) == Seal::whole) return out;
    throw Error(Error::Kind::io, Error::Place{names_[place.input], 0, 0, ""}, "the file changed while it was read",
                "run the same command again");
}

void Merge::write(WholeFile& out) const {
    std::string buffer;
    for (const Place& place : lines_) {
        buffer.append(bytes_of(place)).append("\n");
        if (buffer.size() < std::size_t{1} << 20) continue;
        out.write(buffer);
        buffer.clear();
    }
    out.write(buffer);
}

}  // namespace

GraphCopy merge_graphs(const std::vector<std::string>& inputs, const std::string& output) {
    std::vector<bool> written;  // by somebody else, now
    for (const std::string& input : inputs)
        written.push_back(input != "-" && store::is_locked(input));
    std::optional<store::Lock> lock;
    if (!is_stream(output)) lock.emplace(output);
    WholeFile out(output);
    Merge merge(inputs);
    for (std::uint32_t i = 0; i < inputs.size(); ++i)
        merge.read(i, written[i]);
    merge.settle();
    GraphCopy report = merge.take();
    if (report.kept == 0 && !report.problems.empty()) {
        const Error& first = report.problems.front();
        throw Error(Error::Kind::data, first.place(), "no line can be read: " + first.text(), first.hint());
    }
    merge.write(out);
    out.commit();
    return report;
}

}  // namespace entente

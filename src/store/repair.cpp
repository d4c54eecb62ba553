// A damaged graph file without its damage.
//
// Lines that can be read stay as they are, in their order. A line that cannot is looked through for whole lines in it:
// where a line end was lost, two good lines stand in one, or a good one after the half of another. A line of this format
// begins with {"v": and these bytes stand nowhere else in it, since a quotation mark inside a string is escaped.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "entente/extraction/line.hpp"
#include "entente/output.hpp"
#include "entente/store.hpp"
#include "store/lock.hpp"
#include "store/scan.hpp"

namespace entente {
namespace {

using store::Line;

// Where a line begins in the bytes, each time.
std::vector<std::string_view> pieces_of(std::string_view bytes) {
    constexpr std::string_view start = "{\"v\":";
    std::vector<std::string_view> out;
    std::size_t begin = 0;
    for (std::size_t at = bytes.find(start, 1); at != std::string_view::npos; at = bytes.find(start, at + 1)) {
        out.push_back(bytes.substr(begin, at - begin));
        begin = at;
    }
    out.push_back(bytes.substr(begin));
    return out;
}

// Throws Error (data) where a line is damaged, or is whole and does not hold what such a line holds.
void require_readable(const Line& line, std::string_view file) {
    switch (store::proved_kind(line, file)) {
        case store::LineKind::article:
            (void)extraction_from_json(line.bytes, file, line.number);
            return;
        case store::LineKind::judgement:
            (void)judgement_from_json(line.bytes, file, line.number);
            return;
        case store::LineKind::other:
            return;
    }
}

class Repair {
  public:
    explicit Repair(const std::string& name) : name_(name) {}

    void take(const Line& line) {
        try {
            require_readable(line, name_);
            keep(line.bytes);
        } catch (const Error& error) {
            report_.problems.push_back(error);
            rescue(line);
        }
    }

    [[nodiscard]] const std::string& kept() const { return kept_; }
    [[nodiscard]] GraphCopy take_report() { return std::move(report_); }
    void forget_kept() { kept_.clear(); }

  private:
    void keep(std::string_view line) {
        ++report_.kept;
        kept_.append(line).append("\n");
    }

    void rescue(const Line& whole) {
        std::string damaged;
        for (const std::string_view piece : pieces_of(whole.bytes)) {
            const Line line{piece.substr(0, piece.find_last_not_of('\0') + 1), whole.number};
            if (is_whole(line)) {
                ++report_.rescued;
                keep(line.bytes);
            } else {
                damaged += piece;
            }
        }
        report_.damaged.push_back(std::move(damaged));
    }

    [[nodiscard]] bool is_whole(const Line& line) const try {
        if (seal_of(line.bytes) != Seal::whole) return false;
        require_readable(line, name_);
        return true;
    } catch (const Error&) {
        return false;
    }

    std::string name_;
    std::string kept_;
    GraphCopy report_;
};

}  // namespace

GraphCopy repair_graph(const std::string& graph, const std::string& output) {
    const bool in_place = graph == output;
    const store::Lock lock(in_place ? graph : output);
    WholeFile out(output);
    Repair repair(graph);
    store::Blocks blocks(graph);
    while (const auto block = blocks.next()) {
        block->for_each([&](const Line& line) { repair.take(line); });
        out.write(repair.kept());
        repair.forget_kept();
    }
    GraphCopy report = repair.take_report();
    if (in_place && report.problems.empty()) return report;
    if (report.kept == 0) {
        const Error& first =
            report.problems.empty() ? Error(Error::Kind::data, "the file is empty") : report.problems.front();
        throw Error(Error::Kind::data, Error::Place{graph, first.place().line, 0, ""},
                    "no line can be read: " + first.text(), "the file is left as it is");
    }
    if (in_place) {
        std::string cut;
        for (const std::string& bytes : report.damaged)
            cut += bytes + "\n";
        write_file(graph + ".cut", cut);
    }
    out.commit();
    return report;
}

}  // namespace entente

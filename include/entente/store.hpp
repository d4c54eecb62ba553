// The graph file.
//
// in        a file of JSON lines: articles, a person's judgements (docs/extraction.md, docs/judge.md); blank lines are
//           passed over
// out       load_graph(): what the lines hold; what could not be read, by line. GraphWriter: lines at the end of the file
// errors    Error (missing, io) for the file itself, (busy) where another process writes to it; Error (data) where it holds
//           no line that can be read though it is not empty. A bad line among good ones is no Error: it is in `problems`
// lifetime  GraphFile and GraphIndex are plain values; a GraphWriter holds the lock until it ends
// threads   loading uses all cores; one GraphWriter, one thread; readers and a writer of the same file do not mind each other
// cost      linear; adding does not depend on what is there; merging holds 100 bytes a line
// example   const GraphFile file = load_graph("news.graph");  assemble(file.extractions, schema)
// source    docs/store.md
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/extraction.hpp"
#include "entente/extraction/judgement.hpp"
#include "entente/text/error.hpp"

namespace entente {

struct GraphFile {
    std::vector<Extraction> extractions;  // in the order of the lines; of each text the one reading that counts
    std::vector<Judgement> judgements;    // those that no other line supersedes, also such as take one back
    std::vector<std::string> others;      // lines of other kinds, as they stand
    std::vector<Error> problems;          // lines that could not be read, in order
    std::size_t lines = 0;                // all of them, blank ones aside
};

[[nodiscard]] GraphFile parse_graph(std::string_view bytes, std::string_view file);
[[nodiscard]] GraphFile load_graph(const std::string& path);  // "-" is standard input

// The file's bytes: first the other lines, then the articles, then the judgements, in the order given.
[[nodiscard]] std::string graph_bytes(const GraphFile& file);

// Whether the bytes begin like a graph file, to tell one from an article.
[[nodiscard]] bool is_graph(std::string_view bytes);

// What a graph file holds, found without parsing its lines: cheaper than load_graph() by far.
struct GraphIndex {
    struct Reading {
        std::string by;                    // who read the article
        std::string id;                    // reading_id()
        std::vector<std::string> history;  // what it supersedes
    };
    std::unordered_map<std::string, std::vector<Reading>> readings;  // by text hash: all that no other line supersedes
    std::unordered_map<std::string, std::string> texts;              // by document id: a text hash, of the last line
    std::size_t articles = 0, judgements = 0, others = 0;            // lines
    std::vector<Error> problems;
};

[[nodiscard]] GraphIndex index_graph(const std::string& path);

// Adds lines to a graph file, and makes the file where there is none.
class GraphWriter {
  public:
    // Takes the lock. A last line that was not written to its end is cut off, see cut_off().
    explicit GraphWriter(const std::string& path);
    GraphWriter(const GraphWriter&) = delete;
    GraphWriter& operator=(const GraphWriter&) = delete;
    ~GraphWriter();  // what was not committed is taken back

    // The line that was cut off, as an Error that tells where it stood; nothing = the file was whole.
    [[nodiscard]] const std::optional<Error>& cut_off() const;

    // Puts a line at the end of the file; every 64 are committed. Error (io): the file is as it was at the last commit.
    void add(const Extraction& extraction);
    void add(const Judgement& judgement);
    // From now on neither a crash of the program nor of the machine loses what was added.
    void commit();
    [[nodiscard]] std::size_t committed() const;  // lines added and safe

  private:
    struct State;
    void add_line(std::string line);
    std::unique_ptr<State> state_;
};

// What merge_graphs() and repair_graph() did.
struct GraphCopy {
    std::size_t kept = 0, repeated = 0, superseded = 0;  // lines
    std::size_t rescued = 0;                             // of those kept: found whole inside a damaged line
    std::vector<Error> problems;                         // lines that could not be read, in order
    std::vector<std::string> damaged;                    // their bytes
};

// The lines of all inputs as one file: each once, without readings that another line supersedes, sorted by hash. The same
// bytes for any grouping and order of the inputs, of which the output may be one. Error (data) where no line can be read.
[[nodiscard]] GraphCopy merge_graphs(const std::vector<std::string>& inputs, const std::string& output);

// The lines of a graph file that can be read, in their order. Where the output is the file itself, what is cut out lies
// afterwards in a file of its name and ".cut", and a file without damage is not touched. Error (data) where no line can be
// read.
[[nodiscard]] GraphCopy repair_graph(const std::string& graph, const std::string& output);

}  // namespace entente

// Options that several commands share.
// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/assemble.hpp"
#include "entente/extract.hpp"
#include "entente/store.hpp"

namespace entente::cli {

// --schema, --rules, --knowledge: data added to what is built in.
struct DataOptions {
    std::vector<std::string> schema, rules, knowledge;
    void declare(CLI::App& app);
    [[nodiscard]] Knowledge load_knowledge() const;
    [[nodiscard]] Extractor load_extractor() const;
};

// PATHS, --jobs, --quiet, --keep-text: articles to read.
struct ArticleOptions {
    std::vector<std::string> paths;
    unsigned jobs = 0;  // 0 = one a core
    bool quiet = false;
    bool keep_text = false;
    void declare(CLI::App& app);
    // Hands each Extraction to `sink` in the order of the sorted paths; tells of what was passed over and of the sum.
    // `known`: articles that need not be extracted; it is asked by several threads at once.
    // Answers the exit code: fine, some_skipped, or that of a signal; throws Error (data) where nothing could be read.
    [[nodiscard]] int extract(const Extractor& extractor, const std::function<void(Extraction)>& sink,
                              const std::function<bool(const Article&)>& known = {}) const;
};

// The bytes of a file, or of standard input for "-"; Error (missing or io).
[[nodiscard]] std::string read_bytes(const std::string& path);

// Loads a graph file as it stands, without what a person has judged, and tells of the lines that could not be read;
// `code` becomes some_skipped if there are any.
[[nodiscard]] GraphFile read_graph(const std::string& path, int& code);

// The same, as a person has judged it: the Extractions are corrected.
[[nodiscard]] GraphFile open_graph(const std::string& path, int& code);
// And for bytes that have been read already.
[[nodiscard]] GraphFile open_graph(std::string_view bytes, const std::string& name, int& code);

// The same, assembled. It stays until the program ends: to take a large graph apart takes longer than to count it.
[[nodiscard]] const KnowledgeGraph& open_knowledge(const std::string& path, const Schema& schema, int& code);

}  // namespace entente::cli

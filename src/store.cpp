// The graph file.
//
// Every line carries its own check, so a damaged line is known by itself and costs no other. The folder of this name has
// the parts: blocks and lines, the lock, loading, the index, writing, merging.
// SPDX-License-Identifier: MIT
#include "entente/store.hpp"

#include "entente/extraction/line.hpp"

namespace entente {

std::string graph_bytes(const GraphFile& file) {
    std::string out;
    for (const auto& line : file.others)
        out += line + "\n";
    for (const auto& extraction : file.extractions)
        out += to_json(extraction) + "\n";
    for (const auto& judgement : file.judgements)
        out += to_json(judgement) + "\n";
    return out;
}

bool is_graph(std::string_view bytes) {
    return !kind_of(bytes.substr(0, bytes.find('\n'))).empty();
}

}  // namespace entente

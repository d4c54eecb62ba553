// Which lines count.
// SPDX-License-Identifier: MIT
#include "store/standing.hpp"

#include <algorithm>
#include <unordered_map>

namespace entente::store {

std::vector<bool> superseded(const std::vector<Version>& versions) {
    std::unordered_map<std::string_view, std::vector<const Version*>> named_by;  // id -> versions that supersede it
    for (const Version& version : versions) {
        for (const std::string& id : *version.history)
            named_by[id].push_back(&version);
    }
    std::vector<bool> out(versions.size());
    if (named_by.empty()) return out;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const auto later = named_by.find(versions[i].id);
        if (later == named_by.end()) continue;
        const auto& own = *versions[i].history;
        out[i] = std::any_of(later->second.begin(), later->second.end(), [&](const Version* version) {
            return version->id != versions[i].id &&
                   std::includes(version->history->begin(), version->history->end(), own.begin(), own.end());
        });
    }
    return out;
}

}  // namespace entente::store

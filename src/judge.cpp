// A person's corrections.
// SPDX-License-Identifier: MIT
#include "entente/judge.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "entente/text/utf8.hpp"

namespace entente {
namespace {

using Kind = Judgement::Kind;

bool is_wikidata(std::string_view id) {
    return id.size() > 1 && id[0] == 'Q' && id.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

// Which entities are one: sets that grow together, as long as no two of a set are known to be distinct.
class Identities {
  public:
    explicit Identities(const std::vector<Judgement>& judgements) {
        std::vector<const Judgement*> same;
        for (const Judgement& judgement : judgements) {
            if (judgement.kind == Kind::same) same.push_back(&judgement);
            if (judgement.kind == Kind::distinct) distinct_.emplace(judgement.about[0], judgement.about[1]);
        }
        std::sort(same.begin(), same.end(), [](const auto* a, const auto* b) { return a->about < b->about; });
        for (const Judgement* judgement : same)
            unite(judgement->about[0], judgement->about[1]);
        for (const auto& [id, set] : sets_)
            canonical_.emplace(id, first_of(set));
    }

    [[nodiscard]] const std::unordered_map<std::string, std::string>& canonical() const { return canonical_; }

  private:
    using Set = std::set<std::string>;

    Set set_of(const std::string& id) const {
        const auto found = sets_.find(id);
        return found == sets_.end() ? Set{id} : found->second;
    }

    void unite(const std::string& a, const std::string& b) {
        Set all = set_of(a);
        const Set other = set_of(b);
        for (const std::string& x : all) {
            for (const std::string& y : other) {
                if (distinct_.contains(std::minmax(x, y))) return;
            }
        }
        all.insert(other.begin(), other.end());
        for (const std::string& id : all)
            sets_[id] = all;
    }

    // What the world knows goes before what an article calls it.
    static const std::string& first_of(const Set& set) {
        const auto known = std::find_if(set.begin(), set.end(), [](const auto& id) { return is_wikidata(id); });
        return known != set.end() ? *known : *set.begin();
    }

    std::set<std::pair<std::string, std::string>> distinct_;
    std::map<std::string, Set> sets_;  // by each of their members
    std::unordered_map<std::string, std::string> canonical_;
};

using NewIds = std::unordered_map<std::string, std::string>;  // old id -> new id

void rename(std::string& id, const NewIds& names) {
    if (const auto found = names.find(id); found != names.end()) id = found->second;
}

void take_in(Entity& to, Entity from) {
    to.mentions.insert(to.mentions.end(), from.mentions.begin(), from.mentions.end());
    std::sort(to.mentions.begin(), to.mentions.end(), [](const auto& a, const auto& b) { return a.span < b.span; });
    std::set<std::string> aliases(to.aliases.begin(), to.aliases.end());
    aliases.insert(from.aliases.begin(), from.aliases.end());
    aliases.insert(from.name);
    aliases.erase(to.name);
    to.aliases.assign(aliases.begin(), aliases.end());
    if (to.wikidata.empty()) to.wikidata = std::move(from.wikidata);
}

bool concerns(const Extraction& extraction, const NewIds& names) {
    return std::any_of(extraction.entities.begin(), extraction.entities.end(),
                       [&](const Entity& entity) { return names.contains(entity.id); });
}

void rename_all(Extraction& extraction, const NewIds& names) {
    if (!concerns(extraction, names)) return;
    std::map<std::string, Entity> by_id;
    // Those that keep their id come first, so that an article's own name for the entity stays its name.
    for (const bool renamed : {false, true}) {
        for (Entity& entity : extraction.entities) {
            if (names.contains(entity.id) != renamed) continue;
            rename(entity.id, names);
            const auto at = by_id.find(entity.id);
            if (at == by_id.end()) {
                if (renamed && is_wikidata(entity.id)) entity.wikidata = entity.id;
                by_id.emplace(entity.id, std::move(entity));
            } else {
                take_in(at->second, std::move(entity));
            }
        }
    }
    extraction.entities.clear();
    for (auto& [id, entity] : by_id)
        extraction.entities.push_back(std::move(entity));
    for (Statement& statement : extraction.statements) {
        rename(statement.subject, names);
        rename(statement.object, names);
        rename(statement.source, names);
    }
}

void split(Extraction& extraction, const std::vector<const Judgement*>& splits) {
    NewIds names;
    for (const Judgement* judgement : splits) {
        if (std::binary_search(judgement->articles.begin(), judgement->articles.end(), extraction.document.text_hash))
            names.emplace(judgement->about[0], split_id(*judgement));
    }
    rename_all(extraction, names);
    for (Entity& entity : extraction.entities) {
        if (entity.id.find('#') != std::string::npos) entity.wikidata.clear();
    }
}

// An entity that is merged has everywhere the type that its id has where it is not renamed.
void settle_types(std::vector<Extraction>& extractions, const std::map<std::string, EntityType>& types) {
    for (Extraction& extraction : extractions) {
        for (Entity& entity : extraction.entities) {
            if (const auto type = types.find(entity.id); type != types.end()) entity.type = type->second;
        }
    }
}

std::map<std::string, EntityType> types_of(const std::vector<Extraction>& extractions, const NewIds& names) {
    std::set<std::string> canonical;
    for (const auto& [from, to] : names)
        canonical.insert(to);
    std::map<std::string, EntityType> out;
    for (const Extraction& extraction : extractions) {
        for (const Entity& entity : extraction.entities) {
            if (!canonical.contains(entity.id)) continue;
            const auto [at, is_new] = out.emplace(entity.id, entity.type);
            if (!is_new) at->second = std::min(at->second, entity.type);
        }
    }
    return out;
}

}  // namespace

std::string split_id(const Judgement& split) {
    std::string key;
    for (const auto& article : split.articles)
        key += article + "|";
    return split.about[0] + "#" + hash_hex(key).substr(0, 6);
}

std::vector<Judgement> in_force(std::span<const Judgement> standing) {
    std::set<std::string> barred;  // pairs that are distinct
    for (const Judgement& judgement : standing) {
        if (judgement.kind == Kind::distinct && !judgement.undone) barred.insert(judgement.topic());
    }
    std::vector<Judgement> out;
    for (const Judgement& judgement : standing) {
        if (judgement.undone || (judgement.kind == Kind::same && barred.contains(judgement.topic()))) continue;
        out.push_back(judgement);
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return out;
}

std::vector<Extraction> corrected(std::vector<Extraction> extractions, std::span<const Judgement> standing) {
    const std::vector<Judgement> judgements = in_force(standing);
    if (judgements.empty()) return extractions;
    std::unordered_set<std::string> withdrawn, wrong;
    std::vector<const Judgement*> splits;
    for (const Judgement& judgement : judgements) {
        if (judgement.kind == Kind::withdrawn) withdrawn.insert(judgement.about[0]);
        if (judgement.kind == Kind::wrong) wrong.insert(judgement.about[0]);
        if (judgement.kind == Kind::split) splits.push_back(&judgement);
    }
    std::erase_if(extractions, [&](const auto& e) { return withdrawn.contains(e.document.text_hash); });
    for (Extraction& extraction : extractions) {
        if (!wrong.empty()) std::erase_if(extraction.statements, [&](const auto& s) { return wrong.contains(s.id); });
        if (!splits.empty()) split(extraction, splits);
    }
    NewIds names = Identities(judgements).canonical();
    std::erase_if(names, [](const auto& pair) { return pair.first == pair.second; });
    if (names.empty()) return extractions;
    const auto types = types_of(extractions, names);
    for (Extraction& extraction : extractions)
        rename_all(extraction, names);
    settle_types(extractions, types);
    return extractions;
}

Judgement said(Judgement judgement, std::span<const Judgement> standing) {
    std::sort(judgement.about.begin(), judgement.about.end());
    std::sort(judgement.articles.begin(), judgement.articles.end());
    std::set<std::string> earlier;
    for (const Judgement& other : standing) {
        if (other.topic() != judgement.topic()) continue;
        earlier.insert(other.id);
        earlier.insert(other.supersedes.begin(), other.supersedes.end());
    }
    judgement.supersedes.assign(earlier.begin(), earlier.end());
    judgement.id.clear();
    return judgement;
}

Judgement taken_back(const Judgement& judgement, std::span<const Judgement> standing) {
    Judgement out = judgement;
    out.undone = true;
    return said(std::move(out), standing);
}

}  // namespace entente

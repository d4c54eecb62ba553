// Names to entities.
//
// Names first, then what stands for them; then entities get their ids and their order.
// SPDX-License-Identifier: MIT
#include "entente/resolve.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "resolve/anaphora.hpp"
#include "resolve/bodies.hpp"
#include "resolve/clusters.hpp"
#include "resolve/identity.hpp"

namespace entente {

using namespace resolve;

namespace {

// The entity of a cluster, without mentions.
Entity make_entity(const Cluster& cluster, const Document& document, const Knowledge& knowledge) {
    Entity out;
    out.type = cluster.type;
    out.name = canonical_name(cluster, document);
    out.id = identity(cluster, out.name, document, knowledge);
    if (cluster.known != nullptr) out.wikidata = cluster.known->entity.wikidata;
    std::set<std::string> forms;
    for (const std::uint32_t i : cluster.names)
        forms.emplace(document.text(document.names[i].span));
    forms.erase(out.name);
    out.aliases.assign(forms.begin(), forms.end());
    return out;
}

}  // namespace

void Resolver::annotate(Document& document) const {
    std::vector<Cluster> clusters = cluster_names(document, *knowledge_);
    const std::vector<Mentioned> bodies = add_bodies(document, *knowledge_, clusters);
    std::map<std::string, Entity> by_id;
    std::vector<std::string> ids;
    for (const Cluster& cluster : clusters) {
        Entity entity = make_entity(cluster, document, *knowledge_);
        ids.push_back(entity.id);
        const auto [at, is_new] = by_id.try_emplace(entity.id, entity);
        if (!is_new) at->second.aliases.insert(at->second.aliases.end(), entity.aliases.begin(), entity.aliases.end());
    }
    std::map<std::string, EntityIndex> index;
    document.entities.clear();
    document.references.clear();
    for (auto& [id, entity] : by_id) {
        index.emplace(id, EntityIndex{static_cast<std::uint32_t>(document.entities.size())});
        document.entities.push_back(std::move(entity));
    }
    for (const Mentioned& mentioned : mentions_of(document, clusters, bodies, *knowledge_)) {
        const EntityIndex entity = index.at(ids[mentioned.cluster]);
        const Span span = document.span(mentioned.tokens);
        document.references.push_back({entity, mentioned.tokens, span, mentioned.kind});
        document.entities[number(entity)].mentions.push_back({span, std::string(document.text(span))});
    }
}

}  // namespace entente

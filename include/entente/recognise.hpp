// Sentences to names.
//
// in        tokens and sentences
// out       Document::names: what looks like the name of a person, organisation, country or place, and of
// which type;
//           for names that the world knows, whom they mean
// shape     in the order of the text, not overlapping; a name is of the same type throughout an article, but
// that a
//           capital may stand for its government where it acts
// errors    constructor: Error (config) for names.patterns; annotate(): none
// lifetime  the Knowledge must outlive the Recogniser
// threads   one Recogniser may serve many threads
// cost      linear in the text
// example   "Chinese firm Telmar sued Oslo." has the names Chinese (Q148, adjective), Telmar (organisation),
// Oslo source    the division of labour of rules and votes: Mikheev, Moens, Grover 1999, "Named Entity
// Recognition without
//           Gazetteers"
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"
#include "entente/model.hpp"

namespace entente {

class Recogniser {
  public:
    explicit Recogniser(const Knowledge& knowledge);
    // With the network's own eye for names, if the model has one: it adds its votes where the document was encoded.
    Recogniser(const Knowledge& knowledge, const Model& model);
    Recogniser(Recogniser&&) noexcept;
    Recogniser& operator=(Recogniser&&) noexcept;
    ~Recogniser();

    void annotate(Document& document) const;

  private:
    struct Parts;
    std::unique_ptr<const Parts> parts_;
};

}  // namespace entente

// A stretch of a text.
// SPDX-License-Identifier: MIT
#include "entente/text/span.hpp"

#include <ostream>

namespace entente {

std::ostream& operator<<(std::ostream& out, Span span) {
    return out << '[' << span.begin << ", " << span.end << ')';
}

}  // namespace entente

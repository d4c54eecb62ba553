// Entities and lines to DOT attributes.
//
// A line tells its modality, a bar and a colour that a thing is denied; the same is said in words on the
// arrow, so that nobody needs the legend, or colours, to tell a ban from one that is only asked for.
// SPDX-License-Identifier: MIT
#include "render/looks.hpp"

#include <fmt/core.h>

namespace entente::render {

Attributes look_of(const Style& style, EntityType type) {
    const Style::Entity& look = style.entities[static_cast<std::size_t>(type)];
    const bool rounded = look.shape == "rounded";
    const std::string shape = rounded ? "box" : look.shape == "plain" ? "plaintext" : look.shape;
    return {{"shape", shape},
            {"style", rounded ? "filled,rounded" : "filled"},
            {"fillcolor", look.fill},
            {"color", look.border},
            {"fontcolor", look.text}};
}

Attributes look_of(const Style& style, Polarity polarity, Modality modality) {
    const Style::Line& line = style.lines[static_cast<std::size_t>(modality)];
    const bool denied = polarity == Polarity::negative;
    const std::string& colour = denied ? style.denial.colour : line.colour;
    const std::string bar = denied && style.denial.head == "tee" ? "tee" : "";
    return {{"style", line.line},
            {"penwidth", fmt::format("{}", line.width)},
            {"color", colour},
            {"fontcolor", colour},
            {"arrowhead", bar + line.head}};
}

}  // namespace entente::render

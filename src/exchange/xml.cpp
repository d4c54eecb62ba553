// Text to XML.
// SPDX-License-Identifier: MIT
#include "exchange/xml.hpp"

#include <fmt/core.h>

#include "entente/text/utf8.hpp"

namespace entente::exchange {
namespace {

bool forbidden(char32_t c) {
    return (c < 0x20 && c != U'\n' && c != U'\t' && c != U'\r') || (c & 0xFFFE) == 0xFFFE;
}

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

std::string xml(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        at += c.size;
        switch (c.value) {
            case U'&':
                out += "&amp;";
                break;
            case U'<':
                out += "&lt;";
                break;
            case U'>':
                out += "&gt;";
                break;
            case U'"':
                out += "&quot;";
                break;
            case U'\n':
            case U'\t':
            case U'\r':
                out += fmt::format("&#{};", static_cast<unsigned>(c.value));
                break;
            default:
                append_utf8(out, forbidden(c.value) ? U'\uFFFD' : c.value);
        }
    }
    return out;
}

std::string name_token(std::string_view id) {
    std::string out;
    for (const char c : id) {
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == ':';
        if (plain)
            out += c;
        else if (c == ' ')
            out += '_';
        else
            out += fmt::format(".{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

std::string from_name_token(std::string_view token) {
    std::string out;
    for (std::size_t at = 0; at < token.size(); ++at) {
        const bool escape =
            token[at] == '.' && at + 2 < token.size() && digit(token[at + 1]) >= 0 && digit(token[at + 2]) >= 0;
        if (escape) {
            out += static_cast<char>(digit(token[at + 1]) * 16 + digit(token[at + 2]));
            at += 2;
        } else {
            out += token[at] == '_' ? ' ' : token[at];
        }
    }
    return out;
}

}  // namespace entente::exchange

// A line and its seal.
// SPDX-License-Identifier: MIT
#include "entente/extraction/line.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "entente/json.hpp"
#include "entente/text/utf8.hpp"

namespace entente {
namespace {

constexpr std::string_view key = ",\"check\":\"";
constexpr std::size_t digits = 16;
constexpr std::size_t length = key.size() + digits + 2;  // quote and brace

bool is_digit_of_hash(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

// What a person can recognise of a line that is long.
Error::Place place_of(std::string_view line, std::string_view file, std::size_t number) {
    return {std::string(file), number, 0, std::string(line.substr(0, 80)) + (line.size() > 80 ? "..." : "")};
}

}  // namespace

std::string_view check_of(std::string_view line) {
    if (line.size() <= length || !line.ends_with("\"}")) return {};
    const std::string_view tail = line.substr(line.size() - length);
    if (!tail.starts_with(key)) return {};
    const std::string_view check = tail.substr(key.size(), digits);
    return std::all_of(check.begin(), check.end(), is_digit_of_hash) ? check : std::string_view{};
}

Seal seal_of(std::string_view line) {
    const std::string_view check = check_of(line);
    if (check.empty()) return Seal::none;
    return hash_hex(line.substr(0, line.size() - length), "}") == check ? Seal::whole : Seal::broken;
}

std::string seal(std::string_view bare) {
    std::string out(bare.substr(0, bare.size() - 1));
    return out.append(key).append(hash_hex(bare)).append("\"}");
}

void require_seal(std::string_view line, std::string_view file, std::size_t number) {
    const auto fail = [&](std::string_view text, std::string_view hint) {
        throw Error(Error::Kind::data, place_of(line, file, number), text, hint);
    };
    constexpr std::string_view start = "{\"v\":";
    constexpr std::string_view rebuild = "build it again from its article; entente repair takes the line out";
    int version = 0;
    if (line.starts_with(start)) (void)std::from_chars(line.data() + start.size(), line.data() + line.size(), version);
    if (version > line_version) {
        fail(fmt::format("version {} is newer than {}, the one that this program knows", version, line_version),
             "use a newer entente");
    }
    const Seal state = seal_of(line);
    if (state == Seal::broken) fail("the check differs: the line has been changed or damaged", rebuild);
    if (version < 1) fail("this is no line of a graph file", "");
    if (state == Seal::none) fail("the line does not end in its check: it was cut off or damaged", rebuild);
}

std::string_view kind_of(std::string_view line) {
    constexpr std::string_view start = "{\"v\":", middle = ",\"kind\":\"";
    if (!line.starts_with(start)) return {};
    const std::string_view head = line.substr(0, 64);
    std::size_t at = start.size();
    while (at < head.size() && head[at] >= '0' && head[at] <= '9')
        ++at;
    if (!head.substr(at).starts_with(middle)) return {};
    at += middle.size();
    const std::size_t end = head.find('"', at);
    return end == std::string_view::npos ? std::string_view{} : head.substr(at, end - at);
}

}  // namespace entente

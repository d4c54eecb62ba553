// A file of word vectors to the vectors of some words.
//
// Three hundred megabytes, of which a sixth is wanted: the file is walked along once rather than parsed. Each
// column is brought to mean 0 and deviation 1 and cut at 3, since a few huge values would eat the eight bits
// of all others. SPDX-License-Identifier: MIT
#include "vectors.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <string_view>

#include "entente/text/error.hpp"
#include "network.hpp"

namespace train {
namespace {

using entente::Error;

// The JSON string that begins at `at` (a quote); leaves `at` behind it.
std::string string_at(std::string_view json, std::size_t& at) {
    std::string out;
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        if (json[at] == '\\') ++at;
        out += json[at];
    }
    ++at;
    return out;
}

std::vector<std::string> frequent(std::string_view json, std::size_t most) {
    std::vector<std::string> out;
    std::size_t at = json.find("\"words\":[");
    if (at == std::string_view::npos) throw Error(Error::Kind::data, "no list of words among the vectors");
    at += 9;
    while (out.size() < most && at < json.size() && json[at] == '"') {
        out.push_back(string_at(json, at));
        if (json[at] == ',') ++at;
    }
    return out;
}

std::vector<float> numbers_at(std::string_view json, std::size_t at) {
    std::vector<float> out(vector_columns);
    for (float& x : out) {
        const auto [end, error] = std::from_chars(json.data() + at + 1, json.data() + json.size(), x);
        if (error != std::errc()) throw Error(Error::Kind::data, "a word vector that is no list of numbers");
        at = static_cast<std::size_t>(end - json.data());
    }
    return out;
}

std::vector<std::int8_t> standardised(const std::vector<float>& raw) {
    const std::size_t rows = raw.size() / vector_columns;
    std::vector<std::int8_t> out(raw.size());
    for (std::size_t j = 0; j < vector_columns; ++j) {
        double sum = 0, squares = 0;
        for (std::size_t i = 0; i < rows; ++i) {
            const double x = raw[i * vector_columns + j];
            sum += x;
            squares += x * x;
        }
        const double n = static_cast<double>(rows), mean = sum / n, deviation = std::sqrt(squares / n - mean * mean);
        for (std::size_t i = 0; i < rows; ++i) {
            const double x = (raw[i * vector_columns + j] - mean) / deviation;
            out[i * vector_columns + j] = static_cast<std::int8_t>(std::lround(std::clamp(x * 42, -127.0, 127.0)));
        }
    }
    return out;
}

std::string content(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error(Error::Kind::missing, "cannot read '" + path + "'");
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::vector<std::string> frequent_words(const std::string& path, std::size_t most) {
    return frequent(content(path), most);
}

WordVectors read_vectors(const std::string& path, std::size_t most, const std::set<std::string>& wanted) {
    const std::string json = content(path);
    const std::vector<std::string> frequent_first = frequent(json, most);
    const std::set<std::string> often(frequent_first.begin(), frequent_first.end());
    std::size_t at = json.find("\"vectors\":{");
    if (at == std::string::npos) throw Error(Error::Kind::data, "no word vectors in '" + path + "'");
    at += 11;
    WordVectors out;
    std::vector<float> raw;
    while (at < json.size() && json[at] == '"') {
        const std::string word = string_at(json, at);
        ++at;  // the colon
        if (often.contains(word) || wanted.contains(word)) {
            const auto row = numbers_at(json, at);
            out.words.push_back(word);
            raw.insert(raw.end(), row.begin(), row.end());
        }
        at = json.find(']', at) + 1;
        if (json[at] == ',') ++at;
    }
    out.values = standardised(raw);
    return out;
}

}  // namespace train

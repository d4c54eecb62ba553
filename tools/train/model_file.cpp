// A trained network to the model's file.
//
// The order of the weights in a layer is the one in which the kernels read them: sixteen outputs, four inputs
// at a time. SPDX-License-Identifier: MIT
#include "model_file.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "entente/text/utf8.hpp"
#include "recognise/labels.hpp"

namespace train {
namespace {

template <typename T>
void append(std::string& out, const T& value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <typename T>
std::string bytes_of(const std::vector<T>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

// A matrix of inputs x outputs with a bias, as in training; outputs are filled up to a multiple of 16.
struct Dense {
    int inputs = 0, outputs = 0;
    std::vector<float> weights, bias;  // weights[input * outputs + output]
};

int filled(int size) {
    return (size + 15) / 16 * 16;
}

std::int8_t quantised(float value, float scale) {
    return static_cast<std::int8_t>(std::clamp(std::lround(value / scale), -127L, 127L));
}

std::string linear(const Dense& d) {
    const int outputs = filled(d.outputs);
    std::vector<float> scales(outputs, 0.0F), bias(outputs, 0.0F);
    for (int o = 0; o < d.outputs; ++o) {
        float most = 1e-9F;
        for (int i = 0; i < d.inputs; ++i)
            most = std::max(most, std::fabs(d.weights[i * d.outputs + o]));
        scales[o] = most / 127;
        bias[o] = d.bias[o];
    }
    std::string out;
    append(out, static_cast<std::uint32_t>(outputs));
    append(out, static_cast<std::uint32_t>(d.inputs));
    out += bytes_of(scales) + bytes_of(bias);
    for (int block = 0; block < outputs; block += 16) {
        for (int i = 0; i < d.inputs; i += 4) {
            for (int o = block; o < block + 16; ++o) {
                for (int k = i; k < i + 4; ++k) {
                    const bool real = o < d.outputs;
                    append(out, real ? quantised(d.weights[k * d.outputs + o], scales[o]) : std::int8_t{0});
                }
            }
        }
    }
    return out;
}

std::string table(const Table& t) {
    std::vector<float> scales(t.rows);
    std::vector<std::int8_t> values(t.values.size());
    for (int r = 0; r < t.rows; ++r) {
        const float* row = t.values.data() + static_cast<std::size_t>(r) * t.columns;
        float most = 1e-9F;
        for (int k = 0; k < t.columns; ++k)
            most = std::max(most, std::fabs(row[k]));
        scales[r] = most / 127;
        for (int k = 0; k < t.columns; ++k)
            values[static_cast<std::size_t>(r) * t.columns + k] = quantised(row[k], scales[r]);
    }
    std::string out;
    append(out, static_cast<std::uint32_t>(t.rows));
    append(out, static_cast<std::uint32_t>(t.columns));
    return out + bytes_of(scales) + bytes_of(values);
}

std::string vector_table(const WordVectors& vectors) {
    const std::size_t rows = vectors.values.size() / vector_columns;
    std::string out;
    append(out, static_cast<std::uint32_t>(rows));
    append(out, static_cast<std::uint32_t>(vector_columns));
    return out + bytes_of(std::vector<float>(rows, vector_scale)) + bytes_of(vectors.values);
}

class File {
  public:
    void add(const std::string& name, std::string bytes) { sections_.emplace_back(name, std::move(bytes)); }

    [[nodiscard]] std::string bytes() const {
        std::string table, body;
        const std::size_t begin = (48 + sections_.size() * 40 + 63) / 64 * 64;
        for (const auto& [name, content] : sections_) {
            std::string entry = name;
            entry.resize(24);
            append(entry, static_cast<std::uint64_t>(begin + body.size()));
            append(entry, static_cast<std::uint64_t>(content.size()));
            table += entry;
            body += content;
            body.resize((body.size() + 63) / 64 * 64);
        }
        std::string rest;
        append(rest, static_cast<std::uint64_t>(begin + body.size()));
        append(rest, static_cast<std::uint32_t>(sections_.size()));
        append(rest, std::uint32_t{0});
        rest += table;
        rest.resize(begin - 32);
        rest += body;
        return "entente model 1\n" + entente::hash_hex(rest) + rest;
    }

  private:
    std::vector<std::pair<std::string, std::string>> sections_;
};

Dense dense(const Parameters& p, const std::string& name, bool biased) {
    const Slice& s = p.slice(name);
    Dense out{s.rows, s.columns, {p[name], p[name] + s.size()}, std::vector<float>(s.columns, 0.0F)};
    if (biased) std::copy_n(p[name + "_bias"], s.columns, out.bias.begin());
    return out;
}

// Layers with the same inputs, side by side.
Dense beside(const std::vector<Dense>& parts) {
    Dense out{parts[0].inputs, 0, {}, {}};
    for (const Dense& part : parts) {
        out.outputs += part.outputs;
        out.bias.insert(out.bias.end(), part.bias.begin(), part.bias.end());
    }
    for (int i = 0; i < out.inputs; ++i) {
        for (const Dense& part : parts) {
            const auto row = part.weights.begin() + static_cast<std::ptrdiff_t>(i) * part.outputs;
            out.weights.insert(out.weights.end(), row, row + part.outputs);
        }
    }
    return out;
}

// keys = heads A^T, and one column more: how much a word is a head at all.
Dense arc_keys(const Parameters& p) {
    const int a = p.sizes.arc;
    Dense out{a, a + 1, {}, std::vector<float>(a + 1, 0.0F)};
    for (int i = 0; i < a; ++i) {
        out.weights.insert(out.weights.end(), p["arc"] + static_cast<std::size_t>(i) * a,
                           p["arc"] + static_cast<std::size_t>(i + 1) * a);
        out.weights.push_back(p["arc_any"][i]);
    }
    return out;
}

std::vector<float> root_key(const Parameters& p) {
    const Dense keys = arc_keys(p);
    std::vector<float> out(keys.outputs, 0.0F);
    for (int i = 0; i < keys.inputs; ++i) {
        for (int o = 0; o < keys.outputs; ++o)
            out[o] += p["arc_root"][i] * keys.weights[i * keys.outputs + o];
    }
    return out;
}

void add_tables(File& file, const Checkpoint& c) {
    file.add("words", bytes_of(c.vocabulary.words));
    file.add("vectors", bytes_of(c.vocabulary.vectors));
    file.add("vector_table", vector_table(c.vectors));
    const char* names[table_count] = {"word_table", "suffix2", "suffix3", "suffix4",
                                      "prefix2",    "prefix3", "shape",   "full_shape"};
    for (int t = 0; t < table_count; ++t)
        file.add(names[t], table(c.parameters.tables[t]));
}

}  // namespace

std::string model_file(const Checkpoint& c, const std::string& lemmas) {
    const Parameters& p = c.parameters;
    File file;
    std::string layers, tags, labels;
    for (int l = 0; l < p.sizes.layers; ++l) {
        const std::string n = std::to_string(l), name = "layer" + n;
        layers += name + '\n';
        Dense d = dense(p, name, false);
        file.add(name, linear(d));
        file.add(name + "_peephole",
                 bytes_of(std::vector<float>(p["peephole" + n], p["peephole" + n] + 4 * p.sizes.hidden)));
        file.add(name + "_bias", bytes_of(std::vector<float>(p["bias" + n], p["bias" + n] + 4 * p.sizes.hidden)));
    }
    file.add("layers", layers);
    add_tables(file, c);
    for (const auto& [upos, xpos] : c.vocabulary.tags)
        tags += std::string(name(upos)) + ' ' + std::string(name(xpos)) + '\n';
    for (int i = 0; i < entente::deprel_count; ++i)
        labels += std::string(name(static_cast<entente::Deprel>(i))) + '\n';
    file.add("tags", tags);
    file.add("tag", linear(dense(p, "tag", true)));
    file.add("labels", labels);
    file.add("views", linear(beside({dense(p, "arc_dependent", true), dense(p, "arc_head", true),
                                     dense(p, "label_dependent", true), dense(p, "label_head", true)})));
    file.add("arc", linear(arc_keys(p)));
    file.add("root", bytes_of(root_key(p)));
    file.add("label", linear(dense(p, "label", true)));
    std::string names;
    for (int label = 0; label < entente::recognise::name_labels; ++label)
        names += entente::recognise::label_name(label) + '\n';
    const Slice& transitions = p.slice("name_transitions");
    file.add("name_labels", names);
    file.add("name", linear(dense(p, "name", true)));
    file.add("name_transitions",
             bytes_of(std::vector<float>(p[transitions.name], p[transitions.name] + transitions.size())));
    file.add("lemmas", lemmas);
    return file.bytes();
}

}  // namespace train

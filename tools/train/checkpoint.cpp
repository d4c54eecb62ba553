// A trained network, kept in full precision.
//
// Fields one after another as they lie in memory; both ways are one list of fields.
// SPDX-License-Identifier: MIT
#include "checkpoint.hpp"

#include <fstream>
#include <type_traits>

#include "entente/text/error.hpp"

namespace train {
namespace {

using entente::Error;

struct Writer {
    std::ofstream out;
    template <typename T>
    void field(const T& value) {
        out.write(reinterpret_cast<const char*>(&value), sizeof value);
    }
    template <typename T>
    void list(const std::vector<T>& values) {
        field(values.size());
        out.write(reinterpret_cast<const char*>(values.data()),
                  static_cast<std::streamsize>(values.size() * sizeof(T)));
    }
};

struct Reader {
    std::ifstream in;
    template <typename T>
    void field(T& value) {
        in.read(reinterpret_cast<char*>(&value), sizeof value);
    }
    template <typename T>
    void list(std::vector<T>& values) {
        std::size_t size = 0;
        field(size);
        values.resize(size);
        in.read(reinterpret_cast<char*>(values.data()), static_cast<std::streamsize>(size * sizeof(T)));
    }
};

template <typename Stream, typename Parameters, typename Vocabulary, typename Vectors>
void fields(Stream& stream, Parameters& parameters, Vocabulary& vocabulary, Vectors& vectors) {
    stream.field(parameters.sizes);
    stream.list(parameters.dense);
    for (auto& table : parameters.tables) {
        stream.field(table.rows);
        stream.field(table.columns);
        stream.list(table.values);
    }
    stream.list(vocabulary.words);
    stream.list(vocabulary.vectors);
    stream.list(vocabulary.tags);
    stream.list(vectors);
}

}  // namespace

void write_checkpoint(const std::string& path, const Parameters& parameters, const Vocabulary& vocabulary,
                      const WordVectors& vectors) {
    Writer writer{std::ofstream(path, std::ios::binary)};
    fields(writer, parameters, vocabulary, vectors.values);
    if (!writer.out.flush()) throw Error(Error::Kind::output, "cannot write '" + path + "'");
}

Checkpoint read_checkpoint(const std::string& path) {
    Checkpoint out;
    Reader reader{std::ifstream(path, std::ios::binary)};
    fields(reader, out.parameters, out.vocabulary, out.vectors.values);
    if (!reader.in) throw Error(Error::Kind::data, "'" + path + "' is not a whole checkpoint");
    out.parameters.slices = initial_parameters(out.parameters.sizes, out.parameters.tables[0].rows, 0).slices;
    for (const std::int8_t v : out.vectors.values)
        out.parameters.vectors.push_back(vector_scale * v);
    return out;
}

}  // namespace train

// The trained network's file.
//
//     entente model 1\n          16 bytes
//     16 hexadecimal digits      XXH64 of all that follows
//     u64 size of the file, u32 number of sections, u32 zero
//     per section                name (24 bytes, filled with NUL), u64 begin, u64 size
//     the sections
//
// Little-endian. The file is looked at before anything is read from it, so that a file that was cut, changed
// or is something else gives one clear message rather than a network that talks nonsense.
// SPDX-License-Identifier: MIT
#include "entente/model.hpp"

#include <bit>
#include <cstring>

#include "entente/data.hpp"
#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"
#include "model/kernels.hpp"

namespace entente {
namespace {

static_assert(std::endian::native == std::endian::little, "the model's numbers are read as they lie in the file");

constexpr std::string_view kind = "entente model ", version = "1\n";
constexpr std::size_t checksum_at = 16, size_at = 32, count_at = 40, sections_at = 48, name_size = 24, entry_size = 40;
constexpr std::string_view built_in_name = "src/knowledge/english/english.model";

template <typename T>
T read(std::string_view bytes, std::size_t at) {
    T value;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

[[noreturn]] void refuse(std::string_view file, std::string_view why) {
    throw Error(Error::Kind::config, {std::string(file), 0, 0, {}}, why,
                "take the model that came with this version of entente, or train one with tools/train");
}

void check(std::string_view bytes, std::string_view file) {
    if (!bytes.starts_with(kind)) refuse(file, "this is not a model of entente");
    if (!bytes.substr(kind.size()).starts_with(version)) refuse(file, "this model is of another version of entente");
    if (bytes.size() < sections_at) refuse(file, "the model is cut short");
    const auto size = read<std::uint64_t>(bytes, size_at);
    if (size > bytes.size()) refuse(file, "the model is cut short");
    if (size < bytes.size()) refuse(file, "the model has bytes behind its end");
    if (hash_hex(bytes.substr(size_at)) != bytes.substr(checksum_at, 16))
        refuse(file, "the model was changed: its checksum is wrong");
    if (read<std::uint32_t>(bytes, count_at) > (size - sections_at) / entry_size)
        refuse(file, "the model has no room for its sections");
}

const model::Kernels& kernels_of(Processor processor) {
    if (!can(processor))
        throw Error(Error::Kind::internal, "this processor lacks the instructions that were asked for");
#if defined(__x86_64__)
    if (processor == Processor::avx512) return model::avx512_kernels;
    if (processor == Processor::avx2) return model::avx2_kernels;
#endif
    return model::plain_kernels;
}

// The first two numbers of a matrix, and the rest.
struct Matrix {
    std::size_t rows, columns;
    std::string_view rest;
};

Matrix matrix(const Model& model, std::string_view name) {
    const std::string_view bytes = model.section(name);
    if (bytes.size() < 8) refuse(name, "this section of the model is cut short");
    return {read<std::uint32_t>(bytes, 0), read<std::uint32_t>(bytes, 4), bytes.substr(8)};
}

template <typename T>
std::vector<T> numbers_in(std::string_view bytes) {
    std::vector<T> out(bytes.size() / sizeof(T));
    if (!out.empty()) std::memcpy(out.data(), bytes.data(), out.size() * sizeof(T));
    return out;
}

}  // namespace

bool can(Processor processor) {
#if defined(__x86_64__)
    const bool avx2 = __builtin_cpu_supports("avx2");
    if (processor == Processor::avx2) return avx2;
    if (processor == Processor::avx512) {
        return avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
               __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
               __builtin_cpu_supports("avx512vnni");
    }
#endif
    return processor == Processor::plain;
}

Processor best_processor() {
    if (can(Processor::avx512)) return Processor::avx512;
    return can(Processor::avx2) ? Processor::avx2 : Processor::plain;
}

Model Model::built_in(Processor processor) {
    return from_bytes(entente::built_in(built_in_name), built_in_name, processor);
}

Model Model::from_bytes(std::string_view bytes, std::string_view file, Processor processor) {
    check(bytes, file);
    Model out;
    out.file_ = file;
    out.id_ = bytes.substr(checksum_at, 4);
    out.kernels_ = &kernels_of(processor);
    const auto count = read<std::uint32_t>(bytes, count_at);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = sections_at + i * entry_size;
        const std::string_view name = bytes.substr(entry, name_size);
        const auto begin = read<std::uint64_t>(bytes, entry + name_size),
                   size = read<std::uint64_t>(bytes, entry + name_size + 8);
        if (begin > bytes.size() || size > bytes.size() - begin)
            refuse(file, "a section of the model lies outside of it");
        out.sections_.push_back({name.substr(0, name.find('\0')), bytes.substr(begin, size)});
    }
    return out;
}

std::string_view Model::section(std::string_view name) const {
    for (const Section& section : sections_) {
        if (section.name == name) return section.bytes;
    }
    refuse(file_, "the model has no section '" + std::string(name) + "'");
}

std::vector<std::string_view> Model::lines(std::string_view name) const {
    std::vector<std::string_view> out;
    const std::string_view text = section(name);
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        out.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return out;
}

void Quantised::resize(std::size_t rows, std::size_t width) {
    columns = width;
    values.resize(rows * width);
    scales.resize(rows);
}

Linear::Linear(const Model& model, std::string_view name) : kernels_(&model.kernels()) {
    const Matrix m = matrix(model, name);
    inputs_ = m.columns;
    outputs_ = m.rows;
    const std::size_t row = outputs_ * sizeof(float);
    if (inputs_ % 4 != 0 || outputs_ % 16 != 0 || inputs_ > 2048 || m.rest.size() != 2 * row + inputs_ * outputs_) {
        refuse(name, "this section of the model is not the layer that it should be");
    }
    scales_ = numbers_in<float>(m.rest.substr(0, row));
    bias_ = numbers_in<float>(m.rest.substr(row, row));
    weights_ = reinterpret_cast<const std::int8_t*>(m.rest.data() + 2 * row);
}

void Linear::apply(const Quantised& in, std::size_t from, std::size_t count, float* out) const {
    if (count == 0) return;
    kernels_->linear({in.values.data() + from * in.columns, in.scales.data() + from, count, inputs_, outputs_, weights_,
                      scales_.data(), bias_.data(), out});
}

Table::Table(const Model& model, std::string_view name) {
    const Matrix m = matrix(model, name);
    rows_ = m.rows;
    columns_ = m.columns;
    if (rows_ == 0 || m.rest.size() != rows_ * (sizeof(float) + columns_))
        refuse(name, "this section of the model is not the table that it should be");
    scales_ = m.rest.data();
    values_ = reinterpret_cast<const std::int8_t*>(m.rest.data() + rows_ * sizeof(float));
}

void Table::copy(std::size_t row, float* out) const {
    float scale;
    std::memcpy(&scale, scales_ + row * sizeof scale, sizeof scale);
    const std::int8_t* values = values_ + row * columns_;
    for (std::size_t i = 0; i < columns_; ++i)
        out[i] = scale * static_cast<float>(values[i]);
}

std::vector<float> floats(const Model& model, std::string_view name) {
    return numbers_in<float>(model.section(name));
}

std::vector<std::uint32_t> numbers(const Model& model, std::string_view name) {
    return numbers_in<std::uint32_t>(model.section(name));
}

void quantise(const Model& model, const float* in, std::size_t count, Quantised& out, std::size_t to) {
    model.kernels().quantise(in, count, out.columns, out.values.data() + to * out.columns, out.scales.data() + to);
}

void recur(const Model& model, const Recurrence& recurrence, std::size_t from, std::size_t to, bool backwards) {
    model.kernels().recur(recurrence, from, to, backwards);
}

void multiply(const Model& model, const float* a, const float* b, std::size_t rows, std::size_t inner,
              std::size_t columns, float* out) {
    if (rows > 0) model.kernels().multiply(a, b, rows, inner, columns, out);
}

}  // namespace entente

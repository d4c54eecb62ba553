// The trained network's file.
//
// in        the bytes of src/knowledge/english/english.model, which tools/train writes; docs/model.md has its
// sections out       sections by name, and the arithmetic that encode, tag and parse do on them shape
// matrices are row-major; a Linear's outputs are filled up to a multiple of 16 errors    loading: Error
// (config) for a file that is cut, foreign, of another version or changed in a byte lifetime  a Model, and
// what is made from it, views the bytes that it was given threads   read by many threads cost      loading
// reads the file once for its checksum: a few milliseconds example   const Model model = Model::built_in();
// Linear tags(model, "tag"); SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

namespace model {
struct Kernels;
}

// What a processor can do; each gives the same bytes.
enum class Processor : std::uint8_t { plain, avx2, avx512 };

[[nodiscard]] bool can(Processor processor);  // whether this machine has it
[[nodiscard]] Processor best_processor();     // the fastest that it has

class Model {
  public:
    [[nodiscard]] static Model built_in(Processor processor = best_processor());
    [[nodiscard]] static Model from_bytes(std::string_view bytes, std::string_view file,
                                          Processor processor = best_processor());

    // Error (config) where the file lacks it.
    [[nodiscard]] std::string_view section(std::string_view name) const;
    [[nodiscard]] std::vector<std::string_view> lines(std::string_view name) const;  // of a section of text
    [[nodiscard]] std::string_view id() const { return id_; }  // four hexadecimal digits of its checksum
    [[nodiscard]] const model::Kernels& kernels() const { return *kernels_; }

  private:
    struct Section {
        std::string_view name, bytes;
    };
    std::string file_;
    std::string_view id_;
    std::vector<Section> sections_;
    const model::Kernels* kernels_ = nullptr;
};

// Rows in whole numbers: value times the row's scale is what is meant.
struct Quantised {
    std::size_t columns = 0;
    std::vector<std::int8_t> values;  // -127 to 127
    std::vector<float> scales;        // one a row
    [[nodiscard]] std::size_t rows() const { return scales.size(); }
    void resize(std::size_t rows, std::size_t columns);
};

// out = W in + b.
class Linear {
  public:
    Linear(const Model& model, std::string_view name);
    [[nodiscard]] std::size_t inputs() const { return inputs_; }
    [[nodiscard]] std::size_t outputs() const { return outputs_; }
    // Rows [from, from + count) of `in` to `count` rows of `out`.
    void apply(const Quantised& in, std::size_t from, std::size_t count, float* out) const;

  private:
    const model::Kernels* kernels_;
    std::size_t inputs_ = 0, outputs_ = 0;
    std::vector<float> scales_, bias_;
    const std::int8_t* weights_ = nullptr;  // [outputs / 16][inputs / 4][16][4]
};

// A row of whole numbers a word or an affix.
class Table {
  public:
    Table(const Model& model, std::string_view name);
    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] std::size_t columns() const { return columns_; }
    void copy(std::size_t row, float* out) const;

  private:
    std::size_t rows_ = 0, columns_ = 0;
    const char* scales_ = nullptr;  // floats, not aligned
    const std::int8_t* values_ = nullptr;
};

// Numbers as they stand in a section.
[[nodiscard]] std::vector<float> floats(const Model& model, std::string_view name);
[[nodiscard]] std::vector<std::uint32_t> numbers(const Model& model, std::string_view name);

// One direction of one recurrent layer over the words [from, to), see src/model/kernels.hpp.
struct Recurrence {
    const float* products = nullptr;  // candidate, forget, reset and, in the first layer, highway of each word
    std::size_t product_stride = 0;
    const std::uint32_t* product_rows = nullptr;  // which row of `products` each word has; null = its own
    const float* highway = nullptr;               // null = the fourth part of the products
    std::size_t highway_stride = 0;
    const float* peephole = nullptr;  // of forget, then reset
    const float* bias = nullptr;      // likewise
    std::size_t hidden = 0;           // a multiple of 16
    float* out = nullptr;
    std::size_t out_stride = 0;
};

void quantise(const Model& model, const float* in, std::size_t count, Quantised& out, std::size_t to);
void recur(const Model& model, const Recurrence& recurrence, std::size_t from, std::size_t to, bool backwards);
// out (rows x columns, stride) = a (rows x inner) times b (inner x columns, stride); columns a multiple
// of 16.
void multiply(const Model& model, const float* a, const float* b, std::size_t rows, std::size_t inner,
              std::size_t columns, float* out);

}  // namespace entente

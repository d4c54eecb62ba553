// SPDX-License-Identifier: MIT
#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "catch.hpp"
#include "entente/data.hpp"
#include "entente/model.hpp"
#include "entente/text/error.hpp"

using namespace entente;

namespace {

// Numbers that look like chance and are the same everywhere.
class Chance {
  public:
    float next() {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<float>(static_cast<std::int32_t>(state_ >> 33)) / 1073741824.0F - 1.0F;
    }

  private:
    std::uint64_t state_ = 7;
};

std::vector<float> noise(std::size_t size, float scale) {
    Chance chance;
    std::vector<float> out(size);
    for (float& x : out)
        x = scale * chance.next();
    return out;
}

bool same_bytes(const std::vector<float>& a, const std::vector<float>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

std::string_view english() {
    return built_in("src/knowledge/english/english.model");
}

std::string why_refused(const std::string& bytes) {
    try {
        (void)Model::from_bytes(bytes, "test.model");
    } catch (const Error& error) {
        CHECK(error.kind() == Error::Kind::config);
        CHECK(error.place().file == "test.model");
        CHECK(!error.hint().empty());
        return error.text();
    }
    return "taken";
}

struct Result {
    Quantised quantised;
    std::vector<float> linear, recurrent, product;
};

Result run(Processor processor) {
    const Model model = Model::built_in(processor);
    const Linear layer(model, "layer0");
    Result out;
    const std::size_t rows = 29, inner = 19, columns = 48;
    out.quantised.resize(rows, layer.inputs());
    quantise(model, noise(rows * layer.inputs(), 3.0F).data(), rows, out.quantised, 0);
    out.linear.resize(rows * layer.outputs());
    layer.apply(out.quantised, 0, rows, out.linear.data());
    const std::vector<float> parameters = noise(64, 0.5F);
    Recurrence r;
    r.products = out.linear.data();
    r.product_stride = layer.outputs();
    const std::vector<std::uint32_t> product_rows(rows, 7);
    r.peephole = r.bias = parameters.data();
    r.hidden = 32;
    out.recurrent.resize(rows * 32);
    r.out = out.recurrent.data();
    r.out_stride = 32;
    recur(model, r, 0, 15, false);
    r.product_rows = product_rows.data();
    r.hidden = 16;
    recur(model, r, 15, 20, true);
    r.product_rows = nullptr;
    r.highway = out.linear.data() + 96;
    r.highway_stride = layer.outputs();
    r.hidden = 32;
    recur(model, r, 20, rows, true);
    out.product.resize(rows * columns);
    multiply(model, noise(rows * inner, 1.0F).data(), noise(inner * columns, 2.0F).data(), rows, inner, columns,
             out.product.data());
    return out;
}

}  // namespace

TEST_CASE("Every processor gives the same bytes", "[model]") {
    const Result plain = run(Processor::plain);
    CHECK(std::isfinite(plain.recurrent.back()));
    for (const Processor processor : {Processor::avx2, Processor::avx512}) {
        if (!can(processor)) {
            WARN("this machine lacks the instructions of processor " << static_cast<int>(processor));
            continue;
        }
        const Result other = run(processor);
        CHECK(other.quantised.values == plain.quantised.values);
        CHECK(same_bytes(other.quantised.scales, plain.quantised.scales));
        CHECK(same_bytes(other.linear, plain.linear));
        CHECK(same_bytes(other.recurrent, plain.recurrent));
        CHECK(same_bytes(other.product, plain.product));
    }
}

TEST_CASE("A layer multiplies what it is given", "[model]") {
    const Model model = Model::built_in();
    const Linear layer(model, "arc");
    Quantised in;
    in.resize(2, layer.inputs());
    in.scales = {0.5F, 0.25F};
    std::fill(in.values.begin(), in.values.end(), std::int8_t{0});
    in.values[3] = 2;                    // 2 * 0.5
    in.values[layer.inputs() + 3] = -4;  // -4 * 0.25
    std::vector<float> out(2 * layer.outputs());
    layer.apply(in, 0, 2, out.data());
    float most = 0;
    for (std::size_t i = 0; i < layer.outputs(); ++i) {
        CHECK(out[i] == Approx(-out[layer.outputs() + i]).margin(1e-6));  // this layer has no bias
        most = std::max(most, std::fabs(out[i]));
    }
    CHECK(most > 0);
}

TEST_CASE("Rows become whole numbers up to 127", "[model]") {
    const Model model = Model::built_in();
    std::vector<float> row(16, 0.0F);
    row[0] = -2.0F;
    row[1] = 1.0F;
    Quantised out;
    out.resize(2, 16);
    quantise(model, row.data(), 1, out, 0);
    CHECK(out.values[0] == -127);
    CHECK(out.values[1] == 64);
    CHECK(out.scales[0] == Approx(2.0 / 127));
    quantise(model, std::vector<float>(16, 0.0F).data(), 1, out, 1);
    CHECK(out.values[16] == 0);
}

TEST_CASE("A model that is cut, foreign or changed in a byte is refused", "[model]") {
    const std::string whole(english());
    CHECK(why_refused(whole) == "taken");
    CHECK(why_refused("") == "this is not a model of entente");
    CHECK(why_refused("PK\x03\x04 something else altogether") == "this is not a model of entente");
    CHECK(why_refused("entente model 2\n" + whole.substr(16)) == "this model is of another version of entente");
    CHECK(why_refused("entente model 1\n") == "the model is cut short");
    for (const std::size_t size : {std::size_t{17}, std::size_t{47}, std::size_t{4096}, whole.size() - 1}) {
        CHECK(why_refused(whole.substr(0, size)) == "the model is cut short");
    }
    CHECK(why_refused(whole + "x") == "the model has bytes behind its end");
    for (const std::size_t at :
         {std::size_t{16}, std::size_t{44}, std::size_t{60}, whole.size() / 2, whole.size() - 1}) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK(why_refused(changed) == "the model was changed: its checksum is wrong");
    }
}

TEST_CASE("A model names itself by its checksum and knows its sections", "[model]") {
    const Model model = Model::built_in();
    CHECK(model.id() == english().substr(16, 4));
    CHECK(model.lines("labels").size() == 51);
    CHECK_THROWS_AS(model.section("no such thing"), Error);
    CHECK_THROWS_AS(Linear(model, "labels"), Error);
    CHECK_THROWS_AS(Table(model, "layer0"), Error);
}

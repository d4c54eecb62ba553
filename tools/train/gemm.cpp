// Matrix products in single precision.
//
// As in GotoBLAS: B is packed into panels of 32 columns, A into panels of 12 rows, and a tile of 12 x 32 is
// summed in registers over up to 256 products. The order of the sums depends on the shapes only, so the same
// training gives the same bytes again on the same kind of machine. SPDX-License-Identifier: MIT
#include "gemm.hpp"

#include <algorithm>
#include <cstring>
#include <vector>

namespace train {
namespace {

using Vector = float __attribute__((vector_size(64), aligned(4)));
constexpr int tile_rows = 12, tile_columns = 32;
constexpr int depth_block = 256, row_block = 96, column_block = 384;

float at(const Factor& f, int row, int column) {
    return f.transposed ? f.values[static_cast<long>(column) * f.stride + row]
                        : f.values[static_cast<long>(row) * f.stride + column];
}

void pack_rows(const Factor& a, int row, int rows, int from, int depth, float* out) {
    for (int i = 0; i < rows; i += tile_rows) {
        const int count = std::min(tile_rows, rows - i);
        for (int p = 0; p < depth; ++p) {
            for (int r = 0; r < count; ++r)
                out[p * tile_rows + r] = at(a, row + i + r, from + p);
            for (int r = count; r < tile_rows; ++r)
                out[p * tile_rows + r] = 0;
        }
        out += depth * tile_rows;
    }
}

void pack_columns(const Factor& b, int from, int depth, int column, int columns, float* out) {
    for (int j = 0; j < columns; j += tile_columns) {
        const int count = std::min(tile_columns, columns - j);
        for (int p = 0; p < depth; ++p) {
            float* line = out + p * tile_columns;
            if (!b.transposed && count == tile_columns) {
                std::memcpy(line, b.values + static_cast<long>(from + p) * b.stride + column + j,
                            sizeof(float) * tile_columns);
                continue;
            }
            for (int c = 0; c < count; ++c)
                line[c] = at(b, from + p, column + j + c);
            for (int c = count; c < tile_columns; ++c)
                line[c] = 0;
        }
        out += depth * tile_columns;
    }
}

void tile(const float* a, const float* b, int depth, Vector (&sum)[tile_rows][2]) {
    Vector s[tile_rows][2] = {};
    for (int p = 0; p < depth; ++p) {
        const Vector b0 = *reinterpret_cast<const Vector*>(b), b1 = *reinterpret_cast<const Vector*>(b + 16);
#pragma GCC unroll 12
        for (int r = 0; r < tile_rows; ++r) {
            s[r][0] += a[r] * b0;
            s[r][1] += a[r] * b1;
        }
        a += tile_rows;
        b += tile_columns;
    }
#pragma GCC unroll 12
    for (int r = 0; r < tile_rows; ++r) {
        sum[r][0] = s[r][0];
        sum[r][1] = s[r][1];
    }
}

void store(const Vector (&sum)[tile_rows][2], int rows, int columns, float* c, int stride, bool add) {
    for (int r = 0; r < rows; ++r) {
        const auto* line = reinterpret_cast<const float*>(sum[r]);
        float* to = c + static_cast<long>(r) * stride;
        if (add) {
            for (int j = 0; j < columns; ++j)
                to[j] += line[j];
        } else {
            for (int j = 0; j < columns; ++j)
                to[j] = line[j];
        }
    }
}

}  // namespace

void multiply(int m, int n, int k, Factor a, Factor b, Product c) {
    thread_local std::vector<float> rows_packed((row_block + tile_rows) * depth_block);
    thread_local std::vector<float> columns_packed((column_block + tile_columns) * depth_block);
    for (int jc = 0; jc < n; jc += column_block) {
        const int columns = std::min(column_block, n - jc);
        for (int pc = 0; pc < k; pc += depth_block) {
            const int depth = std::min(depth_block, k - pc);
            pack_columns(b, pc, depth, jc, columns, columns_packed.data());
            for (int ic = 0; ic < m; ic += row_block) {
                const int rows = std::min(row_block, m - ic);
                pack_rows(a, ic, rows, pc, depth, rows_packed.data());
                for (int j = 0; j < columns; j += tile_columns) {
                    for (int i = 0; i < rows; i += tile_rows) {
                        Vector sum[tile_rows][2];
                        tile(rows_packed.data() + i * depth, columns_packed.data() + j * depth, depth, sum);
                        store(sum, std::min(tile_rows, rows - i), std::min(tile_columns, columns - j),
                              c.values + static_cast<long>(ic + i) * c.stride + jc + j, c.stride, c.add || pc > 0);
                    }
                }
            }
        }
    }
}

}  // namespace train

// Matrix products in single precision.
//
// shape     row-major; C is m x n; A is m x k, or k x m where it is taken transposed; likewise B
// threads   pure but for a scratch buffer per thread
// cost      some 70 % of what the processor can do, from 12 x 32 tiles in registers
// SPDX-License-Identifier: MIT
#pragma once

namespace train {

struct Factor {
    const float* values = nullptr;
    int stride = 0;  // from row to row as it lies in memory
    bool transposed = false;
};

struct Product {
    float* values = nullptr;
    int stride = 0;
    bool add = false;  // C += AB rather than C = AB
};

void multiply(int m, int n, int k, Factor a, Factor b, Product c);

}  // namespace train

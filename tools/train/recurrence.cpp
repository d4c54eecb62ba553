// One layer of SRU, forward and back.
//
//     f = sigmoid(F x + vf c' + bf)    c = f c' + (1 - f) U x    r = sigmoid(R x + vr c' + br)
//     h = r tanh(c) + (1 - r) highway
// The highway is P x in the first layer and, later, the half of x that comes from the same direction. All
// products with x are one matrix product beforehand; what is left is element-wise. SPDX-License-Identifier:
// MIT
#include "model/lanes.hpp"
#include "network.hpp"

namespace train {

void Worker::recur(int layer, int direction, int from, int to, Matrix& out) {
    Layer& l = layers_[layer];
    const int hidden = parameters_.sizes.hidden, g = gates(layer), base = direction * g * hidden,
              side = direction * hidden;
    const std::string n = std::to_string(layer);
    const float* peephole = parameters_["peephole" + n] + side * 2;
    const float* bias = parameters_["bias" + n] + side * 2;
    const std::vector<float> none(hidden, 0.0F);
    for (int step = 0; step < to - from; ++step) {
        const int t = direction == 0 ? from + step : to - 1 - step;
        const float* before = step == 0 ? none.data() : l.cell.row(direction == 0 ? t - 1 : t + 1) + side;
        const float* u = l.gates.row(t) + base;
        const float* highway = g == 4 ? u + 3 * hidden : l.in.row(t) + side;
        for (int j = 0; j < hidden; j += lanes) {
            const Floats c0 = at(before, j);
            const Floats f = sigmoid(at(u, hidden + j) + at(peephole, j) * c0 + at(bias, j));
            const Floats r = sigmoid(at(u, 2 * hidden + j) + at(peephole, hidden + j) * c0 + at(bias, hidden + j));
            const Floats c = f * c0 + (1.0F - f) * at(u, j);
            const Floats s = hyperbolic_tangent(c);
            at(l.forget.row(t), side + j) = f;
            at(l.reset.row(t), side + j) = r;
            at(l.cell.row(t), side + j) = c;
            at(l.squashed.row(t), side + j) = s;
            at(out.row(t), side + j) = r * s + (1.0F - r) * at(highway, j);
        }
    }
}

void Worker::recur_back(int layer, int direction, int from, int to, const Matrix& dout, Matrix& din) {
    Layer& l = layers_[layer];
    const int hidden = parameters_.sizes.hidden, g = gates(layer), base = direction * g * hidden,
              side = direction * hidden;
    const std::string n = std::to_string(layer);
    const float* peephole = parameters_["peephole" + n] + side * 2;
    float* dpeephole = gradient_of("peephole" + n) + side * 2;
    float* dbias = gradient_of("bias" + n) + side * 2;
    const std::vector<float> none(hidden, 0.0F);
    std::vector<float> carry(hidden, 0.0F);
    for (int step = to - from - 1; step >= 0; --step) {
        const int t = direction == 0 ? from + step : to - 1 - step;
        const float* before = step == 0 ? none.data() : l.cell.row(direction == 0 ? t - 1 : t + 1) + side;
        float* u = l.gates.row(t) + base;
        const float* highway = g == 4 ? u + 3 * hidden : l.in.row(t) + side;
        for (int j = 0; j < hidden; j += lanes) {
            const Floats c0 = at(before, j), f = at(l.forget.row(t), side + j), r = at(l.reset.row(t), side + j);
            const Floats s = at(l.squashed.row(t), side + j), dh = at(dout.row(t), side + j);
            const Floats dc = at(carry.data(), j) + dh * r * (1.0F - s * s);
            const Floats dr = dh * (s - at(highway, j)) * r * (1.0F - r);
            const Floats df = dc * (c0 - at(u, j)) * f * (1.0F - f);
            at(carry.data(), j) = dc * f + df * at(peephole, j) + dr * at(peephole, hidden + j);
            at(dpeephole, j) += df * c0;
            at(dpeephole, hidden + j) += dr * c0;
            at(dbias, j) += df;
            at(dbias, hidden + j) += dr;
            at(u, j) = dc * (1.0F - f);
            at(u, hidden + j) = df;
            at(u, 2 * hidden + j) = dr;
            if (g == 4) {
                at(u, 3 * hidden + j) = dh * (1.0F - r);
            } else {
                at(din.row(t), side + j) += dh * (1.0F - r);
            }
        }
    }
}

}  // namespace train

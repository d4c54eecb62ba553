// An open file.
//
// Closes itself. Opening follows paths of any length, never waits for a FIFO, and takes up again when a
// signal came.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>

namespace entente::read {

class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor();

    // errno tells why it is not open.
    [[nodiscard]] static Descriptor open(const std::string& path, int extra_flags = 0);

    [[nodiscard]] bool is_open() const { return number_ >= 0; }
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] int release() { return std::exchange(number_, -1); }

  private:
    int number_;
};

}  // namespace entente::read

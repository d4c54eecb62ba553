// One writer at a time.
//
// `news.graph.lock` lies beside the graph while somebody writes to it. What counts is the lock on that file (flock), and
// the system frees it when a program dies, so one that is left behind is in nobody's way.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace entente::store {

class Lock {
  public:
    // Error (busy) with the process that holds it; Error (output) where the file cannot be made.
    explicit Lock(const std::string& graph);
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    ~Lock();

  private:
    std::string path_;
    int descriptor_ = -1;
};

// Whether somebody is writing to this graph.
[[nodiscard]] bool is_locked(const std::string& graph);

}  // namespace entente::store

// The command line's words to named lists: "--train A B --seed 2".
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "entente/text/error.hpp"

namespace train {

class Options {
  public:
    Options(int argc, char** argv) {
        std::string name;
        for (int i = 1; i < argc; ++i) {
            const std::string word = argv[i];
            if (word.starts_with("--")) {
                name = word.substr(2);
                values_[name];
            } else {
                values_[name].push_back(word);
            }
        }
    }
    [[nodiscard]] bool has(const std::string& name) const { return values_.contains(name); }
    [[nodiscard]] std::vector<std::string> all(const std::string& name) const {
        const auto found = values_.find(name);
        return found == values_.end() ? std::vector<std::string>() : found->second;
    }
    [[nodiscard]] std::string one(const std::string& name) const {
        const auto found = all(name);
        if (found.size() != 1) throw entente::Error(entente::Error::Kind::usage, "--" + name + " needs one value");
        return found.front();
    }
    [[nodiscard]] int number(const std::string& name, int otherwise) const {
        return has(name) ? std::stoi(one(name)) : otherwise;
    }

  private:
    std::map<std::string, std::vector<std::string>> values_;
};

}  // namespace train

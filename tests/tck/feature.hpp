// A .feature file of the openCypher Technology Compatibility Kit to scenarios.
//
// The part of Gherkin that the kit uses: Background, Scenario, Scenario Outline with Examples, steps with a table or a
// text in """. An outline becomes one scenario for each row of its examples.
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace tck {

using TableRow = std::vector<std::string>;

struct Step {
    std::string says;
    std::string text;  // between """
    std::vector<TableRow> table;
};

struct Scenario {
    std::string id;  // "clauses/match/Match1 [7] #3"
    std::string folder;
    std::vector<Step> steps;
};

inline std::string trimmed(const std::string& text) {
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// | a | b \| c |
inline TableRow cells(const std::string& line) {
    TableRow out;
    std::string cell;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size() && (line[i + 1] == '|' || line[i + 1] == '\\')) {
            cell += line[++i];
        } else if (line[i] == '|') {
            out.push_back(trimmed(cell));
            cell.clear();
        } else {
            cell += line[i];
        }
    }
    return out;
}

inline std::string filled(std::string text, const TableRow& names, const TableRow& values) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string mark = "<" + names[i] + ">";
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + values[i].size()))
            text.replace(at, mark.size(), values[i]);
    }
    return text;
}

class FeatureReader {
  public:
    FeatureReader(const std::filesystem::path& file, const std::filesystem::path& root)
        : name_(std::filesystem::relative(file, root).replace_extension().string()),
          folder_(std::filesystem::relative(file.parent_path(), root).string()) {
        std::ifstream in(file);
        for (std::string line; std::getline(in, line);)
            lines_.push_back(line);
    }

    std::vector<Scenario> read() {
        for (at_ = 0; at_ < lines_.size();) {
            const std::string line = trimmed(lines_[at_]);
            if (line.starts_with("Background:")) {
                ++at_;
                background_ = steps();
            } else if (line.starts_with("Scenario:") || line.starts_with("Scenario Outline:")) {
                scenario(line);
            } else {
                ++at_;
            }
        }
        return std::move(scenarios_);
    }

  private:
    static bool is_step(const std::string& line) {
        for (const char* word : {"Given ", "When ", "Then ", "And ", "But "}) {
            if (line.starts_with(word)) return true;
        }
        return false;
    }

    std::vector<Step> steps() {
        std::vector<Step> out;
        for (; at_ < lines_.size(); ++at_) {
            const std::string line = trimmed(lines_[at_]);
            if (line.empty() || line.starts_with('#')) continue;
            if (is_step(line)) {
                out.push_back({line.substr(line.find(' ') + 1), {}, {}});
            } else if (line.starts_with('|') && !out.empty()) {
                out.back().table.push_back(cells(line));
            } else if (line.starts_with("\"\"\"") && !out.empty()) {
                out.back().text = text_block();
            } else {
                break;
            }
        }
        return out;
    }

    std::string text_block() {
        const std::size_t indent = lines_[at_].find('"');
        std::string out;
        for (++at_; at_ < lines_.size() && trimmed(lines_[at_]) != "\"\"\""; ++at_) {
            const std::string& line = lines_[at_];
            out += (out.empty() ? "" : "\n") + (line.size() > indent ? line.substr(indent) : "");
        }
        return out;
    }

    void scenario(const std::string& head) {
        const auto open = head.find('[');
        const std::string id = name_ + " " + head.substr(open, head.find(']') - open + 1);
        ++at_;
        std::vector<Step> body = background_;
        for (Step& step : steps())
            body.push_back(std::move(step));
        std::size_t example = 0;
        bool outline = false;
        while (at_ < lines_.size() && trimmed(lines_[at_]).starts_with("Examples:")) {
            outline = true;
            std::vector<TableRow> table;
            for (++at_; at_ < lines_.size(); ++at_) {
                const std::string line = trimmed(lines_[at_]);
                if (line.starts_with('|')) {
                    table.push_back(cells(line));
                } else if (!line.empty() && !line.starts_with('#')) {
                    break;
                }
            }
            for (std::size_t row = 1; row < table.size(); ++row)
                scenarios_.push_back(
                    {id + " #" + std::to_string(++example), folder_, with_example(body, table[0], table[row])});
        }
        if (!outline) scenarios_.push_back({id, folder_, body});
    }

    static std::vector<Step> with_example(std::vector<Step> steps, const TableRow& names, const TableRow& values) {
        for (Step& step : steps) {
            step.says = filled(step.says, names, values);
            step.text = filled(step.text, names, values);
            for (TableRow& row : step.table) {
                for (std::string& cell : row)
                    cell = filled(cell, names, values);
            }
        }
        return steps;
    }

    std::string name_, folder_;
    std::vector<std::string> lines_;
    std::size_t at_ = 0;
    std::vector<Step> background_;
    std::vector<Scenario> scenarios_;
};

inline std::vector<Scenario> all_scenarios(const std::filesystem::path& features) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(features)) {
        if (entry.path().extension() == ".feature") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<Scenario> out;
    for (const auto& file : files) {
        for (Scenario& scenario : FeatureReader(file, features).read())
            out.push_back(std::move(scenario));
    }
    return out;
}

}  // namespace tck

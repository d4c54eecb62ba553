// The openCypher Technology Compatibility Kit, strictly.
//
// ENTENTE_TCK names the folder of the kit; without it ../shared/data/opencypher-tck is looked for, and where neither is
// there the test says so and is skipped. tests/cases/cypher/not_yet.txt lists the scenarios that do not pass yet. The
// list may only shrink: one that begins to fail fails the test, and so does one that passes and is still listed.
// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>

#include "catch.hpp"
#include "tck/scenario.hpp"

namespace {

std::filesystem::path kit_folder() {
    const char* named = std::getenv("ENTENTE_TCK");
    return named ? std::filesystem::path(named) : source_dir().parent_path() / "shared/data/opencypher-tck";
}

std::set<std::string> not_yet() {
    std::set<std::string> out;
    std::ifstream in(source_dir() / "tests/cases/cypher/not_yet.txt");
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line[0] != '#') out.insert(line);
    }
    return out;
}

struct Count {
    std::size_t passed = 0, all = 0;
};

// "" = passed. An error of another class than QueryError is a fault of the engine, never an expected error.
std::string run(const tck::Scenario& scenario, const std::filesystem::path& kit) {
    try {
        tck::ScenarioRun(scenario, kit).run();
        return "";
    } catch (const std::exception& fault) {
        return fault.what();
    }
}

}  // namespace

TEST_CASE("Scenarios of the compatibility kit pass, but for those that are listed", "[tck]") {
    const auto kit = kit_folder();
    if (!std::filesystem::exists(kit / "features")) {
        WARN("skipped: the kit is not in " << kit);
        return;
    }
    const std::set<std::string> listed = not_yet();
    const char* show = std::getenv("ENTENTE_TCK_SHOW");  // why a scenario fails whose name holds this
    std::map<std::string, Count> folders;
    Count all;
    std::string failed, faults, passes_now;
    for (const tck::Scenario& scenario : tck::all_scenarios(kit / "features")) {
        const std::string fault = run(scenario, kit);
        Count& folder = folders[scenario.folder];
        for (Count* count : {&folder, &all}) {
            ++count->all;
            count->passed += fault.empty();
        }
        if (!fault.empty()) failed += scenario.id + "\n";
        if (fault.empty() && listed.contains(scenario.id)) passes_now += scenario.id + "\n";
        if (!fault.empty() && !listed.contains(scenario.id)) faults += scenario.id + ": " + fault + "\n";
        if (show && !fault.empty() && scenario.id.find(show) != std::string::npos) {
            std::cout << "---- " << scenario.id << "\n" << fault << "\n";
        }
    }
    for (const auto& [folder, count] : folders)
        std::cout << folder << ": " << count.passed << " of " << count.all << "\n";
    std::cout << "all: " << all.passed << " of " << all.all << " passed, " << all.all - all.passed << " failed\n";
    if (const char* list = std::getenv("ENTENTE_TCK_FAILED")) std::ofstream(list) << failed;
    INFO("fail, and are not listed:\n" << faults << "pass, and are still listed:\n" << passes_now);
    CHECK(faults.empty());
    CHECK(passes_now.empty());
}

// SPDX-License-Identifier: MIT
// The command line is tested as people use it, by tests/cli/*.case; here only what no shell can see.
#include "catch.hpp"
#include "cli/command.hpp"

using namespace entente::cli;

TEST_CASE("Every command says what it does and shows how", "[cli]") {
    for (const Command& command :
         {build_command(), extract_command(), render_command(), show_command(), stats_command(), verify_command()}) {
        INFO(command.name);
        CHECK(command.summary.size() <= 100);
        REQUIRE_FALSE(command.examples.empty());
        for (const auto& example : command.examples)
            CHECK_THAT(example, Catch::Matchers::Contains("entente " + command.name));
    }
}

TEST_CASE("Preparing a command touches no file and asks for nothing", "[cli]") {
    CLI::App app;
    CHECK_NOTHROW(static_cast<void>(build_command().prepare(app)));
}

// The command line.
//
// The list of commands is a table; help and the check of the first word come from it. A command knows no exit codes but
// its own "some were skipped": errors are thrown, and become a message and a code here.
// SPDX-License-Identifier: MIT
#include "entente/cli.hpp"

#include <fmt/core.h>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <new>
#include <system_error>

#include "cli/command.hpp"
#include "cli/messages.hpp"
#include "entente/output.hpp"

namespace entente {
namespace {

using namespace cli;

std::vector<Command> all_commands() {
    return {build_command(),  show_command(),   path_command(),  query_command(),   render_command(), stats_command(),
            export_command(), import_command(), diff_command(),  extract_command(), verify_command(), try_command(),
            rules_command(),  merge_command(),  judge_command(), review_command(),  remove_command(), repair_command()};
}

int code_of(Error::Kind kind) {
    switch (kind) {
        case Error::Kind::usage:
            return usage;
        case Error::Kind::data:
            return bad_data;
        case Error::Kind::missing:
            return no_input;
        case Error::Kind::internal:
            return bug;
        case Error::Kind::output:
            return cannot_create;
        case Error::Kind::io:
            return io_failed;
        case Error::Kind::busy:
            return cli::busy;
        case Error::Kind::config:
            return bad_config;
    }
    return bug;
}

std::string footer_of(const Command& command) {
    std::string out = "Examples:";
    for (const auto& example : command.examples)
        out += "\n  " + example;
    return out;
}

// A first word that is no command is told apart from a wrong option, with the command that was meant.
void check_command(const std::vector<Command>& commands, int argc, char** argv) {
    if (argc < 2 || argv[1][0] == '-') return;
    std::vector<std::string> names;
    for (const Command& command : commands)
        names.push_back(command.name);
    if (std::find(names.begin(), names.end(), argv[1]) != names.end()) return;
    const std::string near = nearest(argv[1], names);
    throw Error(Error::Kind::usage, fmt::format("there is no command '{}'", argv[1]),
                near.empty() ? "entente --help lists the commands" : fmt::format("did you mean 'entente {}'?", near));
}

int run_command(int argc, char** argv) {
    const std::vector<Command> commands = all_commands();
    CLI::App app("Entente reads news articles and builds the graph of who does what to whom.", "entente");
    app.set_version_flag("--version", "entente " ENTENTE_VERSION);
    app.footer(
        "First steps:\n  entente build articles/ -o news.graph\n  entente show news.graph 'European Union'\n"
        "  entente render news.graph -o news.svg\n\nExit codes: 0 all read, 2 some inputs skipped, 64 usage, 65 bad "
        "data,\n"
        "66 input missing, 70 a bug, 73 output cannot be created, 74 reading or writing\nfailed, 75 a limit of time or "
        "memory, 78 rules or settings.");
    app.require_subcommand(1);
    int code = fine;
    for (const Command& command : commands) {
        CLI::App* sub = app.add_subcommand(command.name, command.summary);
        sub->footer(footer_of(command));
        sub->callback([&code, work = command.prepare(*sub)] { code = work(); });
    }
    try {
        check_command(commands, argc, argv);
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        const auto chosen = app.get_subcommands();
        write_file("-", chosen.empty() ? app.help() : chosen.front()->help());
    } catch (const CLI::CallForVersion&) {
        write_file("-", "entente " ENTENTE_VERSION "\n");
    } catch (const CLI::ParseError& error) {
        throw Error(
            Error::Kind::usage, error.what(),
            argc < 2 ? "entente --help lists the commands" : fmt::format("entente {} --help shows how", argv[1]));
    }
    return code;
}

}  // namespace

int run(int argc, char** argv) noexcept try { return run_command(argc, argv); } catch (const Error& error) {
    report(error);
    return code_of(error.kind());
} catch (const std::bad_alloc&) {
    report(Error(Error::Kind::busy, "there is not enough memory", "read fewer articles at once"));
    return cli::busy;
} catch (const std::system_error& error) {  // as a rule a thread that could not be had
    report(Error(Error::Kind::busy, error.what(), "allow more memory or threads, or try again later"));
    return cli::busy;
} catch (const std::exception& error) {
    report(
        Error(Error::Kind::internal, error.what(), "this is a bug: please report it with the command that you typed"));
    return bug;
}

}  // namespace entente

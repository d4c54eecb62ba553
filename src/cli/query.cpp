// entente query: openCypher over a graph file.
// SPDX-License-Identifier: MIT
#include "cli/query.hpp"

#include <fmt/core.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/interrupt.hpp"
#include "cli/messages.hpp"
#include "cli/rows.hpp"
#include "entente/output.hpp"

namespace entente::cli {
namespace {

constexpr int nothing_found = 1;  // with --exit-code, as grep has it

std::size_t terminal_width() {
    if (::isatty(STDOUT_FILENO) != 1) return 0;
    winsize size{};
    return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

struct Query {
    std::string graph, query, file, output = "-", save;
    QuerySettings settings;
    bool exit_code = false, quiet = false;

    // The text of the query: an argument, a file or standard input.
    [[nodiscard]] std::string text(std::string& name) const {
        if (!query.empty()) return query;
        if (!file.empty()) {
            name = file;
            return read_bytes(file);
        }
        name = "standard input";
        return read_bytes("-");
    }

    void check_usage() const {
        if (!query.empty() && !file.empty()) {
            throw Error(Error::Kind::usage, "a query and --file: which of them?", "give one");
        }
        if (!save.empty() && !settings.write) {
            throw Error(Error::Kind::usage, "--save without --write", "only a changed graph needs saving");
        }
        if (query.empty() && file.empty() && graph == "-") {
            throw Error(Error::Kind::usage, "both the graph and the query would come from standard input",
                        "give the query as an argument or with --file");
        }
    }

    [[nodiscard]] bool wants_shell() const {
        return query.empty() && file.empty() && ::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1;
    }

    std::string answer(const cypher::Result& result, const PropertyGraph& opened) const {
        if (!quiet) {
            for (const std::string& warning : result.warnings)
                warn(warning);
            if (!result.changes.none()) inform(changes_text(result.changes));
        }
        if (result.plan) return plan_text(*result.plan, !result.rows.empty() || result.plan->rows > 0);
        if (result.columns.empty()) return "";
        const bool to_terminal = output == "-" && ::isatty(STDOUT_FILENO) == 1;
        return formatted(result, opened, settings.format, to_terminal ? terminal_width() : 0);
    }

    int run() const {
        check_usage();
        if (output != "-") check_writable(output);
        if (!save.empty()) check_writable(save);
        int code = fine;
        OpenGraph opened(graph, settings.write, code);
        if (wants_shell()) return run_shell(opened, settings);

        cypher::Options options = settings.options();
        const std::string whole = text(options.name);
        const Interrupt interrupt;
        options.stop = &Interrupt::asked();
        std::string out;
        bool found = false;
        try {
            for (const std::string& statement : statements_of(whole)) {
                const cypher::Result result = opened.session().run(statement, options);
                found = found || !result.rows.empty();
                out += answer(result, opened.graph());
            }
        } catch (const Error& error) {
            if (!Interrupt::asked()) throw;
            report(error);
            return Interrupt::exit_code();
        }
        write_file(output, out);
        if (!save.empty()) write_file(save, graph_lines(opened.graph()));
        return exit_code && !found ? nothing_found : code;
    }
};

}  // namespace

Command query_command() {
    return {
        "query",
        "Ask a graph in openCypher; on a terminal without a query, a shell",
        {"entente query news.graph \"MATCH (c:Country)-[r:BANS]->(o) RETURN c.name, o.name, r.evidence LIMIT 10\"",
         "entente query news.graph --format svg -o bans.svg 'MATCH p = (:Country)-[:BANS]->() RETURN p'",
         "entente query news.graph --param who=Telmar 'MATCH (n {name: $who})--(m) RETURN DISTINCT m.name'",
         "entente query news.graph"},
        [](CLI::App& app) {
            const auto options = std::make_shared<Query>();
            QuerySettings& settings = options->settings;
            app.add_option("graph", options->graph, "A graph file; - for standard input")
                ->required()
                ->type_name("GRAPH");
            app.add_option("query", options->query, "The query; without it, --file or standard input")
                ->type_name("QUERY");
            app.add_option("-f,--file", options->file, "Queries of a file, separated by ;")->type_name("FILE");
            app.add_option("--format", settings.format, "table, json, jsonl, csv, markdown, dot or svg")
                ->check(CLI::IsMember(row_formats()))
                ->type_name("FORMAT");
            app.add_option("-p,--param", settings.parameters, "A value for $NAME: JSON, or else a string as it stands")
                ->allow_extra_args(false)
                ->type_name("NAME=VALUE");
            app.add_option("-o,--output", options->output, "Where the answer goes; - for standard output")
                ->type_name("FILE");
            app.add_flag("--write", settings.write, "Allow CREATE, MERGE, SET, REMOVE, DELETE: on the graph in memory");
            app.add_option("--save", options->save, "Keep the changed graph, as JSON lines that query reads again")
                ->type_name("FILE");
            app.add_option("--timeout", settings.timeout, "Seconds a query may take; 0 = any")->type_name("SECONDS");
            app.add_option("--max-rows", settings.most_rows, "Rows a result may have")->type_name("N");
            app.add_option("--max-memory", settings.most_memory, "MiB that rows and lists may take")->type_name("MIB");
            app.add_flag("--exit-code", options->exit_code, "Exit with 1 if no row was found");
            app.add_flag("-q,--quiet", options->quiet, "No warnings and counts of changes");
            return [options] { return options->run(); };
        }};
}

}  // namespace entente::cli

// The shell of entente query: queries typed on a terminal.
//
// A statement ends with ; or an empty line, and may have many lines. Ctrl-C stops the query, not the shell.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>
#include <histedit.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "cli/messages.hpp"
#include "cli/query.hpp"
#include "cli/rows.hpp"
#include "entente/output.hpp"
#include "entente/render.hpp"
#include "entente/text/utf8.hpp"

namespace entente::cli {
namespace {

constexpr std::string_view help_text =
    "Type openCypher; end it with ; or an empty line. EXPLAIN shows the plan, PROFILE counts rows.\n"
    "  :schema            labels, relationship types and properties, with counts\n"
    "  :format FORMAT     table, json, jsonl, csv, markdown, dot or svg\n"
    "  :render FILE       draws what the last query found: .svg .png .pdf .dot\n"
    "  :param NAME=VALUE  gives $NAME a value; :param alone lists them\n"
    "  :time              shows how long queries take, or no longer\n"
    "  :help  :quit\n";

class Shell {
  public:
    Shell(OpenGraph& graph, const QuerySettings& settings) : graph_(graph), settings_(settings) {
        words_ = cypher::keywords();
        for (const std::string& name : cypher::function_names())
            words_.push_back(name + "(");
        const PropertyGraph& held = graph_.graph();
        const auto add = [&](const auto& names, auto id) {
            for (std::uint32_t i = 0; i < names.size(); ++i)
                words_.push_back(names[decltype(id){i}]);
        };
        add(held.label_names(), LabelId{});
        add(held.type_names(), TypeId{});
        add(held.key_names(), KeyId{});
        for (const char* word : {":schema", ":format", ":render", ":param", ":time", ":help", ":quit"})
            words_.emplace_back(word);
        std::ranges::sort(words_);
    }

    int run() {
        EditLine* line = el_init("entente", stdin, stdout, stderr);
        History* history = history_init();
        HistEvent event;
        ::history(history, &event, H_SETSIZE, 1000);
        ::history(history, &event, H_SETUNIQUE, 1);
        const std::string kept = history_file();
        if (!kept.empty()) ::history(history, &event, H_LOAD, kept.c_str());
        el_set(line, EL_CLIENTDATA, this);
        el_set(line, EL_PROMPT, &Shell::prompt);
        el_set(line, EL_EDITOR, "emacs");
        el_set(line, EL_SIGNAL, 0);
        el_set(line, EL_HIST, ::history, history);
        el_set(line, EL_ADDFN, "entente-complete", "Completes a word", &Shell::complete);
        el_set(line, EL_BIND, "^I", "entente-complete", nullptr);
        el_set(line, EL_BIND, "^R", "em-inc-search-prev", nullptr);
        inform(fmt::format("{} nodes, {} relationships. :help helps, Ctrl-D ends.", graph_.graph().node_count(),
                           graph_.graph().edge_count()));
        const Interrupt interrupt(Interrupt::Again::asks);
        read_lines(line, history);
        if (!kept.empty()) ::history(history, &event, H_SAVE, kept.c_str());
        history_end(history);
        el_end(line);
        return fine;
    }

  private:
    void read_lines(EditLine* line, History* history) {
        while (!quit_) {
            int count = 0;
            const char* text = el_gets(line, &count);
            if (text == nullptr || count <= 0) {
                if (!Interrupt::asked()) return;
                Interrupt::clear();
                pending_.clear();
                write_file("-", "\n");
                el_reset(line);
                continue;
            }
            HistEvent event;
            const std::string typed(text, static_cast<std::size_t>(count));
            if (typed.find_first_not_of(" \n") != std::string::npos) ::history(history, &event, H_ENTER, text);
            take(typed);
        }
    }

    void take(const std::string& typed) {
        if (pending_.empty() && typed.starts_with(':')) return guarded([&] { command(typed); });
        const bool empty = typed.find_first_not_of(" \t\r\n") == std::string::npos;
        if (pending_.empty() && empty) return;
        pending_ += typed;
        const auto last = pending_.find_last_not_of(" \t\r\n");
        if (!empty && pending_[last] != ';') return;
        const std::string whole = std::exchange(pending_, {});
        for (const std::string& statement : statements_of(whole))
            guarded([&] { query(statement); });
    }

    template <typename Deed>
    void guarded(Deed deed) {
        Interrupt::clear();
        try {
            deed();
        } catch (const Error& error) {
            report(error);
        }
        Interrupt::clear();
    }

    void query(const std::string& text) {
        cypher::Options options = settings_.options();
        options.stop = &Interrupt::asked();
        const auto start = std::chrono::steady_clock::now();
        last_ = graph_.session().run(text, options);
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        for (const std::string& warning : last_.warnings)
            warn(warning);
        if (!last_.changes.none()) inform(changes_text(last_.changes));
        if (last_.plan) {
            write_file("-", plan_text(*last_.plan, last_.plan->rows > 0));
        } else if (!last_.columns.empty()) {
            write_file("-", formatted(last_, graph_.graph(), settings_.format, width()));
            inform(fmt::format("{} {}", last_.rows.size(), last_.rows.size() == 1 ? "row" : "rows"));
        }
        if (timed_) inform(fmt::format("{:.1f} ms", took.count()));
    }

    static std::size_t width() {
        winsize size{};
        return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
    }

    void command(const std::string& typed) {
        const auto begin = typed.find(' ');
        const auto strip = [](std::string text) {
            text.erase(text.find_last_not_of(" \t\r\n;") + 1);
            text.erase(0, text.find_first_not_of(" \t"));
            return text;
        };
        const std::string word = strip(typed.substr(0, begin));
        const std::string rest = begin == std::string::npos ? "" : strip(typed.substr(begin));
        if (word == ":quit" || word == ":exit" || word == ":q") {
            quit_ = true;
        } else if (word == ":help") {
            write_file("-", help_text);
        } else if (word == ":schema") {
            write_file("-", schema());
        } else if (word == ":format") {
            set_format(rest);
        } else if (word == ":time") {
            timed_ = !timed_;
            inform(timed_ ? "queries are timed" : "queries are not timed");
        } else if (word == ":param") {
            parameter(rest);
        } else if (word == ":render") {
            render(rest);
        } else {
            throw Error(Error::Kind::usage, fmt::format("there is no command '{}'", printable(word)),
                        ":help lists them");
        }
    }

    void set_format(const std::string& name) {
        if (std::ranges::find(row_formats(), name) == row_formats().end()) {
            throw Error(Error::Kind::usage, fmt::format("there is no format '{}'", printable(name)),
                        "table, json, jsonl, csv, markdown, dot or svg");
        }
        settings_.format = name;
    }

    void parameter(const std::string& assignment) {
        if (!assignment.empty()) {
            cypher::Parameters checked;
            add_parameter(checked, assignment);
            settings_.parameters.push_back(assignment);
            return;
        }
        for (const auto& [name, value] : settings_.options().parameters)
            inform(fmt::format("${} = {}", name, cypher::to_text(value, graph_.graph())));
    }

    void render(const std::string& file) const {
        const auto picture = picture_for(file);
        if (!picture) throw Error(Error::Kind::usage, "no picture is made for this name", ":render graph.svg");
        write_file(file, draw(result_dot(last_, graph_.graph()), *picture).bytes);
        inform("wrote " + file);
    }

    [[nodiscard]] std::string schema() const {
        const PropertyGraph& held = graph_.graph();
        std::map<std::string, std::size_t> types, keys;
        for (const EdgeId edge : held.edges()) {
            ++types[held.type_names()[held.type(edge)]];
            for (const KeyId key : held.keys(edge))
                ++keys[held.key_names()[key]];
        }
        for (const NodeId node : held.nodes()) {
            for (const KeyId key : held.keys(node))
                ++keys[held.key_names()[key]];
        }
        std::string out = "labels\n";
        for (std::uint32_t i = 0; i < held.label_names().size(); ++i)
            out += fmt::format("{:>10} :{}\n", held.nodes(LabelId{i}).size(), held.label_names()[LabelId{i}]);
        out += "relationships\n";
        for (const auto& [name, count] : types)
            out += fmt::format("{:>10} :{}\n", count, name);
        out += "properties\n";
        for (const auto& [name, count] : keys)
            out += fmt::format("{:>10} {}\n", count, name);
        return out;
    }

    static std::string history_file() {
        const char* state = std::getenv("XDG_STATE_HOME");
        const char* home = std::getenv("HOME");
        if (!state && !home) return "";
        const auto folder =
            (state ? std::filesystem::path(state) : std::filesystem::path(home) / ".local/state") / "entente";
        std::error_code fault;
        std::filesystem::create_directories(folder, fault);
        return fault ? "" : (folder / "history").string();
    }

    static Shell& of(EditLine* line) {
        void* self = nullptr;
        el_get(line, EL_CLIENTDATA, &self);
        return *static_cast<Shell*>(self);
    }

    static char* prompt(EditLine* line) {
        static char first[] = "entente> ", more[] = "    ...> ";
        return of(line).pending_.empty() ? first : more;
    }

    // The word before the cursor, if what can follow it is certain; else all that it could be.
    static unsigned char complete(EditLine* line, int) {
        const LineInfo* info = el_line(line);
        const char* begin = info->cursor;
        while (begin > info->buffer && (std::isalnum(static_cast<unsigned char>(begin[-1])) || begin[-1] == '_' ||
                                        (begin[-1] == ':' && begin - 1 == info->buffer))) {
            --begin;
        }
        const std::string typed(begin, info->cursor);
        if (typed.empty()) return CC_ERROR;
        const auto lower_of = [](const std::string& text) { return lower(text); };
        std::vector<std::string> fits;
        for (const std::string& word : of(line).words_) {
            if (lower_of(word).starts_with(lower_of(typed))) fits.push_back(word);
        }
        if (fits.empty()) return CC_ERROR;
        std::string common = fits.front();
        for (const std::string& word : fits) {
            std::size_t same = 0;
            while (same < common.size() && same < word.size() && common[same] == word[same])
                ++same;
            common.resize(same);
        }
        if (common.size() > typed.size() || fits.size() == 1) {
            el_deletestr(line, static_cast<int>(typed.size()));
            return el_insertstr(line, common.c_str()) == 0 ? CC_REFRESH : CC_ERROR;
        }
        std::string list = "\n";
        for (const std::string& word : fits)
            list += word + "  ";
        write_file("-", list + "\n");
        return CC_REDISPLAY;
    }

    OpenGraph& graph_;
    QuerySettings settings_;
    std::vector<std::string> words_;
    std::string pending_;
    cypher::Result last_;
    bool timed_ = false, quit_ = false;
};

}  // namespace

int run_shell(OpenGraph& graph, const QuerySettings& settings) {
    return Shell(graph, settings).run();
}

}  // namespace entente::cli

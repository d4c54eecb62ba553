// Pictures of what was made to break them.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <thread>

#include "entente/json.hpp"
#include "entente/render.hpp"
#include "entente/text/error.hpp"
#include "render/canvas.hpp"
#include "render/child.hpp"
#include "render/dot.hpp"
#include "render/svg.hpp"
#include "render_cases.hpp"
#include "xml_check.hpp"

using namespace entente;
using namespace std::chrono_literals;
using render::in_child;
using render::Outcome;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitised = true;
#else
constexpr bool sanitised = false;
#endif

std::vector<std::string> own_labels() {
    const std::string text = file_bytes(source_dir() / "tests/cases/render/labels.json");
    const JsonDocument document(text, "labels.json");
    std::vector<std::string> out = document.root().texts("labels");
    for (const char* bytes : {"\xff\xfe", "\xc0\x80", "\xed\xa0\x80", "caf\xe9", "\xf4\x90\x80\x80", "cut \xe2\x82"})
        out.emplace_back(bytes);
    out.emplace_back(20'000, 'x');
    out.emplace_back(20'000, '&');
    out.emplace_back(20'000, '\\');
    out.emplace_back(20'000, '"');
    out.emplace_back(100'000, '\n');
    return out;
}

// The hostile corpora, unpacked; empty where they are not beside the project.
class Corpora {
  public:
    Corpora() {
        const auto packed = source_dir() / "../shared/data/hostile/hostile-corpora.tar.xz";
        if (!std::filesystem::exists(packed)) return;
        folder_ = std::filesystem::temp_directory_path() / fmt::format("entente-hostile-{}", ::getpid());
        std::filesystem::create_directories(folder_);
        const std::string command = fmt::format("tar -xJf '{}' -C '{}' hostile/blns hostile/graphviz-2.42.2-crashers",
                                                packed.string(), folder_.string());
        REQUIRE(std::system(command.c_str()) == 0);
    }
    ~Corpora() {
        if (!folder_.empty()) std::filesystem::remove_all(folder_);
    }
    [[nodiscard]] bool there() const { return !folder_.empty(); }
    [[nodiscard]] std::filesystem::path crashers() const { return folder_ / "hostile/graphviz-2.42.2-crashers"; }
    [[nodiscard]] std::vector<std::string> labels() const {
        std::vector<std::string> out;
        for (const auto& path : {folder_ / "hostile/blns/blns.txt", crashers() / "hostile_labels.txt"}) {
            std::istringstream lines(file_bytes(path));
            for (std::string line; std::getline(lines, line);)
                out.push_back(line);
        }
        return out;
    }

  private:
    std::filesystem::path folder_;
};

// As a label is to be read in the picture.
std::string seen(const std::string& label) {
    std::string out;
    for (std::size_t at = 0; at < label.size();) {
        const CodePoint c = decode(label, at);
        at += c.size;
        if (c.value < 0x20 || c.value == 0x7F || c.value == 0xA0)
            out += ' ';
        else
            append_utf8(out, (c.value & 0xFFFE) == 0xFFFE ? U'\uFFFD' : c.value);
    }
    return out;
}

// Graphviz writes every second blank as a no-break space.
std::string blanks(std::string text) {
    for (std::size_t at; (at = text.find("\u00a0")) != std::string::npos;)
        text.replace(at, 2, " ");
    return text;
}

bool same(const std::string& shown, const std::string& label) {
    const std::string want = seen(label);
    if (shown == want) return true;
    return shown.ends_with("…") && shown.size() > 800 && want.starts_with(shown.substr(0, shown.size() - 3));
}

// Draws each label as a node with itself as its tooltip.
void check_labels(const std::vector<std::string>& labels) {
    std::string dot = "digraph {\n";
    std::size_t number = 0;
    for (const auto& label : labels) {
        dot += render::statement(fmt::format("n{}", number++), {{"shape", "box"},
                                                                {"label", render::escaped_label(label) + "|"},
                                                                {"tooltip", render::escaped_tooltip(label) + "|"}});
    }
    const Drawing drawing = draw(dot + "}\n", Picture::svg, {.time = 120s});
    const Xml xml = check_xml(drawing.bytes);
    REQUIRE(xml.fault == "");
    CHECK(xml.elements == std::set<std::string>{"g", "polygon", "svg", "text", "title"});
    for (const auto& attribute : xml.attributes)
        CHECK_FALSE(attribute.starts_with("on"));
    REQUIRE(xml.texts.size() == labels.size());
    REQUIRE(xml.titles.size() == labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        INFO("label " << i << ": " << printable(labels[i].substr(0, 200)));
        const std::string text = blanks(xml.texts[i]), title = blanks(xml.titles[i]);
        CHECK(same(text.substr(0, text.size() - 1), labels[i]));
        std::string on_one_line = title.substr(0, title.size() - 1);
        std::ranges::replace(on_one_line, '\n', ' ');
        CHECK(same(on_one_line, labels[i]));
    }
}

// A graph whose every text is hostile, two entities a statement.
KnowledgeGraph graph_with(const std::vector<std::string>& names) {
    Extraction article;
    article.document.id = names.back();
    article.document.text_hash = "1";
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string id = fmt::format("organisation:{:04}", i);
        article.entities.push_back({id, EntityType::organisation, names[i], {names[names.size() - 1 - i]}, "", {}});
        if (i % 2 == 0) continue;
        Statement statement;
        statement.id = id;
        statement.subject = fmt::format("organisation:{:04}", i - 1);
        statement.object = id;
        statement.relation = names[i];
        statement.source_text = names[i];
        statement.evidence.push_back({{}, {}, {}, {}, names[i - 1]});
        article.statements.push_back(statement);
    }
    return assemble(std::vector{article}, built_in_schema());
}

void check_graph(const std::vector<std::string>& names) {
    const KnowledgeGraph graph = graph_with(names);
    RenderOptions options{.title = names[10], .most_entities = 100'000, .most_relations = 100'000, .legend = false};
    const std::string dot = to_dot(graph, built_in_schema(), Style::built_in(), options);
    CHECK(is_utf8(dot));
    const Outcome counted = in_child(
        [&] {
            const render::Contents found = render::contents(dot);
            return fmt::format("{} {}", found.nodes, found.edges);
        },
        20s, 1 << 30);
    const std::size_t drawn = graph.edges().size() * 2, notes = drawn < graph.nodes().size() ? 2 : 1;
    CHECK(counted.bytes == fmt::format("{} {}", drawn + notes, graph.edges().size()));
    const Xml xml = check_xml(draw(dot, Picture::svg, {.time = 120s}).bytes);
    CHECK(xml.fault == "");
    CHECK(static_cast<std::size_t>(std::ranges::count(xml.groups, "node")) == drawn + notes);
    CHECK(static_cast<std::size_t>(std::ranges::count(xml.groups, "edge")) == graph.edges().size());
    for (const auto& element : xml.elements)
        CHECK((element != "script" && element != "a" && element != "image"));
    for (const auto& attribute : xml.attributes)
        CHECK_FALSE((attribute.starts_with("on") || attribute.find("href") != std::string::npos));
}

std::size_t resident_kilobytes() {
    std::ifstream statm("/proc/self/statm");
    std::size_t all = 0, resident = 0;
    statm >> all >> resident;
    return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) / 1024;
}

constexpr std::string_view small = "digraph { a -> b [label=\"bans\"] }";

}  // namespace

TEST_CASE("our hostile labels are read in the picture as they stand") {
    check_labels(own_labels());
}

TEST_CASE("our hostile labels add no node and no edge") {
    check_graph(own_labels());
}

TEST_CASE("the big list of naughty strings, likewise") {
    const Corpora corpora;
    if (!corpora.there()) {
        WARN("skipped: no ../shared/data/hostile");
        return;
    }
    check_labels(corpora.labels());
    check_graph(corpora.labels());
}

TEST_CASE("long labels are broken at blanks") {
    CHECK(render::escaped_label("African Development Bank", 20) == "African Development\\nBank");
    CHECK(render::escaped_label("African Development Bank") == "African Development Bank");
    CHECK(render::escaped_label("Telmar", 20) == "Telmar");
    CHECK(render::escaped_label("", 20).empty());
    CHECK(render::escaped_label("\\ \"", 1) == "\\\\\\n\\\"");
}

TEST_CASE("graphs that crash or hang Graphviz end in an error or a simpler drawing, and the program lives") {
    const Corpora corpora;
    if (!corpora.there()) {
        WARN("skipped: no ../shared/data/hostile");
        return;
    }
    std::size_t count = 0;
    for (const auto& file : std::filesystem::directory_iterator(corpora.crashers())) {
        if (file.path().extension() != ".dot") continue;
        ++count;
        INFO(file.path());
        std::string bytes;
        try {
            bytes = draw(file_bytes(file.path()), Picture::svg, {.time = 4s}).bytes;
        } catch (const Error& error) {
            CHECK((error.kind() == Error::Kind::busy || error.kind() == Error::Kind::internal ||
                   error.kind() == Error::Kind::data));
            continue;
        }
        CHECK(check_xml(bytes).fault == "");
    }
    CHECK(count == 11);
}

TEST_CASE("a child that crashes, hangs, throws or grows is told apart") {
    CHECK(in_child([] { return std::string("seven"); }, 5s, 1 << 28).bytes == "seven");
    CHECK(in_child([] { return std::string(10'000'000, 'x'); }, 20s, 1 << 28).bytes.size() == 10'000'000);
    const Outcome threw = in_child([]() -> std::string { throw std::runtime_error("no"); }, 5s, 1 << 28);
    CHECK((threw.end == Outcome::End::refused && threw.bytes == "no"));
    const Outcome crashed = in_child([] { return std::raise(SIGSEGV), std::string(); }, 5s, 1 << 28);
    CHECK((crashed.end == Outcome::End::crashed && crashed.bytes == "it was ended by signal 11"));
    CHECK(in_child([] { return ::_exit(0), std::string(); }, 5s, 1 << 28).end == Outcome::End::crashed);
    const auto begin = std::chrono::steady_clock::now();
    CHECK(in_child([] { return ::pause(), std::string(); }, 200ms, 1 << 28).end == Outcome::End::late);
    CHECK(in_child(
              []() -> std::string {
                  for (;;)
                      (void)std::getenv("x");
              },
              200ms, 1 << 28)
              .end == Outcome::End::late);
    CHECK(std::chrono::steady_clock::now() - begin < 5s);
    if (!sanitised)
        CHECK(in_child([] { return std::string(std::size_t{1} << 29, 'x'); }, 5s, 1 << 26).end ==
              Outcome::End::refused);
}

TEST_CASE("a child writes no files, sees no environment and says nothing") {
    const auto path = std::filesystem::temp_directory_path() / fmt::format("entente-render-{}", ::getpid());
    (void)in_child([&] { return std::ofstream(path) << "text" << std::flush, std::string(); }, 5s, 1 << 28);
    CHECK((!std::filesystem::exists(path) || std::filesystem::file_size(path) == 0));
    std::filesystem::remove(path);
    CHECK(in_child([] { return std::string(std::getenv("PATH") == nullptr ? "none" : "some"); }, 5s, 1 << 28).bytes ==
          "none");
    CHECK(
        in_child([] { return std::fputs("noise", stderr), std::fputs("noise", stdout), std::string("x"); }, 5s, 1 << 28)
            .bytes == "x");
}

TEST_CASE("what is not DOT is an error of the data") {
    for (const char* text : {"", "digraph {", "hello", "digraph { a [label=\"", "\xff\xfe"}) {
        try {
            (void)draw(text, Picture::svg);
            FAIL("drawn: " << text);
        } catch (const Error& error) {
            CHECK(error.kind() == Error::Kind::data);
        }
    }
}

TEST_CASE("links, handlers and images of a user's own DOT do not reach the SVG") {
    const std::string bytes = draw(
                                  "digraph { a [URL=\"http://x/\\\" onload=\\\"alert(1)\" tooltip=\"t & u\"];"
                                  " b [URL=\"javascript:alert(1)\" image=\"/etc/passwd\" label=\"&nbsp;x\"]; "
                                  "a -> b [edgeURL=\"a&b\"] }",
                                  Picture::svg)
                                  .bytes;
    const Xml xml = check_xml(bytes);
    CHECK(xml.fault == "");
    for (const auto* word : {"onload", "javascript", "href", "<a", "<image", "alert"})
        CHECK(bytes.find(word) == std::string::npos);
}

TEST_CASE("any bytes at all clean to something well-formed or to nothing") {
    for (const char* text :
         {"<svg><g class=\"node\"><title>n0</title><text>x", "<svg", "<svg><script>alert(1)</script></svg>",
          "<svg width=\"1\" onload=\"x\"><text>&nbsp;&#1;&#xFFFF;&</text></svg>", "<svg></g></svg></svg>"}) {
        INFO(text);
        const std::string bytes = render::clean_svg(text);
        CHECK(bytes.find("script") == std::string::npos);
        CHECK(bytes.find("onload") == std::string::npos);
    }
    CHECK(check_xml(render::clean_svg("<svg width=\"1\"><text>&nbsp;&#1;&#xFFFF;&</text></svg>")).fault == "");
}

TEST_CASE("two hundred pictures leave the program as small as it was") {
    (void)draw(small, Picture::svg);
    const std::size_t before = resident_kilobytes();
    for (int i = 0; i < (sanitised ? 20 : 200); ++i)
        (void)draw(small, Picture::svg);
    CHECK(resident_kilobytes() < before + (sanitised ? 16'384 : 1024));  // sanitizers keep what was freed
}

TEST_CASE("four threads draw at the same time") {
    const auto picture = [] {
#if defined(__SANITIZE_THREAD__)
        // ThreadSanitizer cannot follow Pango, which starts a thread of its own, into the child of a program with threads.
        return in_child([] { return std::string(100'000, 'x'); }, 20s, 1 << 28).bytes;
#else
        return draw(small, Picture::svg).bytes;
#endif
    };
    const std::string want = picture();
    std::vector<std::string> got(4);
    std::vector<std::thread> threads;
    for (auto& bytes : got) {
        threads.emplace_back([&] {
            try {
                bytes = picture();
            } catch (const Error& error) {
                bytes = error.what();
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    for (const auto& bytes : got)
        CHECK(bytes == want);
}

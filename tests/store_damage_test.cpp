// SPDX-License-Identifier: MIT
// Damaged graph files: whatever happens to the bytes, no crash, and no line that was not written is believed.
#include <random>
#include <set>

#include "catch.hpp"
#include "entente/output.hpp"
#include "entente/store.hpp"
#include "store_cases.hpp"

using namespace entente;
using namespace store_cases;

namespace {

using Random = std::mt19937;

Extraction news(int number) {
    Extraction out = article("news/" + std::to_string(number) + ".txt", std::to_string(number));
    out.document.title = "Norway \"bans\" Telmar, \\ says " + std::to_string(number);
    out.entities = {{"Q20", EntityType::country, "Norway", {"Norge"}, "Q20", {{{0, 6}, "Norway"}}},
                    {"organisation:telmar", EntityType::organisation, "Telmar", {}, "", {{{12, 18}, "Telmar"}}}};
    Statement s;
    s.subject = "Q20";
    s.relation = "bans";
    s.object = "organisation:telmar";
    s.evidence = {{{0, 19}, {0, 6}, {12, 18}, {7, 11}, "Norway bans Telmar."}};
    s.id = statement_id(out.document.text_hash, s);
    out.statements = {s};
    return out;
}

// Six articles, a judgement, and a line of another kind with a check.
std::string sample() {
    std::vector<Extraction> articles;
    for (int i = 0; i < 6; ++i)
        articles.push_back(news(i));
    Judgement judgement;
    judgement.about = {"organisation:a", "organisation:b"};
    return lines(articles) + lines(std::vector{judgement});
}

std::multiset<std::string> lines_of(const GraphFile& file) {
    std::multiset<std::string> out;
    for (const auto& extraction : file.extractions)
        out.insert(to_json(extraction));
    for (const auto& judgement : file.judgements)
        out.insert(to_json(judgement));
    out.insert(file.others.begin(), file.others.end());
    return out;
}

GraphFile parse_or_nothing(const std::string& bytes) {
    try {
        return parse_graph(bytes, "damaged.graph");
    } catch (const Error& error) {
        CHECK(error.kind() == Error::Kind::data);
        GraphFile nothing;
        nothing.problems.push_back(error);
        return nothing;
    }
}

// With its line end or without it: the file as it was when that line was the last.
bool is_line_boundary(const std::string& bytes, const std::string& original) {
    if (!original.starts_with(bytes)) return false;
    return bytes.empty() || bytes.back() == '\n' || bytes.size() == original.size() || original[bytes.size()] == '\n';
}

// One change of a kind that disks, editors and networks make.
std::string damaged(std::string bytes, Random& random) {
    const auto at = [&] { return random() % bytes.size(); };
    const auto part = [&] { return std::min<std::size_t>(1 + random() % 600, bytes.size()); };
    switch (random() % 10) {
        case 0:
        case 1:
        case 2: {  // a flipped bit
            auto& c = bytes[at()];
            c = static_cast<char>(c ^ (1u << random() % 8));
            break;
        }
        case 3: {  // another byte
            bytes[at()] = static_cast<char>(random());
            break;
        }
        case 4:  // cut
            bytes.resize(at());
            break;
        case 5: {  // two bytes change places
            std::swap(bytes[at()], bytes[at()]);
            break;
        }
        case 6: {  // a part is lost
            const std::size_t from = at();
            bytes.erase(from, part());
            break;
        }
        case 7: {  // a part stands twice
            const std::size_t from = at();
            bytes.insert(at(), bytes.substr(from, part()));
            break;
        }
        case 8: {  // a part is zero
            const std::size_t from = at(), size = std::min(part(), bytes.size() - from);
            bytes.replace(from, size, std::string(size, '\0'));
            break;
        }
        default: {  // two parts change places
            const std::size_t half = bytes.size() / 2, size = std::min<std::size_t>(part(), half / 2);
            const std::size_t a = random() % (half - size), b = half + random() % (half - size);
            std::swap_ranges(bytes.begin() + static_cast<std::ptrdiff_t>(a),
                             bytes.begin() + static_cast<std::ptrdiff_t>(a + size),
                             bytes.begin() + static_cast<std::ptrdiff_t>(b));
        }
    }
    return bytes;
}

// What was read was written; what is missing is told, or the file is as it was before the last lines were added.
void check_read(const std::string& bytes, const std::string& original, const std::multiset<std::string>& written) {
    const GraphFile file = parse_or_nothing(bytes);
    const auto read = lines_of(file);
    REQUIRE(std::includes(written.begin(), written.end(), read.begin(), read.end()));
    if (read.size() < written.size()) REQUIRE((!file.problems.empty() || is_line_boundary(bytes, original)));
}

// A writer that opens it loses nothing that could be read, and what it adds is there; a repaired file has no damage.
void check_written(const Folder& folder, const std::string& bytes) {
    const auto before = lines_of(parse_or_nothing(bytes));
    write(folder / "g", bytes);
    try {
        GraphWriter writer(folder / "g");
        writer.add(article("added.txt", "added"));
        writer.commit();
    } catch (const Error&) {
        REQUIRE(bytes_of(folder / "g") == bytes);  // not a graph: it is left as it is
        return;
    }
    auto after = lines_of(load_graph(folder / "g"));
    REQUIRE(after.size() == before.size() + 1);
    REQUIRE(std::includes(after.begin(), after.end(), before.begin(), before.end()));
    (void)repair_graph(folder / "g", folder / "g");
    const GraphFile repaired = load_graph(folder / "g");
    REQUIRE(repaired.problems.empty());
    const auto whole = lines_of(repaired);
    REQUIRE(std::includes(whole.begin(), whole.end(), after.begin(), after.end()));
}

void damage(int variants) {
    const Folder folder;
    const std::string original = sample();
    const auto written = lines_of(parse_graph(original, "g"));
    Random random(11);
    for (int i = 0; i < variants; ++i) {
        std::string bytes = damaged(original, random);
        if (random() % 4 == 0 && !bytes.empty()) bytes = damaged(bytes, random);
        if (bytes.empty()) continue;
        INFO("variant " << i);
        check_read(bytes, original, written);
        if (i % 10 == 0) check_written(folder, bytes);
    }
}

// After a power cut a file has what was synced, and of what was written since any pages, in any state.
void power_cuts(int states) {
    const Folder folder;
    const std::string all = sample();
    Random random(13);
    for (int i = 0; i < states; ++i) {
        std::size_t synced = random() % all.size();
        synced = all.rfind('\n', synced) == std::string::npos ? 0 : all.rfind('\n', synced) + 1;
        std::string bytes = all.substr(0, synced + random() % (all.size() - synced + 1));
        for (std::size_t page = synced; page < bytes.size(); page += 64) {
            if (random() % 3 == 0)
                bytes.replace(page, 64, std::string(std::min<std::size_t>(64, bytes.size() - page), '\0'));
        }
        INFO("state " << i);
        const auto safe = lines_of(parse_graph(all.substr(0, synced), "g"));
        const auto written = lines_of(parse_graph(all, "g"));
        write(folder / "g", bytes);
        {
            GraphWriter writer(folder / "g");
            writer.add(article("added.txt", "added"));
            writer.commit();
        }
        auto read = lines_of(load_graph(folder / "g"));
        REQUIRE(std::includes(read.begin(), read.end(), safe.begin(), safe.end()));
        REQUIRE(read.erase(to_json(article("added.txt", "added"))) == 1);
        REQUIRE(std::includes(written.begin(), written.end(), read.begin(), read.end()));
    }
}

}  // namespace

TEST_CASE("Every byte changed, every length cut: told, or harmless", "[store]") {
    const std::string original = lines({news(1), news(2)});
    const auto written = lines_of(parse_graph(original, "g"));
    for (std::size_t i = 0; i < original.size(); ++i) {
        for (const int mask : {0x01, 0x20, 0xFF}) {
            std::string bytes = original;
            bytes[i] = static_cast<char>(bytes[i] ^ mask);
            check_read(bytes, original, written);
        }
        if (i > 0) check_read(original.substr(0, i), original, written);
    }
}

TEST_CASE("Damage of many kinds is told, or harmless", "[store]") {
    damage(400);
}

TEST_CASE("Damage of many kinds is told, or harmless, 20,000 variants", "[.damage]") {
    damage(20'000);
}

TEST_CASE("A power cut loses nothing that was committed", "[store]") {
    power_cuts(200);
}

TEST_CASE("A power cut loses nothing that was committed, 10,000 states", "[.damage]") {
    power_cuts(10'000);
}

// What queries cost.
//
//     bench_query [--rounds N] [--clock wall|cpu]
//
// A graph of 100 000 nodes and a million edges; each workload in openCypher and, where it can say the same, in SQLite, which
// must find the same sum. Of several rounds the best counts. docs/cypher.md has the answer. SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <functional>

#include "../calibration.hpp"
#include "../stopwatch.hpp"
#include "entente/cypher.hpp"
#include "sqlite.hpp"

namespace bench {
namespace {

using entente::cypher::Options;
using entente::cypher::Session;
using entente::cypher::Value;

struct Workload {
    std::string name;
    std::function<std::int64_t()> ours, sqlite;  // the latter may be absent
};

class Workloads {
  public:
    Workloads(Session& session, Sqlite& sqlite, std::uint32_t nodes)
        : session_(session), sqlite_(sqlite), nodes_(nodes) {}

    [[nodiscard]] std::vector<Workload> all() {
        return {
            {"1,000 one-hop counts", each(1000, "MATCH (a {id: $a})-->(b) RETURN count(b)"),
             sql_each(1000, "SELECT count(*) FROM e WHERE s = ?1")},
            {"100 two-hop distinct", each(100, "MATCH (a {id: $a})-->()-->(b) RETURN count(DISTINCT b)"),
             sql_each(100,
                      "SELECT count(DISTINCT y.t) FROM e x JOIN e y ON y.s = x.t WHERE x.s = ?1 "
                      "AND (y.rowid <> x.rowid)")},
            {"50 shortest paths",
             pairs(50, "MATCH (a {id: $a}), (b {id: $b}) MATCH p = shortestPath((a)-[*]->(b)) RETURN length(p)"),
             {}},
            {"top 10 by degree", one("MATCH ()-->(b) RETURN b.id AS id, count(*) AS c ORDER BY c DESC, id LIMIT 10", 1),
             sql_one("SELECT c FROM (SELECT t, count(*) c FROM e GROUP BY t ORDER BY c DESC, t LIMIT 10)")},
            {"edges by type", one("MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS c ORDER BY c DESC", 1),
             sql_one("SELECT count(*) FROM e GROUP BY type ORDER BY 1 DESC")},
            {"*1..3 distinct ends, five starts", each(5, "MATCH (a {id: $a})-[*1..3]->(b) RETURN count(DISTINCT b)"),
             sql_each(5,
                      "WITH RECURSIVE r(n, d) AS (SELECT ?1, 0 UNION SELECT e.t, d + 1 FROM r JOIN e ON e.s = r.n "
                      "WHERE d < 3) SELECT count(DISTINCT n) FROM r WHERE d > 0")},
            {"1,000 parse, check and plan", plans(1000), {}},
        };
    }

  private:
    // Starts that are spread over poor and rich nodes.
    [[nodiscard]] std::int64_t start(std::uint32_t i) const { return (std::int64_t{i} * 7919 + 13) % nodes_; }

    static std::int64_t sum(const entente::cypher::Result& result, std::size_t column) {
        std::int64_t out = 0;
        for (const auto& row : result.rows) {
            if (row[column].is(Value::Kind::integer)) out += row[column].integer();
        }
        return out;
    }

    std::function<std::int64_t()> each(std::uint32_t times, std::string query) {
        return [this, times, query = std::move(query)] {
            std::int64_t out = 0;
            Options options;
            for (std::uint32_t i = 0; i < times; ++i) {
                options.parameters["a"] = Value{start(i)};
                out += sum(session_.run(query, options), 0);
            }
            return out;
        };
    }
    std::function<std::int64_t()> pairs(std::uint32_t times, std::string query) {
        return [this, times, query = std::move(query)] {
            std::int64_t out = 0;
            Options options;
            for (std::uint32_t i = 0; i < times; ++i) {
                options.parameters["a"] = Value{start(i)};
                options.parameters["b"] = Value{start(i + 1000)};
                out += sum(session_.run(query, options), 0);
            }
            return out;
        };
    }
    std::function<std::int64_t()> one(std::string query, std::size_t column) {
        return [this, column, query = std::move(query)] { return sum(session_.run(query), column); };
    }
    std::function<std::int64_t()> plans(std::uint32_t times) {
        return [this, times] {
            for (std::uint32_t i = 0; i < times; ++i) {
                (void)session_.run(
                    "MATCH (c:Country {id: 2})-[r:R1]->(o:Organisation)<-[s:R2|R3]-(p:Person) WHERE p.name <> 'x' AND "
                    "o.id = 99999999 RETURN c.name AS c, o.name, count(DISTINCT p) AS people ORDER BY people DESC "
                    "LIMIT 10");
            }
            return std::int64_t{times};
        };
    }
    std::function<std::int64_t()> sql_each(std::uint32_t times, std::string query) {
        return [this, times, query = std::move(query)] {
            std::int64_t out = 0;
            for (std::uint32_t i = 0; i < times; ++i)
                out += sqlite_.sum(query, {start(i)});
            return out;
        };
    }
    std::function<std::int64_t()> sql_one(std::string query) {
        return [this, query = std::move(query)] { return sqlite_.sum(query); };
    }

    Session& session_;
    Sqlite& sqlite_;
    std::uint32_t nodes_;
};

// The best time of several rounds; the sum that was found.
Best timed(std::size_t rounds, Clock clock, const std::function<std::int64_t()>& work, std::int64_t& found) {
    Best best;
    for (std::size_t round = 0; round < rounds; ++round) {
        const double begin = now(clock);
        found = work();
        best.add(now(clock) - begin);
    }
    return best;
}

int run(std::size_t rounds, Clock clock) {
    std::int64_t answer = 0;
    const Best loop = timed(
        rounds, clock, [] { return static_cast<std::int64_t>(calibration_loop()); }, answer);
    fmt::print("best of {}, {} time; calibration {:.3f} s a loop\n", rounds,
               clock == Clock::cpu ? "processor" : "wall clock", loop.seconds);
    const NewsGraph news;
    const entente::FrozenGraph graph = news.frozen();
    Session session(graph);
    Sqlite sqlite(news);
    fmt::print("{} nodes, {} edges\n\n{:<34}{:>12}{:>12}{:>14}\n", graph.node_count(), graph.edge_count(), "",
               "entente ms", "SQLite ms", "sum");
    bool agree = true;
    for (const Workload& workload : Workloads(session, sqlite, news.nodes).all()) {
        std::int64_t ours = 0, theirs = 0;
        const Best best = timed(rounds, clock, workload.ours, ours);
        std::string anchor = "-";
        if (workload.sqlite) {
            anchor = fmt::format("{:.1f}", 1000 * timed(rounds, clock, workload.sqlite, theirs).seconds);
            if (ours != theirs) {
                agree = false;
                anchor += fmt::format(" ({})", theirs);
            }
        }
        fmt::print("{:<34}{:>12.2f}{:>12}{:>14}\n", workload.name, 1000 * best.seconds, anchor, ours);
    }
    return agree ? 0 : 1;
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) try {
    std::size_t rounds = 5;
    bench::Clock clock = bench::Clock::wall;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (std::strcmp(argv[i], "--rounds") == 0)
            rounds = static_cast<std::size_t>(std::max(1, std::atoi(argv[i + 1])));
        if (std::strcmp(argv[i], "--clock") == 0 && std::strcmp(argv[i + 1], "cpu") == 0) clock = bench::Clock::cpu;
    }
    return bench::run(rounds, clock);
} catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 70;
}

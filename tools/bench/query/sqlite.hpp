// The same graph in SQLite, as an anchor: tables with indices, recursive common table expressions.
// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <stdexcept>
#include <string>

#include "news_graph.hpp"

namespace bench {

class Sqlite {
  public:
    explicit Sqlite(const NewsGraph& graph) {
        if (sqlite3_open(":memory:", &data_) != SQLITE_OK) throw std::runtime_error("SQLite does not open");
        run("CREATE TABLE n(id INTEGER PRIMARY KEY, name TEXT)");
        run("CREATE TABLE e(s INTEGER, t INTEGER, type INTEGER)");
        run("BEGIN");
        sqlite3_stmt* insert = prepared("INSERT INTO e VALUES (?, ?, ?)");
        for (const Relation& one : graph.relations) {
            bind(insert, {one.from, one.to, one.type});
            sqlite3_step(insert);
            sqlite3_reset(insert);
        }
        sqlite3_finalize(insert);
        run("INSERT INTO n WITH RECURSIVE i(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM i WHERE x < " +
            std::to_string(graph.nodes - 1) + ") SELECT x, 'entity ' || x FROM i");
        run("COMMIT");
        run("CREATE INDEX es ON e(s, t)");
        run("CREATE INDEX et ON e(t, s)");
        run("ANALYZE");
    }
    Sqlite(const Sqlite&) = delete;
    Sqlite& operator=(const Sqlite&) = delete;
    ~Sqlite() { sqlite3_close_v2(data_); }

    // The sum of the first column of all rows.
    std::int64_t sum(const std::string& query, std::initializer_list<std::int64_t> values = {}) {
        if (query != last_query_) {
            sqlite3_finalize(last_);
            last_ = prepared(query);
            last_query_ = query;
        }
        bind(last_, values);
        std::int64_t out = 0;
        while (sqlite3_step(last_) == SQLITE_ROW)
            out += sqlite3_column_int64(last_, 0);
        sqlite3_reset(last_);
        return out;
    }

  private:
    void run(const std::string& query) {
        if (sqlite3_exec(data_, query.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
            throw std::runtime_error(sqlite3_errmsg(data_));
        }
    }
    sqlite3_stmt* prepared(const std::string& query) {
        sqlite3_stmt* out = nullptr;
        if (sqlite3_prepare_v2(data_, query.c_str(), -1, &out, nullptr) != SQLITE_OK) {
            throw std::runtime_error(sqlite3_errmsg(data_));
        }
        return out;
    }
    static void bind(sqlite3_stmt* statement, std::initializer_list<std::int64_t> values) {
        int place = 0;
        for (const std::int64_t value : values)
            sqlite3_bind_int64(statement, ++place, value);
    }

    sqlite3* data_ = nullptr;
    sqlite3_stmt* last_ = nullptr;
    std::string last_query_;
};

}  // namespace bench

// Tokens to a tree: clauses.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "cypher/parse/parser.hpp"

namespace entente::cypher {
namespace {

// a AND b AND c: each is tested as early as its variables are known.
void add_conjuncts(ExpressionPtr expression, std::vector<ExpressionPtr>& out) {
    if (expression->kind == Expression::Kind::conjunction) {
        for (auto& operand : expression->operands)
            add_conjuncts(std::move(operand), out);
    } else {
        out.push_back(std::move(expression));
    }
}

}  // namespace

bool Parser::at_clause() const {
    static constexpr std::array<std::string_view, 13> words{"MATCH",  "OPTIONAL", "UNWIND", "WITH",   "RETURN",
                                                            "CREATE", "MERGE",    "SET",    "REMOVE", "DELETE",
                                                            "DETACH", "CALL",     "UNION"};
    return std::ranges::any_of(words, [&](std::string_view word) { return at_word(word); });
}

SingleQuery Parser::single_query() {
    SingleQuery out;
    const std::uint32_t begin = here().span.begin;
    while (true) {
        Clause next;
        next.span.begin = here().span.begin;
        if (!clause(next)) break;
        next.span = since(next.span.begin);
        out.clauses.push_back(std::move(next));
    }
    if (out.clauses.empty()) fail_expected("a clause: MATCH, UNWIND, WITH, RETURN, CREATE, MERGE or CALL");
    out.span = since(begin);
    return out;
}

bool Parser::clause(Clause& out) {
    using Kind = Clause::Kind;
    const auto begins = [&](std::string_view word, Kind kind) {
        if (!took_word(word)) return false;
        out.kind = kind;
        return true;
    };
    if (begins("OPTIONAL", Kind::match)) {
        out.optional = true;
        need_word("MATCH");
        match(out);
    } else if (begins("MATCH", Kind::match)) {
        match(out);
    } else if (begins("UNWIND", Kind::unwind)) {
        out.expression = expression();
        need_word("AS");
        out.variable = name("a name");
    } else if (begins("WITH", Kind::with) || begins("RETURN", Kind::give)) {
        projection(out);
    } else if (begins("CREATE", Kind::create) || begins("MERGE", Kind::merge)) {
        create_or_merge(out);
    } else if (begins("SET", Kind::set)) {
        out.items = set_items(false);
    } else if (begins("REMOVE", Kind::remove)) {
        out.items = set_items(true);
    } else if (at_word("DETACH") || at_word("DELETE")) {
        out.kind = Kind::erase;
        out.detach = took_word("DETACH");
        need_word("DELETE");
        do
            out.expressions.push_back(expression());
        while (took(","));
    } else if (begins("CALL", Kind::call)) {
        call(out);
    } else {
        return false;
    }
    return true;
}

void Parser::match(Clause& out) {
    out.patterns = path_patterns();
    out.where = where();
}

std::vector<ExpressionPtr> Parser::where() {
    std::vector<ExpressionPtr> out;
    if (took_word("WHERE")) add_conjuncts(expression(), out);
    return out;
}

void Parser::create_or_merge(Clause& out) {
    if (out.kind == Clause::Kind::create) {
        out.patterns = path_patterns();
        return;
    }
    out.patterns.push_back(path_pattern());
    while (took_word("ON")) {
        const bool create = took_word("CREATE");
        if (!create && !took_word("MATCH")) fail_expected("CREATE or MATCH");
        need_word("SET");
        for (SetItem& item : set_items(false))
            (create ? out.on_create : out.on_match).push_back(std::move(item));
    }
}

// ---- WITH and RETURN

void Parser::projection(Clause& out) {
    Projection& into = out.projection;
    into.distinct = took_word("DISTINCT");
    projection_items(into);
    order_and_page(into);
    if (out.kind == Clause::Kind::with && took_word("WHERE")) into.where = expression();
}

void Parser::projection_items(Projection& out) {
    if (took("*")) {
        out.star = true;
        if (!took(",")) return;
    }
    do {
        ProjectionItem item;
        const std::uint32_t begin = here().span.begin;
        item.expression = expression();
        item.name = std::string(text_of(since(begin)));
        if (item.expression->kind == Expression::Kind::variable && !item.expression->parenthesised) {
            item.name = item.expression->name;
        }
        if (took_word("AS")) {
            item.name = name("a name");
            item.aliased = true;
        }
        item.span = since(begin);
        item.aggregates = has_aggregate(*item.expression);
        out.items.push_back(std::move(item));
    } while (took(","));
}

void Parser::order_and_page(Projection& out) {
    if (took_word("ORDER")) {
        need_word("BY");
        do {
            SortItem item;
            item.expression = expression();
            item.descending = took_word("DESC") || took_word("DESCENDING");
            if (!item.descending && !took_word("ASC")) took_word("ASCENDING");
            out.order.push_back(std::move(item));
        } while (took(","));
    }
    if (took_word("SKIP") || took_word("OFFSET")) out.skip = expression();
    if (took_word("LIMIT")) out.limit = expression();
}

// ---- SET and REMOVE

std::vector<SetItem> Parser::set_items(bool removing) {
    std::vector<SetItem> out;
    do
        out.push_back(set_item(removing));
    while (took(","));
    return out;
}

SetItem Parser::set_item(bool removing) {
    SetItem item;
    const std::uint32_t begin = here().span.begin;
    if (at_name() && at(":", 1)) {
        item.target = make(Expression::Kind::variable, begin);
        item.target->name = name("a name");
        item.target = finish(std::move(item.target));
        item.kind = SetItem::Kind::labels;
        while (took(":"))
            item.labels.push_back(name("a label"));
        return item;
    }
    item.target = postfix();
    const bool property = item.target->kind == Expression::Kind::property;
    if (!property && (removing || item.target->kind != Expression::Kind::variable)) {
        source_.fail("UnexpectedSyntax", item.target->span, "what is changed must be a property or have labels",
                     removing ? "write REMOVE n.name or REMOVE n:Label" : "write SET n.name = ... or SET n:Label");
    }
    if (removing) {
        item.value = finish(make(Expression::Kind::literal, begin));  // null
        return item;
    }
    const bool add = !property && took("+=");
    if (!add) need("=");
    item.kind = property ? SetItem::Kind::property : (add ? SetItem::Kind::add : SetItem::Kind::replace);
    item.value = expression();
    return item;
}

// ---- CALL

void Parser::call(Clause& out) {
    const std::uint32_t begin = here().span.begin;
    out.procedure = name("the name of a procedure");
    while (took("."))
        out.procedure += "." + name("the name of a procedure");
    out.has_arguments = took("(");
    if (out.has_arguments && !took(")")) {
        do
            out.expressions.push_back(expression());
        while (took(","));
        need(")", "',' or ')'");
    }
    out.span = since(begin);
    if (took_word("YIELD")) yields(out);
}

void Parser::yields(Clause& out) {
    out.yields = true;
    if (at("*")) {
        const Span star = take().span;
        if (here().kind != Token::Kind::end && !at(";")) {
            source_.fail("UnexpectedSyntax", star, "YIELD * stands only where CALL is all of the query",
                         "name what is yielded");
        }
        out.yields_all = true;
        return;
    }
    if (at("-") && here(1).kind == Token::Kind::end) {
        take();
        return;
    }
    do {
        YieldItem item;
        const std::uint32_t begin = here().span.begin;
        item.field = name("what the procedure yields");
        item.name = took_word("AS") ? name("a name") : item.field;
        item.span = since(begin);
        out.yield.push_back(std::move(item));
    } while (took(","));
    out.where = where();
}

}  // namespace entente::cypher

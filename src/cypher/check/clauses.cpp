// What a query means: clauses, one after the other.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "cypher/check/check.hpp"

namespace entente::cypher {
namespace {

using Kind = Clause::Kind;

bool writes(const Clause& clause) {
    return clause.kind == Kind::create || clause.kind == Kind::merge || clause.kind == Kind::set ||
           clause.kind == Kind::remove || clause.kind == Kind::erase;
}

// The slots of all variables, ascending, each once.
std::vector<Slot> slots_of(const Scope& scope) {
    std::vector<Slot> out;
    for (const auto& [name, variable] : scope)
        out.push_back(variable.slot);
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return out;
}

}  // namespace

void check(Statement& statement, const Source& source, const Options& options) {
    Checker(source, options).run(statement);
}

void Checker::run(Statement& whole) {
    statement(whole, {}, false);
    whole.slots = next_slot_;
}

void Checker::statement(Statement& whole, const Scope& outer, bool nested) {
    for (SingleQuery& part : whole.parts)
        single_query(part, outer, nested, whole);
    union_of(whole);
}

void Checker::union_of(Statement& whole) const {
    if (whole.parts.size() == 1) return;
    if (!std::ranges::all_of(whole.all, [&](bool all) { return all == whole.all.front(); })) {
        source_.fail("InvalidClauseComposition", whole.parts.back().span, "UNION and UNION ALL stand in one query",
                     "use one of them throughout");
    }
}

// Where clauses may stand.
void Checker::composition(const SingleQuery& query, bool nested) const {
    for (const Clause& clause : query.clauses) {
        const bool last = &clause == &query.clauses.back();
        if (clause.kind == Kind::give && !last) {
            source_.fail("InvalidClauseComposition", (&clause + 1)->span, "a clause behind RETURN",
                         "use WITH where the query goes on");
        }
        if (nested && writes(clause)) {
            source_.fail("InvalidClauseComposition", clause.span, "EXISTS only reads", "write outside of it");
        }
        const bool may_end = clause.kind == Kind::give || clause.kind == Kind::call || writes(clause) || nested;
        if (last && !may_end) {
            source_.fail("InvalidClauseComposition", clause.span, "the query ends without saying what it gives",
                         "add RETURN *, or what you want of it");
        }
    }
}

void Checker::single_query(SingleQuery& query, Scope scope, bool nested, Statement& owner) {
    composition(query, nested);
    const bool first = &query == &owner.parts.front();
    for (Clause& one : query.clauses) {
        one.standalone = one.kind == Kind::call && query.clauses.size() == 1 && !nested;
        clause(one, scope);
        owner.writes = owner.writes || writes(one);
        one.live = slots_of(scope);
    }
    const Clause& last = query.clauses.back();
    std::vector<std::string> columns;
    std::vector<Slot> slots;
    if (last.kind == Kind::give) {
        for (const ProjectionItem& item : last.projection.items) {
            columns.push_back(item.name);
            slots.push_back(item.slot);
        }
    } else if (last.kind == Kind::call && last.standalone) {
        for (const YieldItem& item : last.yield) {
            columns.push_back(item.name);
            slots.push_back(item.slot);
        }
    }
    if (first) {
        owner.columns = std::move(columns);
        owner.column_slots = std::move(slots);
        if (owner.parts.size() > 1) {
            for (Slot& slot : owner.column_slots)
                slot = new_slot();
        }
    } else if (columns != owner.columns) {
        source_.fail("DifferentColumnsInUnion", last.span, "the parts of a UNION have different columns",
                     "name them alike, with AS");
    }
}

void Checker::clause(Clause& one, Scope& scope) {
    switch (one.kind) {
        case Kind::match:
            return match(one, scope);
        case Kind::unwind: {
            const Type type = expression(one.expression, scope);
            if (scope.contains(one.variable)) already_bound(one.span, one.variable);
            const Type item{type.kind == Type::Kind::list ? type.element : Type::Kind::any, Type::Kind::any};
            one.slot = declare(scope, one.variable, item).slot;
            return;
        }
        case Kind::with:
        case Kind::give:
            return projection(one, scope);
        case Kind::create:
            return create(one, scope);
        case Kind::merge:
            return merge(one, scope);
        case Kind::set:
        case Kind::remove:
            return set_items(one.items, scope);
        case Kind::erase:
            return erase(one, scope);
        case Kind::call:
            return call(one, scope);
    }
}

void Checker::predicates(std::vector<ExpressionPtr>& conjuncts, const Scope& scope) {
    for (ExpressionPtr& conjunct : conjuncts)
        predicate(conjunct, scope);
}

void Checker::match(Clause& one, Scope& scope) {
    matched_patterns(one.patterns, scope, true);
    predicates(one.where, scope);
}

void Checker::create(Clause& one, Scope& scope) {
    for (PathPattern& path : one.patterns)
        written_path(path, scope, false);
}

void Checker::merge(Clause& one, Scope& scope) {
    written_path(one.patterns.front(), scope, true);
    set_items(one.on_create, scope);
    set_items(one.on_match, scope);
}

void Checker::set_items(std::vector<SetItem>& items, const Scope& scope) {
    for (SetItem& item : items) {
        expression(item.target, scope);
        if (item.value) expression(item.value, scope);
    }
}

void Checker::erase(Clause& one, const Scope& scope) {
    using enum Type::Kind;
    constexpr TypeSet deletable = only(node) | only(relationship) | only(path) | only(list) | only(map);
    for (ExpressionPtr& what : one.expressions) {
        if (what->kind == Expression::Kind::labels) {
            source_.fail("InvalidDelete", what->span, "DELETE removes nodes and relationships, not labels",
                         "REMOVE n:Label takes a label away");
        }
        const Type type = expression(what, scope);
        if (!in(type.kind, deletable)) wrong_type(what->span, fmt::format("DELETE of {}", name_of(type.kind)));
    }
}

// ---- CALL

void Checker::call(Clause& one, Scope& scope) {
    const Procedures& known = *options_.procedures;
    const auto found = known.find(one.procedure);
    if (found == known.end()) {
        std::vector<std::string> names;
        for (const auto& [name, procedure] : known)
            names.push_back(name);
        const std::string near = nearest(one.procedure, names);
        source_.fail("ProcedureNotFound", one.span, fmt::format("there is no procedure '{}'", one.procedure),
                     near.empty() ? "" : fmt::format("did you mean '{}'?", near), "ProcedureError");
    }
    call_arguments(one, found->second, scope);
    call_yields(one, found->second, scope);
    predicates(one.where, scope);
}

namespace {

// Whether a value of `type` may be given where a procedure takes `wanted`.
bool fits(Type::Kind type, std::string_view wanted) {
    using enum Type::Kind;
    if (wanted.ends_with('?')) wanted.remove_suffix(1);
    if (wanted == "INTEGER") return in(type, only(integer));
    if (wanted == "FLOAT" || wanted == "NUMBER") return in(type, numbers);
    if (wanted == "STRING") return in(type, only(string));
    if (wanted == "BOOLEAN") return in(type, only(boolean));
    if (wanted == "NODE") return in(type, only(node));
    if (wanted == "MAP") return in(type, only(map));
    if (wanted.starts_with("LIST")) return in(type, only(list));
    return true;
}

}  // namespace

void Checker::call_arguments(Clause& one, const Procedure& procedure, const Scope& scope) {
    if (!one.has_arguments) {
        if (!one.standalone) {
            source_.fail("InvalidArgumentPassingMode", one.span, "a procedure within a query needs its arguments",
                         fmt::format("write CALL {}(...)", one.procedure));
        }
        for (const Procedure::Field& input : procedure.inputs) {
            auto argument = std::make_unique<Expression>();
            argument->kind = Expression::Kind::parameter;
            argument->name = input.name;
            argument->span = one.span;
            one.expressions.push_back(std::move(argument));
        }
    }
    if (one.expressions.size() != procedure.inputs.size()) {
        source_.fail("InvalidNumberOfArguments", one.span,
                     fmt::format("{} takes {} arguments, not {}", one.procedure, procedure.inputs.size(),
                                 one.expressions.size()));
    }
    for (std::size_t i = 0; i < one.expressions.size(); ++i) {
        const Type type = expression(one.expressions[i], scope);
        if (fits(type.kind, procedure.inputs[i].type)) continue;
        wrong_type(one.expressions[i]->span,
                   fmt::format("{} takes {} as '{}', not {}", one.procedure, procedure.inputs[i].type,
                               procedure.inputs[i].name, name_of(type.kind)));
    }
}

void Checker::call_yields(Clause& one, const Procedure& procedure, Scope& scope) {
    if (one.standalone && (!one.yields || one.yields_all)) {
        for (const Procedure::Field& output : procedure.outputs)
            one.yield.push_back({output.name, output.name, one.span, no_slot, 0});
    }
    for (YieldItem& item : one.yield) {
        const auto field = std::ranges::find(procedure.outputs, item.field, &Procedure::Field::name);
        if (field == procedure.outputs.end()) {
            std::vector<std::string> names;
            for (const auto& output : procedure.outputs)
                names.push_back(output.name);
            const std::string near = nearest(item.field, names);
            source_.fail("UndefinedVariable", item.span, fmt::format("{} yields no '{}'", one.procedure, item.field),
                         near.empty() ? "" : fmt::format("did you mean '{}'?", near));
        }
        if (scope.contains(item.name)) already_bound(item.span, item.name);
        item.column = static_cast<std::uint32_t>(field - procedure.outputs.begin());
        const bool node = field->type.starts_with("NODE");
        item.slot = declare(scope, item.name, {node ? Type::Kind::node : Type::Kind::any, Type::Kind::any}).slot;
    }
}

}  // namespace entente::cypher

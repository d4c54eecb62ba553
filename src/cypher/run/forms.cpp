// An expression's value: CASE, comprehensions, quantifiers, patterns.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "cypher/parse/error.hpp"
#include "cypher/plan/operator.hpp"
#include "cypher/run/evaluate.hpp"

namespace entente::cypher {
namespace {

const List& list_in(const Value& value, std::string_view form) {
    if (value.is(Value::Kind::list)) return value.list();
    fail_running("TypeError", "InvalidArgumentType",
                 fmt::format("{} goes over a list, not {}", form, name_of(value.kind())));
}

}  // namespace

Value case_of(const Expression& one, Run& run) {
    const auto& parts = one.operands;
    const Value subject = parts.front() ? evaluate(*parts.front(), run) : Value{};
    for (std::size_t i = 1; i + 2 < parts.size(); i += 2) {
        const Value test = evaluate(*parts[i], run);
        const bool hit = parts.front() ? equal(subject, test) == true : truth_of(test) == true;
        if (hit) return evaluate(*parts[i + 1], run);
    }
    return parts.back() ? evaluate(*parts.back(), run) : Value{};
}

Value list_comprehension(const Expression& one, Run& run) {
    const Value list = evaluate(*one.operands[0], run);
    if (list.is_null()) return {};
    List out;
    for (const Value& item : list_in(list, "a comprehension")) {
        run.tick();
        run.row[one.slot] = item;
        if (one.operands[1] && !holds(*one.operands[1], run)) continue;
        out.push_back(one.operands[2] ? evaluate(*one.operands[2], run) : item);
    }
    return Value{std::move(out)};
}

Value quantifier(const Expression& one, Run& run) {
    const Value list = evaluate(*one.operands[0], run);
    if (list.is_null()) return {};
    std::size_t yes = 0, unknown = 0, all = 0;
    for (const Value& item : list_in(list, one.keys[0])) {
        run.tick();
        run.row[one.slot] = item;
        const auto truth = truth_of(evaluate(*one.operands[1], run));
        ++all;
        yes += truth == true;
        unknown += !truth;
    }
    const std::size_t no = all - yes - unknown;
    const std::string& kind = one.keys[0];
    if (kind == "all") return no > 0 ? Value{false} : (unknown > 0 ? Value{} : Value{true});
    if (kind == "any") return yes > 0 ? Value{true} : (unknown > 0 ? Value{} : Value{false});
    if (kind == "none") return yes > 0 ? Value{false} : (unknown > 0 ? Value{} : Value{true});
    return yes > 1 ? Value{false} : (unknown > 0 ? Value{} : Value{yes == 1});
}

Value reduce(const Expression& one, Run& run) {
    Value result = evaluate(*one.operands[0], run);
    const Value list = evaluate(*one.operands[1], run);
    if (list.is_null()) return {};
    for (const Value& item : list_in(list, "reduce")) {
        run.tick();
        run.row[one.second_slot] = std::move(result);
        run.row[one.slot] = item;
        result = evaluate(*one.operands[2], run);
    }
    return result;
}

Value pattern_form(const Expression& one, Run& run) {
    Step& plan = *one.plan->root;
    plan.open(run);
    switch (one.kind) {
        case Expression::Kind::pattern_comprehension: {
            List out;
            while (plan.next(run))
                out.push_back(evaluate(*one.operands[1], run));
            return Value{std::move(out)};
        }
        case Expression::Kind::shortest: {
            if (one.patterns[0].shortest == PathPattern::Shortest::one) {
                return plan.next(run) ? run.row[one.slot] : Value{};
            }
            List out;
            while (plan.next(run))
                out.push_back(run.row[one.slot]);
            return Value{std::move(out)};
        }
        default:
            return Value{plan.next(run)};
    }
}

}  // namespace entente::cypher

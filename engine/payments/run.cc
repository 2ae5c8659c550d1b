#include "payments/run.hpp"

#include "base/invariant.hpp"

#include <algorithm>
#include <array>

namespace saldo::payments {

namespace {

template <class State> struct Named {
    State state;
    std::string_view name;
};

constexpr std::array run_states{
    Named<Run_state>{Run_state::prepared, "prepared"},
    Named<Run_state>{Run_state::approved, "approved"},
    Named<Run_state>{Run_state::exported, "exported"},
    Named<Run_state>{Run_state::closed, "closed"},
    Named<Run_state>{Run_state::cancelled, "cancelled"},
};

constexpr std::array line_states{
    Named<Line_state>{Line_state::not_paid, "not_paid"},
    Named<Line_state>{Line_state::prepared, "prepared"},
    Named<Line_state>{Line_state::approved, "approved"},
    Named<Line_state>{Line_state::exported, "exported"},
    Named<Line_state>{Line_state::executed, "executed"},
    Named<Line_state>{Line_state::returned, "returned"},
    Named<Line_state>{Line_state::cancelled, "cancelled"},
};

template <class Table, class State> std::string_view name_in(const Table& table, State state) {
    const auto found =
        std::ranges::find_if(table, [&](const auto& row) { return row.state == state; });
    invariant(found != table.end(), "every state has a name");
    return found->name;
}

template <class State, class Table>
std::optional<State> state_in(const Table& table, std::string_view name) {
    const auto found =
        std::ranges::find_if(table, [&](const auto& row) { return row.name == name; });
    return found == table.end() ? std::nullopt : std::optional(found->state);
}

} // namespace

std::string_view name(Run_state state) {
    return name_in(run_states, state);
}

std::string_view name(Line_state state) {
    return name_in(line_states, state);
}

std::optional<Run_state> run_state_from(std::string_view name) {
    return state_in<Run_state>(run_states, name);
}

std::optional<Line_state> line_state_from(std::string_view name) {
    return state_in<Line_state>(line_states, name);
}

} // namespace saldo::payments

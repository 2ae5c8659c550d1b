#include "payments/run.hpp"

#include "base/named.hpp"

namespace saldo::payments {

namespace {

constexpr std::array run_states{
    Named{Run_state::prepared, "prepared"},   Named{Run_state::approved, "approved"},
    Named{Run_state::exported, "exported"},   Named{Run_state::closed, "closed"},
    Named{Run_state::cancelled, "cancelled"},
};

constexpr std::array line_states{
    Named{Line_state::not_paid, "not_paid"}, Named{Line_state::prepared, "prepared"},
    Named{Line_state::approved, "approved"}, Named{Line_state::exported, "exported"},
    Named{Line_state::executed, "executed"}, Named{Line_state::returned, "returned"},
    Named{Line_state::rejected, "rejected"}, Named{Line_state::cancelled, "cancelled"},
};

} // namespace

std::string_view name(Run_state state) {
    return name_in(run_states, state);
}

std::string_view name(Line_state state) {
    return name_in(line_states, state);
}

std::optional<Run_state> run_state_from(std::string_view name) {
    return value_in(run_states, name);
}

std::optional<Line_state> line_state_from(std::string_view name) {
    return value_in(line_states, name);
}

} // namespace saldo::payments

#pragma once

#include "base/finding.hpp"
#include "base/named.hpp"
#include "dossier/adopted_plan.hpp"

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

/// What an adopted plan promised, held against what the book paid.
namespace saldo::plans {

/// Where an instalment stands. The names are public (JSON): do not change them.
enum class Instalment_state {
    due,         ///< to come, or today
    in_run,      ///< in a run that has not left
    ordered,     ///< the bank has the payment and has not answered
    paid,        ///< all of it
    partly_paid, ///< less than it, and nothing is under way
    late,        ///< its due date is over, and nothing was paid
    ended        ///< the plan ended before it was due
};

inline constexpr std::array instalment_state_names{
    Named{Instalment_state::due, "due"},
    Named{Instalment_state::in_run, "in_run"},
    Named{Instalment_state::ordered, "ordered"},
    Named{Instalment_state::paid, "paid"},
    Named{Instalment_state::partly_paid, "partly_paid"},
    Named{Instalment_state::late, "late"},
    Named{Instalment_state::ended, "ended"}};

enum class Plan_state {
    running,
    broken, ///< an instalment is not all paid, and its days of grace are over
    paid,   ///< all of it, also by the bank; whether it was ended since or not
    ended   ///< before all was paid
};

inline constexpr std::array plan_state_names{
    Named{Plan_state::running, "running"}, Named{Plan_state::broken, "broken"},
    Named{Plan_state::paid, "paid"}, Named{Plan_state::ended, "ended"}};

/// What the book did for an instalment.
struct Fulfilled {
    Money paid = Money::zero(); ///< booked on it, less what came back
    bool in_run = false;
    bool ordered = false;
};

/// By claim, `creditor/claim`, and due date.
using Fulfilled_dues = std::map<std::pair<std::string, Date>, Fulfilled>;

/// What of it belongs to each plan of a dossier, as known on a day. What was paid on a due date is
/// of the plan that promises it; if none does any more, of the one that named it last.
[[nodiscard]] std::vector<Fulfilled_dues>
by_plan(const std::vector<dossier::Adopted_plan>& plans, const Fulfilled_dues& dues, Date on);

struct Instalment_row {
    dossier::Plan_instalment promised;
    Money paid = Money::zero();
    Instalment_state state = Instalment_state::due;
    bool breaks = false; ///< for this one the plan is broken
};

/// The last answer of a creditor; none may have come.
struct Creditor_row {
    std::string creditor;           ///< id
    Money promised = Money::zero(); ///< due until the day
    Money paid = Money::zero();
    Money remaining = Money::zero(); ///< still to be paid on what counts of the plan
    std::optional<dossier::Plan_answer> answer{};
    bool is_silent = false; ///< no answer came, and the days for it are over
};

/// How a plan is looked at.
struct View {
    Date on;                                   ///< as it stands at the end of this day
    int grace_days = dossier::plan_grace_days; ///< after a due date, before the plan is broken
    int answer_days = 30; ///< after the adoption, before a creditor without answer is told
};

struct Standing {
    Plan_state state = Plan_state::running;
    Money promised = Money::zero(); ///< due until the day
    Money paid = Money::zero();
    Money remaining = Money::zero();
    std::vector<Instalment_row> instalments; ///< in their order
    std::vector<Creditor_row> creditors;     ///< by id
    Findings findings;
};

/// Where a plan stands on a day. Answers and an end of later days are not known yet. Warns with
/// plans.broken for each instalment that breaks it (its claim, due date, what was promised and what
/// was paid), and plans.answer_refused or plans.counter_offer for each creditor whose last answer
/// is that; plans.no_answer, an info, for each who is silent.
[[nodiscard]] Standing standing_of(const dossier::Adopted_plan& plan,
                                   const std::string& dossier,
                                   const Fulfilled_dues& fulfilled,
                                   const View& view);

} // namespace saldo::plans
